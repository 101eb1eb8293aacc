/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-dashboard"

#include "config.h"

#include "test-chance.h"
#include "test-oracle.h"

#include "ty-card-answer-json.h"
#include "ty-cross-table.h"
#include "ty-dashboard-counter.h"
#include "ty-dimension-band.h"

#include <math.h>
#include <string.h>

/* Dashboards: how they are read and kept, and that each number is that of SQL over the people to whom its
 * mark leads. */

#define N_WORLDS 2
#define N_CARDS 16

/* Each mark of a small county would take minutes of SQL. */
#define N_MARKS 5

static TyDashboard *
read_json (const char *json)
{
  g_autoptr(GError) error = NULL;
  TyDashboard *dashboard = ty_dashboard_from_json (json, &error);

  g_assert_no_error (error);
  return dashboard;
}

static TyDashboard *
read_card (const char *card)
{
  g_autofree char *json = g_strdup_printf ("{\"word\": \"test\", \"title\": \"Test\", \"cards\": [%s]}", card);

  return read_json (json);
}

static void
test_shipped (void)
{
  g_autoptr(GPtrArray) list = ty_dashboard_list_shipped ();

  for (guint i = 0; i < list->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (list, i);
      g_autofree char *json = ty_dashboard_to_json (dashboard);
      g_autoptr(TyDashboard) again = read_json (json);
      g_autofree char *twice = ty_dashboard_to_json (again);

      g_test_message ("%s", dashboard->word);
      g_assert_cmpstr (json, ==, twice);
      g_assert_true (ty_dashboard_find (list, dashboard->word) == dashboard);
      for (guint card = 0; card < dashboard->cards->len; card++)
        {
          g_assert_cmpstr (ty_dashboard_get_card (dashboard, card)->problem, ==, NULL);
          for (TyLanguage language = 0; language < TY_N_LANGUAGES; language++)
            g_assert_nonnull (ty_dashboard_get_card (dashboard, card)->title->texts[language]);
        }
    }
}

static void
assert_problem (const char *card,
                const char *word)
{
  g_autoptr(TyDashboard) dashboard = read_card (card);
  const TyCard *found = ty_dashboard_get_card (dashboard, 0);
  g_autofree char *json = ty_dashboard_to_json (dashboard);

  if (word == NULL)
    {
      g_assert_cmpstr (found->problem, ==, NULL);
      return;
    }
  g_assert_nonnull (found->problem);
  if (strstr (found->problem, word) == NULL)
    g_error ("“%s” does not say “%s”.", found->problem, word);
  /* What is wrong is kept as it was written. */
  g_assert_nonnull (found->written);
  g_assert_nonnull (strstr (json, "\"cards\""));
}

#define SECRETARIES "\"population\": {\"who\": \"secretaries\"}"

static void
test_problems (void)
{
  static const struct
  {
    const char *card;
    const char *word;
  } cases[] = {
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\"}", NULL },
    { "{}", "kind" },
    { "{\"kind\": \"globe\"}", "globe" },
    { "{\"kind\": \"figure\", \"figures\": \"count\"}", "who" },
    { "{\"kind\": \"figure\", " SECRETARIES "}", "at least 1" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": [\"count\", \"female\"]}", "room for 1" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"happiness\"}", "happiness" },
    { "{\"kind\": \"bar\", " SECRETARIES ", \"figures\": \"count\", \"by\": \"planet\"}", "planet" },
    { "{\"kind\": \"pie\", " SECRETARIES ", \"figures\": \"count\"}", "needs 1" },
    { "{\"kind\": \"pie\", " SECRETARIES ", \"figures\": \"count\", \"by\": [\"sex\", \"post\"]}", "1 thing" },
    { "{\"kind\": \"table\", " SECRETARIES ", \"figures\": \"count\", \"by\": [\"sex\", \"sex\"]}", "twice" },
    { "{\"kind\": \"bar\", \"population\": {\"who\": \"villages\"}, \"figures\": \"average_age\"}",
      "average_age" },
    { "{\"kind\": \"bar\", \"population\": {\"who\": \"villages\"}, \"figures\": \"count\", \"by\": \"sex\"}",
      "sex" },
    { "{\"kind\": \"bar\", \"population\": {\"who\": \"kings\"}, \"figures\": \"count\"}", "kings" },
    { "{\"kind\": \"line\", " SECRETARIES ", \"figures\": \"count\"}", "dates" },
    { "{\"kind\": \"text\"}", "text" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\", \"width\": 13}", "width" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\", \"decimals\": 1.5}", "decimals" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\", \"before\": \"yesterday\"}", "before" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\", \"before\": \"2021-02-30\"}", "before" },
    { "{\"kind\": \"figure\", " SECRETARIES ", \"figures\": \"count\", \"title\": 7}", "title" },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", "
      "\"by\": {\"bands\": [[null, 30], [31, 40], [41, null]]}}", NULL },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", "
      "\"by\": {\"bands\": [[null, 30], [30, 40], [41, null]]}}", "overlap at the age of 30" },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", "
      "\"by\": {\"bands\": [[null, 30], [32, 40], [41, null]]}}", "leave out the age of 31" },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", "
      "\"by\": {\"bands\": [[null, 30], [31, 40]]}}", "leave out the age of 41" },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", "
      "\"by\": {\"bands\": [[20, 30], [31, null]]}}", "leave out the age of 0" },
    { "{\"kind\": \"pyramid\", " SECRETARIES ", \"figures\": \"count\", \"by\": {\"bands\": [[5, 4]]}}", "bands" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_problem (cases[i].card, cases[i].word);
}

