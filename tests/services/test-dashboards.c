/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-card-chart.h"
#include "ty-lookup.h"
#include "ty-office-dashboards.h"
#include "ty-office-roster.h"
#include "ty-statement.h"
#include "ty-test-office.h"

#include <math.h>
#include <string.h>

/* The dashboards of a file: listed, changed, taken back and reset; counted, drawn, and led to their people. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  gint64 liu = ty_test_office_add_person (county, "刘梅", "2", "1990-01", NULL);
  gint64 chen = ty_test_office_add_person (county, "陈静", "2", "1965-06", NULL);

  fixture->county = county;
  ty_test_office_add_term (county, 2021, "2021-10-01");
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, liu, county->pine, "D2", "2021-10", NULL);
  ty_test_office_add_post (county, chen, county->creek, "D1", "2017-12", "2021-10");
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *dashboards;

  ty_office_list_dashboards_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  dashboards = ty_office_list_dashboards_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return dashboards;
}

static void
save (Fixture           *fixture,
      const TyDashboard *dashboard,
      gboolean           reset)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (reset)
    {
      ty_office_reset_dashboard_async (fixture->office, dashboard, NULL, ty_test_office_keep_result, &result);
      done = ty_office_reset_dashboard_finish (fixture->office, ty_test_office_await (&result), &error);
    }
  else
    {
      ty_office_save_dashboard_async (fixture->office, dashboard, NULL, ty_test_office_keep_result, &result);
      done = ty_office_save_dashboard_finish (fixture->office, ty_test_office_await (&result), &error);
    }
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  g_free (ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
}

static void
assert_summary (Fixture  *fixture,
                guint     n_cards,
                gboolean  edited)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  TyDashboard *summary = ty_dashboard_find (dashboards, "summary");

  g_assert_cmpuint (summary->cards->len, ==, n_cards);
  g_assert_cmpint (summary->edited, ==, edited);
  g_assert_true (summary->shipped);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  g_autoptr(TyDashboard) changed = ty_dashboard_copy (ty_dashboard_find (dashboards, "summary"));
  g_autoptr(TyDashboard) own = ty_dashboard_copy (changed);
  guint n = changed->cards->len;

  g_assert_cmpuint (dashboards->len, >=, 10);
  g_ptr_array_remove_index (changed->cards, 0);
  save (fixture, changed, FALSE);
  assert_summary (fixture, n - 1, TRUE);
  undo (fixture);
  assert_summary (fixture, n, FALSE);
  save (fixture, changed, FALSE);
  save (fixture, changed, TRUE);
  assert_summary (fixture, n, FALSE);

  g_free (own->word);
  own->word = ty_dashboard_suggest_word (dashboards, "summary");
  save (fixture, own, FALSE);
  g_ptr_array_unref (dashboards);
  dashboards = list (fixture);
  g_assert_cmpstr (((TyDashboard *) g_ptr_array_index (dashboards, dashboards->len - 1))->word, ==, "summary-2");
  g_assert_false (((TyDashboard *) g_ptr_array_index (dashboards, dashboards->len - 1))->shipped);
}

static GPtrArray *
count (Fixture           *fixture,
       const TyDashboard *dashboard,
       gint64             narrow)
{
  TyDashboardAsk ask = { .dashboard = dashboard, .narrow = narrow };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *answers;

  ty_office_count_dashboard_async (fixture->office, &ask, NULL, ty_test_office_keep_result, &result);
  answers = ty_office_count_dashboard_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, dashboard->cards->len);
  return answers;
}

static guint
count_people (Fixture      *fixture,
              TyPopulation *population)
{
  TyRosterQuery query = { .who = TY_WHO_EVERYBODY, .population = population };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people->len;
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  const TyDashboard *secretaries = ty_dashboard_find (dashboards, "secretaries");
  g_autoptr(GPtrArray) answers = count (fixture, secretaries, 0);
  g_autoptr(GPtrArray) narrow = count (fixture, secretaries, fixture->county->south);
  const TyCardAnswer *first = g_ptr_array_index (answers, 0);
  g_autoptr(TyPopulation) before = ty_card_answer_dup_population (first, 0, 0);
  g_autoptr(TyPopulation) now = ty_card_answer_dup_population (first, 0, 1);

  /* Two before the election, one after it. */
  g_assert_cmpuint (ty_card_answer_get_value (first, 0, 0)->amount.sum, ==, 2);
  g_assert_cmpuint (ty_card_answer_get_value (first, 0, 1)->amount.sum, ==, 1);
  g_assert_cmpuint (count_people (fixture, before), ==, 2);
  g_assert_cmpuint (count_people (fixture, now), ==, 1);
  g_assert_cmpuint (((TyCardAnswer *) g_ptr_array_index (narrow, 0))->scope, ==, fixture->county->south);
}

