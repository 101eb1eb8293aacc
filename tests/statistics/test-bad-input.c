/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-bad-input"

#include "config.h"

#include "ty-grouping.h"
#include "ty-population.h"
#include "ty-test-county.h"

#include <string.h>

/* Records that cannot be right and questions that make no sense: what comes out is said here. Never a
 * number that is wrong, and never no end. */

#define CHAIN 50000

typedef struct
{
  TyTestCounty county;
  gint64 unit; /* the county */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ty_test_county_set_up (&fixture->county, data);
  fixture->unit = ty_test_county_count (fixture->county.store, "SELECT unit FROM unit_state");
  /* Keys of the test’s own: they are smaller than any that a writer gives. */
  ty_test_county_exec (fixture->county.store,
                       "INSERT INTO unit (id) VALUES (11), (12), (13), (14); "
                       "INSERT INTO person (id, name, sex) VALUES (1, '甲', '1'), (2, '乙', '2')");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_county_tear_down (&fixture->county, data);
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  ty_test_county_exec (fixture->county.store, sql);
}

static void
add_village (Fixture    *fixture,
             gint64      unit,
             gint64      parent,
             const char *from,
             const char *until)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO unit_state (unit, id, from_date, until_date, parent, name, level, kind, position) "
    "VALUES (%" G_GINT64_FORMAT ", (SELECT coalesce(max(id), 0) + 1 FROM unit_state), "
    "nullif('%s', ''), nullif('%s', ''), %" G_GINT64_FORMAT ", '村', 'village', 'village', 0)",
    unit, from, until, parent);

  run_sql (fixture, sql);
}

static void
add_post (Fixture    *fixture,
          gint64      person,
          gint64      unit,
          const char *post,
          const char *from,
          const char *until)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO appointment (person, id, unit, post, from_date, until_date) VALUES (%" G_GINT64_FORMAT
    ", (SELECT coalesce(max(id), 0) + 1 FROM appointment), %" G_GINT64_FORMAT ", '%s', nullif('%s', ''), "
    "nullif('%s', ''))", person, unit, post, from, until);

  run_sql (fixture, sql);
}

static TyColumns *
load (Fixture *fixture)
{
  TyDatabase *database = ty_store_get_database (fixture->county.store);
  g_autoptr(GError) error = NULL;
  TyColumns *columns = ty_columns_load (&database, 1, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

static TyView *
look (Fixture    *fixture,
      const char *day,
      gint64      scope)
{
  g_autoptr(TyColumns) columns = load (fixture);

  return ty_view_new (columns, ty_date_from_iso (day), scope, 0, NULL);
}

static guint
count (TyView     *view,
       const char *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) population = ty_population_from_json (json, &error);
  g_autoptr(GArray) list = NULL;

  g_assert_no_error (error);
  list = ty_population_list (population, view, NULL);
  g_assert_cmpuint (list->len, ==, ty_population_count (population, view, NULL));
  return list->len;
}

static guint
count_who (TyView *view,
           TyWho   who)
{
  g_autofree char *json = g_strdup_printf ("{\"who\":\"%s\"}", ty_who_to_string (who));

  return count (view, json);
}

static guint
ask (Fixture    *fixture,
     const char *day,
     gint64      scope,
     const char *json)
{
  g_autoptr(TyView) view = look (fixture, day, scope);

  return count (view, json);
}

#define SECRETARIES "{\"who\":\"secretaries\"}"
#define DEPARTED "{\"who\":\"departed\"}"
#define EVERYBODY "{\"who\":\"everybody\"}"
#define POSTS "{\"who\":\"posts\"}"
#define VILLAGES "{\"who\":\"villages\"}"

/* Before all records there is nobody, and what has no beginning had begun. */
static void
test_early (Fixture       *fixture,
            gconstpointer  data)
{
  add_village (fixture, 11, fixture->unit, "2017", "");
  add_post (fixture, 1, 11, "D1", "2021-10", "");
  run_sql (fixture, "UPDATE person SET birth = '1980-05'");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const days[] = { "1800", "1805-03", "1979-12-31" };
      g_autoptr(TyView) view = look (fixture, days[i], 0);

      for (TyWho who = 0; who < TY_N_WHO; who++)
        g_assert_cmpuint (count_who (view, who), ==, who == TY_WHO_EVERYBODY ? 2 : 0);
      g_assert_cmpuint (count (view, "{\"is\":\"birth_known\"}"), ==, 0);
    }
  add_post (fixture, 2, fixture->unit, "C1", "", "");
  g_assert_cmpuint (ask (fixture, "1800-01-01", 0, "{\"who\":\"heads\"}"), ==, 1);
}