static void
assert_refused (const char *json,
                const char *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ty_dashboard_from_json (json, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” does not say “%s”.", error->message, word);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_refused (void)
{
  g_autofree char *deep = repeat ("[", 5000);
  g_autofree char *cards = repeat ("{},", TY_DASHBOARD_CARDS);
  g_autofree char *many = g_strdup_printf ("{\"word\": \"a\", \"title\": \"A\", \"cards\": [%s{}]}", cards);
  g_autofree char *words = repeat ("word ", TY_DASHBOARD_BYTES / 5);
  g_autofree char *great = g_strdup_printf ("{\"word\": \"a\", \"title\": \"%s\", \"cards\": []}", words);

  assert_refused ("", "no JSON object");
  assert_refused ("[]", "no JSON object");
  assert_refused ("{\n\"word\": \n}", "line 3");
  assert_refused ("{\"title\": \"A\", \"cards\": []}", "word");
  assert_refused ("{\"word\": \"../a\", \"title\": \"A\", \"cards\": []}", "word");
  assert_refused ("{\"word\": \"a\", \"cards\": []}", "title");
  assert_refused ("{\"word\": \"a\", \"title\": {}, \"cards\": []}", "title");
  assert_refused ("{\"word\": \"a\", \"title\": \"A\"}", "cards");
  assert_refused ("{\"word\": \"a\", \"title\": \"A\", \"cards\": [1]}", "cards");
  assert_refused (deep, "nested");
  assert_refused (many, "61");
  assert_refused (great, "long");
}

static void
test_bands (void)
{
  const TyDimension *bands = ty_dimension_find ("age:30,35,50");
  const int ends[] = { 30, 35, 50 };
  guint n;

  g_assert_nonnull (bands);
  g_assert_true (ty_dimension_band_get (ends, G_N_ELEMENTS (ends)) == bands);
  g_assert_cmpint (ty_dimension_band_get_ends (bands, &n)[2], ==, 50);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (ty_dimension_find ("age:"));
  g_assert_null (ty_dimension_find ("age:35,30"));
  g_assert_null (ty_dimension_find ("age:30,30"));
  g_assert_null (ty_dimension_find ("age:-1"));
  g_assert_null (ty_dimension_find ("age:30,x"));
  g_assert_null (ty_dimension_band_get_ends (ty_dimension_find ("age_band"), &n));
}

typedef struct
{
  TestChance *chance;
  TyColumns *columns;
  TyViews *views;
  const char *day;
  gint64 scope;
  guint n_met;
  guint n_messages;
} Case;

static const TyDimension *
draw_dimension (Case *test)
{
  static const char *const words[] = { "township", "village", "sex", "education", "age:30,35,50", "post",
                                       "unit_kind", "source", "county" };

  return ty_dimension_find (words[g_rand_int_range (test->chance->random, 0, G_N_ELEMENTS (words))]);
}

/* Everybody is in every unit; a card says who. */
static TyPopulation *
draw_population (Case  *test,
                 guint  depth)
{
  g_autoptr(TyPopulation) who = ty_population_new_who (
    (TyWho) g_rand_int_range (test->chance->random, 0, TY_WHO_MENTORS + 1));
  g_autoptr(TyPopulation) other = NULL;

  if (g_rand_boolean (test->chance->random))
    return g_steal_pointer (&who);

  other = test_chance_draw_population (test->chance, TY_SUBJECT_PEOPLE, depth);
  return ty_population_new_and (who, other);
}

static TyCard *
draw_card (Case *test)
{
  GRand *random = test->chance->random;
  TyCard *card = ty_card_new ((TyCardKind) g_rand_int_range (random, 0, TY_N_CARD_KINDS));
  guint n = (guint) g_rand_int_range (random, 1, 4);

  card->population = draw_population (test, 2);
  card->n_dimensions = (guint) g_rand_int_range (random, 0, 3);
  for (guint i = 0; i < card->n_dimensions; i++)
    card->dimensions[i] = draw_dimension (test);
  for (guint i = 0; i < n; i++)
    {
      TyCardFigure *figure = ty_card_add_figure (card, ty_measure_get ((guint) g_rand_int_range (random, 0, 16)));

      if (g_rand_boolean (random))
        figure->population = draw_population (test, 1);
    }
  if (g_rand_boolean (random) || card->kind == TY_CARD_LINE)
    {
      card->every = (TyCardEvery) g_rand_int_range (random, TY_CARD_EVERY_YEAR, TY_CARD_EVERY_MONTH + 1);
      card->n_dates = 3;
    }
  if (card->kind == TY_CARD_TEXT)
    card->text = ty_label_new ("{1} of {1:of}, {9}, {1:before}");
  card->compare.before = (TyCardBefore) g_rand_int_range (random, TY_CARD_BEFORE_INHERIT,
                                                          TY_CARD_BEFORE_DATE);
  return card;
}

/* A card of a kind with what does not belong to it is refused before it is counted. */
static TyCard *
draw_good_card (Case *test)
{
  while (TRUE)
    {
      TyCard *card = draw_card (test);

      if (ty_card_check (card, NULL))
        return card;
      ty_card_free (card);
    }
}

/* Of posts, honours and mentees people have several: it leads to the people. */
static guint64
get_behind (const TyMeasure   *measure,
            const TyCardValue *value)
{
  return measure->kind == TY_MEASURE_AVERAGE || strcmp (measure->key, "posts") == 0 ? value->amount.n
                                                                                     : value->amount.sum;
}

/* Asked in the whole file, since date and scope are part of the population. */
static void
assert_mark (Case               *test,
             const TyCardAnswer *answer,
             guint               category,
             guint               series)
{
  guint figure = ty_card_answer_get_figure (answer, category, series);
  const TyMeasure *measure = ty_card_get_figure (answer->card, figure)->measure;
  const TyCardValue *value = ty_card_answer_get_value (answer, category, series);
  g_autoptr(TyPopulation) population = ty_card_answer_dup_population (answer, category, series);
  g_autofree char *json = ty_population_to_json (population);
  TestContext context = { test->day, 0, 0, NULL, NULL };
  g_autoptr(TestOracle) oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  guint part = test_oracle_add_population (oracle, json);
  guint64 wanted;

  test_oracle_run (oracle);
  wanted = test_oracle_get (oracle, part)->len;
  test->n_met += (guint) wanted;
  if (get_behind (measure, value) == wanted)
    return;

  g_test_message ("%s, scope %" G_GINT64_FORMAT ", %s, %s: %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                  ", of SQL %" G_GUINT64_FORMAT ": %s", test->day, test->scope,
                  ty_card_kind_to_string (answer->card->kind), measure->key, value->amount.sum,
                  value->amount.n, wanted, json);
  g_test_fail ();
}

static void
assert_values (const TyCardAnswer *answer)
{
  for (guint i = 0; i < answer->values->len; i++)
    {
      const TyCardValue *value = &g_array_index (answer->values, TyCardValue, i);

      g_assert_nonnull (value->text);
      g_assert_cmpint (value->known, ==, strcmp (value->text, "—") != 0);
      if (value->known)
        g_assert_cmpfloat (value->number, ==, g_ascii_strtod (value->text, NULL));
      else
        g_assert_true (isnan (value->number));
    }
}

/* Written and read again, it says the same, and leads to the same people. */
static void
assert_frozen (const TyCardAnswer *answer)
{
  g_autoptr(JsonNode) node = ty_card_answer_to_node (answer, TRUE);
  g_autofree char *json = json_to_string (node, FALSE);
  g_autoptr(JsonNode) parsed = json_from_string (json, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCardAnswer) again = ty_card_answer_from_node (parsed, &error);
  g_autoptr(JsonNode) written = again != NULL ? ty_card_answer_to_node (again, TRUE) : NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  twice = json_to_string (written, FALSE);
  g_assert_cmpstr (json, ==, twice);
}

static void
check_answer (Case               *test,
              const TyCardAnswer *answer)
{
  guint n = answer->categories->len * answer->series->len;

  assert_frozen (answer);
  if (answer->message != NULL)
    {
      test->n_messages++;
      return;
    }

  g_assert_cmpuint (answer->values->len, ==, n);
  assert_values (answer);
  for (guint i = 0; i < N_MARKS && n > 0 && !g_test_failed (); i++)
    assert_mark (test, answer,
                 (guint) g_rand_int_range (test->chance->random, 0, (gint32) answer->categories->len),
                 (guint) g_rand_int_range (test->chance->random, 0, (gint32) answer->series->len));
  if (answer->totals->len > 0 && !g_test_failed ())
    assert_mark (test, answer, TY_CARD_ALL, 0);
}

/* The villages behind a number, and what SQL says that each of them has. */
static TyAmount
add_up (Case            *test,
        const TyMeasure *measure,
        const char      *population)
{
  TestContext context = { test->day, test->scope, 0, NULL, NULL };
  g_autoptr(TestOracle) oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  g_autofree char *of = g_strconcat ("of:", measure->key, NULL);
  g_autofree char *is = g_strdup_printf ("{\"all\":[%s,{\"is\":\"%s\"}]}", population, measure->key);
  guint villages = test_oracle_add_population (oracle, population);
  gboolean counted = measure->unit_func == NULL;
  gboolean of_all = counted || !test_oracle_knows_number (of);
  guint sums = counted ? test_oracle_add_population (oracle, is) : test_oracle_add_numbers (oracle, measure->key);
  guint ns = of_all ? villages : test_oracle_add_numbers (oracle, of);
  TyAmount amount = { 0, 0 };

  test_oracle_run (oracle);
  for (guint i = 0; i < test_oracle_get (oracle, villages)->len; i++)
    {
      gint64 unit = g_array_index (test_oracle_get (oracle, villages), TestRow, i).id;

      for (guint j = 0; j < test_oracle_get (oracle, sums)->len; j++)
        if (g_array_index (test_oracle_get (oracle, sums), TestRow, j).id == unit)
          amount.sum += counted ? 1 : (guint64) g_array_index (test_oracle_get (oracle, sums), TestRow, j).number;
      for (guint j = 0; j < test_oracle_get (oracle, ns)->len; j++)
        if (g_array_index (test_oracle_get (oracle, ns), TestRow, j).id == unit)
          amount.n += of_all ? 1 : (guint64) g_array_index (test_oracle_get (oracle, ns), TestRow, j).number;
    }
  return amount;
}

static void
check_village_measure (Case            *test,
                       const TyMeasure *measure)
{
  g_autoptr(TyPopulation) population = test_chance_draw_population (test->chance, TY_SUBJECT_VILLAGES, 1);
  g_autoptr(TyPopulation) who = ty_population_new_who (TY_WHO_VILLAGES);
  g_autoptr(TyPopulation) both = ty_population_new_and (who, population);
  g_autofree char *json = ty_population_to_json (both);
  g_autoptr(TyView) view = ty_view_new (test->columns, ty_date_from_iso (test->day), test->scope, 0, NULL);
  TyCrossTableSpec spec = { .population = both, .measures = { measure }, .n_measures = 1, .view = view };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCrossTable) table = ty_cross_table_new (&spec, test->views, &error);
  TyAmount found, wanted = add_up (test, measure, json);

  g_assert_no_error (error);
  found = ty_cross_table_get_amount (table, 0, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL, 0);
  test->n_met += (guint) found.n;
  if (found.sum == wanted.sum && (found.n == wanted.n || measure->kind == TY_MEASURE_COUNT))
    return;

  g_test_message ("%s on %s, scope %" G_GINT64_FORMAT ", %s: %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                  ", of SQL %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT, measure->key, test->day, test->scope,
                  json, found.sum, found.n, wanted.sum, wanted.n);
  g_test_fail ();
}

/* Each measure of villages, on its own days in its own scopes. */
static void
test_villages (void)
{
  g_autoptr(TestChance) chance = test_chance_new (7);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(TyViews) views = ty_views_new ();
  Case test = { .chance = chance, .columns = columns, .views = views };

  for (guint i = 0; i < ty_measure_get_n (); i++)
    for (guint turn = 0; turn < 2 * test_chance_get_n_seeds (1) && !g_test_failed (); turn++)
      if (ty_measure_suits (ty_measure_get (i), TY_SUBJECT_VILLAGES)
          && strcmp (ty_measure_get (i)->key, "count") != 0)
        {
          test.day = test_chance_draw_day (chance);
          test.scope = turn % 2 == 0 ? 0 : test_chance_draw_scope (chance);
          check_village_measure (&test, ty_measure_get (i));
        }
  g_test_message ("%u villages counted", test.n_met);
  if (!g_test_failed ())
    g_assert_cmpuint (test.n_met, >, 50);
}

static const TestRow *
find_row (GArray *rows,
          gint64  id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, TestRow, i).id == id)
      return &g_array_index (rows, TestRow, i);

  return NULL;
}

