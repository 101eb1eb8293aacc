/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-education.h"
#include "ty-family-member.h"
#include "ty-honour.h"
#include "ty-id-number.h"
#include "ty-person-problems.h"
#include "ty-person.h"
#include "ty-resume-entry.h"

#include <string.h>

/* Each check of one person's records, once where it fires and once where it just does not. Whoever is
 * begun with has no problem at all. */

#define DAY ((TyDate){ 2021, 12, 31 })

typedef struct
{
  TyPersonRecords records;
  TyPersonQuestion question;
} Fixture;

static TyRecord *
add (GPtrArray          *rows,
     const TyRecordInfo *info)
{
  TyRecord *record = ty_record_new (info);

  g_ptr_array_add (rows, record);
  return record;
}

static void
set (TyRecord   *record,
     guint       field,
     const char *text)
{
  ty_record_set_text (record, field, text);
}

static TyRecord *
get (GPtrArray *rows,
     guint      place)
{
  return g_ptr_array_index (rows, place);
}

static void
add_segment (Fixture    *fixture,
             const char *from,
             const char *until,
             const char *text)
{
  TyRecord *segment = add (fixture->records.resume, &ty_resume_entry_info);

  set (segment, TY_RESUME_ENTRY_FROM_DATE, from);
  set (segment, TY_RESUME_ENTRY_UNTIL_DATE, until);
  set (segment, TY_RESUME_ENTRY_TEXT, text);
}

static void
add_relative (Fixture    *fixture,
              const char *relation,
              const char *birth)
{
  TyRecord *relative = add (fixture->records.family, &ty_family_member_info);

  set (relative, TY_FAMILY_MEMBER_RELATION, relation);
  set (relative, TY_FAMILY_MEMBER_NAME, "李大山");
  set (relative, TY_FAMILY_MEMBER_BIRTH, birth);
}

/* With the check character. */
static void
set_id_number (Fixture    *fixture,
               const char *seventeen)
{
  g_autofree char *number = g_strdup_printf ("%s%c", seventeen, ty_id_number_complete (seventeen));

  set (fixture->records.person, TY_PERSON_ID_NUMBER, number);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyRecord *person = ty_record_new (&ty_person_info);
  TyRecord *row;

  fixture->records = (TyPersonRecords){
    person,
    g_ptr_array_new_with_free_func (g_object_unref), g_ptr_array_new_with_free_func (g_object_unref),
    g_ptr_array_new_with_free_func (g_object_unref), g_ptr_array_new_with_free_func (g_object_unref),
    g_ptr_array_new_with_free_func (g_object_unref),
  };
  fixture->question = (TyPersonQuestion){ DAY, DAY, TRUE, G_MAXUINT32 };
  ty_record_set_integer (person, TY_PERSON_ID, 7);
  set (person, TY_PERSON_NAME, "李一");
  set (person, TY_PERSON_SEX, "1");
  set (person, TY_PERSON_BIRTH, "1980-05");
  set (person, TY_PERSON_ETHNICITY, "01");
  set (person, TY_PERSON_NATIVE_PLACE, "石城");
  set (person, TY_PERSON_BIRTH_PLACE, "石城");
  set (person, TY_PERSON_POLITICAL, "01");
  set (person, TY_PERSON_PARTY_DATE, "1998-05");
  set (person, TY_PERSON_WORK_DATE, "1998-05");
  set (person, TY_PERSON_HEALTH, "1");
  set (person, TY_PERSON_PHONE, "19900001234");
  set (person, TY_PERSON_PHOTO, "00");
  set_id_number (fixture, "99010119800521001");

  row = add (fixture->records.appointments, &ty_appointment_info);
  set (row, TY_APPOINTMENT_POST, "D1");
  set (row, TY_APPOINTMENT_FROM_DATE, "2021-10");
  add_segment (fixture, "2021-10", NULL, "石泉镇后凤泉村党支部书记");
  add_segment (fixture, "1998-06", "2010-03", "在外务工");
  add_segment (fixture, "2010-04", "2021-10", "返乡创业");
  add_segment (fixture, "2005-09", "2008-07", "（其间：2005.09--2008.07 广播电视大学学习）");
  row = add (fixture->records.educations, &ty_education_info);
  set (row, TY_EDUCATION_MODE, "inservice");
  set (row, TY_EDUCATION_LEVEL, "32");
  set (row, TY_EDUCATION_FROM_DATE, "2005-09");
  set (row, TY_EDUCATION_UNTIL_DATE, "2022-07");
  add_relative (fixture, "10", "1966-05");
  add_relative (fixture, "14", "1994-05");
  add_relative (fixture, "25", "1981");
  row = add (fixture->records.honours, &ty_honour_info);
  set (row, TY_HONOUR_DATE, "2021-12-31");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->records.person);
  g_ptr_array_unref (fixture->records.appointments);
  g_ptr_array_unref (fixture->records.resume);
  g_ptr_array_unref (fixture->records.educations);
  g_ptr_array_unref (fixture->records.family);
  g_ptr_array_unref (fixture->records.honours);
}

