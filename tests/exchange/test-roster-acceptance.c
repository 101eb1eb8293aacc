/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-acceptance"

#include "config.h"

#include "test-roster-county.h"
#include "test-roster-rows.h"

#include "ty-action-log.h"

#include <string.h>

/* The main job on real input: two rosters of an office, one before and one after the term election
 * of 2021, and the published figures of both dates out of one county file. */

#define BEFORE "2020-12-31"
#define AFTER "2021-12-31"
#define CHANGE "2021-10-01"

static void
assert_figures (TestCounty *county,
                const char *member,
                const char *as_of)
{
  g_autoptr(JsonObject) expected = test_acceptance_expect (member);
  g_autoptr(JsonObject) actual = test_county_get_figures (county, as_of, 0);

  g_test_message ("%s", member);
  test_assert_has_members (actual, expected);
}

static void
assert_batches (TestCounty *county)
{
  g_autoptr(JsonObject) expected = test_acceptance_expect ("four_batches");
  g_autoptr(JsonObject) actual = test_county_get_figures (county, AFTER, 2021);

  g_assert_cmpuint (json_object_get_size (expected), ==, 4);
  test_assert_has_members (json_object_get_object_member (actual, "four_batches"), expected);
}

static TyImportReport *
import_before (TestCounty *county)
{
  g_autofree char *path = test_acceptance_dup_path ("roster-before.xlsx");

  return test_county_import (county, path, BEFORE, NULL);
}

static TyImportReport *
import_after (TestCounty *county)
{
  g_autofree char *path = test_acceptance_dup_path ("roster-after.xlsx");

  return test_county_import (county, path, AFTER, CHANGE);
}

static void
assert_both (TestCounty *county)
{
  assert_figures (county, "before", BEFORE);
  assert_figures (county, "after", AFTER);
  assert_batches (county);
  test_county_assert_sound (county);
}

static void
test_figures (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) second = NULL;

  g_assert_cmpuint (first->n_rows, ==, 480);
  g_assert_cmpuint (first->new_people, ==, 480);
  g_assert_cmpuint (first->problems->len, ==, 0);
  g_assert_cmpuint (first->new_units, ==, 8 + 75);
  assert_figures (county, "before", BEFORE);
  test_county_assert_sound (county);

  second = import_after (county);
  g_assert_cmpuint (second->n_rows, ==, 472);
  g_assert_cmpuint (second->new_people, ==, 428);
  g_assert_cmpuint (second->known_people, ==, 44);
  g_assert_cmpuint (second->new_units, ==, 0);
  assert_both (county);

  test_county_close (county);
  test_county_open (county);
  assert_both (county);
}

static GHashTable *
collect (GPtrArray *rows,
         gboolean   head)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!head || g_str_has_suffix (test_rows_get (rows, i)[TEST_POST], "村委会主任")
        || g_str_has_suffix (test_rows_get (rows, i)[TEST_POST], "居委会主任"))
      g_hash_table_add (numbers, g_strdup (test_rows_get (rows, i)[TEST_ID_NUMBER]));

  return numbers;
}

/* The starts that are assumed are those of the secretaries who became village heads in 2021 while
 * their 任现职时间 still says 2017.12, and no others. */
