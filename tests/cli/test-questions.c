/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-figures.h"
#include "ty-store.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* touyan-cli figures and touyan-cli list, as they are typed. */

typedef struct
{
  TyTestOffice *county;
  char *sample;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  gint64 liu = ty_test_office_add_person (county, "刘梅", "2", "1990", NULL);
  gint64 wang = ty_test_office_add_person (county, "王退", "1", "1955-06", NULL);

  fixture->county = county;
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, zhang, county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (county, liu, county->creek, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->plum, "D1", NULL, "2021-10");
  ty_test_office_done (county);
  fixture->sample = g_build_filename (county->folder, "sample.touyan", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->sample);
  ty_test_office_free (fixture->county);
}

/* Runs a line of words separated by blanks; FILE and SAMPLE are the two files. */
static int
run (Fixture     *fixture,
     const char  *line,
     char       **output,
     char       **errors)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GPtrArray) args = g_ptr_array_new ();
  g_autofree char *program = g_build_filename (g_getenv ("TY_BUILD_ROOT"), "touyan-cli", NULL);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (args, program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (args, g_str_equal (words[i], "FILE") ? fixture->county->path
                           : g_str_equal (words[i], "SAMPLE") ? fixture->sample : words[i]);
  g_ptr_array_add (args, NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->county->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) args->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static char *
run_well (Fixture    *fixture,
          const char *line)
{
  g_autofree char *errors = NULL;
  char *output = NULL;

  g_test_message ("%s", line);
  g_assert_cmpint (run (fixture, line, &output, &errors), ==, 0);
  g_assert_cmpstr (errors, ==, "");
  return output;
}

static JsonObject *
run_for_json (Fixture    *fixture,
              const char *line)
{
  g_autofree char *output = run_well (fixture, line);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = json_from_string (output, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

static void
assert_prints (Fixture    *fixture,
               const char *line,
               const char *expected)
{
  g_autofree char *output = run_well (fixture, line);

  g_assert_cmpstr (output, ==, expected);
}

static void
assert_fails (Fixture    *fixture,
              const char *line,
              int         status,
              const char *part)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_test_message ("%s", line);
  g_assert_cmpint (run (fixture, line, &output, &errors), ==, status);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (errors, part));
}

/* What was asked without groups is printed as ever. */
static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READ_ONLY, NULL);
  g_autoptr(TyFigures) all = ty_figures_load (ty_store_get_database (store),
                                              ty_date_new (2021, 12, 31), 0, 2021, NULL);
  g_autoptr(TyFigures) north = ty_figures_load (ty_store_get_database (store),
                                                ty_date_new (2021, 12, 31), fixture->county->north, 0,
                                                NULL);
  g_autofree char *all_json = ty_figures_to_json (all);
  g_autofree char *north_json = ty_figures_to_json (north);
  g_autofree char *all_line = g_strconcat (all_json, "\n", NULL);
  g_autofree char *north_line = g_strconcat (north_json, "\n", NULL);

  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --term 2021 --json", all_line);
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --scope 云岭镇 --json", north_line);
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --scope 石城县/云岭镇 --json", north_line);
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  assert_prints (fixture,
                 "figures FILE --as-of 2021-12-31 --by village --who secretaries --measure count "
                 "--measure average_age --measure female",
                 "As of 2021.12.31\n"
                 "Village  Number  Average age        Women\n"
                 "上松村        1        41.00    0 (0.00%)\n"
                 "下溪村        1        31.00  1 (100.00%)\n"
                 "Total         2        36.00   1 (50.00%)\n");
  assert_prints (fixture,
                 "figures FILE --as-of 2021-12-31 --by township --who secretaries --compare 2020-12-31 "
                 "--measure average_age",
                 "As of 2021.12.31\n"
                 "Township  Average age\n"
                 "           2020.12.31  2021.12.31  Change\n"
                 "云岭镇          40.00       36.00   -4.00\n"
                 "石泉乡          65.00           —       —\n"
                 "Total           52.50       36.00  -16.50\n");
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --by township --by sex --who secretaries",
                 "As of 2021.12.31\n"
                 "Number, columns: Sex\n"
                 "Township  Male  Female  Total\n"
                 "云岭镇       1       1      2\n"
                 "Total        1       1      2\n");
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --by township --who villages --all",
                 "As of 2021.12.31\n"
                 "Township       Number\n"
                 "云岭镇              2\n"
                 "石泉乡              1\n"
                 "not filled in       0\n"
                 "Total               3\n");
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --who posts --measure count",
                 "As of 2021.12.31\n"
                 "       Number\n"
                 "Total       3\n");
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --who secretaries --sort -birth",
                 "Name    Sex     Born     Township  Village  Posts                                              Since\n"
                 "刘梅    Female  1990     云岭镇    下溪村   Party secretary                                    2021.10\n"
                 "张晓明  Male    1980.02  云岭镇    上松村   Party secretary, Head of the villagers’ committee  2017.12\n");
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --who villages --limit 2",
                 "Name    Township\n"
                 "上松村  云岭镇\n"
                 "下溪村  云岭镇\n"
                 "2 of 3 are shown.\n");
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --who posts --where post=C1",
                 "Name    Post                              Township  Village  Since\n"
                 "张晓明  Head of the villagers’ committee  云岭镇    上松村   2021.10\n");
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --count --search zxm", "1\n");
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --count --json", "{\n  \"count\": 2\n}\n");
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --limit 0 --json",
                 "{\n  \"as_of\": \"2021-12-31\",\n  \"count\": 2,\n  \"rows\": []\n}\n");
}