static GPtrArray *
find (Fixture *fixture)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_problem_free);

  ty_person_problems_find (&fixture->records, &fixture->question, problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TyProblem *) g_ptr_array_index (problems, i))->text);
  return problems;
}

static void
assert_none (Fixture *fixture)
{
  g_autoptr(GPtrArray) problems = find (fixture);

  g_assert_cmpuint (problems->len, ==, 0);
}

/* The only one, with the words that it must say. */
static void
assert_one (Fixture       *fixture,
            TyProblemKind  kind,
            const char    *first,
            const char    *second)
{
  g_autoptr(GPtrArray) problems = find (fixture);
  const TyProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (ty_problem_kind_get_info (problem->kind)->word, ==,
                   ty_problem_kind_get_info (kind)->word);
  g_assert_cmpint (problem->person, ==, 7);
  g_assert_cmpstr (problem->name, ==, "李一");
  g_assert_nonnull (strstr (problem->text, first));
  g_assert_nonnull (strstr (problem->text, second));
  g_assert_true (g_str_has_suffix (problem->text, "."));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  assert_none (fixture);
}

static void
test_id_number (Fixture       *fixture,
                gconstpointer  data)
{
  TyRecord *person = fixture->records.person;

  set (person, TY_PERSON_ID_NUMBER, "990101198005210019");
  if (ty_id_number_check ("990101198005210019", NULL))
    set (person, TY_PERSON_ID_NUMBER, "990101198005210018");
  assert_one (fixture, TY_PROBLEM_ID_NUMBER, "check digit", "李一");
  set (person, TY_PERSON_ID_NUMBER, "12345");
  assert_one (fixture, TY_PROBLEM_ID_NUMBER, "5 characters", "李一");
  set (person, TY_PERSON_ID_NUMBER, "99010119801321001X");
  assert_one (fixture, TY_PROBLEM_ID_NUMBER, "birth", "李一");
  set (person, TY_PERSON_ID_NUMBER, "A90101198005210019");
  assert_one (fixture, TY_PROBLEM_ID_NUMBER, "character", "李一");
}

/* What is said of a number does not show it. */
static void
test_masked (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const wrong[] = { "990101198005210011", "A90101198005210019", "99010119801321001X",
                                       "99010119800521001" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;

      set (fixture->records.person, TY_PERSON_ID_NUMBER, wrong[i]);
      problems = find (fixture);
      for (guint j = 0; j < problems->len; j++)
        g_assert_null (strstr (((TyProblem *) g_ptr_array_index (problems, j))->text, wrong[i]));
      g_assert_cmpuint (problems->len, ==, 1);
    }
}

static void
test_id_birth (Fixture       *fixture,
               gconstpointer  data)
{
  set (fixture->records.person, TY_PERSON_BIRTH, "1980");
  assert_none (fixture);
  set (fixture->records.person, TY_PERSON_BIRTH, "1980-05-21");
  assert_none (fixture);
  set (fixture->records.person, TY_PERSON_BIRTH, "1980-05-20");
  assert_one (fixture, TY_PROBLEM_ID_BIRTH, "1980.05.20", "1980.05.21");
  g_ptr_array_set_size (fixture->records.family, 0);
  fixture->question.kept = 0;
  set (fixture->records.person, TY_PERSON_BIRTH, "1980-04");
  assert_one (fixture, TY_PROBLEM_ID_BIRTH, "1980.04,", "1980.05.21");
}

static void
test_id_sex (Fixture       *fixture,
             gconstpointer  data)
{
  set_id_number (fixture, "99010119800521002");
  assert_one (fixture, TY_PROBLEM_ID_SEX, "as a man", "a woman");
  set (fixture->records.person, TY_PERSON_SEX, "2");
  assert_none (fixture);
  set (fixture->records.person, TY_PERSON_SEX, "9");
  assert_none (fixture);
}