static void
test_assumed_starts (void)
{
  g_autoptr(GPtrArray) before = test_rows_read ("roster-before.xlsx");
  g_autoptr(GPtrArray) after = test_rows_read ("roster-after.xlsx");
  g_autoptr(GHashTable) known = collect (before, FALSE);
  g_autoptr(GHashTable) heads = collect (before, TRUE);
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) second = import_after (county);
  guint n = 0;

  g_assert_cmpuint (first->assumed_starts, ==, 0);
  for (guint i = 0; i < after->len; i++)
    {
      TestRow row = test_rows_get (after, i);
      gboolean assumed = g_str_has_suffix (row[TEST_POST], "委会主任")
                         && g_hash_table_contains (known, row[TEST_ID_NUMBER])
                         && !g_hash_table_contains (heads, row[TEST_ID_NUMBER]);
      gboolean reported = FALSE;

      for (guint j = 0; j < second->problems->len; j++)
        {
          const TyImportProblem *problem = g_ptr_array_index (second->problems, j);

          reported |= g_str_equal (problem->kind, "start-assumed") && problem->row == i + 4;
        }
      g_assert_cmpint (assumed, ==, reported);
      n += assumed;
    }
  g_assert_cmpuint (n, ==, 23);
  g_assert_cmpuint (second->assumed_starts, ==, 23);
  g_assert_cmpuint (test_report_count (second, "start-assumed"), ==, 23);
  g_assert_cmpint (test_county_count (county,
                                      "SELECT count (*) FROM appointment WHERE post IN ('C1', 'J1') "
                                      "AND from_date = '2021-10-01' AND person IN (SELECT person "
                                      "FROM appointment WHERE post = 'D1' "
                                      "AND from_date = '2017-12')"),
                   ==, 23);
}

/* What the second roster no longer names ended on the day of the change, for the reason that it was
 * not named; two villages vanished and are not closed. */
static void
test_endings (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) second = import_after (county);
  g_autofree char *ended = test_county_dup_text (
    county, "SELECT DISTINCT until_date, end_reason FROM appointment WHERE until_date IS NOT NULL");
  g_autofree char *vanished = NULL;

  g_assert_cmpstr (ended, ==, CHANGE "|not_on_roster");
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM appointment "
                                              "WHERE until_date IS NOT NULL"),
                   ==, second->ended_posts);
  g_assert_cmpuint (first->ended_posts, ==, 0);
  g_assert_cmpuint (first->vanished_villages->len, ==, 0);
  g_assert_cmpuint (second->vanished_villages->len, ==, 2);
  g_assert_cmpuint (test_report_count (second, "village-vanished"), ==, 2);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM unit_state "
                                              "WHERE level = 'village'"), ==, 75);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM unit_state "
                                              "WHERE until_date IS NOT NULL"), ==, 0);

  vanished = test_county_dup_text (county, "SELECT p.name || '/' || s.name FROM unit_state s "
                                           "JOIN unit_state p ON p.unit = s.parent "
                                           "WHERE s.level = 'village' AND s.unit NOT IN (SELECT unit "
                                           "FROM appointment WHERE until_date IS NULL)");
  for (guint i = 0; i < 2; i++)
    g_assert_nonnull (strstr (vanished, g_ptr_array_index (second->vanished_villages, i)));
}

static void
test_term (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) second = NULL;
  g_autofree char *terms = NULL;

  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM term"), ==, 0);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM mandate"), ==, 0);
  second = import_after (county);
  terms = test_county_dup_text (county, "SELECT year, from_date, until_date FROM term");
  g_assert_cmpstr (terms, ==, "2021|" CHANGE "|-");
  /* Each listed post has its mandate, with the source that the roster gives. */
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM mandate"), ==,
                   test_county_count (county, "SELECT count (*) FROM appointment "
                                              "WHERE until_date IS NULL"));
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM mandate m JOIN appointment a "
                                              "ON a.person = m.person AND a.id = m.appointment "
                                              "WHERE a.until_date IS NOT NULL "
                                              "OR m.source IS NULL OR m.person <> a.person"), ==, 0);
  g_assert_cmpint (test_county_count (county, "SELECT count (DISTINCT person) FROM mandate "
                                              "WHERE source = 'reserve'"), ==, 23);
  g_assert_cmpint (test_county_count (county, "SELECT count (DISTINCT person) FROM mandate "
                                              "WHERE source = 'veteran'"), ==, 74);
}