/* A screen has the first categories only, and says so; their marks are those of the whole. */
static void
assert_part (const TyCardAnswer *answer,
             TyChart            *whole)
{
  guint n = answer->categories->len - 1;
  g_autoptr(TyChart) part = ty_card_chart_new_part (answer, n);
  g_autofree char *shown = g_strdup_printf ("%u", n);

  g_assert_cmpuint (ty_chart_get_n_categories (part), ==, n);
  g_assert_nonnull (strstr (ty_chart_get_text (part, TY_CHART_NOTE), shown));
  g_assert_cmpstr (ty_chart_get_category (part, n - 1), ==, ty_chart_get_category (whole, n - 1));
  g_assert_cmpstr (ty_chart_get_value_text (part, n - 1, 0), ==, ty_chart_get_value_text (whole, n - 1, 0));
}

/* A mark of a chart is the value of the answer. */
static void
assert_chart (const TyCardAnswer *answer)
{
  g_autoptr(TyChart) chart = ty_card_chart_new (answer);
  g_autoptr(TyPopulation) none = ty_card_chart_dup_population (answer, chart, ty_chart_get_n_marks (chart));

  g_assert_null (none);
  g_assert_cmpstr (ty_chart_get_text (chart, TY_CHART_MESSAGE), ==, answer->message);
  if (answer->message != NULL || answer->card->kind == TY_CARD_TEXT)
    return;

  if (answer->categories->len > 1 && answer->series->len > 0)
    assert_part (answer, chart);
  for (guint i = 0; i < answer->categories->len; i++)
    for (guint j = 0; j < answer->series->len; j++)
      {
        const TyCardValue *value = ty_card_answer_get_value (answer, i, j);
        guint mark = ty_chart_get_mark (chart, i, j);
        g_autoptr(TyPopulation) behind = ty_card_chart_dup_population (answer, chart, mark);

        g_assert_cmpstr (ty_chart_get_value_text (chart, i, j), ==, value->text);
        g_assert_cmpint (isnan (ty_chart_get_value (chart, i, j)), ==, !value->known);
        g_assert_nonnull (behind);
      }
}

static void
test_charts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);

  for (guint i = 0; i < dashboards->len; i++)
    {
      g_autoptr(GPtrArray) answers = count (fixture, g_ptr_array_index (dashboards, i), 0);

      for (guint card = 0; card < answers->len; card++)
        assert_chart (g_ptr_array_index (answers, card));
    }
}

static void
assert_heading (GPtrArray  *answers,
                guint       card,
                guint       series,
                const char *heading)
{
  g_autoptr(TyChart) chart = ty_card_chart_new (g_ptr_array_index (answers, card));

  g_assert_cmpstr (ty_chart_get_series (chart, series), ==, heading);
}

/* Each column of a table says in what it is counted, where that is not people or villages. */
static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  const TyDashboard *villages = ty_dashboard_find (dashboards, "villages");
  g_autoptr(GPtrArray) answers = count (fixture, villages, 0);
  guint table = 0;

  while (ty_dashboard_get_card (villages, table)->kind != TY_CARD_TABLE)
    table++;
  assert_heading (answers, table, 0, "Villages");
  assert_heading (answers, table, 1, "Collective income (10,000 yuan)");
  assert_heading (answers, table, 5, "Weak collective economy %");
  assert_heading (answers, table, 6, "Households (households)");
}