static void
test_ages (Fixture       *fixture,
           gconstpointer  data)
{
  TyRecord *person = fixture->records.person;

  set (person, TY_PERSON_PARTY_DATE, "1998-04");
  assert_one (fixture, TY_PROBLEM_PARTY_AGE, "1998.04", "1980.05");
  /* It may have been in December. */
  set (person, TY_PERSON_PARTY_DATE, "1998");
  assert_none (fixture);
  set (person, TY_PERSON_WORK_DATE, "1998-04");
  set (get (fixture->records.resume, 1), TY_RESUME_ENTRY_FROM_DATE, "1998-04");
  assert_one (fixture, TY_PROBLEM_WORK_AGE, "1998.04", "1980.05");
}

static void
test_age_in_office (Fixture       *fixture,
                    gconstpointer  data)
{
  TyRecord *person = fixture->records.person;

  g_ptr_array_set_size (fixture->records.family, 0);
  g_ptr_array_set_size (fixture->records.resume, 0);
  fixture->question.kept = 0;
  set (person, TY_PERSON_ID_NUMBER, NULL);
  set (person, TY_PERSON_POLITICAL, "13");
  set (person, TY_PERSON_PARTY_DATE, NULL);
  set (person, TY_PERSON_WORK_DATE, NULL);
  set (person, TY_PERSON_BIRTH, "2003-12");
  assert_none (fixture);
  set (person, TY_PERSON_BIRTH, "2004-01");
  assert_one (fixture, TY_PROBLEM_AGE, "17", "2004.01");
  set (person, TY_PERSON_BIRTH, "1921-12");
  assert_none (fixture);
  set (person, TY_PERSON_BIRTH, "1920-12");
  assert_one (fixture, TY_PROBLEM_AGE, "101", "1920.12");
  fixture->question.in_office = FALSE;
  assert_none (fixture);

  fixture->question.in_office = TRUE;
  set (person, TY_PERSON_POLITICAL, "03");
  set (person, TY_PERSON_BIRTH, "1994-01");
  assert_none (fixture);
  set (person, TY_PERSON_BIRTH, "1993-12");
  assert_one (fixture, TY_PROBLEM_LEAGUE_AGE, "28", "Youth League");
}

static void
test_party (Fixture       *fixture,
            gconstpointer  data)
{
  TyRecord *person = fixture->records.person;

  set (person, TY_PERSON_PARTY_DATE, NULL);
  assert_one (fixture, TY_PROBLEM_PARTY_DATE, "李一", "without");
  set (person, TY_PERSON_POLITICAL, "13");
  assert_none (fixture);
  set (person, TY_PERSON_PARTY_DATE, "2001-07");
  assert_one (fixture, TY_PROBLEM_PARTY_DATE, "2001.07", "李一");
}

static void
test_future (Fixture       *fixture,
             gconstpointer  data)
{
  TyRecord *honour = get (fixture->records.honours, 0);

  set (honour, TY_HONOUR_DATE, "2022-01-01");
  assert_one (fixture, TY_PROBLEM_FUTURE, "2022.01.01", "Honour");
  set (honour, TY_HONOUR_DATE, NULL);
  set (fixture->records.person, TY_PERSON_WORK_DATE, "2022-02");
  assert_one (fixture, TY_PROBLEM_FUTURE, "2022.02", "Started work");
  set (fixture->records.person, TY_PERSON_WORK_DATE, "1998-05");
  add_segment (fixture, "2022-03", NULL, "x");
  set (get (fixture->records.resume, 0), TY_RESUME_ENTRY_UNTIL_DATE, "2022-03");
  assert_one (fixture, TY_PROBLEM_FUTURE, "2022.03", "Résumé");
}

static void
test_education (Fixture       *fixture,
                gconstpointer  data)
{
  TyRecord *education = get (fixture->records.educations, 0);

  set (education, TY_EDUCATION_MODE, "fulltime");
  assert_one (fixture, TY_PROBLEM_EDUCATION_MODE, "李一", "full-time");
  set (education, TY_EDUCATION_LEVEL, "31");
  assert_none (fixture);
  set (education, TY_EDUCATION_UNTIL_DATE, "2005-07");
  assert_one (fixture, TY_PROBLEM_EDUCATION_PERIOD, "2005.07", "2005.09");
}