/* The import is kept with its date and the townships that it covers. */
static void
test_kept_imports (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) second = import_after (county);
  g_autofree char *imports = test_county_dup_text (
    county, "SELECT file_name, as_of, end_missing, n_rows, length (sha256), (SELECT count (*) FROM "
            "import_unit u JOIN unit_state s USING (unit) WHERE u.import = i.id "
            "AND s.level = 'township') FROM import i ORDER BY as_of");

  g_assert_cmpstr (imports, ==, "roster-before.xlsx|2020-12-31|-|480|64|8;"
                                "roster-after.xlsx|2021-12-31|2021-10-01|472|64|8");
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM unit_state WHERE code IS NOT NULL "
                                              "AND parent IS NOT NULL"), ==, 0);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM action "
                                              "WHERE kind = 'roster.import'"), ==, 2);
}

static void
import_shuffled (TestCounty *county,
                 const char *name,
                 guint32     seed,
                 const char *as_of,
                 const char *end_missing)
{
  g_autoptr(GPtrArray) rows = test_rows_read (name);
  g_autofree char *path = test_county_dup_path (county, name);
  g_autoptr(TyImportReport) report = NULL;

  test_rows_shuffle (rows, seed);
  test_rows_save (rows, path);
  report = test_county_import (county, path, as_of, end_missing);
}

static void
test_shuffled (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr(TestCounty) county = test_county_new ();

      import_shuffled (county, "roster-before.xlsx", seed, BEFORE, NULL);
      import_shuffled (county, "roster-after.xlsx", seed + 10, AFTER, CHANGE);
      assert_both (county);
    }
}

static void
test_again (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(TyImportReport) first_again = import_before (county);
  g_autoptr(TyImportReport) second = NULL;
  g_autoptr(TyImportReport) second_again = NULL;
  g_autoptr(TyImportReport) late = NULL;

  g_assert_cmpuint (first_again->known_people, ==, 480);
  g_assert_cmpuint (first_again->new_people + first_again->new_posts + first_again->changed_people
                      + first_again->new_units + first_again->ended_posts, ==, 0);
  assert_figures (county, "before", BEFORE);

  second = import_after (county);
  second_again = import_after (county);
  g_assert_cmpuint (second_again->known_people, ==, 472);
  g_assert_cmpuint (second_again->new_people + second_again->new_posts
                      + second_again->changed_people + second_again->new_units
                      + second_again->ended_posts + second_again->assumed_starts, ==, 0);
  assert_both (county);

  /* The earlier roster once more, after the later one. */
  late = import_before (county);
  g_assert_cmpuint (late->new_people + late->new_posts + late->changed_people + late->ended_posts,
                    ==, 0);
  assert_both (county);
}

