/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action.h"
#include "ty-columns.h"
#include "ty-office-checks.h"
#include "ty-office-history.h"
#include "ty-office-import.h"
#include "ty-person.h"
#include "ty-sample.h"
#include "ty-statement.h"
#include "ty-test-office.h"
#include "ty-test-xlsx.h"

#include <string.h>

/* What the checks find is kept for the next date and scope. It must be what somebody finds who looks at the file for
 * the first time: on every date, in every scope, after an edit, an undo and an import. */

static const char *const days[] = { "1999-06-30", "2012-02-01", "2019-12-31", "2021-12-31", "2031-03-01" };

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 township;
  gint64 village;
} Fixture;

static gint64
ask (TyStore    *store,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, &error);

  g_assert_no_error (error);
  g_assert_true (ty_statement_step (statement, &error) == TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TySampleOptions options = { .n_villages = 20 };
  TyTestOffice *county = fixture->county = ty_test_office_new ();
  g_autoptr(GError) error = NULL;

  ty_test_office_done (county);
  g_free (county->path);
  county->path = g_build_filename (county->folder, "sample.touyan", NULL);
  g_assert_true (ty_sample_create (county->path, &options, "tester", NULL, &error));
  county->store = ty_store_open (county->path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  fixture->village = ask (county->store, "SELECT unit FROM unit_state WHERE level = 'village' ORDER BY unit");
  fixture->township = ask (county->store, "SELECT parent FROM unit_state WHERE level = 'village' ORDER BY unit");
  fixture->office = ty_test_office_open (county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static TyCheckReport *
list_checks (Fixture *fixture,
             guint    patience)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyCheckReport *report;

  ty_office_list_checks_async (fixture->office, patience, NULL, NULL, ty_test_office_keep_result, &result);
  report = ty_office_list_checks_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return report;
}

static char *
dup_line (TyProblemKind  kind,
          gint64         person,
          const char    *name,
          const char    *text)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s: %s", ty_problem_kind_get_info (kind)->word, person, name, text);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* Sorted, since the list is in the order of the units. */
static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_report (TyCheckReport *report)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->entries->len; i++)
    {
      TyCheckEntry *entry = g_ptr_array_index (report->entries, i);

      g_ptr_array_add (lines, dup_line (ty_check_entry_get_kind (entry), ty_check_entry_get_person (entry),
                                        ty_check_entry_get_name (entry), ty_check_entry_get_text (entry)));
    }
  return join (lines);
}

/* With columns and an index of its own. */
static char *
dup_fresh (Fixture     *fixture,
           const char  *day,
           gint64       scope,
           guint       *counts)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyColumns) columns = ty_columns_load (&database, 1, NULL, &error);
  g_autoptr(TyView) view = ty_view_new (columns, ty_date_from_iso (day), scope, 0, NULL);
  g_autoptr(TyProblemIndex) index = ty_problem_index_new ();
  g_autoptr(TyProblemList) list = ty_problems_find (index, view, database, ty_date_today (), NULL, &error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < list->problems->len; i++)
    {
      const TyProblem *problem = g_ptr_array_index (list->problems, i);

      g_ptr_array_add (lines, dup_line (problem->kind, problem->person, problem->name, problem->text));
    }
  memcpy (counts, list->counts, sizeof list->counts);
  ty_store_close (store, NULL);
  return join (lines);
}

static void
assert_is_fresh (Fixture *fixture)
{
  const gint64 scopes[] = { 0, fixture->township, fixture->village };

  for (guint i = 0; i < G_N_ELEMENTS (days) * G_N_ELEMENTS (scopes); i++)
    {
      const char *day = days[i % G_N_ELEMENTS (days)];
      gint64 scope = scopes[i / G_N_ELEMENTS (days)];
      g_autoptr(TyCheckReport) report = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *fresh = NULL;
      guint counts[TY_N_PROBLEM_KINDS];

      ty_office_set_as_of (fixture->office, ty_date_from_iso (day));
      ty_office_set_scope (fixture->office, scope);
      report = list_checks (fixture, 0);
      kept = dup_report (report);
      fresh = dup_fresh (fixture, day, scope, counts);
      g_assert_cmpstr (kept, ==, fresh);
      g_assert_cmpmem (report->counts, sizeof report->counts, counts, sizeof counts);
      g_assert_true (ty_check_report_is_whole (report));
    }
}

/* What is found of a person, by a reader of the one record, is what the list has of that person. */
static void
assert_agrees_with_person (Fixture       *fixture,
                           TyCheckReport *report,
                           gint64         person)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCheckReport) own = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *told = NULL;

  ty_office_check_person_async (fixture->office, person, NULL, ty_test_office_keep_result, &result);
  own = ty_office_check_person_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = report->entries->len; i > 0; i--)
    {
      TyCheckEntry *entry = g_ptr_array_index (report->entries, i - 1);

      if (ty_check_entry_get_person (entry) != person || ty_check_entry_get_kind (entry) == TY_PROBLEM_HEADS)
        g_ptr_array_remove_index (report->entries, i - 1);
    }
  for (guint i = own->entries->len; i > 0; i--)
    if (ty_check_entry_get_kind (g_ptr_array_index (own->entries, i - 1)) == TY_PROBLEM_HEADS)
      g_ptr_array_remove_index (own->entries, i - 1);
  listed = dup_report (report);
  told = dup_report (own);
  g_assert_cmpstr (listed, ==, told);
}

