/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-training-table.h"

G_BEGIN_DECLS

/* All courses with how many took part, the newest first. */
void       ty_office_list_courses_async      (TyOffice             *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *ty_office_list_courses_finish     (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Who is entered for a course. */
void       ty_office_list_attendance_async   (TyOffice             *self,
                                              gint64                course,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *ty_office_list_attendance_finish  (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* A new course, as one action, with undo. */
void       ty_office_add_course_async        (TyOffice             *self,
                                              TyCourse             *course,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gint64     ty_office_add_course_finish       (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
