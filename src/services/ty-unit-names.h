/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-unit-state.h"

G_BEGIN_DECLS

typedef struct _TyUnitNames TyUnitNames;

TyUnitNames *ty_unit_names_new          (TyDatabase   *database) G_GNUC_WARN_UNUSED_RESULT;
void         ty_unit_names_free         (TyUnitNames  *self);
TyUnitState *ty_unit_names_find         (TyUnitNames  *self,
                                         gint64        unit,
                                         TyDate        date);
TyUnitState *ty_unit_names_find_at_level (TyUnitNames *self,
                                         gint64        unit,
                                         TyDate        date,
                                         const char   *level);
const char  *ty_unit_names_get          (TyUnitNames  *self,
                                         gint64        unit,
                                         TyDate        date);
char        *ty_unit_names_dup_path     (TyUnitNames  *self,
                                         gint64        unit,
                                         TyDate        date) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnitNames, ty_unit_names_free)

G_END_DECLS