static void
test_dates_and_scopes (Fixture       *fixture,
                       gconstpointer  data)
{
  assert_is_fresh (fixture);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(TyCheckReport) all = NULL;

      ty_office_set_as_of (fixture->office, ty_date_from_iso (days[i]));
      all = list_checks (fixture, 0);
      for (guint j = 0; j < all->entries->len; j += 9)
        {
          gint64 person = ty_check_entry_get_person (g_ptr_array_index (all->entries, j));
          g_autoptr(TyCheckReport) report = list_checks (fixture, 0);

          if (person != 0)
            assert_agrees_with_person (fixture, report, person);
        }
    }
}

static gint64
find_last_action (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) actions = NULL;

  ty_office_list_actions_async (fixture->office, 0, 1, NULL, ty_test_office_keep_result, &result);
  actions = ty_office_list_actions_finish (fixture->office, ty_test_office_await (&result), NULL);
  return ty_action_get_seq (g_ptr_array_index (actions, 0));
}

static void
undo_last (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  ty_office_undo_async (fixture->office, find_last_action (fixture), NULL, ty_test_office_keep_result, &result);
  text = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* A member of the party becomes one of the league, and so too old for it in office. */
static void
edit (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  gint64 person = ask (store, "SELECT a.person FROM appointment a JOIN person p ON p.id = a.person "
                              "WHERE a.until_date IS NULL AND p.political = '01' ORDER BY 1");
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, person);

  ty_store_close (store, NULL);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_POLITICAL, "03");
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PARTY_DATE, NULL);
  ty_office_save_person_async (fixture->office, file->person, NULL, ty_test_office_keep_result, &result);
  ty_office_save_person_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static guint
count (Fixture       *fixture,
       TyProblemKind  kind)
{
  g_autoptr(TyCheckReport) report = NULL;

  ty_office_set_as_of (fixture->office, ty_date_from_iso (days[3]));
  ty_office_set_scope (fixture->office, 0);
  report = list_checks (fixture, 0);
  return report->counts[kind];
}

static void
test_edit_and_undo (Fixture       *fixture,
                    gconstpointer  data)
{
  guint before = count (fixture, TY_PROBLEM_LEAGUE_AGE);

  edit (fixture);
  g_assert_cmpuint (count (fixture, TY_PROBLEM_LEAGUE_AGE), ==, before + 1);
  assert_is_fresh (fixture);
  undo_last (fixture);
  g_assert_cmpuint (count (fixture, TY_PROBLEM_LEAGUE_AGE), ==, before);
  assert_is_fresh (fixture);
}

static char *
write_roster (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  g_autoptr(TyStatement) names = ty_database_prepare (
    ty_store_get_database (store), "SELECT t.name, v.name FROM unit_state v JOIN unit_state t ON t.unit = v.parent "
    "WHERE v.level = 'village' ORDER BY v.unit", &error);
  char *path = g_build_filename (fixture->county->folder, "roster.xlsx", NULL);
  TyTestXlsx *xlsx = ty_test_xlsx_new ();

  g_assert_no_error (error);
  g_assert_true (ty_statement_step (names, &error) == TY_STEP_ROW);
  ty_test_xlsx_add_row (xlsx, "姓名", "性别", "出生年月", "乡镇", "村", "职务", "任现职时间", NULL);
  ty_test_xlsx_add_row (xlsx, "王新民", "男", "1985.03", ty_statement_get_text (names, 0),
                        ty_statement_get_text (names, 1), "党支部委员", "2021.10", NULL);
  ty_test_xlsx_save (xlsx, path);
  ty_test_xlsx_free (xlsx);
  g_clear_pointer (&names, ty_statement_free);
  ty_store_close (store, NULL);
  return path;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  guint before = count (fixture, TY_PROBLEM_REQUIRED);
  g_autofree char *path = write_roster (fixture);
  TyRosterImportOptions options = { path, NULL, ty_date_new (2021, 12, 31), TY_DATE_NONE, FALSE, FALSE };
  g_autoptr(TyImportReport) report = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_import_roster_async (fixture->office, &options, NULL, ty_test_office_keep_result, &result);
  report = ty_office_import_roster_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, TY_PROBLEM_REQUIRED), ==, before + 1);
  assert_is_fresh (fixture);
  undo_last (fixture);
  g_assert_cmpuint (count (fixture, TY_PROBLEM_REQUIRED), ==, before);
  assert_is_fresh (fixture);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/checks-again/dates-and-scopes", test_dates_and_scopes);
  ADD ("/checks-again/people", test_people);
  ADD ("/checks-again/edit-and-undo", test_edit_and_undo);
  ADD ("/checks-again/import", test_import);
  return g_test_run ();
}