static const char *
get_change (const TestRow *now,
            const TestRow *before)
{
  if (now == NULL || before == NULL)
    return now != NULL ? "came" : before != NULL ? "left" : "";
  if (now->number != before->number)
    return now->number < before->number ? "rose" : "lowered";

  return strcmp (now->value, before->value) != 0 ? "moved" : "stayed";
}

static TestOracle *
ask_highest (Case       *test,
             const char *day,
             const char *who)
{
  TestContext context = { day, test->scope, 0, NULL, NULL };
  TestOracle *oracle = test_oracle_new (test_chance_get_database (test->chance), &context);
  g_autofree char *highest = g_strdup_printf ("highest:%s", who);

  test_oracle_add_numbers (oracle, highest);
  test_oracle_run (oracle);
  return oracle;
}

/* Who came, left, rose, was lowered and moved, person by person, in the scope and in a township of it. */
static void
check_changes (Case       *test,
               const char *before,
               const char *who)
{
  g_autofree char *word = g_strdup_printf ("change:%s:%s", before, who);
  const TyDimension *dimension = ty_dimension_find (word);
  g_autoptr(TyView) view = ty_view_new (test->columns, ty_date_from_iso (test->day), test->scope, 0, NULL);
  g_autoptr(TestOracle) now = ask_highest (test, test->day, who);
  g_autoptr(TestOracle) then = ask_highest (test, before, who);
  GArray *rows[] = { test_oracle_get (now, 0), test_oracle_get (then, 0) };

  g_assert_nonnull (dimension);
  for (guint i = 0; i < test->chance->people->len; i++)
    {
      gint64 person = g_array_index (test->chance->people, gint64, i);
      const char *change = get_change (find_row (rows[0], person), find_row (rows[1], person));
      g_autoptr(TyPopulation) population = ty_population_new_value (dimension, change);
      g_autoptr(TyBitmap) marked = ty_population_mark (population, view, test->views);
      guint32 row;

      if (!ty_columns_find_person (test->columns, person, &row))
        continue;
      test->n_met += *change != '\0';
      if (!ty_bitmap_get (marked, row))
        {
          g_test_message ("%s since %s, %s, scope %" G_GINT64_FORMAT ", person %" G_GINT64_FORMAT
                          ": of SQL “%s”", test->day, before, who, test->scope, person, change);
          g_test_fail ();
          return;
        }
    }
}

