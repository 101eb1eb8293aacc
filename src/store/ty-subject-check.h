/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

typedef struct _TySubjectCheck TySubjectCheck;

TySubjectCheck *ty_subject_check_new     (TyDatabase      *database,
                                          GError         **error);
void            ty_subject_check_free    (TySubjectCheck  *self);
gboolean        ty_subject_check_compare (TySubjectCheck  *self,
                                          TyDatabase      *database,
                                          gint64           seq,
                                          GBytes          *changeset);
gboolean        ty_subject_check_is_used (TySubjectCheck  *self,
                                          gint64           first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySubjectCheck, ty_subject_check_free)

G_END_DECLS
