/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-annual-result.h"
#include "ty-appointment.h"
#include "ty-attendance.h"
#include "ty-background.h"
#include "ty-decimal.h"
#include "ty-difficulty.h"
#include "ty-education.h"
#include "ty-entry.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-mentor.h"
#include "ty-office-history.h"
#include "ty-office-roster.h"
#include "ty-office-rows.h"
#include "ty-office-training.h"
#include "ty-office-villages.h"
#include "ty-penalty.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-test-office.h"
#include "ty-unit-year.h"
#include "ty-village-file.h"

#define NUMBER "990101198002210018"

static gboolean
save (TyOffice  *office,
      TyRecord  *stored,
      TyRecord  *row,
      GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_row_async (office, stored, row, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_row_finish (office, ty_test_office_await (&result), error);
}

static void
save_well (TyOffice *office,
           TyRecord *stored,
           TyRecord *row)
{
  g_autoptr(GError) error = NULL;

  save (office, stored, row, &error);
  g_assert_no_error (error);
}

static void
undo (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* A row of each kind, as a form would give it. */
static TyRecord *
make_row (const TyRecordInfo *info,
          gint64              person,
          TyTestOffice       *county)
{
  TyRecord *row = ty_record_new (info);

  ty_record_set_integer (row, 0, person);
  if (info == &ty_appointment_info)
    {
      ty_record_set_integer (row, TY_APPOINTMENT_UNIT, county->creek);
      ty_record_set_text (row, TY_APPOINTMENT_POST, "D2");
      ty_record_set_date (row, TY_APPOINTMENT_FROM_DATE, ty_date_new (2021, 10, 0));
    }
  else if (info == &ty_resume_entry_info)
    ty_record_set_text (row, TY_RESUME_ENTRY_TEXT, "在外务工");
  else if (info == &ty_education_info)
    ty_record_set_text (row, TY_EDUCATION_LEVEL, "31");
  else if (info == &ty_family_member_info)
    {
      ty_record_set_text (row, TY_FAMILY_MEMBER_RELATION, "11");
      ty_record_set_text (row, TY_FAMILY_MEMBER_NAME, "李 梅");
    }
  else if (info == &ty_honour_info)
    ty_record_set_text (row, TY_HONOUR_TITLE, " 优秀共产党员 ");
  else if (info == &ty_penalty_info)
    {
      ty_record_set_text (row, TY_PENALTY_TITLE, "党内警告处分");
      ty_record_set_date (row, TY_PENALTY_DATE, ty_date_new (2021, 3, 0));
      ty_record_set_date (row, TY_PENALTY_UNTIL_DATE, ty_date_new (2022, 3, 0));
    }
  else if (info == &ty_annual_result_info)
    {
      ty_record_set_integer (row, TY_ANNUAL_RESULT_YEAR, 2020);
      ty_record_set_text (row, TY_ANNUAL_RESULT_RESULT, "1");
    }
  else if (info == &ty_background_info)
    ty_record_set_text (row, TY_BACKGROUND_SOURCE, "reserve");
  else if (info == &ty_reserve_info)
    {
      ty_record_set_integer (row, TY_RESERVE_UNIT, county->pine);
      ty_record_set_text (row, TY_RESERVE_POST, "D1");
    }
  else
    ty_record_set_integer (row, TY_MENTOR_CAPACITY, 2);
  return row;
}

static const TyRecordInfo * const kinds[] = {
  &ty_appointment_info, &ty_resume_entry_info, &ty_education_info, &ty_family_member_info,
  &ty_honour_info, &ty_penalty_info, &ty_annual_result_info, &ty_background_info, &ty_reserve_info, &ty_mentor_info,
};

static GPtrArray *
get_rows (TyPersonFile       *file,
          const TyRecordInfo *info)
{
  GPtrArray *lists[] = { file->posts, file->resume, file->educations, file->family, file->honours, file->penalties,
                         file->results, file->backgrounds, file->reserves, file->mentors };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == info)
      return lists[i];
  g_assert_not_reached ();
}

static TyRecord *
get_row (TyPersonFile       *file,
         const TyRecordInfo *info)
{
  GPtrArray *rows = get_rows (file, info);

  g_assert_cmpuint (rows->len, ==, 1);
  return info == &ty_appointment_info ? ((TyPost *) g_ptr_array_index (rows, 0))->appointment
                                      : TY_RECORD (g_ptr_array_index (rows, 0));
}

/* Each kind of row is added, is there, is removed, and comes back with undo. */
static void
test_every_kind (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(TyRecord) row = make_row (kinds[i], person, county);
      g_autoptr(TyPersonFile) with = NULL;
      g_autoptr(TyPersonFile) without = NULL;
      g_autoptr(TyPersonFile) again = NULL;

      save_well (office, NULL, row);
      g_assert_nonnull (ty_office_get_undo_label (office));
      with = ty_test_office_load_person (office, person);
      save_well (office, get_row (with, kinds[i]), NULL);
      without = ty_test_office_load_person (office, person);
      g_assert_cmpuint (get_rows (without, kinds[i])->len, ==, 0);
      undo (office);
      again = ty_test_office_load_person (office, person);
      g_assert_true (ty_record_equal (get_row (again, kinds[i]), get_row (with, kinds[i])));
    }
}