/* In each township: before, less who left, and who came, is now. */
static void
check_balance (Case       *test,
               const char *before)
{
  g_autofree char *word = g_strdup_printf ("change:%s", before);
  g_autoptr(TyPopulation) everybody = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyView) view = ty_view_new (test->columns, ty_date_from_iso (test->day), 0, 0, NULL);
  TyCrossTableSpec spec = {
    .population = everybody,
    .dimensions = { ty_dimension_find ("village"), ty_dimension_find (word) },
    .n_dimensions = 2,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
    .view = view,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyCrossTable) table = ty_cross_table_new (&spec, test->views, &error);
  g_autoptr(TyPopulation) in_office = ty_population_new_who (TY_WHO_IN_OFFICE);

  g_assert_no_error (error);
  for (guint i = 0; i + 1 < ty_cross_table_get_n_values (table, 0); i++)
    {
      g_autoptr(TyPopulation) here = ty_population_new_in (spec.dimensions[0], ty_cross_table_get_key (table, 0, i),
                                                           in_office);
      guint64 now = 0;

      for (guint j = 0; j < ty_cross_table_get_n_values (table, 1); j++)
        if (strcmp (ty_cross_table_get_key (table, 1, j), "left") != 0
            && *ty_cross_table_get_key (table, 1, j) != '\0')
          now += ty_cross_table_get_amount (table, 0, i, j, 0).sum;
      g_assert_cmpuint (now, ==, ty_population_count (here, view, test->views));
    }
}

