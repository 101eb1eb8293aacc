/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-grouping"

#include "config.h"

#include "test-chance.h"
#include "test-oracle.h"

#include "ty-grouping.h"

#include <string.h>

/* Figures by groups on counties that were drawn by chance: each cell is what SQL counts and adds up
 * over the people to whom the cell leads. */

#define N_WORLDS 5
#define N_GROUPINGS 24

typedef struct
{
  TestChance *chance;
  TyView *view;
  TyViews *views;
  const char *day;
  gint64 scope;
  TyGroupingSpec spec;
  char *json;            /* of the population */
  GHashTable *wanted;    /* key of a cell to TyAmount */
  guint n_met;
} Case;

/* What SQL says in one context: of which people it is, what their values are, and what is measured. */
typedef struct
{
  TestOracle *oracle;
  guint population;
  guint values[TY_GROUPING_DIMENSIONS];
  guint measures[TY_GROUPING_MEASURES];
  guint of[TY_GROUPING_MEASURES];
} Answers;

static const char *
find_number (const TyMeasure *measure)
{
  if (measure->kind == TY_MEASURE_SHARE || strcmp (measure->key, "count") == 0)
    return NULL;

  return strcmp (measure->key, "average_age") == 0 ? "age"
         : strcmp (measure->key, "average_tenure") == 0 ? "tenure" : measure->key;
}

/* Of whom a share is one. */
static char *
dup_share (const TyMeasure *measure)
{
  g_auto(GStrv) values = measure->value != NULL ? g_strsplit (measure->value, "|", -1) : NULL;
  g_autoptr(GString) json = g_string_new ("{\"any\":[");

  if (values == NULL)
    return g_strdup_printf ("{\"is\":\"%s\"}", measure->key);

  for (guint i = 0; values[i] != NULL; i++)
    g_string_append_printf (json, "%s{\"dimension\":\"%s\",\"value\":\"%s\"}", i > 0 ? "," : "",
                            measure->dimension, values[i]);
  g_string_append (json, "]}");
  return g_strdup (json->str);
}

static Answers
ask (Case       *test,
     const char *narrow_by,
     const char *key)
{
  TestContext context = { test->day, test->scope, 2021, narrow_by, key };
  Answers answers = { .oracle = test_oracle_new (test_chance_get_database (test->chance), &context) };

  answers.population = test_oracle_add_population (answers.oracle, test->json);
  for (guint i = 0; i < test->spec.n_dimensions; i++)
    answers.values[i] = test_oracle_add_values (answers.oracle, test->spec.dimensions[i]->key);
  for (guint i = 0; i < test->spec.n_measures; i++)
    {
      const TyMeasure *measure = test->spec.measures[i];
      const char *number = find_number (measure);
      g_autofree char *json = dup_share (measure);
      g_autofree char *of = g_strconcat ("of:", measure->key, NULL);

      answers.of[i] = test_oracle_knows_number (of) ? test_oracle_add_numbers (answers.oracle, of) : 0;
      answers.measures[i] = number != NULL ? test_oracle_add_numbers (answers.oracle, number)
                                           : test_oracle_add_population (answers.oracle, json);
    }
  test_oracle_run (answers.oracle);
  return answers;
}

/* The rows of a person: the first, and the first behind them. */
static void
find_rows (GArray *rows,
           gint64  id,
           guint  *first,
           guint  *end)
{
  for (*first = 0; *first < rows->len && g_array_index (rows, TestRow, *first).id < id; (*first)++)
    ;
  for (*end = *first; *end < rows->len && g_array_index (rows, TestRow, *end).id == id; (*end)++)
    ;
}

static gboolean
has_row (GArray *rows,
         gint64  id)
{
  guint first, end;

  find_rows (rows, id, &first, &end);
  return first < end;
}

static void
add_amounts (Case       *test,
             Answers    *answers,
             gint64      person,
             const char *cell)
{
  for (guint i = 0; i < test->spec.n_measures; i++)
    {
      const TyMeasure *measure = test->spec.measures[i];
      GArray *rows = test_oracle_get (answers->oracle, answers->measures[i]);
      g_autofree char *key = g_strdup_printf ("%s\t%u", cell, i);
      TyAmount *amount = g_hash_table_lookup (test->wanted, key);
      guint first, end;
      gint64 number;

      if (amount == NULL)
        {
          amount = g_new0 (TyAmount, 1);
          g_hash_table_insert (test->wanted, g_steal_pointer (&key), amount);
        }
      find_rows (rows, person, &first, &end);
      number = first < end ? g_array_index (rows, TestRow, first).number : 0;
      /* Averages leave out who has no number, and some shares whom they are not about. */
      if ((measure->kind == TY_MEASURE_AVERAGE && first == end)
          || (answers->of[i] != 0 && !has_row (test_oracle_get (answers->oracle, answers->of[i]), person)))
        continue;
      amount->sum += find_number (measure) != NULL ? (guint64) number : first < end;
      amount->n++;
    }
}

