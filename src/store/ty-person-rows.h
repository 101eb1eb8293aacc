/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-person-problems.h"

G_BEGIN_DECLS

typedef struct _TyPersonRows TyPersonRows;

TyPersonRows          *ty_person_rows_new    (TyDatabase     *database,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void                   ty_person_rows_free   (TyPersonRows   *self);
void                   ty_person_rows_select (TyPersonRows   *self,
                                              gint64          first,
                                              gint64          last);
const TyPersonRecords *ty_person_rows_next   (TyPersonRows   *self,
                                              GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPersonRows, ty_person_rows_free)

G_END_DECLS