static void
test_changes (void)
{
  g_autoptr(TestChance) chance = test_chance_new (11);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(TyViews) views = ty_views_new ();
  Case test = { .chance = chance, .columns = columns, .views = views };

  g_assert_null (ty_dimension_find ("change:yesterday"));
  g_assert_null (ty_dimension_find ("change:year:reserves"));
  g_assert_nonnull (ty_dimension_find ("change:term"));
  for (guint i = 0; i < 3 * test_chance_get_n_seeds (2) && !g_test_failed (); i++)
    {
      const char *before = test_chance_draw_day (chance);

      test.day = test_chance_draw_day (chance);
      test.scope = i % 2 == 0 ? 0 : test_chance_draw_scope (chance);
      check_changes (&test, before, i % 3 == 0 ? "members" : "in_office");
      check_balance (&test, before);
    }
  if (!g_test_failed ())
    g_assert_cmpuint (test.n_met, >, 50);
}

static void
check_world (guint32  seed,
             guint   *n_met)
{
  g_autoptr(TestChance) chance = test_chance_new (seed);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(TyViews) views = ty_views_new ();
  Case test = { .chance = chance, .columns = columns, .views = views };

  for (guint i = 0; i < N_CARDS && !g_test_failed (); i++)
    {
      g_autoptr(TyDashboard) dashboard = ty_dashboard_new ("test", "Test");
      TyDashboardPlace place = { columns, views, test_chance_get_database (chance) };
      g_autoptr(GPtrArray) answers = NULL;
      g_autoptr(GError) error = NULL;

      test.day = test_chance_draw_day (chance);
      test.scope = i % 3 == 0 ? 0 : test_chance_draw_scope (chance);
      place.as_of = ty_date_from_iso (test.day);
      place.scope = test.scope;
      place.compare.before = TY_CARD_BEFORE_YEAR;
      g_ptr_array_add (dashboard->cards, draw_good_card (&test));
      g_ptr_array_add (dashboard->cards, draw_good_card (&test));
      answers = ty_dashboard_count (dashboard, &place, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (answers->len, ==, 2);
      for (guint card = 0; card < answers->len; card++)
        check_answer (&test, g_ptr_array_index (answers, card));
    }
  *n_met += test.n_met;
  g_assert_cmpuint (test.n_messages, <, N_CARDS * 2);
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
  g_test_message ("%u people behind marks", n_met);
  if (!g_test_failed ())
    g_assert_cmpuint (n_met, >, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/dashboard/shipped", test_shipped);
  g_test_add_func ("/dashboard/problems", test_problems);
  g_test_add_func ("/dashboard/refused", test_refused);
  g_test_add_func ("/dashboard/bands", test_bands);
  g_test_add_func ("/dashboard/villages", test_villages);
  g_test_add_func ("/dashboard/changes", test_changes);
  g_test_add_func ("/dashboard/random", test_random);
  return g_test_run ();
}