/* The values of a person, each once; empty for none. */
static GPtrArray *
list_values (Case    *test,
             Answers *answers,
             guint    dimension,
             gint64   person)
{
  GPtrArray *values = g_ptr_array_new ();
  GArray *rows = test_oracle_get (answers->oracle, answers->values[dimension]);
  guint first, end;

  find_rows (rows, person, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const char *value = g_array_index (rows, TestRow, i).value;

      g_ptr_array_add (values, (gpointer) (value != NULL ? value : ""));
    }
  if (values->len == 0)
    g_ptr_array_add (values, (gpointer) "");
  return values;
}

static GPtrArray *
list_cell_values (Case       *test,
                  Answers    *answers,
                  guint       dimension,
                  gint64      person,
                  guint       narrowed,
                  const char *key)
{
  GPtrArray *values;

  if (dimension != narrowed && dimension < test->spec.n_dimensions)
    return list_values (test, answers, dimension, person);

  values = g_ptr_array_new ();
  g_ptr_array_add (values, (gpointer) (dimension == narrowed ? key : ""));
  return values;
}

static gboolean
is_wanted (Case   *test,
           gint64  person)
{
  guint32 row;

  return test->spec.rows == NULL
         || (ty_columns_find_person (ty_view_get_columns (test->view), person, &row)
             && ty_bitmap_get (test->spec.rows, row));
}

static void
add_cells (Case       *test,
           Answers    *answers,
           guint       narrowed,
           const char *key)
{
  GArray *people = test_oracle_get (answers->oracle, answers->population);

  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, TestRow, i).id;
      g_autoptr(GPtrArray) first = list_cell_values (test, answers, 0, person, narrowed, key);
      g_autoptr(GPtrArray) second = list_cell_values (test, answers, 1, person, narrowed, key);

      for (guint a = 0; is_wanted (test, person) && a < first->len; a++)
        for (guint b = 0; b < second->len; b++)
          {
            g_autofree char *cell = g_strdup_printf ("%s\t%s", (char *) g_ptr_array_index (first, a),
                                                     (char *) g_ptr_array_index (second, b));

            add_amounts (test, answers, person, cell);
          }
    }
}

static guint
find_narrowed (Case *test)
{
  for (guint i = 0; i < test->spec.n_dimensions; i++)
    if (!test->spec.held && ty_dimension_suits (test->spec.dimensions[i], TY_SUBJECT_VILLAGES))
      return i;

  return G_MAXUINT;
}

static void
compute_cells (Case       *test,
               TyGrouping *grouping)
{
  guint narrowed = find_narrowed (test);
  TyScale *scale = narrowed != G_MAXUINT ? ty_grouping_get_scale (grouping, narrowed) : NULL;

  for (guint value = 0; scale != NULL && value < ty_scale_get_n (scale); value++)
    {
      const char *key = ty_scale_get_key (scale, value);
      Answers answers = ask (test, test->spec.dimensions[narrowed]->key, key);

      add_cells (test, &answers, narrowed, key);
      test_oracle_free (answers.oracle);
    }
  if (scale == NULL)
    {
      Answers answers = ask (test, NULL, NULL);

      add_cells (test, &answers, G_MAXUINT, "");
      test_oracle_free (answers.oracle);
    }
}

static void
assert_amount (Case       *test,
               const char *cell,
               guint       measure,
               TyAmount    found)
{
  g_autofree char *key = g_strdup_printf ("%s\t%u", cell, measure);
  const TyAmount *amount = g_hash_table_lookup (test->wanted, key);
  TyAmount wanted = amount != NULL ? *amount : (TyAmount){ 0, 0 };

  g_hash_table_remove (test->wanted, key);
  test->n_met += (guint) found.n;
  /* Of a number only the sum is meant. */
  if (wanted.sum == found.sum
      && (wanted.n == found.n || test->spec.measures[measure]->kind == TY_MEASURE_COUNT))
    return;

  g_test_message ("%s, scope %" G_GINT64_FORMAT ", held %d: %s", test->day, test->scope, test->spec.held,
                  test->json);
  for (guint i = 0; i < test->spec.n_dimensions; i++)
    g_test_message ("  by %s", test->spec.dimensions[i]->key);
  g_test_message ("  cell “%s”, %s: of SQL %" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT ", found %"
                  G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT, cell, test->spec.measures[measure]->key,
                  wanted.sum, wanted.n, found.sum, found.n);
  g_test_fail ();
}

