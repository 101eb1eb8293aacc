/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-column-table.h"
#include "ty-office-figures.h"
#include "ty-office-import.h"
#include "ty-office-private.h"
#include "ty-office-roster.h"
#include "ty-read-view.h"
#include "ty-test-county.h"
#include "ty-test-office.h"
#include "ty-test-xlsx.h"

/* The columns of an open office: there when they are asked for, of the file as it is, gone when it is
 * closed. */

#define N_PEOPLE 3000
#define DAY ty_date_new (2021, 12, 31)

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 secretary;
} Fixture;

static const TyRosterQuery women = { .who = TY_WHO_SECRETARIES, .condition = TY_CONDITION_FEMALE };
static const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };

/* Opened, and nothing was asked yet. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->secretary = ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NULL);
  ty_test_office_add_post (fixture->county, fixture->secretary, fixture->county->pine, "D1",
                           "2017-12", NULL);
  ty_test_office_add_crowd (fixture->county, N_PEOPLE);
  fixture->office = ty_test_office_open (fixture->county);
  ty_office_set_as_of (fixture->office, DAY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->office != NULL)
    {
      ty_test_office_close (fixture->office);
      g_assert_finalize_object (fixture->office);
    }
  g_assert_cmpuint (ty_test_office_count_threads ("ty-writer"), ==, 0);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-reader"), ==, 0);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-loader"), ==, 0);
  ty_test_office_free (fixture->county);
}

static guint
count (TyOffice            *office,
       const TyRosterQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;

  ty_office_list_roster_async (office, query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people->len;
}

static TyOverview *
load_overview (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyOverview *overview;

  ty_office_load_overview_async (office, NULL, ty_test_office_keep_result, &result);
  overview = ty_office_load_overview_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return overview;
}

/* What the overview and the list say of the secretaries who are women. */
static void
assert_women (TyOffice *office,
              guint     expected)
{
  g_autoptr(TyOverview) overview = load_overview (office);

  g_assert_cmpuint (overview->now->secretaries.female, ==, expected);
  g_assert_cmpuint (count (office, &women), ==, expected);
}

static void
save_sex (TyOffice            *office,
          gint64               person,
          const char          *sex,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);

  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_SEX, sex);
  ty_office_save_person_async (office, file->person, NULL, callback, user_data);
}

static void
edit_sex (TyOffice   *office,
          gint64      person,
          const char *sex)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  save_sex (office, person, sex, ty_test_office_keep_result, &result);
  ty_office_save_person_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* Asked before anything can have been loaded. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  const TyDimension *sex = ty_dimension_find ("sex");
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) shown = NULL;
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(TyOverview) overview = NULL;
  g_autoptr(GPtrArray) facets = NULL;

  ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result, &listed);
  ty_office_load_overview_async (fixture->office, NULL, ty_test_office_keep_result, &shown);
  ty_office_count_facets_async (fixture->office, &everybody, &sex, 1, NULL,
                                ty_test_office_keep_result, &counted);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed), NULL);
  overview = ty_office_load_overview_finish (fixture->office, ty_test_office_await (&shown), NULL);
  facets = ty_office_count_facets_finish (fixture->office, ty_test_office_await (&counted), NULL);
  g_assert_cmpuint (people->len, ==, N_PEOPLE + 1);
  g_assert_cmpuint (overview->now->in_office, ==, N_PEOPLE + 1);
  g_assert_cmpuint (overview->n_people, ==, N_PEOPLE + 1);
  g_assert_cmpuint (((TyFacet *) g_ptr_array_index (facets, 0))->counts[0], ==, N_PEOPLE);
  g_assert_cmpuint (count (fixture->office, &everybody), ==, N_PEOPLE + 1);
}

