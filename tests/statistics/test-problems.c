/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-problems"

#include "config.h"

#include "ty-action-log.h"
#include "ty-problems.h"
#include "ty-test-county.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Records that cannot be right are found, each by its kind, and nothing else is. */

#define TODAY ((TyDate){ 2021, 12, 31 })

static void
set_up (TyTestCounty  *county,
        gconstpointer  data)
{
  ty_test_county_set_up (county, data);
  ty_test_county_exec (county->store,
                       "INSERT INTO unit (id) VALUES (11), (12), (13); "
                       "INSERT INTO person (id, name) VALUES (1, '张三'), (2, '李四'); "
                       "INSERT INTO unit_state (unit, id, parent, name, level, kind, position) "
                       "SELECT id, id, (SELECT min(unit) FROM unit_state WHERE parent IS NULL), "
                       "'村' || id, 'village', 'village', 0 FROM unit WHERE id < 20");
}

static void
add_post (TyTestCounty *county,
          gint64        person,
          gint64        unit,
          const char   *post,
          const char   *from,
          const char   *until)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO appointment (person, id, unit, post, from_date, until_date) VALUES (%" G_GINT64_FORMAT
    ", (SELECT coalesce(max(id), 0) + 1 FROM appointment), %" G_GINT64_FORMAT ", '%s', nullif('%s', ''), "
    "nullif('%s', ''))", person, unit, post, from, until);

  ty_test_county_exec (county->store, sql);
}

static TyProblemList *
find_in (TyTestCounty *county,
         gint64        scope,
         gint64        person)
{
  TyDatabase *database = ty_store_get_database (county->store);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyColumns) columns = ty_columns_load (&database, 1, NULL, &error);
  g_autoptr(TyView) view = NULL;
  g_autoptr(TyProblemIndex) index = ty_problem_index_new ();
  TyProblemList *list;

  g_assert_no_error (error);
  view = ty_view_new (columns, TODAY, scope, 0, NULL);
  list = person != 0 ? ty_problems_find_of (view, database, TODAY, person, &error)
                     : ty_problems_find (index, view, database, TODAY, NULL, &error);
  g_assert_no_error (error);
  return list;
}

/* What these people lack is no matter here. */
static GPtrArray *
find (TyTestCounty *county)
{
  g_autoptr(TyProblemList) list = find_in (county, 0, 0);
  GPtrArray *problems = g_ptr_array_ref (list->problems);

  for (guint i = problems->len; i > 0; i--)
    if (((TyProblem *) g_ptr_array_index (problems, i - 1))->kind == TY_PROBLEM_REQUIRED)
      g_ptr_array_remove_index (problems, i - 1);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TyProblem *) g_ptr_array_index (problems, i))->text);
  return problems;
}

static void
assert_none (TyTestCounty *county)
{
  g_autoptr(GPtrArray) problems = find (county);

  g_assert_cmpuint (problems->len, ==, 0);
}

/* The only one, which names the person or the unit. */
static void
assert_one (TyTestCounty  *county,
            TyProblemKind  kind,
            gint64         person,
            gint64         unit,
            const char    *name)
{
  g_autoptr(GPtrArray) problems = find (county);
  const TyProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (ty_problem_kind_get_info (problem->kind)->word, ==,
                   ty_problem_kind_get_info (kind)->word);
  g_assert_cmpint (problem->person, ==, person);
  g_assert_cmpint (problem->unit, ==, unit);
  g_assert_nonnull (strstr (problem->text, name));
  g_assert_true (g_str_has_suffix (problem->text, "."));
}

/* What looks strange and can be right. */
static void
test_none (TyTestCounty  *county,
           gconstpointer  data)
{
  assert_none (county);
  ty_test_county_exec (county->store, "UPDATE unit_state SET from_date = '2017', until_date = '2018' "
                                      "WHERE unit = 11; "
                                      "INSERT INTO unit_state (unit, id, from_date, parent, name, level, "
                                      "kind, position) VALUES (11, 20, '2018-01', 12, '村', 'village', "
                                      "'village', 0); "
                                      "INSERT INTO person (id, name, birth) VALUES (3, '王五', '2021-12-31'); "
                                      "INSERT INTO reserve (person, id, unit, post) VALUES (1, 7, 11, 'D1')");
  add_post (county, 1, 11, "D1", "", "");
  add_post (county, 1, 11, "C1", "2017", "2018");
  add_post (county, 1, 11, "C1", "2018-01-01", "");
  add_post (county, 1, 12, "C1", "2018-01-01", "");
  add_post (county, 2, 11, "C1", "2019", "2019-01");
  add_post (county, 2, 12, "QQ", "0000", "9999");
  assert_none (county);
}

