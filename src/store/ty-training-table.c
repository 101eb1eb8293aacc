/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-training-table"

#include "config.h"

#include "ty-training-table.h"

#include "ty-attendance.h"
#include "ty-decimal.h"
#include "ty-table.h"

void
ty_course_row_free (TyCourseRow *self)
{
  g_clear_object (&self->course);
  g_free (self);
}

void
ty_attendance_row_free (TyAttendanceRow *self)
{
  g_clear_object (&self->attendance);
  g_free (self->name);
  g_free (self->birth);
  g_free (self);
}

/* Who serves or served in a unit or below it; everybody where the parameter is 0. */
#define OF_SCOPE \
  "(?1 = 0 OR EXISTS (SELECT 1 FROM appointment p WHERE p.person = a.person AND p.unit IN " \
  "(WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT unit FROM unit_state JOIN below ON parent = below.id) " \
  "SELECT id FROM below))) "

static gboolean
count_people (TyDatabase  *database,
              gint64       scope,
              GHashTable  *rows,
              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database,
    "SELECT course, count(*), sum(result IS 'absent') FROM attendance a WHERE " OF_SCOPE
    "GROUP BY course ORDER BY course", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, scope);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 key = ty_statement_get_int (statement, 0);
      TyCourseRow *row = g_hash_table_lookup (rows, &key);

      if (row == NULL)
        continue;
      row->n_people = (guint) ty_statement_get_int (statement, 1);
      row->n_absent = (guint) ty_statement_get_int (statement, 2);
    }
  return step == TY_STEP_DONE;
}

/**
 * ty_training_table_list_courses:
 * @database: a connection
 * @scope: key of a unit within which people are counted; 0 = everybody
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCourseRow): all courses, the newest first
 */
GPtrArray *
ty_training_table_list_courses (TyDatabase  *database,
                                gint64       scope,
                                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_course_info, "ORDER BY coalesce(from_date, '') DESC, id DESC", error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_course_row_free);
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) courses = statement != NULL
                                   ? ty_table_collect (statement, &ty_course_info, error) : NULL;

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      TyCourseRow *row = g_new0 (TyCourseRow, 1);
      gint64 key;

      row->course = g_object_ref (g_ptr_array_index (courses, i));
      key = ty_record_get_integer (TY_RECORD (row->course), TY_COURSE_ID);
      g_hash_table_insert (keys, g_memdup2 (&key, sizeof key), row);
      g_ptr_array_add (rows, row);
    }
  return courses != NULL && count_people (database, scope, keys, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_training_table_list_people:
 * @database: a connection
 * @course: key of a course
 * @scope: key of a unit whose people are listed; 0 = everybody
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAttendanceRow): who is entered for it, by the pinyin
 *   of the names
 */
GPtrArray *
ty_training_table_list_people (TyDatabase  *database,
                               gint64       course,
                               gint64       scope,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database,
    "SELECT a.person, p.name, p.birth, a.days, a.result, a.certificate, a.note FROM attendance a "
    "JOIN person p ON p.id = a.person WHERE a.course = ?2 AND " OF_SCOPE "ORDER BY p.pinyin, p.name, p.id", error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_attendance_row_free);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, scope);
  ty_statement_bind_int (statement, 1, course);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyAttendanceRow *row = g_new0 (TyAttendanceRow, 1);

      row->person = ty_statement_get_int (statement, 0);
      row->name = g_strdup (ty_statement_get_text (statement, 1));
      row->birth = g_strdup (ty_statement_get_text (statement, 2));
      row->attendance = TY_RECORD (ty_attendance_new ());
      ty_record_set_integer (row->attendance, TY_ATTENDANCE_PERSON, row->person);
      ty_record_set_integer (row->attendance, TY_ATTENDANCE_COURSE, course);
      for (guint i = TY_ATTENDANCE_DAYS; i <= TY_ATTENDANCE_NOTE; i++)
        ty_record_set_text (row->attendance, i,
                            ty_statement_get_text (statement, (int) (i - TY_ATTENDANCE_DAYS) + 3));
      g_ptr_array_add (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_training_table_list_courses_of:
 * @database: a connection
 * @person: key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCourse): the courses for which somebody is entered
 */
GPtrArray *
ty_training_table_list_courses_of (TyDatabase  *database,
                                   gint64       person,
                                   GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_course_info, "WHERE id IN (SELECT course FROM attendance WHERE person = ?) ORDER BY id",
    error);

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, person);
  return ty_table_collect (statement, &ty_course_info, error);
}

/**
 * ty_training_get_days:
 * @attendance: that somebody took part
 * @course: (nullable): the course
 *
 * Returns: for how many days, in units of 1 / %TY_DECIMAL_ONE: what is said of the person, else what is
 *   said of the course; none for who did not come
 */
gint64
ty_training_get_days (TyRecord *attendance,
                      TyRecord *course)
{
  const char *days = ty_record_get_text (attendance, TY_ATTENDANCE_DAYS);
  gint64 value = 0;

  if (g_strcmp0 (ty_record_get_text (attendance, TY_ATTENDANCE_RESULT), "absent") == 0)
    return 0;
  if (days == NULL && course != NULL)
    days = ty_record_get_text (course, TY_COURSE_DAYS);
  return days != NULL && ty_decimal_parse (days, &value) ? MAX (value, 0) : 0;
}
