/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-populations"

#include "config.h"

#include "test-chance.h"
#include "test-oracle.h"

/* On counties that were drawn by chance: a figure is the length of the list behind it, and the list is
 * that of SQL. */

#define N_WORLDS 5
#define N_PLACES 7
#define N_EXPRESSIONS 25

typedef struct
{
  TestChance *chance;
  TyColumns *columns;
  TyViews *views;
  const char *day;
  gint64 scope;
  int term;
  guint n_met; /* over all: a test in which nobody is found proves nothing */
} Case;

/* What is asked at once, so that SQL reads the tables once. */
typedef struct
{
  TestOracle *oracle;
  GPtrArray *populations;
} Batch;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TestRow *first = a;
  const TestRow *second = b;

  if (first->id != second->id)
    return first->id < second->id ? -1 : 1;
  return (first->number > second->number) - (first->number < second->number);
}

static GArray *
list_rows (TyPopulation *population,
           TyView       *view,
           TyViews      *views)
{
  g_autoptr(GArray) list = ty_population_list (population, view, views);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TestRow));
  TySubject subject;

  g_assert_true (ty_population_get_subject (population, &subject, NULL));
  for (guint i = 0; i < list->len; i++)
    {
      TyPostRef ref = { 0, 0 };
      TestRow row;

      if (subject == TY_SUBJECT_POSTS)
        ref = g_array_index (list, TyPostRef, i);
      else
        ref.person = g_array_index (list, gint64, i);
      row = (TestRow){ ref.person, ref.number, NULL };
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

/* What is in one and not in the other; both ascend. */
static void
report_more (GArray     *rows,
             GArray     *others,
             const char *word)
{
  guint j = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TestRow *row = &g_array_index (rows, TestRow, i);

      while (j < others->len && compare_rows (&g_array_index (others, TestRow, j), row) < 0)
        j++;
      if (j == others->len || compare_rows (&g_array_index (others, TestRow, j), row) != 0)
        g_test_message ("  %s: %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT, word, row->id, row->number);
    }
}

static void
assert_same (Case       *test,
             const char *json,
             GArray     *wanted,
             GArray     *found)
{
  gboolean same = wanted->len == found->len;

  for (guint i = 0; same && i < wanted->len; i++)
    same = compare_rows (&g_array_index (wanted, TestRow, i), &g_array_index (found, TestRow, i)) == 0;
  if (same)
    return;

  g_test_message ("%s, scope %" G_GINT64_FORMAT ", term %d: %s", test->day, test->scope, test->term, json);
  report_more (wanted, found, "only of SQL");
  report_more (found, wanted, "only listed");
  g_test_fail ();
}

static void
assert_no_twins (GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpint (compare_rows (&g_array_index (rows, TestRow, i - 1),
                                   &g_array_index (rows, TestRow, i)), <, 0);
}

static void
assert_kept (TyPopulation *population,
             const char   *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) again = ty_population_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (ty_population_equal (population, again));
}

static Batch *
batch_new (Case *test)
{
  Batch *batch = g_new0 (Batch, 1);
  TestContext context = { test->day, test->scope, test->term, NULL, NULL };

  batch->oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  batch->populations = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_population_unref);
  return batch;
}

static void
batch_add (Batch        *batch,
           TyPopulation *population)
{
  g_autofree char *json = ty_population_to_json (population);

  assert_kept (population, json);
  g_ptr_array_add (batch->populations, ty_population_ref (population));
  test_oracle_add_population (batch->oracle, json);
}

static void
batch_finish (Batch *batch,
              Case  *test)
{
  TyDate as_of = ty_date_from_iso (test->day);
  g_autoptr(TyView) view = ty_view_new (test->columns, as_of, test->scope, test->term, NULL);

  test_oracle_run (batch->oracle);
  for (guint i = 0; i < batch->populations->len; i++)
    {
      TyPopulation *population = g_ptr_array_index (batch->populations, i);
      g_autofree char *json = ty_population_to_json (population);
      g_autoptr(TyPopulation) resolved = ty_population_resolve (
        population, view, test_chance_get_database (test->chance), NULL);
      g_autoptr(GArray) rows = list_rows (resolved, view, i % 2 == 0 ? test->views : NULL);

      assert_no_twins (rows);
      g_assert_cmpuint (ty_population_count (resolved, view, test->views), ==, rows->len);
      assert_same (test, json, test_oracle_get (batch->oracle, i), rows);
      test->n_met += rows->len;
    }
  test_oracle_free (batch->oracle);
  g_ptr_array_unref (batch->populations);
  g_free (batch);
}

static void
check_simple (Case *test)
{
  Batch *batch = batch_new (test);

  for (TyWho who = 0; who < TY_N_WHO; who++)
    for (TyCondition condition = 0; condition < TY_N_CONDITIONS; condition++)
      if (ty_condition_suits (condition, who))
        {
          g_autoptr(TyPopulation) population = ty_population_new_simple (who, condition);

          batch_add (batch, population);
        }
  batch_finish (batch, test);
}

