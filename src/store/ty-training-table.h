/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-course.h"
#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyCourseRow:
 * @course: (owned): the course
 * @n_people: how many people are entered for it
 * @n_absent: how many of them did not come
 *
 * A course and how many took part.
 */
typedef struct
{
  TyCourse *course;
  guint n_people;
  guint n_absent;
} TyCourseRow;

/**
 * TyAttendanceRow:
 * @person: key of the person
 * @name: (owned): the name
 * @birth: (owned) (nullable): ISO text
 * @attendance: (owned): the record
 *
 * Somebody who is entered for a course.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *birth;
  TyRecord *attendance;
} TyAttendanceRow;

void       ty_course_row_free                 (TyCourseRow      *self);
void       ty_attendance_row_free             (TyAttendanceRow  *self);

GPtrArray *ty_training_table_list_courses     (TyDatabase       *database,
                                               gint64            scope,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_training_table_list_people      (TyDatabase       *database,
                                               gint64            course,
                                               gint64            scope,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_training_table_list_courses_of  (TyDatabase       *database,
                                               gint64            person,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gint64     ty_training_get_days               (TyRecord         *attendance,
                                               TyRecord         *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCourseRow, ty_course_row_free)

G_END_DECLS