/* An ID number finds its person and is printed nowhere. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = run_well (fixture, "list FILE --as-of 2021-12-31 --search 990101198002210018");
  g_autofree char *json = run_well (fixture, "list FILE --as-of 2021-12-31 --who everybody --json");

  g_assert_nonnull (strstr (text, "张晓明"));
  g_assert_null (strstr (text, "990101"));
  g_assert_nonnull (strstr (json, "王退"));
  g_assert_null (strstr (json, "990101"));
}

static guint
count_rows (Fixture    *fixture,
            const char *options,
            guint       expected)
{
  g_autofree char *json_line = g_strdup_printf ("list SAMPLE %s --json", options);
  g_autofree char *text_line = g_strdup_printf ("list SAMPLE %s", options);
  g_autoptr(JsonObject) list = run_for_json (fixture, json_line);
  g_autofree char *text = run_well (fixture, text_line);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpint (json_object_get_int_member (list, "count"), ==, expected);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (list, "rows")), ==, expected);
  /* The titles, and the end of the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, expected + 2);
  return expected;
}

static guint
get_total (Fixture    *fixture,
           const char *options)
{
  g_autofree char *line = g_strdup_printf ("figures SAMPLE %s --by township --json", options);
  g_autoptr(JsonObject) table = run_for_json (fixture, line);
  JsonArray *amounts = json_object_get_array_member (json_object_get_object_member (table, "totals"),
                                                     "amounts");

  return (guint) json_object_get_int_member (json_array_get_object_element (amounts, 0), "sum");
}

/* The same words give a figure, a count and a list of the same length. */
static void
test_same_words (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const options[] = {
    "--as-of 2021-12-31",
    "--as-of 2021-12-31 --who secretaries --is female",
    "--as-of 2020-12-31 --who members --is age_le_50 --is college_and_above",
    "--as-of 2021-12-31 --who members --where sex=2 --where age_band=le_35 --where age_band=36_45",
    "--as-of 2021-12-31 --filter {\"not\":{\"who\":\"members\"}} --is female",
    "--as-of 2021-12-31 --who secretaries "
    "--filter {\"as_of\":\"2020-12-31\",\"of\":{\"who\":\"secretaries\"}}",
    "--as-of 2021-12-31 --who villages --is led",
    "--as-of 2021-12-31 --who posts --where body=party",
    "--as-of 2021-12-31 --who departed",
  };
  g_autofree char *made = run_well (fixture, "sample SAMPLE --villages 12");
  guint step = g_getenv ("TY_SOAK") != NULL ? 1 : 2;
  guint sum = 0;

  for (guint i = step - 1; i < G_N_ELEMENTS (options); i += step)
    {
      g_autofree char *line = g_strdup_printf ("list SAMPLE %s --count", options[i]);
      g_autofree char *count = run_well (fixture, line);
      guint total = get_total (fixture, options[i]);

      g_assert_cmpuint (g_ascii_strtoull (count, NULL, 10), ==, total);
      sum += count_rows (fixture, options[i], total);
    }
  g_assert_cmpuint (sum, >, 50);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  assert_fails (fixture, "figures", 2, "Usage");
  assert_fails (fixture, "list", 2, "Usage");
  assert_fails (fixture, "list FILE FILE", 2, "Usage");
  assert_fails (fixture, "figures FILE --as-of 2021", 2, "--as-of");
  assert_fails (fixture, "figures FILE --by sex --compare yesterday", 2, "--compare");
  assert_fails (fixture, "figures FILE --by beauty", 2, "age_band, sex");
  assert_fails (fixture, "figures FILE --measure beauty", 2, "average_age");
  assert_fails (fixture, "figures FILE --who kings", 2, "secretaries");
  assert_fails (fixture, "figures FILE --by sex --by post --by township", 2, "--by");
  assert_fails (fixture, "figures FILE --by sex --by post --measure count --measure female", 2,
                "--measure");
  assert_fails (fixture, "figures FILE --by sex --by sex", 2, "sex");
  assert_fails (fixture, "figures FILE --who villages --by township --by sex", 2, "sex");
  assert_fails (fixture, "figures FILE --who posts --by post --measure average_age", 2, "average_age");
  assert_fails (fixture, "figures FILE --who members --filter {\"who\":\"villages\"}", 2, "villages");
  assert_fails (fixture, "figures FILE --filter {", 2, "filter");
  assert_fails (fixture, "list FILE --sort beauty", 2, "strokes");
  assert_fails (fixture, "list FILE --where sex", 2, "sex=2");
  assert_fails (fixture, "list FILE --where sex=3", 2, "Female (2)");
  assert_fails (fixture, "list FILE --who posts --sort birth", 2, "official");
  assert_fails (fixture, "list FILE --limit -5", 2, "--limit");
  assert_fails (fixture, "list FILE --scope 无名镇", 1, "无名镇");
  assert_fails (fixture, "list SAMPLE", 1, "sample.touyan");
}

