/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-training"

#include "config.h"

#include "ty-office-training.h"

#include "ty-office-private.h"
#include "ty-row-edit.h"

/* Courses, and who took part in them. */

typedef struct
{
  char *user;
  TyRecord *course;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_clear_object (&addition->course);
  g_free (addition->user);
  g_free (addition);
}

static gpointer
list_courses (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const gint64 *scope = data;

  return ty_training_table_list_courses (ty_office_thread_get_database (thread), *scope, error);
}

/**
 * ty_office_list_courses_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads all courses. People are counted who serve or served in the scope.
 */
void
ty_office_list_courses_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_courses_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_courses, g_memdup2 (&self->scope, sizeof self->scope), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_courses_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable) (element-type TyCourseRow): the courses, the newest first
 */
GPtrArray *
ty_office_list_courses_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_courses_async, error);
}

static gpointer
list_attendance (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const gint64 *asked = data;

  return ty_training_table_list_people (ty_office_thread_get_database (thread), asked[0], asked[1], error);
}

/**
 * ty_office_list_attendance_async:
 * @self: an open office
 * @course: key of a course
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads who is entered for a course, of those who serve or served in the scope.
 */
void
ty_office_list_attendance_async (TyOffice            *self,
                                 gint64               course,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_attendance_async, cancellable, callback,
                                              user_data);
  const gint64 asked[] = { course, self->scope };

  ty_office_read (self, task, list_attendance, g_memdup2 (asked, sizeof asked), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_attendance_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable) (element-type TyAttendanceRow): who is entered
 */
GPtrArray *
ty_office_list_attendance_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_attendance_async, error);
}

static gpointer
add_course (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Addition *addition = data;
  gint64 key;

  if (!ty_row_edit_add (ty_office_thread_get_store (thread), addition->user, addition->course, NULL, error))
    return NULL;

  key = ty_record_get_integer (addition->course, TY_COURSE_ID);
  return g_memdup2 (&key, sizeof key);
}

/**
 * ty_office_add_course_async:
 * @self: an open office
 * @course: a course, which is copied; the file gives its key
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Adds a course, as one action.
 */
void
ty_office_add_course_async (TyOffice            *self,
                            TyCourse            *course,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_add_course_async, cancellable, callback,
                                              user_data);
  Addition *addition = g_new0 (Addition, 1);

  addition->user = g_strdup (self->user);
  addition->course = ty_record_dup (TY_RECORD (course));
  ty_office_write (self, task, add_course, addition, addition_free, g_free);
}

/**
 * ty_office_add_course_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR`
 *
 * Returns: key of the course, or 0
 */
gint64
ty_office_add_course_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autofree gint64 *key = ty_office_task_finish (self, result, ty_office_add_course_async, error);

  return key != NULL ? *key : 0;
}
