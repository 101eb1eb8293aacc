/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-import-plan"

#include "config.h"

#include "test-roster-county.h"
#include "test-roster-rows.h"
#include "test-roster-sheet.h"

#include "ty-action-log.h"
#include "ty-import-look.h"
#include "ty-import-mapping-table.h"
#include "ty-import-run.h"
#include "ty-person.h"

#include <string.h>

/* Tables compared row by row and taken over as far as they are accepted; what is in the file is asked by SQL. */

#define DAY "2021-12-31"

typedef struct
{
  TestCounty *county;
  char *path;
} Fixture;

/* A county with two people, one of whom has no ID number. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = test_sheet_new ();
  g_autoptr(TyImportReport) report = NULL;

  fixture->county = test_county_new ();
  fixture->path = test_county_dup_path (fixture->county, "table.xlsx");
  test_sheet_add (xlsx, 3, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  test_sheet_add (xlsx, 4, "云岭镇/东山村", "石一鸣", 103, "村委会主任", "2018.10");
  test_sheet_set (xlsx, 4, FIELD_ID_NUMBER, "");
  ty_test_xlsx_save (xlsx, fixture->path);
  report = test_county_import (fixture->county, fixture->path, "2020-12-31", NULL);
  g_assert_cmpuint (report->n_errors, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_county_assert_sound (fixture->county);
  test_county_free (fixture->county);
  g_free (fixture->path);
}

static TyImportPlan *
make_plan (Fixture    *fixture,
           const char *kind,
           const char *as_of,
           const char *end_missing)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  g_autoptr(GError) error = NULL;
  TyImportOptions options = { ty_import_kind_find (kind), ty_date_from_iso (as_of),
                              ty_date_from_iso (end_missing) };
  TyImportPlan *plan;

  g_assert_nonnull (options.kind);
  g_ptr_array_add (sources, ty_import_source_new_for_path (fixture->path));
  plan = ty_import_run_plan (fixture->county->store, sources, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
apply (Fixture      *fixture,
       TyImportPlan *plan)
{
  g_autoptr(GError) error = NULL;

  ty_import_run_apply (fixture->county->store, plan, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ty_import_plan_get_part (plan, 0)->seq, >, 0);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  ty_store_undo (fixture->county->store, "test", 0, NULL, &error);
  g_assert_no_error (error);
}

static TyImportState
get_state (TyImportPlan *plan,
           guint         i)
{
  return ty_import_plan_get_row (plan, i)->state;
}

static TyImportChange *
find_change (TyImportRow *row,
             const char  *word)
{
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      TyImportChange *change = &g_array_index (row->changes, TyImportChange, i);
      TyImportTopic topic = { change->info, change->field, change->own, NULL, 0, 0 };
      g_autofree char *own = ty_import_topic_dup_word (&topic);

      if (strcmp (own, word) == 0)
        return change;
    }
  return NULL;
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  return test_county_count (fixture->county, sql);
}

/* One row the same, one changed, one new, one perhaps somebody known, one with a wrong number. */
static void
save_five (Fixture *fixture)
{
  g_autoptr(TyTestXlsx) xlsx = test_sheet_new ();

  test_sheet_add (xlsx, 3, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", "2017.12");
  test_sheet_set (xlsx, 3, FIELD_POLITICAL, "群众");
  test_sheet_set (xlsx, 3, FIELD_ETHNICITY, "满族");
  test_sheet_add (xlsx, 4, "云岭镇/东山村", "石一鸣", 103, "村委会主任", "2018.10");
  test_sheet_add (xlsx, 5, "云岭镇/东山村", "田秀英", 106, "村委会委员", "2021.10");
  test_sheet_add (xlsx, 6, "云岭镇/东山村", "方大同", 105, "村委会委员", "2021.10");
  test_sheet_set (xlsx, 6, FIELD_ID_NUMBER, "990101197805120013");
  ty_test_xlsx_save (xlsx, fixture->path);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyImportPlan) plan = NULL;
  TyImportChange *change;
  gint64 n = count (fixture, "SELECT count (*) FROM action");

  save_five (fixture);
  plan = make_plan (fixture, "roster", DAY, "");
  g_assert_cmpuint (ty_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpint (get_state (plan, 0), ==, TY_IMPORT_STATE_CHANGED);
  g_assert_cmpint (get_state (plan, 1), ==, TY_IMPORT_STATE_DOUBTFUL);
  g_assert_cmpint (get_state (plan, 2), ==, TY_IMPORT_STATE_NEW);
  g_assert_cmpint (get_state (plan, 3), ==, TY_IMPORT_STATE_REFUSED);
  g_assert_nonnull (ty_import_plan_get_row (plan, 3)->reason);

  change = find_change (ty_import_plan_get_row (plan, 0), "person.ethnicity");
  g_assert_nonnull (change);
  g_assert_nonnull (find_change (ty_import_plan_get_row (plan, 0), "appointment"));

  /* A plan is no action, and leaves nothing behind. */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM action"), ==, n);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person"), ==, 2);
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyImportPlan) plan = NULL;

  save_five (fixture);
  plan = make_plan (fixture, "roster", DAY, "");
  find_change (ty_import_plan_get_row (plan, 0), "person.ethnicity")->accepted = FALSE;
  ty_import_plan_get_row (plan, 2)->accepted = FALSE;
  apply (fixture, plan);

  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person WHERE name = '何长安' AND political = '13'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person WHERE ethnicity = '11'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM appointment"), ==, 3);

  undo (fixture);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person WHERE political = '13'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM appointment"), ==, 2);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  TyImportRow *row;

  save_five (fixture);
  plan = make_plan (fixture, "roster", DAY, "");
  row = ty_import_plan_get_row (plan, 1);
  g_assert_cmpuint (row->twins->len, ==, 1);
  g_assert_false (row->accepted);
  ty_import_plan_get_row (plan, 0)->accepted = FALSE;

  g_assert_cmpuint (ty_import_plan_answer_single (plan), ==, 1);
  ty_import_run_answers (fixture->county->store, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpint (row->state, !=, TY_IMPORT_STATE_DOUBTFUL);
  /* What was chosen before the answer stays chosen. */
  g_assert_false (ty_import_plan_get_row (plan, 0)->accepted);

  ty_import_plan_answer (plan, 1, 0);
  ty_import_run_answers (fixture->county->store, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (row->state, ==, TY_IMPORT_STATE_NEW);
  apply (fixture, plan);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person WHERE name = '石一鸣'"), ==, 2);
}

/* Somebody edits a person between the comparison and the import: the place is named and nothing is done. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(TyImportPlan) plan = NULL;
  g_autoptr(TyImportPlan) again = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n;

  save_five (fixture);
  again = make_plan (fixture, "roster", DAY, "");
  plan = make_plan (fixture, "roster", DAY, "");
  apply (fixture, again);
  n = count (fixture, "SELECT count (*) FROM action");

  g_assert_false (ty_import_run_apply (fixture->county->store, plan, "test", NULL, NULL, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "何长安"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM action"), ==, n);
}

static void
test_file_changed (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TyImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  save_five (fixture);
  plan = make_plan (fixture, "roster", DAY, "");
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  g_assert_false (ty_import_run_apply (fixture->county->store, plan, "test", NULL, NULL, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
}

/* The whole of two elections, accepted as it is, is what the import without a plan does. */
static void
import_election (TestCounty *county,
                 gboolean    planned)
{
  static const struct { const char *name; const char *as_of; const char *end; } rosters[] = {
    { "roster-before.xlsx", "2020-12-31", "" },
    { "roster-after.xlsx", "2021-12-31", "2021-10-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rosters); i++)
    {
      g_autofree char *path = test_acceptance_dup_path (rosters[i].name);
      Fixture fixture = { county, path };
      g_autoptr(TyImportPlan) plan = NULL;
      g_autoptr(TyImportReport) report = NULL;

      if (planned)
        {
          plan = make_plan (&fixture, "roster", rosters[i].as_of, rosters[i].end);
          apply (&fixture, plan);
        }
      else
        report = test_county_import (county, path, rosters[i].as_of,
                                     *rosters[i].end != '\0' ? rosters[i].end : NULL);
    }
}

static void
test_same_as_without (void)
{
  static const char *const questions[] = {
    "SELECT group_concat (line, char (10)) FROM (SELECT name || coalesce (id_number, '') || coalesce (birth, '')"
    " || coalesce (phone, '') || coalesce (political, '') || coalesce (party_date, '') AS line FROM person"
    " ORDER BY line)",
    "SELECT group_concat (line, char (10)) FROM (SELECT p.name || p.id_number || post || coalesce (from_date, '')"
    " || coalesce (until_date, '') || coalesce (end_reason, '') AS line FROM appointment JOIN person p"
    " ON p.id = person ORDER BY line)",
    "SELECT group_concat (line, char (10)) FROM (SELECT p.id_number || coalesce (source, '') || coalesce (batch, '')"
    " AS line FROM mandate JOIN person p ON p.id = person ORDER BY line)",
    "SELECT group_concat (line, char (10)) FROM (SELECT p.id_number || coalesce (level, '') || coalesce (mode, '')"
    " || coalesce (school, '') || coalesce (until_date, '') AS line FROM education JOIN person p ON p.id = person"
    " ORDER BY line)",
    "SELECT group_concat (line, char (10)) FROM (SELECT name || level || kind || coalesce (party_form, '') AS line"
    " FROM unit_state ORDER BY line)",
  };
  g_autoptr(TestCounty) with = test_county_new ();
  g_autoptr(TestCounty) without = test_county_new ();

  import_election (with, TRUE);
  import_election (without, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *one = test_county_dup_text (with, questions[i]);
      g_autofree char *other = test_county_dup_text (without, questions[i]);

      g_assert_cmpuint (strlen (one), >, 0);
      g_assert_cmpstr (one, ==, other);
    }
  test_county_assert_sound (with);
}

static char *
get_number (Fixture *fixture)
{
  return test_county_dup_text (fixture->county, "SELECT id_number FROM person WHERE name = '何长安'");
}

static void
test_results (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autofree char *number = get_number (fixture);
  g_autoptr(TyImportPlan) plan = NULL;

  ty_test_xlsx_add_sheet (xlsx, "考核", TRUE);
  ty_test_xlsx_add_row (xlsx, "2023年度考核结果", NULL);
  ty_test_xlsx_add_row (xlsx, "姓名", "身份证号", "2021年度考核结果", "2022年度考核结果", NULL);
  ty_test_xlsx_add_row (xlsx, "何长安", number, "优秀", "合格", NULL);
  ty_test_xlsx_add_row (xlsx, "无此人", "", "优秀", "", NULL);
  ty_test_xlsx_add_row (xlsx, "合计", "2", "", "", NULL);
  ty_test_xlsx_save (xlsx, fixture->path);

  plan = make_plan (fixture, "results", DAY, "");
  g_assert_cmpuint (ty_import_plan_get_n_rows (plan), ==, 2);
  g_assert_cmpint (get_state (plan, 0), ==, TY_IMPORT_STATE_NEW);
  g_assert_cmpint (get_state (plan, 1), ==, TY_IMPORT_STATE_REFUSED);
  apply (fixture, plan);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM annual_result WHERE year = 2021 AND result = '1'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM annual_result WHERE year = 2022 AND result = '2B'"), ==, 1);
  g_clear_pointer (&plan, ty_import_plan_unref);

  plan = make_plan (fixture, "results", DAY, "");
  g_assert_cmpint (get_state (plan, 0), ==, TY_IMPORT_STATE_SAME);
}

/* The name of a person may stand once for the whole family. */
static void
test_family (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autofree char *number = get_number (fixture);
  g_autoptr(TyImportPlan) plan = NULL;
  guint first;

  ty_test_xlsx_add_sheet (xlsx, "家庭", TRUE);
  ty_test_xlsx_add_row (xlsx, "姓名", "身份证号", "称谓", "姓名", "出生年月", "工作单位及职务", NULL);
  first = ty_test_xlsx_add_row (xlsx, "何长安", number, "妻子", "柳小梅", "1980.05", "务农", NULL);
  ty_test_xlsx_add_row (xlsx, "", "", "父亲", "何有田", "1950.01", "务农", NULL);
  ty_test_xlsx_merge (xlsx, first, 0, first + 1, 0);
  ty_test_xlsx_merge (xlsx, first, 1, first + 1, 1);
  ty_test_xlsx_save (xlsx, fixture->path);

  plan = make_plan (fixture, "family", DAY, "");
  g_assert_cmpuint (ty_import_plan_get_n_rows (plan), ==, 2);
  apply (fixture, plan);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM family_member WHERE name = '柳小梅' AND position = 0"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM family_member WHERE name = '何有田' AND position = 1"), ==, 1);
  undo (fixture);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM family_member"), ==, 0);
}

static void
test_mapping (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autoptr(TyImportSource) source = ty_import_source_new_for_path (fixture->path);
  g_autoptr(TyImportLook) look = NULL;
  g_autoptr(TyImportLook) again = NULL;
  g_autoptr(TyImportMapping) mapping = NULL;
  g_autoptr(GError) error = NULL;
  TyStore *store = fixture->county->store;
  gint64 seq = 0;

  ty_test_xlsx_add_sheet (xlsx, "表", TRUE);
  ty_test_xlsx_add_row (xlsx, "姓名", "身份证号", "何时", "考核等次", "甲", NULL);
  ty_test_xlsx_add_row (xlsx, "何长安", "", "2021", "优秀", "x", NULL);
  ty_test_xlsx_save (xlsx, fixture->path);

  look = ty_import_look_new (ty_store_get_database (store), source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ty_import_kind_get_word (look->kind), ==, "results");
  g_assert_null (look->mapping);
  mapping = ty_import_look_dup_mapping (look, "考核表");
  g_assert_cmpstr (ty_import_mapping_get (mapping, "何时"), ==, "");
  ty_import_mapping_set (mapping, "何时", "annual_result.year");
  ty_import_mapping_table_save (store, "test", mapping, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, >, 0);

  /* The next file of the same look is read by it. */
  again = ty_import_look_new (ty_store_get_database (store), source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again->mapping);
  g_assert_cmpstr (ty_import_mapping_get_name (again->mapping), ==, "考核表");
  g_assert_cmpstr (g_array_index (again->sheet->columns, TyImportColumn, 2).target->word, ==, "annual_result.year");
  undo (fixture);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM setting WHERE key LIKE 'import_mapping/%'"), ==, 0);
}

static void
stop_cb (guint    n_done,
         guint    n_all,
         gpointer data)
{
  g_cancellable_cancel (data);
}

/* It is heard how far it is, and whoever stops it changes nothing, neither while rows are compared nor while they are
 * taken over. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  TyImportOptions options = { ty_import_kind_find ("roster"), ty_date_from_iso (DAY), TY_DATE_NONE };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TyImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_actions = count (fixture, "SELECT count(*) FROM action");

  save_five (fixture);
  g_ptr_array_add (sources, ty_import_source_new_for_path (fixture->path));
  g_assert_null (ty_import_run_plan (fixture->county->store, sources, &options, NULL, stop_cb, cancellable, cancellable,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_clear_error (&error);

  plan = make_plan (fixture, "roster", DAY, NULL);
  g_cancellable_reset (cancellable);
  g_assert_false (ty_import_run_apply (fixture->county->store, plan, "test", stop_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ty_import_plan_get_part (plan, 0)->seq, ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM action"), ==, n_actions);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-plan/states", test_states);
  ADD ("/import-plan/accept", test_accept);
  ADD ("/import-plan/stopped", test_stopped);
  ADD ("/import-plan/answers", test_answers);
  ADD ("/import-plan/changed-meanwhile", test_changed_meanwhile);
  ADD ("/import-plan/file-changed", test_file_changed);
  ADD ("/import-plan/results", test_results);
  ADD ("/import-plan/family", test_family);
  ADD ("/import-plan/mapping", test_mapping);
  g_test_add_func ("/import-plan/same-as-without", test_same_as_without);

  return g_test_run ();
}