static void
test_family (Fixture       *fixture,
             gconstpointer  data)
{
  set (get (fixture->records.family, 0), TY_FAMILY_MEMBER_BIRTH, "1966-06");
  assert_one (fixture, TY_PROBLEM_FAMILY_AGE, "parent", "1966.06");
  set (get (fixture->records.family, 0), TY_FAMILY_MEMBER_BIRTH, NULL);
  set (get (fixture->records.family, 1), TY_FAMILY_MEMBER_BIRTH, "1994-04");
  assert_one (fixture, TY_PROBLEM_FAMILY_AGE, "child", "1994.04");
}

static void
test_resume_gap (Fixture       *fixture,
                 gconstpointer  data)
{
  TyRecord *second = get (fixture->records.resume, 2);

  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-03");
  assert_none (fixture);
  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-05");
  assert_one (fixture, TY_PROBLEM_RESUME_GAP, "2010.03", "2010.05");
}

static void
test_resume_overlap (Fixture       *fixture,
                     gconstpointer  data)
{
  TyRecord *second = get (fixture->records.resume, 2);

  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-02");
  assert_none (fixture);
  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-01");
  assert_one (fixture, TY_PROBLEM_RESUME_OVERLAP, "2010.03", "2010.01");
  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-03");
  set (second, TY_RESUME_ENTRY_UNTIL_DATE, NULL);
  assert_one (fixture, TY_PROBLEM_RESUME_OVERLAP, "without an end", "2021.10");
}

static void
test_resume_dates (Fixture       *fixture,
                   gconstpointer  data)
{
  TyRecord *first = get (fixture->records.resume, 1);
  TyRecord *second = get (fixture->records.resume, 2);

  /* Known to the year, twelve months leave no gap and no overlap to speak of; it is told once. */
  set (first, TY_RESUME_ENTRY_UNTIL_DATE, "2010");
  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010");
  assert_one (fixture, TY_PROBLEM_RESUME_MONTH, "2010", "返乡创业");
  set (second, TY_RESUME_ENTRY_FROM_DATE, "2010-04");
  assert_one (fixture, TY_PROBLEM_RESUME_MONTH, "2010", "在外务工");
  set (first, TY_RESUME_ENTRY_UNTIL_DATE, "2010-03");
  add_segment (fixture, "2003-05", "2003-04", "学徒");
  assert_one (fixture, TY_PROBLEM_RESUME_PERIOD, "2003.04", "2003.05");
}

static void
test_resume_start (Fixture       *fixture,
                   gconstpointer  data)
{
  TyRecord *first = get (fixture->records.resume, 1);

  set (first, TY_RESUME_ENTRY_FROM_DATE, "1998-07");
  assert_one (fixture, TY_PROBLEM_RESUME_START, "1998.05", "1998.07");
  set (first, TY_RESUME_ENTRY_FROM_DATE, "1996-09");
  assert_none (fixture);
}

static void
test_resume_post (Fixture       *fixture,
                  gconstpointer  data)
{
  TyRecord *last = get (fixture->records.resume, 0);
  TyRecord *post = get (fixture->records.appointments, 0);

  set (last, TY_RESUME_ENTRY_TEXT, "石泉镇后凤泉村党支部副书记、村委会副主任");
  assert_one (fixture, TY_PROBLEM_RESUME_POST, "副书记", "李一");
  set (post, TY_APPOINTMENT_POST, "C1");
  assert_one (fixture, TY_PROBLEM_RESUME_POST, "副主任", "李一");
  set (last, TY_RESUME_ENTRY_TEXT, "石泉镇后凤泉村党支部副书记、村委会主任");
  assert_none (fixture);
  set (last, TY_RESUME_ENTRY_UNTIL_DATE, "2021-12");
  assert_one (fixture, TY_PROBLEM_RESUME_POST, "2021.12.31", "李一");
  set (post, TY_APPOINTMENT_UNTIL_DATE, "2021-12");
  assert_none (fixture);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  TyRecord *person = fixture->records.person;

  set (person, TY_PERSON_SEX, NULL);
  g_ptr_array_set_size (fixture->records.educations, 0);
  assert_one (fixture, TY_PROBLEM_REQUIRED, "Sex", "Education");
  fixture->question.in_office = FALSE;
  assert_none (fixture);
  fixture->question.in_office = TRUE;
  set (person, TY_PERSON_SEX, "1");
  set (get (fixture->records.appointments, 0), TY_APPOINTMENT_POST, "D3");
  set (add (fixture->records.educations, &ty_education_info), TY_EDUCATION_LEVEL_TEXT, "大普");

  set (person, TY_PERSON_PHOTO, NULL);
  g_ptr_array_set_size (fixture->records.family, 0);
  assert_one (fixture, TY_PROBLEM_MATERIAL, "Photo", "Family");
  /* Who has none of it from anybody, misses it of nobody. */
  fixture->question.kept = 1u << TY_PERSON_NATIVE_PLACE;
  assert_none (fixture);
}