/* Before all records nothing is counted, and it is said. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  g_autoptr(GPtrArray) answers = NULL;

  ty_office_set_as_of (fixture->office, ty_date_new (1990, 1, 1));
  answers = count (fixture, ty_dashboard_find (dashboards, "structure"), 0);
  for (guint i = 0; i < answers->len; i++)
    g_assert_nonnull (((TyCardAnswer *) g_ptr_array_index (answers, i))->message);
}

static guint
count_actions (Fixture *fixture)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (fixture->county->path, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_lookup_get_database (lookup),
                                                          "SELECT count (*) FROM action", NULL);

  g_assert_cmpint (ty_statement_step (statement, NULL), ==, TY_STEP_ROW);
  return (guint) ty_statement_get_int (statement, 0);
}

#define GOOD "{\"kind\": \"figure\", \"population\": {\"who\": \"secretaries\"}, \"figures\": \"count\"}"
#define BANDS(bands) \
  "{\"kind\": \"bar\", \"population\": {\"who\": \"members\"}, \"figures\": \"count\", \"by\": {\"bands\": " bands "}}"

/* In the place of what cannot be shown stands why, between cards that work; what is malformed or nests too deep is refused
 * as a whole. Nothing of it gets into the file. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct { const char *card; const char *word; } cards[] = {
    { GOOD, NULL },
    { "{\"kind\": \"figure\", \"population\": {\"who\": \"secretaries\"}, \"figures\": \"happiness\"}", "happiness" },
    { "{\"kind\": \"globe\"}", "globe" },
    { BANDS ("[[null, 30], [30, null]]"), "30" },
    { BANDS ("[[null, 30], [32, null]]"), "31" },
    { GOOD, NULL },
  };
  static const char *const refused[] = { "", "{", "[[[[", "{\"word\": \"a\", \"title\": \"A\"}" };
  g_autoptr(GString) json = g_string_new ("{\"word\": \"bad\", \"title\": \"Bad\", \"cards\": [");
  g_autofree char *deep = g_strnfill (5000, '[');
  g_autoptr(TyDashboard) dashboard = NULL;
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(GError) error = NULL;
  guint n_actions = count_actions (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_string_append_printf (json, "%s%s", i > 0 ? ", " : "", cards[i].card);
  g_string_append (json, "]}");
  dashboard = ty_dashboard_from_json (json->str, &error);
  g_assert_no_error (error);
  answers = count (fixture, dashboard, 0);
  for (guint i = 0; i < answers->len; i++)
    {
      const TyCardAnswer *answer = g_ptr_array_index (answers, i);
      g_autoptr(TyChart) chart = ty_card_chart_new (answer);

      g_assert_cmpint (answer->message != NULL, ==, cards[i].word != NULL);
      if (cards[i].word != NULL)
        g_assert_nonnull (strstr (answer->message, cards[i].word));
      else
        g_assert_cmpuint (ty_card_answer_get_value (answer, 0, answer->series->len - 1)->amount.sum, ==, 1);
      g_assert_cmpstr (ty_chart_get_text (chart, TY_CHART_MESSAGE), ==, answer->message);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (ty_dashboard_from_json (refused[i], NULL));
  g_assert_null (ty_dashboard_from_json (deep, NULL));
  g_assert_cmpuint (count_actions (fixture), ==, n_actions);
}

/* Where nobody is, it is said in the place of each card, and again nothing is written. */
static void
test_empty_scope (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) dashboards = list (fixture);
  guint n_actions = count_actions (fixture);
  g_autoptr(GPtrArray) answers = NULL;

  answers = count (fixture, ty_dashboard_find (dashboards, "structure"), fixture->county->plum);
  for (guint i = 0; i < answers->len; i++)
    g_assert_nonnull (((TyCardAnswer *) g_ptr_array_index (answers, i))->message);
  g_assert_cmpuint (count_actions (fixture), ==, n_actions);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("/dashboards/keep", test_keep);
  ADD ("/dashboards/count", test_count);
  ADD ("/dashboards/charts", test_charts);
  ADD ("/dashboards/units", test_units);
  ADD ("/dashboards/nobody", test_nobody);
  ADD ("/dashboards/bad", test_bad);
  ADD ("/dashboards/empty-scope", test_empty_scope);
  return g_test_run ();
}