/* Nobody is in a scope that did not exist on the date, or never did. */
static void
test_scopes (Fixture       *fixture,
             gconstpointer  data)
{
  const gint64 scopes[] = { 11, 12, 4711, -1, G_MAXINT64, G_MININT64 };

  add_village (fixture, 11, fixture->unit, "2017", "2020");
  add_post (fixture, 1, 11, "D1", "2016", "");
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr(TyView) view = look (fixture, "2021-12-31", scopes[i]);

      for (TyWho who = 0; who < TY_N_WHO; who++)
        g_assert_cmpuint (count_who (view, who), ==, who == TY_WHO_EVERYBODY ? 2 : 0);
    }
  g_assert_cmpuint (ask (fixture, "2019", 11, SECRETARIES), ==, 1);
  g_assert_cmpuint (ask (fixture, "2020-01-01", 11, SECRETARIES), ==, 0);
  g_assert_cmpuint (ask (fixture, "2016-06", 0, SECRETARIES), ==, 0);
}

static void
test_contradictions (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const nobody[] = {
    "{\"all\":[{\"dimension\":\"sex\",\"value\":\"1\"},{\"dimension\":\"sex\",\"value\":\"2\"}]}",
    "{\"all\":[" SECRETARIES ",{\"not\":" SECRETARIES "}]}",
    "{\"all\":[" VILLAGES ",{\"not\":" VILLAGES "}]}",
    "{\"not\":" VILLAGES "}",
    "{\"not\":" POSTS "}",
    "{\"not\":" EVERYBODY "}",
    "{\"all\":[" EVERYBODY ",{\"dimension\":\"sex\",\"value\":\"zz\"}]}",
    "{\"all\":[" VILLAGES ",{\"dimension\":\"township\",\"value\":\"17\"}]}",
    "{\"all\":[" POSTS ",{\"dimension\":\"post\",\"value\":\"\"}]}",
    "{\"in\":{\"dimension\":\"township\",\"value\":\"no number\"},\"of\":" SECRETARIES "}",
    "{\"in\":{\"dimension\":\"village\",\"value\":\"11\"},"
    "\"of\":{\"in\":{\"dimension\":\"unit_kind\",\"value\":\"community\"},\"of\":" SECRETARIES "}}",
  };

  add_village (fixture, 11, fixture->unit, "", "");
  add_post (fixture, 1, 11, "D1", "2017", "");
  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    g_assert_cmpuint (ask (fixture, "2021-12-31", 0, nobody[i]), ==, 0);
  g_assert_cmpuint (ask (fixture, "2021-12-31", 0,
                         "{\"not\":{\"dimension\":\"sex\",\"value\":\"zz\"}}"), ==, 2);
}

static guint64
sum_up (TyView     *view,
        const char *dimension,
        const char *key,
        const char *measure)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_IN_OFFICE);
  TyGroupingSpec spec = { .population = population, .n_dimensions = 1, .n_measures = 1 };
  g_autoptr(TyGrouping) grouping = NULL;
  guint value;

  spec.dimensions[0] = ty_dimension_find (dimension);
  spec.measures[0] = ty_measure_find (measure);
  grouping = ty_grouping_new (&spec, view, NULL);
  g_assert_true (ty_scale_find (ty_grouping_get_scale (grouping, 0), key, &value));
  return ty_grouping_get_amount (grouping, value, 0, 0).sum;
}