static void
test_cleaned (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) member = make_row (&ty_family_member_info, person, county);
  g_autoptr(TyRecord) honour = make_row (&ty_honour_info, person, county);
  g_autoptr(TyPersonFile) file = NULL;

  save_well (office, NULL, member);
  save_well (office, NULL, member);
  save_well (office, NULL, honour);
  file = ty_test_office_load_person (office, person);
  g_assert_cmpstr (ty_record_get_text (get_row (file, &ty_honour_info), TY_HONOUR_TITLE), ==,
                   "优秀共产党员");
  g_assert_cmpuint (file->family->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      TyRecord *row = g_ptr_array_index (file->family, i);

      g_assert_cmpstr (ty_record_get_text (row, TY_FAMILY_MEMBER_NAME), ==, "李梅");
      g_assert_cmpint (ty_record_get_integer (row, TY_FAMILY_MEMBER_POSITION), ==, i + 1);
    }
}

typedef struct
{
  const TyRecordInfo *info;
  guint field;
  const char *text;
  int code;
  const char *label;
} Rule;

/* What cannot be kept is said with the field, and nothing is written. */
static void
test_rules (void)
{
  static const Rule rules[] = {
    { &ty_appointment_info, TY_APPOINTMENT_POST, NULL, TY_ENTRY_ERROR_REQUIRED, "Post" },
    { &ty_appointment_info, TY_APPOINTMENT_UNTIL_DATE, "2021-09", TY_ENTRY_ERROR_PERIOD, "Until" },
    { &ty_appointment_info, TY_APPOINTMENT_FROM_DATE, "2021-14", TY_ENTRY_ERROR_DATE, "From" },
    { &ty_resume_entry_info, TY_RESUME_ENTRY_TEXT, "  ", TY_ENTRY_ERROR_REQUIRED, "What" },
    { &ty_resume_entry_info, TY_RESUME_ENTRY_FROM_DATE, "2199", TY_ENTRY_ERROR_FUTURE, "From" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_RELATION, NULL, TY_ENTRY_ERROR_REQUIRED, "Relation" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_NAME, "一二三四五六七八九十一二三四五六七八九",
      TY_ENTRY_ERROR_TOO_LONG, "Name" },
    { &ty_family_member_info, TY_FAMILY_MEMBER_BIRTH, "2199-01", TY_ENTRY_ERROR_FUTURE, "Born" },
    { &ty_honour_info, TY_HONOUR_TITLE, NULL, TY_ENTRY_ERROR_REQUIRED, "Honour" },
    { &ty_honour_info, TY_HONOUR_DATE, "2199-01", TY_ENTRY_ERROR_FUTURE, "Date" },
    { &ty_annual_result_info, TY_ANNUAL_RESULT_RESULT, NULL, TY_ENTRY_ERROR_REQUIRED, "Result" },
    { &ty_background_info, TY_BACKGROUND_SOURCE, NULL, TY_ENTRY_ERROR_REQUIRED, "Background" },
  };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(TyRecord) row = make_row (rules[i].info, person, county);
      g_autoptr(GError) error = NULL;

      ty_record_set_text (row, rules[i].field, rules[i].text);
      g_assert_false (save (office, NULL, row, &error));
      g_assert_error (error, TY_ENTRY_ERROR, rules[i].code);
      g_assert_true (g_str_has_prefix (error->message, rules[i].label));
    }
  g_assert_null (ty_office_get_undo_label (office));
}