#define WOMEN "{\"test\":\"sex\",\"how\":\"is\",\"values\":[\"2\"]}"

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --count --filter " WOMEN, "1\n");
  g_free (run_well (fixture, "filters FILE --save 妇女 --filter " WOMEN));
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --count --filter 妇女", "1\n");
  assert_prints (fixture, "figures FILE --as-of 2021-12-31 --by township --filter 妇女 --measure count",
                 "As of 2021.12.31\nTownship  Number\n云岭镇         1\nTotal          1\n");
  assert_prints (fixture, "filters FILE", "Name  Conditions\n妇女  Female\n");
  g_free (run_well (fixture, "filters FILE --save 妇女 --filter {\"not\":" WOMEN "}"));
  assert_prints (fixture, "list FILE --as-of 2021-12-31 --count --filter 妇女", "1\n");
  assert_prints (fixture, "filters FILE", "Name  Conditions\n妇女  not Female\n");
  assert_fails (fixture, "list FILE --filter 老人", 1, "老人");
  assert_fails (fixture, "filters FILE --save 坏 --filter {", 2, "filter");
  assert_fails (fixture, "filters FILE --save 坏", 2, "--filter");
  assert_fails (fixture, "filters FILE --remove 老人", 1, "老人");
  g_free (run_well (fixture, "filters FILE --remove 妇女"));
  assert_prints (fixture, "filters FILE --json", "[]\n");
}

/* Without a file. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = run_well (fixture, "figures --list-words");
  g_autoptr(JsonObject) json = run_for_json (fixture, "list --list-words --json");

  g_assert_nonnull (strstr (text, "\n  full_time_education   Full-time education\n"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json, "who")), ==, TY_N_WHO);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json, "keys")), ==, 9);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("/questions/published", test_published);
  ADD ("/questions/tables", test_tables);
  ADD ("/questions/lists", test_lists);
  ADD ("/questions/private", test_private);
  ADD ("/questions/same-words", test_same_words);
  ADD ("/questions/errors", test_errors);
  ADD ("/questions/filters", test_filters);
  ADD ("/questions/words", test_words);
  return g_test_run ();
}