/* Once as a person, twice as posts. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyView) view = NULL;

  add_village (fixture, 11, fixture->unit, "", "");
  add_post (fixture, 1, 11, "D1", "2021-10-01", "");
  add_post (fixture, 1, 11, "D1", "2021-10-01", "");
  view = look (fixture, "2021-12-31", 0);
  g_assert_cmpuint (count (view, SECRETARIES), ==, 1);
  g_assert_cmpuint (count (view, POSTS), ==, 2);
  g_assert_cmpuint (count (view, "{\"all\":[" SECRETARIES ",{\"is\":\"cross_appointments\"}]}"), ==, 0);
  g_assert_cmpuint (sum_up (view, "post", "D1", "count"), ==, 1);
  g_assert_cmpuint (sum_up (view, "village", "11", "count"), ==, 1);
  g_assert_cmpuint (sum_up (view, "village", "11", "posts"), ==, 2);
}

static guint
count_loops (TyView *view)
{
  return ty_unit_tree_list_loops (ty_view_get_tree (view))->len;
}

/* The first of a circle stands at the top, and the others below it. */
static void
test_circles (Fixture       *fixture,
              gconstpointer  data)
{
  const struct { gint64 scope; guint n; } places[] = { { 0, 2 }, { 11, 2 }, { 12, 1 }, { 13, 2 },
                                                       { 14, 0 } };
  g_autoptr(TyView) everything = NULL;

  /* 11 below 12 below 13 below 11; a post in 12 and one in 13. */
  add_village (fixture, 11, 12, "", "");
  add_village (fixture, 12, 13, "", "");
  add_village (fixture, 13, 11, "", "");
  add_village (fixture, 14, 14, "", "");
  add_post (fixture, 1, 12, "D1", "2017", "");
  add_post (fixture, 2, 13, "D1", "2017", "");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (ask (fixture, "2021-12-31", places[i].scope, SECRETARIES), ==, places[i].n);
  g_assert_cmpuint (ask (fixture, "2021-12-31", fixture->unit, SECRETARIES), ==, 0);
  everything = look (fixture, "2021-12-31", 0);
  g_assert_cmpuint (count_loops (everything), ==, 2);
  g_assert_cmpuint (count (everything, VILLAGES), ==, 4);
  g_assert_cmpuint (sum_up (everything, "township", "", "count"), ==, 2);
}

static void
make_chain (Fixture *fixture,
            gint64   top)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d) "
    "INSERT INTO unit (id) SELECT 100 + i FROM n; "
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d) "
    "INSERT INTO unit_state (unit, id, parent, name, level, kind, position) SELECT 100 + i, 1000 + i, "
    "CASE WHEN i = 1 THEN %2$" G_GINT64_FORMAT " ELSE 99 + i END, '村', 'village', 'village', 0 FROM n",
    CHAIN, top);

  run_sql (fixture, sql);
}