/* Written before anything was asked, too. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  edit_sex (fixture->office, fixture->secretary, "2");
  assert_women (fixture->office, 1);
  edit_sex (fixture->office, fixture->secretary, "1");
  assert_women (fixture->office, 0);
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

static void
redo (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_redo_async (office, NULL, ty_test_office_keep_result, &result);
  label = ty_office_redo_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  assert_women (fixture->office, 0);
  edit_sex (fixture->office, fixture->secretary, "2");
  assert_women (fixture->office, 1);
  undo (fixture->office);
  assert_women (fixture->office, 0);
  redo (fixture->office);
  assert_women (fixture->office, 1);
  undo (fixture->office);
  assert_women (fixture->office, 0);
}

static char *
write_roster (TyTestOffice *county)
{
  TyTestXlsx *xlsx = ty_test_xlsx_new ();
  char *path = g_build_filename (county->folder, "roster.xlsx", NULL);

  ty_test_xlsx_add_row (xlsx, "姓名", "性别", "出生年月", "身份证号", "乡镇", "村", "职务", "任现职时间", NULL);
  ty_test_xlsx_add_row (xlsx, "王新梅", "女", "1985.03", "990101198503011244", "云岭镇", "下溪村",
                        "党总支书记", "2021.10", NULL);
  ty_test_xlsx_save (xlsx, path);
  ty_test_xlsx_free (xlsx);
  return path;
}

/* A person, a post and a term that were not there before; then they are gone again. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_roster (fixture->county);
  const TyRosterImportOptions options = { .path = path, .as_of = DAY };
  TyRosterQuery search = { .who = TY_WHO_IN_OFFICE, .search = "wxm" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportReport) report = NULL;

  assert_women (fixture->office, 0);
  ty_office_import_roster_async (fixture->office, &options, NULL, ty_test_office_keep_result, &result);
  report = ty_office_import_roster_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (report->imported);
  assert_women (fixture->office, 1);
  g_assert_cmpuint (count (fixture->office, &search), ==, 1);
  g_assert_cmpuint (count (fixture->office, &everybody), ==, N_PEOPLE + 2);
  undo (fixture->office);
  assert_women (fixture->office, 0);
  g_assert_cmpuint (count (fixture->office, &search), ==, 0);
  g_assert_cmpuint (count (fixture->office, &everybody), ==, N_PEOPLE + 1);
}

typedef struct
{
  TyEngine *engine;
  TyStore *store;
  gint64 before;
  gint64 at_change;
} Change;

/* The connection still sees the file as it was: what is of a later action was published before. */
static void
changed_cb (TyOffice *office,
            Change   *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyColumns) columns = ty_engine_get_columns (change->engine,
                                                        ty_store_get_database (change->store), &error);

  g_assert_no_error (error);
  change->at_change = ty_columns_get_seq (columns);
}

static void
begin_change (Fixture *fixture,
              Change  *change)
{
  g_autoptr(GError) error = NULL;

  change->engine = fixture->office->share->engine;
  change->store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  g_assert_no_error (error);
  ty_read_view_begin (ty_store_get_database (change->store), &error);
  g_assert_no_error (error);
  ty_column_table_get_seq (ty_store_get_database (change->store), &change->before, &error);
  g_assert_no_error (error);
  change->at_change = 0;
}

static void
end_change (Change *change)
{
  ty_read_view_end (ty_store_get_database (change->store));
  ty_store_close (change->store, NULL);
  g_clear_object (&change->store);
  g_assert_cmpint (change->at_change, ==, change->before + 1);
}

static void
test_changed_after_columns (Fixture       *fixture,
                            gconstpointer  data)
{
  Change change;
  gulong handler = g_signal_connect (fixture->office, "changed", G_CALLBACK (changed_cb), &change);

  g_assert_cmpuint (count (fixture->office, &everybody), ==, N_PEOPLE + 1);
  begin_change (fixture, &change);
  edit_sex (fixture->office, fixture->secretary, "2");
  end_change (&change);
  begin_change (fixture, &change);
  undo (fixture->office);
  end_change (&change);
  begin_change (fixture, &change);
  redo (fixture->office);
  end_change (&change);
  g_signal_handler_disconnect (fixture->office, handler);
}

static TyOffice *
open_second (Fixture *fixture)
{
  TyOffice *second = ty_test_office_open (fixture->county);

  g_assert_true (ty_office_is_read_only (second));
  ty_office_set_as_of (second, DAY);
  return second;
}

/* Two offices of one process: the second one reads what the first one wrote. */
static void
test_second_office (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TyOffice) second = open_second (fixture);

  assert_women (second, 0);
  edit_sex (fixture->office, fixture->secretary, "2");
  assert_women (second, 1);
  undo (fixture->office);
  assert_women (second, 0);
  ty_test_office_close (second);
}

/* Another process writes while this one only reads. */
static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TyOffice) second = open_second (fixture);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->secretary);

  ty_test_office_close (fixture->office);
  g_assert_finalize_object (g_steal_pointer (&fixture->office));
  assert_women (second, 0);
  g_assert_cmpint (ty_test_cli_run (fixture->county->folder, NULL, NULL, "edit",
                                    fixture->county->path, "--person", person, "--set", "sex=2",
                                    NULL), ==, 0);
  assert_women (second, 1);
  g_assert_cmpint (ty_test_cli_run (fixture->county->folder, NULL, NULL, "undo",
                                    fixture->county->path, NULL), ==, 0);
  assert_women (second, 0);
  ty_test_office_close (second);
}

static void
assert_printed (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *output = NULL;

  g_assert_cmpint (ty_test_cli_run (fixture->county->folder, &output, NULL, "list",
                                    fixture->county->path, "--who", "secretaries", "--is", "female",
                                    "--count", NULL), ==, 0);
  g_assert_cmpstr (output, ==, expected);
}

/* Another process reads while this one has the file open: when it closes the file, it is not the last
 * one, and must leave the log of the others where it is. */