static TyWho
get_whole (TySubject subject)
{
  return subject == TY_SUBJECT_PEOPLE ? TY_WHO_EVERYBODY
         : subject == TY_SUBJECT_VILLAGES ? TY_WHO_VILLAGES : TY_WHO_POSTS;
}

/* Of each dimension all values there are, and none. */
static void
check_values (Case      *test,
              TySubject  subject)
{
  TyDate as_of = ty_date_from_iso (test->day);
  g_autoptr(TyView) view = ty_view_new (test->columns, as_of, test->scope, test->term, NULL);
  Batch *batch = batch_new (test);

  for (guint i = 0; i < ty_dimension_get_n (); i++)
    {
      const TyDimension *dimension = ty_dimension_get (i);
      g_autoptr(TyScale) scale = ty_dimension_measure (dimension, view);
      TyWho who = subject != TY_SUBJECT_PEOPLE || g_rand_boolean (test->chance->random)
                    ? get_whole (subject)
                    : (TyWho) g_rand_int_range (test->chance->random, 0, TY_WHO_EVERYBODY);

      /* Most codes of a long list are nobody's. */
      for (guint value = 0; ty_dimension_suits (dimension, subject) && value < ty_scale_get_n (scale);
           value += value < 12 ? 1 : 7)
        {
          g_autoptr(TyPopulation) a = ty_population_new_who (who);
          g_autoptr(TyPopulation) b = ty_population_new_value (dimension,
                                                               ty_scale_get_key (scale, value));
          g_autoptr(TyPopulation) both = ty_population_new_and (a, b);

          batch_add (batch, both);
        }
    }
  batch_finish (batch, test);
}

/* Each field of a filter, and its negation. */
static void
check_tests (Case *test)
{
  Batch *batch = batch_new (test);

  for (guint i = 0; i < ty_filter_field_get_n (); i++)
    {
      g_autoptr(TyPopulation) population = test_chance_make_test (test->chance, ty_filter_field_get (i));
      g_autoptr(TyPopulation) others = ty_population_new_not (population);

      batch_add (batch, population);
      batch_add (batch, others);
    }
  batch_finish (batch, test);
}

static void
check_expressions (Case      *test,
                   TySubject  subject,
                   guint      n)
{
  Batch *batch = batch_new (test);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TyPopulation) population =
        test_chance_draw_population (test->chance, subject,
                                     (guint) g_rand_int_range (test->chance->random, 1, 5));

      batch_add (batch, population);
    }
  batch_finish (batch, test);
}

typedef void (*CheckFunc) (Case *test);

static void
check_all_expressions (Case *test)
{
  check_expressions (test, TY_SUBJECT_PEOPLE, N_EXPRESSIONS);
  check_expressions (test, TY_SUBJECT_VILLAGES, N_EXPRESSIONS / 3);
  check_expressions (test, TY_SUBJECT_POSTS, N_EXPRESSIONS / 3);
}

static void
check_all_values (Case *test)
{
  check_values (test, TY_SUBJECT_PEOPLE);
  check_values (test, TY_SUBJECT_VILLAGES);
  check_values (test, TY_SUBJECT_POSTS);
}

static void
run (CheckFunc check,
     guint     n_least)
{
  guint n_met = 0;

  for (guint32 seed = 1; seed <= test_chance_get_n_seeds (N_WORLDS); seed++)
    {
      g_autoptr(TestChance) chance = test_chance_new (seed);
      g_autoptr(TyColumns) columns = test_chance_load (chance);
      g_autoptr(TyViews) views = ty_views_new ();
      Case test = { .chance = chance, .columns = columns, .views = views };

      chance->reads_records = TRUE;
      g_test_message ("seed %u", seed);
      for (guint i = 0; i < N_PLACES; i++)
        {
          test.day = test_chance_draw_day (chance);
          test.scope = i < 2 ? 0 : test_chance_draw_scope (chance);
          test.term = g_rand_boolean (chance->random) ? 2021 : 0;
          check (&test);
          if (g_test_failed ())
            return;
        }
      n_met += test.n_met;
    }
  g_test_message ("%u rows in lists", n_met);
  g_assert_cmpuint (n_met, >, n_least);
}

static void
test_simple (void)
{
  run (check_simple, 5000);
}

static void
test_values (void)
{
  run (check_all_values, 5000);
}

static void
test_filters (void)
{
  run (check_tests, 5000);
}

static void
test_expressions (void)
{
  run (check_all_expressions, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/populations/simple", test_simple);
  g_test_add_func ("/populations/values", test_values);
  g_test_add_func ("/populations/filters", test_filters);
  g_test_add_func ("/populations/expressions", test_expressions);
  return g_test_run ();
}