/* As long as the file: a straight one, and one that bites its tail. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyView) straight = NULL, half = NULL, round = NULL;

  make_chain (fixture, fixture->unit);
  add_post (fixture, 1, 100 + CHAIN, "D1", "2017", "");
  add_post (fixture, 2, 101, "C1", "2017", "");
  straight = look (fixture, "2021-12-31", fixture->unit);
  g_assert_cmpuint (count_loops (straight), ==, 0);
  g_assert_cmpuint (count (straight, SECRETARIES), ==, 1);
  g_assert_cmpuint (count (straight, VILLAGES), ==, CHAIN);
  half = look (fixture, "2021-12-31", 100 + CHAIN / 2);
  g_assert_cmpuint (count (half, VILLAGES), ==, CHAIN / 2 + 1);
  g_assert_cmpuint (count (half, "{\"who\":\"in_office\"}"), ==, 1);
  g_assert_cmpuint (sum_up (half, "village", "50100", "count"), ==, 1);

  run_sql (fixture, "UPDATE unit_state SET parent = 50100 WHERE unit = 101");
  round = look (fixture, "2021-12-31", 0);
  g_assert_cmpuint (count_loops (round), ==, 1);
  g_assert_cmpuint (count (round, VILLAGES), ==, CHAIN);
  g_assert_cmpuint (count (round, SECRETARIES), ==, 1);
}

/* Who is not born yet has no age, as who has no date. */
static void
test_births (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const births[] = { "'2030-01'", "'2022-01-01'", "'9999'", "'0000'", "'1799-12-31'",
                                        "'2021-02-30'", "'2021-13'", "'soon'", "''", "NULL" };

  for (guint i = 0; i < G_N_ELEMENTS (births); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE person SET birth = %s", births[i]);
      g_autoptr(TyView) view = NULL;

      run_sql (fixture, sql);
      view = look (fixture, "2021-12-31", 0);
      g_assert_cmpuint (count (view, "{\"is\":\"age_le_35\"}"), ==, 0);
      g_assert_cmpuint (count (view, "{\"is\":\"birth_known\"}"), ==, 0);
      g_assert_cmpuint (count (view, "{\"dimension\":\"age_band\",\"value\":\"\"}"), ==, 2);
    }
  /* All days of a month are as old. */
  run_sql (fixture, "UPDATE person SET birth = '2021-12-31'");
  g_assert_cmpuint (ask (fixture, "2021-12-01", 0, "{\"is\":\"age_le_35\"}"), ==, 2);
}

/* What is over before it begins is never held, and nobody departs from it. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const days[] = { "2016", "2017", "2018-06", "2019", "2021-12-31" };

  add_village (fixture, 11, fixture->unit, "", "");
  add_post (fixture, 1, 11, "D1", "2019", "2017");
  add_post (fixture, 1, 11, "D1", "2018-01-02", "2018");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpuint (ask (fixture, days[i], 0, SECRETARIES), ==, 0);
      g_assert_cmpuint (ask (fixture, days[i], 0, DEPARTED), ==, 0);
      g_assert_cmpuint (ask (fixture, days[i], 11, DEPARTED), ==, 0);
      g_assert_cmpuint (ask (fixture, days[i], 0, POSTS), ==, 0);
    }
  /* In some year, and until then: it was held, but nobody knows on which days. */
  add_post (fixture, 2, 11, "D1", "2018", "2018");
  g_assert_cmpuint (ask (fixture, "2018", 0, SECRETARIES), ==, 0);
  g_assert_cmpuint (ask (fixture, "2018", 0, DEPARTED), ==, 1);
  add_post (fixture, 1, 11, "D1", "2018", "2019");
  g_assert_cmpuint (ask (fixture, "2019", 0, DEPARTED), ==, 2);
}

/* What is no date of the calendar is as if there were none. */
static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const none[] = { "0000", "0000-00-00", "9999", "9999-12-31", "2021-02-30", "2021-13",
                                      "2021-1-1", "20211001", "yesterday", "２０２１" };

  add_village (fixture, 11, fixture->unit, "0000", "9999");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      run_sql (fixture, "DELETE FROM appointment");
      add_post (fixture, 1, 11, "D1", none[i], "");
      add_post (fixture, 2, 11, "D1", "2017", none[i]);
      g_assert_cmpuint (ask (fixture, "2016", 0, SECRETARIES), ==, 1);
      g_assert_cmpuint (ask (fixture, "2021-12-31", 0, SECRETARIES), ==, 2);
      g_assert_cmpuint (ask (fixture, "2200-12-31", 0, SECRETARIES), ==, 2);
      g_assert_cmpuint (ask (fixture, "2200-12-31", 0, DEPARTED), ==, 0);
    }
}

static void
assert_refused (const char        *json,
                TyPopulationError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) population = ty_population_from_json (json, &error);

  g_assert_null (population);
  g_assert_error (error, TY_POPULATION_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static char *
dup_nested (guint       n,
            const char *before,
            const char *after)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (json, before);
  g_string_append (json, EVERYBODY);
  for (guint i = 0; i < n; i++)
    g_string_append (json, after);
  return g_string_free (json, FALSE);
}