static void
test_circle (TyTestCounty  *county,
             gconstpointer  data)
{
  /* Only from 2018 to 2019, and no other way round on any day. */
  ty_test_county_exec (county->store,
                       "UPDATE unit_state SET parent = 12, from_date = '2017', until_date = '2019' "
                       "WHERE unit = 11; UPDATE unit_state SET parent = 13 WHERE unit = 12; "
                       "UPDATE unit_state SET parent = 11, from_date = '2018' WHERE unit = 13");
  assert_one (county, TY_PROBLEM_CIRCLE, 0, 11, "村11");
  ty_test_county_exec (county->store, "UPDATE unit_state SET from_date = '2019' WHERE unit = 13");
  assert_none (county);
  ty_test_county_exec (county->store, "UPDATE unit_state SET parent = 13 WHERE unit = 13");
  assert_one (county, TY_PROBLEM_CIRCLE, 0, 13, "村13");
}

static void
test_states (TyTestCounty  *county,
             gconstpointer  data)
{
  ty_test_county_exec (county->store, "UPDATE unit_state SET until_date = '2018-01-02' WHERE unit = 11; "
                                      "INSERT INTO unit_state (unit, id, from_date, name, level, kind, "
                                      "position) VALUES (11, 20, '2018', '新村', 'village', 'village', 0)");
  assert_one (county, TY_PROBLEM_STATES, 0, 11, "新村");
  ty_test_county_exec (county->store, "UPDATE unit_state SET until_date = '2018-01' WHERE id = 11");
  assert_none (county);
  ty_test_county_exec (county->store, "UPDATE unit_state SET until_date = '2017' WHERE id = 20");
  assert_one (county, TY_PROBLEM_UNIT_PERIOD, 0, 11, "新村");
}

static void
test_birth (TyTestCounty  *county,
            gconstpointer  data)
{
  ty_test_county_exec (county->store, "UPDATE person SET birth = '2022-01' WHERE id = 2");
  assert_one (county, TY_PROBLEM_BIRTH, 2, 0, "李四");
  assert_one (county, TY_PROBLEM_BIRTH, 2, 0, "2022.01");
  ty_test_county_exec (county->store, "UPDATE person SET merged_into = 1 WHERE id = 2");
  assert_none (county);
}

static void
test_period (TyTestCounty  *county,
             gconstpointer  data)
{
  add_post (county, 1, 11, "D1", "2019", "2017");
  assert_one (county, TY_PROBLEM_PERIOD, 1, 11, "张三");
  assert_one (county, TY_PROBLEM_PERIOD, 1, 11, "村11");
  ty_test_county_exec (county->store, "DELETE FROM appointment; "
                                      "INSERT INTO mentor (person, id, from_date, until_date, capacity) "
                                      "VALUES (2, 7, '2019', '2018', 1)");
  assert_one (county, TY_PROBLEM_PERIOD, 2, 0, "李四");
  ty_test_county_exec (county->store, "DELETE FROM mentor; "
                                      "INSERT INTO reserve (person, id, unit, post, from_date, until_date) "
                                      "VALUES (2, 7, 12, 'D1', '2019', '2018')");
  assert_one (county, TY_PROBLEM_PERIOD, 2, 12, "村12");
}

static void
test_twice (TyTestCounty  *county,
            gconstpointer  data)
{
  add_post (county, 1, 11, "D2", "2017", "2019");
  add_post (county, 2, 11, "D2", "2017", "2019");
  assert_none (county);
  add_post (county, 1, 11, "D2", "2018-12-31", "");
  assert_one (county, TY_PROBLEM_TWICE, 1, 11, "张三");
}

static void
test_outside (TyTestCounty  *county,
              gconstpointer  data)
{
  ty_test_county_exec (county->store, "UPDATE unit_state SET from_date = '2017', until_date = '2020' "
                                      "WHERE unit = 11");
  add_post (county, 1, 11, "D1", "2017", "2020");
  add_post (county, 2, 11, "D2", "", "2019");
  assert_none (county);
  add_post (county, 2, 11, "C1", "2016-12", "2017-02");
  assert_one (county, TY_PROBLEM_OUTSIDE, 2, 11, "李四");
  ty_test_county_exec (county->store, "DELETE FROM appointment");
  /* Nobody ended it when the village was closed. */
  add_post (county, 2, 11, "C1", "2019", "");
  assert_one (county, TY_PROBLEM_OUTSIDE, 2, 11, "村11");
  ty_test_county_exec (county->store, "DELETE FROM appointment; DELETE FROM unit_state WHERE unit = 13");
  add_post (county, 1, 13, "C1", "", "");
  assert_one (county, TY_PROBLEM_OUTSIDE, 1, 13, "13");
}