static void
assert_cells (Case       *test,
              TyGrouping *grouping)
{
  guint n[TY_GROUPING_DIMENSIONS] = { 1, 1 };

  for (guint i = 0; i < test->spec.n_dimensions; i++)
    n[i] = ty_scale_get_n (ty_grouping_get_scale (grouping, i));
  for (guint a = 0; a < n[0]; a++)
    for (guint b = 0; b < n[1]; b++)
      for (guint measure = 0; measure < test->spec.n_measures; measure++)
        {
          g_autofree char *cell = g_strdup_printf (
            "%s\t%s",
            test->spec.n_dimensions > 0 ? ty_scale_get_key (ty_grouping_get_scale (grouping, 0), a) : "",
            test->spec.n_dimensions > 1 ? ty_scale_get_key (ty_grouping_get_scale (grouping, 1), b) : "");

          assert_amount (test, cell, measure, ty_grouping_get_amount (grouping, a, b, measure));
        }
  /* SQL knows no value that the scale does not. */
  g_assert_cmpuint (g_hash_table_size (test->wanted), ==, 0);
}

static TyPopulation *
dup_cell_population (Case        *test,
                     const guint *values,
                     TyGrouping  *grouping)
{
  guint narrowed = find_narrowed (test);
  TyPopulation *population = ty_population_ref (test->spec.population);

  for (guint i = 0; i < test->spec.n_dimensions; i++)
    if (i != narrowed)
      {
        g_autoptr(TyPopulation) before = population;
        g_autoptr(TyPopulation) value = ty_population_new_value (
          test->spec.dimensions[i], ty_scale_get_key (ty_grouping_get_scale (grouping, i), values[i]));

        population = ty_population_new_and (before, value);
      }
  if (narrowed != G_MAXUINT)
    {
      g_autoptr(TyPopulation) before = population;

      population = ty_population_new_in (
        test->spec.dimensions[narrowed],
        ty_scale_get_key (ty_grouping_get_scale (grouping, narrowed), values[narrowed]), before);
    }
  return population;
}

/* The list to which a cell leads is as long as its number. */
static void
assert_lists (Case       *test,
              TyGrouping *grouping)
{
  for (guint i = 0; test->spec.rows == NULL && i < 20; i++)
    {
      guint values[TY_GROUPING_DIMENSIONS] = { 0, 0 };
      g_autoptr(TyPopulation) population = NULL;
      g_autoptr(GArray) list = NULL;

      for (guint j = 0; j < test->spec.n_dimensions; j++)
        values[j] = (guint) g_rand_int_range (test->chance->random, 0,
                                              (int) ty_scale_get_n (ty_grouping_get_scale (grouping, j)));
      population = dup_cell_population (test, values, grouping);
      list = ty_population_list (population, test->view, test->views);
      g_assert_cmpuint (list->len, ==,
                        ty_grouping_get_amount (grouping, values[0], values[1], 0).sum);
    }
}

static void
assert_totals (Case       *test,
               TyGrouping *grouping)
{
  TyGroupingSpec spec = test->spec;
  Answers answers;

  test->spec.n_dimensions = 0;
  answers = ask (test, NULL, NULL);
  add_cells (test, &answers, G_MAXUINT, "");
  test_oracle_free (answers.oracle);
  for (guint measure = 0; measure < spec.n_measures; measure++)
    assert_amount (test, "\t", measure, ty_grouping_get_total (grouping, measure));
  test->spec = spec;
}

/* Where everybody has one value, the cells add up to the total. */
static void
assert_sums (Case       *test,
             TyGrouping *grouping)
{
  TyScale *scale = test->spec.n_dimensions == 1 ? ty_grouping_get_scale (grouping, 0) : NULL;

  if (scale == NULL || scale->kind != TY_SCALE_PEOPLE)
    return;

  for (guint measure = 0; measure < test->spec.n_measures; measure++)
    {
      guint64 sum = 0, n = 0;

      for (guint value = 0; value < ty_scale_get_n (scale); value++)
        {
          sum += ty_grouping_get_amount (grouping, value, 0, measure).sum;
          n += ty_grouping_get_amount (grouping, value, 0, measure).n;
        }
      g_assert_cmpuint (sum, ==, ty_grouping_get_total (grouping, measure).sum);
      g_assert_cmpuint (n, ==, ty_grouping_get_total (grouping, measure).n);
    }
}