static char *
dup_long (guint n)
{
  GString *json = g_string_new ("{\"any\":[" EVERYBODY);

  for (guint i = 1; i < n; i++)
    g_string_append (json, "," EVERYBODY);
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static void
test_json (void)
{
  static const char *const malformed[] = {
    "", " ", "{", "}", "[]", "null", "7", "\"who\"", "{}", "{\"who\":7}", "{\"who\":null}",
    "{\"who\":[]}", "{\"is\":{}}", "{\"all\":[]}", "{\"all\":{}}", "{\"any\":null}", "{\"not\":[]}",
    "{\"not\":7}", "{\"dimension\":\"sex\"}", "{\"value\":\"1\"}", "{\"of\":" EVERYBODY "}",
    "{\"as_of\":\"2021-02-30\",\"of\":" EVERYBODY "}", "{\"as_of\":\"2021\"}",
    "{\"as_of\":\"9999\",\"of\":" EVERYBODY "}", "{\"scope\":\"-1\",\"of\":" EVERYBODY "}",
    "{\"scope\":\"0\",\"of\":" EVERYBODY "}", "{\"scope\":7,\"of\":" EVERYBODY "}",
    "{\"scope\":\"99999999999999999999\",\"of\":" EVERYBODY "}", "{\"scope\":\"12x\",\"of\":" EVERYBODY "}",
    "{\"in\":7,\"of\":" EVERYBODY "}", "{\"in\":{\"dimension\":\"village\",\"value\":\"1\"}}",
    "{\"in\":{},\"of\":" EVERYBODY "}", "{\"test\":7}", "{\"test\":\"age\"}",
    "{\"test\":\"age\",\"how\":\"at_least\"}", "{\"test\":\"age\",\"how\":\"at_least\",\"values\":\"3\"}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[3]}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[null]}",
    "{\"who\":\"secretaries\"", "\xff\xfe", "{\"who\":\"\xff\"}",
  };
  static const char *const unknown[] = {
    "{\"who\":\"kings\"}", "{\"who\":\"\"}", "{\"is\":\"tall\"}", "{\"dimension\":\"size\",\"value\":\"1\"}",
    "{\"in\":{\"dimension\":\"sex\",\"value\":\"1\"},\"of\":" EVERYBODY "}",
  };
  static const char *const without_sense[] = {
    "{\"test\":\"age\",\"how\":\"between\",\"values\":[\"35\",\"20\"]}",
    "{\"test\":\"age\",\"how\":\"between\",\"values\":[\"35\"]}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[]}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[\"x\"]}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[\"-1\"]}",
    "{\"test\":\"age\",\"how\":\"at_least\",\"values\":[\"151\"]}",
    "{\"test\":\"age\",\"how\":\"contains\",\"values\":[\"3\"]}",
    "{\"test\":\"sex\",\"how\":\"is\",\"values\":[]}",
    "{\"test\":\"honour\",\"how\":\"contains\",\"values\":[\" \"]}",
    "{\"test\":\"honour\",\"how\":\"filled\",\"values\":[\"x\"]}",
    "{\"test\":\"annual_result\",\"how\":\"is\",\"values\":[\"soon\",\"1\"]}",
    "{\"test\":\"annual_result\",\"how\":\"is\",\"values\":[\"2021\"]}",
  };
  static const char *const unknown_words[] = {
    "{\"test\":\"height\",\"how\":\"is\",\"values\":[\"1\"]}",
    "{\"test\":\"age\",\"how\":\"about\",\"values\":[\"30\"]}",
    "{\"test\":\"who\",\"how\":\"is\",\"values\":[\"kings\"]}",
    "{\"test\":\"who\",\"how\":\"is\",\"values\":[\"villages\"]}",
    "{\"test\":\"is\",\"how\":\"is\",\"values\":[\"tall\"]}",
    "{\"test\":\"unit\",\"how\":\"is\",\"values\":[\"north\"]}",
    "{\"test\":\"missing\",\"how\":\"is\",\"values\":[\"smile\"]}",
    "{\"test\":\"term\",\"how\":\"is\",\"values\":[\"soon\"]}",
  };
  g_autofree char *deep = dup_nested (33, "{\"not\":", "}");
  g_autofree char *deeper = dup_nested (100000, "{\"not\":", "}");
  g_autofree char *lists = dup_nested (100000, "{\"all\":[", "]}");
  g_autofree char *large = dup_long (1001);
  g_autofree char *fits = dup_long (900);
  g_autofree char *as_deep = dup_nested (31, "{\"not\":", "}");
  g_autoptr(TyPopulation) long_one = NULL, deep_one = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_test_message ("%u", i);
      assert_refused (malformed[i], TY_POPULATION_ERROR_SYNTAX);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    assert_refused (unknown[i], TY_POPULATION_ERROR_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (without_sense); i++)
    {
      g_test_message ("%s", without_sense[i]);
      assert_refused (without_sense[i], TY_POPULATION_ERROR_VALUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown_words); i++)
    assert_refused (unknown_words[i], TY_POPULATION_ERROR_UNKNOWN);
  assert_refused (deep, TY_POPULATION_ERROR_SYNTAX);
  assert_refused (deeper, TY_POPULATION_ERROR_SYNTAX);
  assert_refused (lists, TY_POPULATION_ERROR_SYNTAX);
  assert_refused (large, TY_POPULATION_ERROR_SYNTAX);
  long_one = ty_population_from_json (fits, NULL);
  g_assert_nonnull (long_one);
  deep_one = ty_population_from_json (as_deep, NULL);
  g_assert_nonnull (deep_one);
}

/* People, villages and posts are counted apart. */
static void
test_mixed (void)
{
  static const char *const mixed[] = {
    "{\"all\":[" SECRETARIES "," VILLAGES "]}",
    "{\"any\":[" POSTS "," SECRETARIES "]}",
    "{\"all\":[" VILLAGES ",{\"not\":" POSTS "}]}",
    "{\"all\":[" VILLAGES ",{\"is\":\"female\"}]}",
    "{\"all\":[" SECRETARIES ",{\"is\":\"led\"}]}",
    "{\"is\":\"team\"}",
    "{\"all\":[" VILLAGES ",{\"dimension\":\"sex\",\"value\":\"1\"}]}",
    "{\"all\":[" POSTS ",{\"dimension\":\"age_band\",\"value\":\"\"}]}",
    "{\"all\":[{\"dimension\":\"sex\",\"value\":\"1\"}," VILLAGES "]}",
    "{\"all\":[" POSTS ",{\"is\":\"age_le_35\"}]}",
    "{\"all\":[" POSTS ",{\"test\":\"age\",\"how\":\"at_least\",\"values\":[\"35\"]}]}",
    "{\"all\":[" VILLAGES ",{\"test\":\"unit\",\"how\":\"is\",\"values\":[\"35\"]}]}",
    "{\"as_of\":\"2020\",\"of\":{\"any\":[" VILLAGES ",{\"in\":{\"dimension\":\"county\",\"value\":\"1\"},"
    "\"of\":" POSTS "}]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mixed); i++)
    {
      g_test_message ("%s", mixed[i]);
      assert_refused (mixed[i], TY_POPULATION_ERROR_MIXED);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/bad-input/early", test_early);
  ADD ("/bad-input/scopes", test_scopes);
  ADD ("/bad-input/contradictions", test_contradictions);
  ADD ("/bad-input/twice", test_twice);
  ADD ("/bad-input/circles", test_circles);
  ADD ("/bad-input/chain", test_chain);
  ADD ("/bad-input/births", test_births);
  ADD ("/bad-input/periods", test_periods);
  ADD ("/bad-input/dates", test_dates);
  g_test_add_func ("/bad-input/json", test_json);
  g_test_add_func ("/bad-input/mixed", test_mixed);
  return g_test_run ();
}