static JsonObject *
parse (const char *output)
{
  g_autoptr(JsonNode) node = json_from_string (output, NULL);

  g_assert_nonnull (node);
  return json_node_dup_object (node);
}

static gboolean
add_bad_post (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  return ty_database_exec (ty_store_get_database (store),
                           "INSERT INTO person (id, name) VALUES (1, '张三'); "
                           "INSERT INTO appointment (person, id, unit, post, from_date, until_date) "
                           "SELECT 1, 1, min(unit), 'D1', '2019', '2017' FROM unit_state", error);
}

/* Problems of records are no fault of the file. */
static void
test_command (TyTestCounty  *county,
              gconstpointer  data)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autofree char *plain = NULL, *good = NULL, *told = NULL, *json = NULL, *before = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(JsonObject) bare = NULL;
  g_autoptr(GError) error = NULL;
  JsonObject *problem, *counts;

  g_assert_cmpint (ty_test_cli_run (county->folder, &good, NULL, "check", county->path, "--data", NULL), ==,
                   0);
  g_assert_nonnull (strstr (good, "No record was found"));
  ty_store_run (county->store, &spec, add_bad_post, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ty_test_cli_run (county->folder, &plain, NULL, "check", county->path, NULL), ==, 0);
  g_assert_null (strstr (plain, "张三"));
  g_assert_cmpint (ty_test_cli_run (county->folder, &told, NULL, "check", county->path, "--data", NULL), ==,
                   0);
  g_assert_true (g_str_has_prefix (told, plain));
  g_assert_nonnull (strstr (told, "张三"));

  g_assert_cmpint (ty_test_cli_run (county->folder, &json, NULL, "check", county->path, "--data", "--json",
                                    NULL), ==, 0);
  object = parse (json);
  g_assert_true (json_object_get_boolean_member (object, "good"));
  problem = json_array_get_object_element (json_object_get_array_member (object, "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "kind"), ==, "period");
  g_assert_cmpstr (json_object_get_string_member (problem, "person"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (problem, "name"), ==, "张三");
  g_assert_cmpstr (json_object_get_string_member (problem, "table"), ==, "appointment");
  g_assert_cmpstr (json_object_get_string_member (problem, "field"), ==, "until_date");
  g_assert_true (g_str_has_suffix (json_object_get_string_member (problem, "advice"), "."));
  g_assert_nonnull (strstr (json_object_get_string_member (problem, "text"), "张三"));
  counts = json_object_get_object_member (object, "counts");
  g_assert_cmpuint (json_object_get_size (counts), ==, TY_N_PROBLEM_KINDS);
  g_assert_cmpint (json_object_get_int_member (counts, "period"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (counts, "circle"), ==, 0);

  g_assert_cmpint (ty_test_cli_run (county->folder, &before, NULL, "check", county->path, "--json", NULL),
                   ==, 0);
  bare = parse (before);
  g_assert_false (json_object_has_member (bare, "problems"));
}

/* The date and the scope belong to the records. */
static void
test_options (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autofree char *errors = NULL, *json = NULL, *nobody = NULL;
  g_autoptr(JsonObject) object = NULL;

  g_assert_cmpint (ty_test_cli_run (county->folder, NULL, &errors, "check", county->path, "--as-of",
                                    "2021-12-31", NULL), ==, 2);
  g_assert_nonnull (strstr (errors, "--data"));
  g_assert_cmpint (ty_test_cli_run (county->folder, NULL, &nobody, "check", county->path, "--data",
                                    "--scope", "不存在村", NULL), ==, 1);
  g_assert_cmpint (ty_test_cli_run (county->folder, &json, NULL, "check", county->path, "--data",
                                    "--as-of", "2021-12-31", "--json", NULL), ==, 0);
  object = parse (json);
  g_assert_cmpstr (json_object_get_string_member (object, "as_of"), ==, "2021-12-31");
}

#define ADD(path, func) g_test_add (path, TyTestCounty, NULL, set_up, func, ty_test_county_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/problems/none", test_none);
  ADD ("/problems/circle", test_circle);
  ADD ("/problems/states", test_states);
  ADD ("/problems/birth", test_birth);
  ADD ("/problems/period", test_period);
  ADD ("/problems/twice", test_twice);
  ADD ("/problems/outside", test_outside);
  TY_TEST_ADD ("/problems/command", test_command);
  TY_TEST_ADD ("/problems/options", test_options);
  return g_test_run ();
}