static TyBitmap *
draw_rows (Case *test)
{
  TyColumns *columns = ty_view_get_columns (test->view);
  TyBitmap *rows = ty_bitmap_new (ty_columns_get_n_chunks (columns) << TY_CHUNK_SHIFT);

  for (guint i = 0; i < ty_columns_get_n_people (columns); i++)
    if (g_rand_boolean (test->chance->random))
      ty_bitmap_set (rows, i);
  return rows;
}

/* Who has to do with the units is asked for: of everybody in the file nobody is anywhere. */
static TyPopulation *
draw_population (Case *test)
{
  TyWho last = test->spec.held ? TY_WHO_EVERYBODY : TY_WHO_MENTORS;
  g_autoptr(TyPopulation) who = ty_population_new_who (
    (TyWho) g_rand_int_range (test->chance->random, 0, last + 1));
  g_autoptr(TyPopulation) other = NULL;

  if (g_rand_boolean (test->chance->random))
    return g_steal_pointer (&who);

  other = test_chance_draw_population (test->chance, TY_SUBJECT_PEOPLE, 3);
  return ty_population_new_and (who, other);
}

/* Those of the table, and some that are made by their words. */
static const char *const words[] = { "coverage:county", "coverage:township", "coverage:2" };

static const TyDimension *
get_dimension (guint number)
{
  number %= ty_dimension_get_n () + G_N_ELEMENTS (words);
  return number < ty_dimension_get_n () ? ty_dimension_get (number)
                                        : ty_dimension_find (words[number - ty_dimension_get_n ()]);
}

/* Of people there are more measures than a table has room for: each time some of them are left out, never that of
 * the number, which comes first. */
static void
draw_measures (Case *test)
{
  guint n = ty_measure_get_n ();
  guint first = (guint) g_rand_int_range (test->chance->random, 1, (int) n);

  test->spec.measures[test->spec.n_measures++] = ty_measure_get (0);
  for (guint i = 0; i < n && test->spec.n_measures < TY_GROUPING_MEASURES; i++)
    if ((first + i) % n != 0 && ty_measure_suits (ty_measure_get ((first + i) % n), TY_SUBJECT_PEOPLE))
      test->spec.measures[test->spec.n_measures++] = ty_measure_get ((first + i) % n);
}

static void
check (Case  *test,
       guint  number)
{
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(TyGrouping) grouping = NULL;
  guint n = ty_dimension_get_n () + G_N_ELEMENTS (words);

  memset (&test->spec, 0, sizeof test->spec);
  test->spec.held = g_rand_int_range (test->chance->random, 0, 4) == 0;
  test->spec.n_dimensions = number < n ? 1 : (guint) g_rand_int_range (test->chance->random, 0, 3);
  test->spec.dimensions[0] = get_dimension (number);
  test->spec.dimensions[1] = get_dimension ((guint) g_rand_int_range (test->chance->random, 0, (int) n));
  draw_measures (test);
  population = draw_population (test);
  if (g_rand_int_range (test->chance->random, 0, 4) == 0)
    rows = draw_rows (test);
  test->spec.population = population;
  test->spec.rows = rows;
  test->json = ty_population_to_json (population);

  grouping = ty_grouping_new (&test->spec, test->view, test->views);
  compute_cells (test, grouping);
  assert_cells (test, grouping);
  assert_totals (test, grouping);
  assert_sums (test, grouping);
  if (!g_test_failed ())
    assert_lists (test, grouping);
  g_free (test->json);
}

static void
check_world (guint32  seed,
             guint   *n_met)
{
  g_autoptr(TestChance) chance = test_chance_new (seed);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(TyViews) views = ty_views_new ();
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Case test = { .chance = chance, .views = views, .wanted = wanted };

  for (guint i = 0; i < N_GROUPINGS && !g_test_failed (); i++)
    {
      guint number = (seed - 1) * N_GROUPINGS + i;
      g_autoptr(TyView) view = NULL;

      test.day = test_chance_draw_day (chance);
      test.scope = i % 3 == 0 ? 0 : test_chance_draw_scope (chance);
      test.view = view = ty_view_new (columns, ty_date_from_iso (test.day), test.scope, 2021, NULL);
      check (&test, number);
    }
  *n_met += test.n_met;
}

static void
test_random (void)
{
  guint n_met = 0;

  for (guint32 seed = 1; seed <= test_chance_get_n_seeds (N_WORLDS) && !g_test_failed (); seed++)
    {
      g_test_message ("seed %u", seed);
      check_world (seed, &n_met);
    }
  g_test_message ("%u people counted", n_met);
  if (!g_test_failed ())
    g_assert_cmpuint (n_met, >, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/grouping/random", test_random);
  return g_test_run ();
}