/* Every check has all that pages need. */
static void
test_table (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    {
      const TyProblemInfo *info = ty_problem_kind_get_info (i);
      TyProblemKind kind;

      g_assert_true (g_hash_table_add (words, (gpointer) info->word));
      g_assert_true (ty_problem_kind_find (info->word, &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_nonnull (info->label);
      g_assert_nonnull (info->table);
      g_assert_nonnull (info->source);
      g_assert_true (g_str_has_suffix (info->advice, "."));
    }
  for (guint i = 0; i < TY_N_SEVERITIES; i++)
    g_assert_true (g_hash_table_add (words, (gpointer) ty_severity_to_string (i)));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static gboolean
is_of (const TyProblem        *problem,
       const TyPersonQuestion *question)
{
  gint32 day = ty_date_to_days (question->as_of);

  return problem->from <= day && day < problem->until && (question->in_office || !problem->in_office);
}

/* What is found on whatever date says on which, as somebody finds it who asks for each month. */
static void
assert_all_dates (Fixture *fixture)
{
  TyPersonQuestion any = fixture->question;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_problem_free);

  any.as_of = TY_DATE_NONE;
  ty_person_problems_find (&fixture->records, &any, all);
  for (guint i = 0; i < 2 * 110 * 12; i++)
    {
      TyPersonQuestion question = fixture->question;
      g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_problem_free);
      guint n = 0;

      question.in_office = i % 2 == 0;
      question.as_of = ty_date_new (1979 + i / 24, 1 + i / 2 % 12, 1 + i % 28);
      ty_person_problems_find (&fixture->records, &question, found);
      for (guint j = 0; j < all->len; j++)
        {
          const TyProblem *problem = g_ptr_array_index (all, j);

          if (!is_of (problem, &question))
            continue;
          g_assert_cmpuint (n, <, found->len);
          g_assert_cmpint (problem->kind, ==, ((TyProblem *) found->pdata[n])->kind);
          if (problem->text != NULL)
            g_assert_cmpstr (problem->text, ==, ((TyProblem *) found->pdata[n])->text);
          n++;
        }
      g_assert_cmpuint (n, ==, found->len);
    }
}

static void
test_all_dates (Fixture       *fixture,
                gconstpointer  data)
{
  TyRecord *row;

  assert_all_dates (fixture);
  set (fixture->records.person, TY_PERSON_POLITICAL, "03");
  set (fixture->records.person, TY_PERSON_PHONE, NULL);
  set (get (fixture->records.resume, 0), TY_RESUME_ENTRY_FROM_DATE, "2021-12");
  set (get (fixture->records.resume, 0), TY_RESUME_ENTRY_UNTIL_DATE, "2023-05-04");
  assert_all_dates (fixture);
  row = add (fixture->records.appointments, &ty_appointment_info);
  set (row, TY_APPOINTMENT_POST, "C1");
  set (row, TY_APPOINTMENT_UNTIL_DATE, "2015-07");
  set (fixture->records.person, TY_PERSON_BIRTH, "1980");
  set (fixture->records.person, TY_PERSON_SEX, NULL);
  assert_all_dates (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-problems/table", test_table);
  ADD ("/person-problems/none", test_none);
  ADD ("/person-problems/id-number", test_id_number);
  ADD ("/person-problems/masked", test_masked);
  ADD ("/person-problems/id-birth", test_id_birth);
  ADD ("/person-problems/id-sex", test_id_sex);
  ADD ("/person-problems/ages", test_ages);
  ADD ("/person-problems/age-in-office", test_age_in_office);
  ADD ("/person-problems/party", test_party);
  ADD ("/person-problems/future", test_future);
  ADD ("/person-problems/education", test_education);
  ADD ("/person-problems/family", test_family);
  ADD ("/person-problems/resume-gap", test_resume_gap);
  ADD ("/person-problems/resume-overlap", test_resume_overlap);
  ADD ("/person-problems/resume-dates", test_resume_dates);
  ADD ("/person-problems/resume-start", test_resume_start);
  ADD ("/person-problems/resume-post", test_resume_post);
  ADD ("/person-problems/missing", test_missing);
  ADD ("/person-problems/all-dates", test_all_dates);
  return g_test_run ();
}