/* A unit or a year that is missing is a number that is none. */
static void
test_missing_numbers (void)
{
  static const struct
  {
    const TyRecordInfo *info;
    guint field;
  } missing[] = {
    { &ty_appointment_info, TY_APPOINTMENT_UNIT },
    { &ty_reserve_info, TY_RESERVE_UNIT },
    { &ty_annual_result_info, TY_ANNUAL_RESULT_YEAR },
  };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr(TyRecord) row = make_row (missing[i].info, person, county);
      g_autoptr(GError) error = NULL;

      ty_record_set_integer (row, missing[i].field, 0);
      g_assert_false (save (office, NULL, row, &error));
      g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED);
    }
}

/* A year is part of the key: another year moves the row, a year that is there is refused. */
static void
test_years (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) first = make_row (&ty_annual_result_info, person, county);
  g_autoptr(TyRecord) second = ty_record_dup (first);
  g_autoptr(TyRecord) moved = ty_record_dup (first);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_integer (second, TY_ANNUAL_RESULT_YEAR, 2021);
  ty_record_set_integer (moved, TY_ANNUAL_RESULT_YEAR, 2019);
  save_well (office, NULL, first);
  save_well (office, NULL, second);
  g_assert_false (save (office, NULL, second, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_false (save (office, first, second, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);

  save_well (office, first, moved);
  file = ty_test_office_load_person (office, person);
  g_assert_cmpuint (file->results->len, ==, 2);
  g_assert_cmpint (ty_record_get_integer (g_ptr_array_index (file->results, 1),
                                          TY_ANNUAL_RESULT_YEAR), ==, 2019);
}

/* Who looks at an older state writes over nothing of others. */
static void
test_changed_meanwhile (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) row = make_row (&ty_honour_info, person, county);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(TyRecord) mine = NULL;
  g_autoptr(TyRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;
  TyRecord *stored;

  save_well (office, NULL, row);
  file = ty_test_office_load_person (office, person);
  stored = get_row (file, &ty_honour_info);
  theirs = ty_record_dup (stored);
  ty_record_set_text (theirs, TY_HONOUR_GRANTED_BY, "县委");
  save_well (office, stored, theirs);

  mine = ty_record_dup (stored);
  ty_record_set_text (mine, TY_HONOUR_TITLE, "先进个人");
  g_assert_false (save (office, stored, mine, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (save (office, stored, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  save_well (office, theirs, NULL);
  g_assert_false (save (office, theirs, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
}

static guint
count_secretaries (TyOffice *office)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people->len;
}

/* A post that is entered counts at once, and one that is removed no more. */
static void
test_seen_by_figures (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) row = make_row (&ty_appointment_info, person, county);
  g_autoptr(TyPersonFile) file = NULL;

  ty_office_set_as_of (office, ty_date_new (2022, 1, 31));
  g_assert_cmpuint (count_secretaries (office), ==, 0);
  ty_record_set_text (row, TY_APPOINTMENT_POST, "D1");
  save_well (office, NULL, row);
  g_assert_cmpuint (count_secretaries (office), ==, 1);
  file = ty_test_office_load_person (office, person);
  save_well (office, get_row (file, &ty_appointment_info), NULL);
  g_assert_cmpuint (count_secretaries (office), ==, 0);
}

static gint64
add_course (TyOffice *office)
{
  g_autoptr(TyCourse) course = ty_course_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 key;

  ty_record_set_text (TY_RECORD (course), TY_COURSE_NAME, "2021 年轮训班");
  ty_record_set_text (TY_RECORD (course), TY_COURSE_DAYS, "2.5");
  ty_record_set_text (TY_RECORD (course), TY_COURSE_FROM_DATE, "2021-04-12");
  ty_office_add_course_async (office, course, NULL, ty_test_office_keep_result, &result);
  key = ty_office_add_course_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (key, !=, 0);
  return key;
}

static TyCourse *
get_course (TyOffice *office,
            guint     n_courses,
            guint     n_people)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) courses = NULL;
  g_autoptr(GError) error = NULL;
  TyCourseRow *row;

  ty_office_list_courses_async (office, NULL, ty_test_office_keep_result, &result);
  courses = ty_office_list_courses_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, n_courses);
  if (n_courses == 0)
    return NULL;

  row = g_ptr_array_index (courses, 0);
  g_assert_cmpuint (row->n_people, ==, n_people);
  return g_object_ref (row->course);
}

/* The days of a course count for who has none of their own; with a course goes who took part in it, and both
 * come back together. */
static void
test_training (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) row = TY_RECORD (ty_attendance_new ());
  g_autoptr(TyRecord) half = NULL;
  g_autoptr(TyCourse) course = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_set_as_of (office, ty_date_new (2021, 12, 31));
  ty_record_set_integer (row, TY_ATTENDANCE_PERSON, person);
  ty_record_set_integer (row, TY_ATTENDANCE_COURSE, add_course (office));
  save_well (office, NULL, row);
  g_assert_false (save (office, NULL, row, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  file = ty_test_office_load_person (office, person);
  g_assert_cmpint (file->training_days, ==, 2.5 * TY_DECIMAL_ONE);

  half = ty_record_dup (row);
  ty_record_set_text (half, TY_ATTENDANCE_DAYS, "半天");
  g_clear_error (&error);
  g_assert_false (save (office, row, half, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_NUMBER);
  ty_record_set_text (half, TY_ATTENDANCE_DAYS, "０．５０");
  save_well (office, row, half);
  g_clear_pointer (&file, ty_person_file_free);
  file = ty_test_office_load_person (office, person);
  g_assert_cmpint (file->training_days, ==, TY_DECIMAL_ONE / 2);

  course = get_course (office, 1, 1);
  g_assert_cmpstr (ty_record_get_text (TY_RECORD (course), TY_COURSE_NAME), ==, "2021 年轮训班");
  save_well (office, TY_RECORD (course), NULL);
  g_assert_null (get_course (office, 0, 0));
  undo (office);
  g_clear_object (&course);
  course = get_course (office, 1, 1);
}

/* The years of a village and its classes are entered like rows of a person. */
static void
test_village (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyRecord) year = TY_RECORD (ty_unit_year_new ());
  g_autoptr(TyRecord) class = TY_RECORD (ty_difficulty_new ());
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyVillageFile) file = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_integer (year, TY_UNIT_YEAR_UNIT, county->pine);
  ty_record_set_integer (year, TY_UNIT_YEAR_YEAR, 2021);
  ty_record_set_text (year, TY_UNIT_YEAR_OPERATING_INCOME, "9.8万元");
  save_well (office, NULL, year);
  g_assert_false (save (office, NULL, year, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  g_clear_error (&error);
  ty_record_set_integer (class, TY_DIFFICULTY_UNIT, county->pine);
  ty_record_set_text (class, TY_DIFFICULTY_CLASS, "difficult");
  save_well (office, NULL, class);

  ty_office_load_village_async (office, county->pine, NULL, ty_test_office_keep_result, &result);
  file = ty_office_load_village_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->years->len, ==, 1);
  g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (file->years, 0), TY_UNIT_YEAR_OPERATING_INCOME), ==,
                   "98000");
  g_assert_cmpint (file->class_now, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

  g_test_add_func ("/office-rows/every-kind", test_every_kind);
  g_test_add_func ("/office-rows/cleaned", test_cleaned);
  g_test_add_func ("/office-rows/rules", test_rules);
  g_test_add_func ("/office-rows/missing-numbers", test_missing_numbers);
  g_test_add_func ("/office-rows/years", test_years);
  g_test_add_func ("/office-rows/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/office-rows/seen-by-figures", test_seen_by_figures);

  g_test_add_func ("/office-rows/training", test_training);
  g_test_add_func ("/office-rows/village", test_village);

  return g_test_run ();
}
