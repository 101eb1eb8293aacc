/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-chance.h"

#include "ty-dashboard-counter.h"

#include <string.h>

/* The dashboards that come with the program, counted of a county that is drawn by chance. */

typedef struct
{
  TyViews *views;
  guint n_met;
} Marks;

/* Whether as many are behind a number as it says: amounts and what somebody has several of lead to whoever has any. */
static gboolean
says_how_many (const TyMeasure *measure)
{
  if (strcmp (measure->key, "count") == 0)
    return TRUE;
  if (measure->unit_func != NULL)
    return measure->dimension != NULL && measure->kind != TY_MEASURE_COUNT && strcmp (measure->key, "with_vacancy") != 0;

  return measure->kind == TY_MEASURE_SHARE || strcmp (measure->key, "average_age") == 0
         || strcmp (measure->key, "average_tenure") == 0;
}

static void
check_shipped_mark (Marks              *test,
                    TyView             *view,
                    const TyCardAnswer *answer,
                    guint               category,
                    guint               series)
{
  guint figure = ty_card_answer_get_figure (answer, category, series);
  const TyMeasure *measure = ty_card_get_figure (answer->card, figure)->measure;
  const TyCardValue *value = ty_card_answer_get_value (answer, category, series);
  g_autoptr(TyPopulation) population = NULL;
  guint64 wanted = measure->kind == TY_MEASURE_AVERAGE || measure->kind == TY_MEASURE_SUM ? value->amount.n
                                                                                            : value->amount.sum;

  /* What changed leads to nobody. */
  if (!says_how_many (measure)
      || (series < answer->series->len && ty_card_answer_get_series (answer, series)->kind == TY_CARD_LINE_CHANGE))
    return;

  population = ty_card_answer_dup_population (answer, category, series);
  g_test_message ("%s %u %u: %s", measure->key, category, series, answer->title);
  g_assert_cmpuint (ty_population_count (population, view, test->views), ==, wanted);
  test->n_met += wanted > 0;
}

/* Every mark of every shipped card leads to as many as it says: of all kinds of cards, of people and of villages. */
static void
test_shipped_marks (void)
{
  g_autoptr(TestChance) chance = test_chance_new (23);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(TyViews) views = ty_views_new ();
  g_autoptr(GPtrArray) dashboards = ty_dashboard_list_shipped ();
  Marks test = { views, 0 };

  for (guint i = 0; i < dashboards->len; i++)
    {
      gint64 scope = i % 2 == 0 ? 0 : g_array_index (chance->units, gint64, 1);
      TyDashboardPlace place = { columns, views, test_chance_get_database (chance) };
      g_autoptr(TyView) view = ty_view_new (columns, ty_date_new (2021, 12, 31), 0, 0, NULL);
      g_autoptr(GPtrArray) answers = NULL;

      place.as_of = ty_date_new (2021, 12, 31);
      place.scope = scope;
      place.compare.before = TY_CARD_BEFORE_YEAR;
      answers = ty_dashboard_count (g_ptr_array_index (dashboards, i), &place, NULL, NULL);
      for (guint card = 0; card < answers->len; card++)
        {
          const TyCardAnswer *answer = g_ptr_array_index (answers, card);

          for (guint c = 0; answer->message == NULL && c < answer->categories->len; c++)
            for (guint s = 0; s < answer->series->len; s++)
              check_shipped_mark (&test, view, answer, c, s);
        }
    }
  g_test_message ("%u marks with somebody behind them", test.n_met);
  g_assert_cmpuint (test.n_met, >, 150);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boards/marks", test_shipped_marks);
  return g_test_run ();
}
