/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-mark-table.h"

G_BEGIN_DECLS

typedef struct _TyMarks TyMarks;

TyMarks    *ty_marks_load           (TyDatabase  *database,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyMarks    *ty_marks_refresh        (TyMarks     *self,
                                     GHashTable  *tables,
                                     TyDatabase  *database,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyMarks    *ty_marks_ref            (TyMarks     *self);
void        ty_marks_unref          (TyMarks     *self);
gboolean    ty_marks_have_training  (TyMarks     *self);
gint64      ty_marks_get_days       (TyMarks     *self,
                                     gint64       person,
                                     TyDate       as_of);
const char *ty_marks_get_grade      (TyMarks     *self,
                                     gint64       person,
                                     TyDate       as_of);
const char *ty_marks_get_present    (TyMarks     *self,
                                     TyMarkKind   kind,
                                     gint64       owner,
                                     TyDate       as_of);
guint       ty_marks_count_present  (TyMarks     *self,
                                     TyMarkKind   kind,
                                     gint64       owner,
                                     TyDate       as_of);
guint       ty_marks_count          (TyMarks     *self,
                                     TyMarkKind   kind,
                                     gint64       owner,
                                     TyDate       from,
                                     TyDate       as_of);
gboolean    ty_marks_get_of_year    (TyMarks     *self,
                                     TyMarkKind   kind,
                                     gint64       unit,
                                     TyDate       as_of,
                                     gint64      *number);
const TyMarkRow *ty_marks_find      (TyMarks     *self,
                                     TyMarkKind   kind,
                                     gint64       owner,
                                     guint       *n);
GArray     *ty_marks_get_rows       (TyMarks     *self,
                                     TyMarkKind   kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyMarks, ty_marks_unref)

G_END_DECLS