static void
test_undo (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_before (county);
  g_autoptr(JsonObject) later = test_county_get_figures (county, AFTER, 2021);
  g_autoptr(TyImportReport) second = import_after (county);
  g_autoptr(JsonObject) undone = NULL;
  g_autoptr(GError) error = NULL;

  ty_store_undo (county->store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  undone = test_county_get_figures (county, AFTER, 2021);
  test_assert_has_members (undone, later);
  assert_figures (county, "before", BEFORE);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM person"), ==, 480);
  g_assert_cmpint (test_county_count (county, "SELECT count (*) FROM term"), ==, 0);
  test_county_assert_sound (county);

  ty_store_redo (county->store, "tester", NULL, &error);
  g_assert_no_error (error);
  assert_both (county);
}

static char *
run_program (TestCounty        *county,
             const char *const *arguments)
{
  char *output = NULL;

  g_assert_cmpint (test_county_run_program (county, arguments, &output, NULL), ==, 0);
  return output;
}

static void
assert_printed (const char *output,
                JsonObject *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = json_from_string (output, &error);

  g_assert_no_error (error);
  test_assert_has_members (json_node_get_object (node), expected);
}

/* The same by the commands that the manual names. */
static void
test_program (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autofree char *file = test_county_dup_path (county, "by-commands.touyan");
  g_autofree char *before = test_acceptance_dup_path ("roster-before.xlsx");
  g_autofree char *after = test_acceptance_dup_path ("roster-after.xlsx");
  const char *create[] = { "create", file, "--name", "石城县", "--code", "990101", NULL };
  const char *import[] = { "import", file, before, "--as-of", BEFORE, NULL };
  const char *change[] = { "import", file, after, "--as-of", AFTER, "--end-missing", CHANGE,
                           "--json", NULL };
  const char *earlier[] = { "figures", file, "--as-of", BEFORE, "--json", NULL };
  const char *later[] = { "figures", file, "--as-of", AFTER, "--term", "2021", "--json", NULL };
  g_autoptr(JsonObject) expected_before = test_acceptance_expect ("before");
  g_autoptr(JsonObject) expected_after = test_acceptance_expect ("after");
  g_autoptr(JsonObject) batches = test_acceptance_expect ("four_batches");
  g_autoptr(JsonObject) report = json_object_new ();
  g_autofree char *created = run_program (county, create);
  g_autofree char *imported = run_program (county, import);
  g_autofree char *changed = run_program (county, change);
  g_autofree char *figures_before = run_program (county, earlier);
  g_autofree char *figures_after = run_program (county, later);

  json_object_set_boolean_member (report, "imported", TRUE);
  json_object_set_int_member (report, "rows", 472);
  json_object_set_int_member (report, "assumed_starts", 23);
  json_object_set_int_member (report, "errors", 0);
  assert_printed (changed, report);
  assert_printed (figures_before, expected_before);
  json_object_set_object_member (expected_after, "four_batches", g_steal_pointer (&batches));
  assert_printed (figures_after, expected_after);
}

/* A scope that several units could be is refused, with the choices. */
static void
test_program_scope (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(GPtrArray) rows = test_rows_read ("roster-before.xlsx");
  g_autofree char *roster = test_county_dup_path (county, "roster.xlsx");
  g_autoptr(TyImportReport) report = NULL;
  const char *unit[] = { "figures", county->path, "--as-of", BEFORE, "--scope", "云岭镇/下松河村",
                         "--json", NULL };
  const char *ambiguous[] = { "figures", county->path, "--as-of", BEFORE, "--scope", "下松河村", NULL };
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  g_autoptr(JsonObject) expected = json_object_new ();

  /* Another township gets a village of the same name. */
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow row = test_rows_get (rows, i);

      if (g_str_equal (row[TEST_TOWNSHIP], "石泉镇") && i % 5 == 0)
        {
          g_free (row[TEST_VILLAGE]);
          row[TEST_VILLAGE] = g_strdup ("下松河村");
        }
    }
  test_rows_save (rows, roster);
  report = test_county_import (county, roster, BEFORE, NULL);
  test_county_close (county);

  g_assert_cmpint (test_county_run_program (county, unit, &output, NULL), ==, 0);
  json_object_set_int_member (expected, "villages", 1);
  assert_printed (output, expected);
  g_clear_pointer (&output, g_free);
  g_assert_cmpint (test_county_run_program (county, ambiguous, &output, &messages), !=, 0);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (messages, "云岭镇/下松河村 ("));
  g_assert_nonnull (strstr (messages, "石泉镇/下松河村 ("));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-acceptance/figures", test_figures);
  g_test_add_func ("/roster-acceptance/assumed-starts", test_assumed_starts);
  g_test_add_func ("/roster-acceptance/endings", test_endings);
  g_test_add_func ("/roster-acceptance/term", test_term);
  g_test_add_func ("/roster-acceptance/kept-imports", test_kept_imports);
  g_test_add_func ("/roster-acceptance/shuffled", test_shuffled);
  g_test_add_func ("/roster-acceptance/again", test_again);
  g_test_add_func ("/roster-acceptance/undo", test_undo);
  g_test_add_func ("/roster-acceptance/program", test_program);
  g_test_add_func ("/roster-acceptance/program-scope", test_program_scope);
  return g_test_run ();
}