static void
test_other_reader (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->county->path, "-wal", NULL);

  assert_women (fixture->office, 0);
  assert_printed (fixture, "0\n");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  edit_sex (fixture->office, fixture->secretary, "2");
  assert_women (fixture->office, 1);
  assert_printed (fixture, "1\n");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  undo (fixture->office);
  assert_printed (fixture, "0\n");
}

static void
assert_closed (const GError *error)
{
  g_assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED)
                 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* Whoever waits for the columns of a file that is closed is answered, one way or the other. */
static void
test_close_while_loading (Fixture       *fixture,
                          gconstpointer  data)
{
  guint n_rounds = g_getenv ("TY_SOAK") != NULL ? 300 : 20;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(GAsyncResult) listed = NULL;
      g_autoptr(GAsyncResult) shown = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) people = NULL;
      g_autoptr(TyOverview) overview = NULL;

      ty_test_office_close (fixture->office);
      g_clear_object (&fixture->office);
      fixture->office = ty_test_office_open (fixture->county);
      ty_office_set_as_of (fixture->office, DAY);
      ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result,
                                   &listed);
      ty_office_load_overview_async (fixture->office, NULL, ty_test_office_keep_result, &shown);
      if (i % 2 == 0)
        g_usleep (g_random_int_range (0, 5000));
      ty_test_office_close (fixture->office);

      people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed), &error);
      if (people != NULL)
        g_assert_cmpuint (people->len, ==, N_PEOPLE + 1);
      else
        assert_closed (error);
      g_clear_error (&error);
      overview = ty_office_load_overview_finish (fixture->office, ty_test_office_await (&shown),
                                                 &error);
      if (overview != NULL)
        g_assert_cmpuint (overview->now->in_office, ==, N_PEOPLE + 1);
      else
        assert_closed (error);
    }
}

/* One office, one file after another; sometimes something is asked, sometimes nothing. */
static void
test_open_and_close (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n_rounds = g_getenv ("TY_SOAK") != NULL ? 1000 : 50;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      ty_test_office_close (fixture->office);
      ty_office_open_async (fixture->office, fixture->county->path, NULL, ty_test_office_keep_result,
                            &result);
      ty_office_open_finish (fixture->office, ty_test_office_await (&result), &error);
      g_assert_no_error (error);
      ty_office_set_as_of (fixture->office, DAY);
      if (i % 3 == 0)
        g_assert_cmpuint (count (fixture->office, &everybody), ==, N_PEOPLE + 1);
    }
  assert_women (fixture->office, 0);
}

/* Let go while it loads, without being closed. */
static void
test_finalize_while_loading (Fixture       *fixture,
                             gconstpointer  data)
{
  for (guint i = 0; i < 10; i++)
    {
      if (i > 0)
        fixture->office = ty_test_office_open (fixture->county);
      if (i % 2 == 1)
        g_usleep (g_random_int_range (0, 5000));
      g_assert_finalize_object (g_steal_pointer (&fixture->office));
      g_assert_cmpuint (ty_test_office_count_threads ("ty-loader"), ==, 0);
    }
}

/* Who cancels while the columns are loaded is told so, and stops nobody else. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) cancelled = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = NULL;

  ty_office_list_roster_async (fixture->office, &everybody, cancellable, ty_test_office_keep_result,
                               &cancelled);
  ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result, &listed);
  g_cancellable_cancel (cancellable);
  g_assert_null (ty_office_list_roster_finish (fixture->office, ty_test_office_await (&cancelled),
                                               &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed), NULL);
  g_assert_cmpuint (people->len, ==, N_PEOPLE + 1);
  assert_women (fixture->office, 0);
}

/* The date and the scope are those of the moment in which it was asked. */
static void
test_date_of_question (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;

  ty_office_set_as_of (fixture->office, ty_date_new (2020, 12, 31));
  ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result, &first);
  ty_office_set_as_of (fixture->office, DAY);
  ty_office_set_scope (fixture->office, fixture->county->south);
  ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result,
                               &second);
  before = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&first), NULL);
  after = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&second), NULL);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  add ("/engine/at-once", test_at_once);
  add ("/engine/edit", test_edit);
  add ("/engine/undo-redo", test_undo_redo);
  add ("/engine/import", test_import);
  add ("/engine/changed-after-columns", test_changed_after_columns);
  add ("/engine/second-office", test_second_office);
  add ("/engine/other-process", test_other_process);
  add ("/engine/other-reader", test_other_reader);
  add ("/engine/close-while-loading", test_close_while_loading);
  add ("/engine/open-and-close", test_open_and_close);
  add ("/engine/finalize-while-loading", test_finalize_while_loading);
  add ("/engine/cancel", test_cancel);
  add ("/engine/date-of-question", test_date_of_question);
  return g_test_run ();
}
