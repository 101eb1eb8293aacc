/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-choice.h"
#include "ty-sample.h"
#include "ty-test-office.h"

#include <string.h>

/* What narrows a roster, and the facets to choose from: each number is the length of the list that
 * choosing it would give. */

#define DAY ty_date_new (2021, 12, 31)

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TySampleOptions options = { .n_villages = 14, .seed = 7 };
  g_autofree char *path = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->county = ty_test_office_new ();
  fixture->office = ty_office_new ();
  path = g_build_filename (fixture->county->folder, "sample.touyan", NULL);
  g_assert_true (ty_sample_create (path, &options, "tester", NULL, &error));
  g_assert_no_error (error);
  ty_office_open_async (fixture->office, path, NULL, ty_test_office_keep_result, &result);
  ty_office_open_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  ty_office_set_as_of (fixture->office, DAY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static GArray *
list (TyOffice            *office,
      const TyRosterQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *people;

  ty_office_list_roster_async (office, query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people;
}

static guint
count (TyOffice            *office,
       const TyRosterQuery *query)
{
  g_autoptr(GArray) people = list (office, query);

  return people->len;
}

static GPtrArray *
count_facets (TyOffice                  *office,
              const TyRosterQuery       *query,
              const TyDimension * const *dimensions,
              guint                      n_dimensions)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *facets;

  ty_office_count_facets_async (office, query, dimensions, n_dimensions, NULL,
                                ty_test_office_keep_result, &result);
  facets = ty_office_count_facets_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facets->len, ==, n_dimensions);
  return facets;
}

/* The query with another choice in one dimension, and the other filters as they are. */
static TyRosterQuery
choose (const TyRosterQuery       *query,
        const TyDimension         *dimension,
        const char * const        *values)
{
  TyRosterQuery chosen = *query;

  chosen.n_filters = 0;
  for (guint i = 0; i < query->n_filters; i++)
    if (query->filters[i].dimension != dimension)
      chosen.filters[chosen.n_filters++] = query->filters[i];
  chosen.filters[chosen.n_filters++] = (TyRosterFilter){ dimension, values };
  return chosen;
}

static void
assert_facet (TyOffice            *office,
              const TyRosterQuery *query,
              const TyFacet       *facet)
{
  for (guint i = 0; facet->keys[i] != NULL; i++)
    {
      const char *values[] = { facet->keys[i], NULL };
      TyRosterQuery chosen = choose (query, facet->dimension, values);

      if (facet->counts[i] == 0 && i > 3)
        continue;
      g_test_message ("%s “%s”", facet->dimension->key, facet->labels[i]);
      g_assert_cmpuint (facet->counts[i], ==, count (office, &chosen));
    }
}

static void
assert_facets (TyOffice            *office,
               const TyRosterQuery *query)
{
  g_autofree const TyDimension **dimensions = g_new (const TyDimension *, ty_dimension_get_n ());
  g_autoptr(GPtrArray) facets = NULL;

  for (guint i = 0; i < ty_dimension_get_n (); i++)
    dimensions[i] = ty_dimension_get (i);
  facets = count_facets (office, query, dimensions, ty_dimension_get_n ());
  for (guint i = 0; i < facets->len; i++)
    assert_facet (office, query, g_ptr_array_index (facets, i));
}

static void
test_facets (Fixture       *fixture,
             gconstpointer  data)
{
  const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };
  const TyRosterQuery members = { .who = TY_WHO_MEMBERS, .condition = TY_CONDITION_AGE_LE_50 };
  const TyRosterQuery departed = { .who = TY_WHO_DEPARTED };
  const TyRosterQuery reserves = { .who = TY_WHO_RESERVES };

  assert_facets (fixture->office, &everybody);
  assert_facets (fixture->office, &members);
  assert_facets (fixture->office, &departed);
  assert_facets (fixture->office, &reserves);
}

static void
test_facets_of_search (Fixture       *fixture,
                       gconstpointer  data)
{
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE, .search = "z" };
  guint n = count (fixture->office, &query);

  g_assert_cmpuint (n, >, 3);
  assert_facets (fixture->office, &query);
  query.search = NULL;
  g_assert_cmpuint (n, <, count (fixture->office, &query));
}

static guint
get_count (const TyFacet *facet,
           const char    *key)
{
  for (guint i = 0; facet->keys[i] != NULL; i++)
    if (g_str_equal (facet->keys[i], key))
      return facet->counts[i];

  g_assert_not_reached ();
}

/* Who chose women can still see how many men there are, and everything else counts women only. */
static void
test_own_filter (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const women[] = { "2", NULL };
  const TyDimension *dimensions[] = { ty_dimension_find ("sex"), ty_dimension_find ("age_band") };
  TyRosterQuery query = { .who = TY_WHO_MEMBERS };
  g_autoptr(GPtrArray) before = count_facets (fixture->office, &query, dimensions, 2);
  g_autoptr(GPtrArray) after = NULL;
  guint n_men = get_count (g_ptr_array_index (before, 0), "1");
  guint n_women = get_count (g_ptr_array_index (before, 0), "2");
  guint sum = 0;

  query.filters[0] = (TyRosterFilter){ dimensions[0], women };
  query.n_filters = 1;
  after = count_facets (fixture->office, &query, dimensions, 2);
  g_assert_cmpuint (n_men, >, 0);
  g_assert_cmpuint (n_women, >, 0);
  g_assert_cmpuint (get_count (g_ptr_array_index (after, 0), "1"), ==, n_men);
  g_assert_cmpuint (get_count (g_ptr_array_index (after, 0), "2"), ==, n_women);
  for (guint i = 0; ((TyFacet *) g_ptr_array_index (after, 1))->keys[i] != NULL; i++)
    sum += ((TyFacet *) g_ptr_array_index (after, 1))->counts[i];
  g_assert_cmpuint (sum, ==, n_women);
  assert_facets (fixture->office, &query);
}

/* Of one dimension any value will do, of two dimensions both must. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const men[] = { "1", NULL };
  static const char *const both[] = { "1", "2", NULL };
  static const char *const none[] = { NULL };
  static const char *const young[] = { "le_35", NULL };
  static const char *const unknown[] = { "no such value", NULL };
  const TyDimension *sex = ty_dimension_find ("sex");
  const TyDimension *band = ty_dimension_find ("age_band");
  const TyRosterQuery all = { .who = TY_WHO_MEMBERS };
  TyRosterQuery query = choose (&all, sex, men);
  g_autoptr(GArray) people = NULL;
  guint n_men = count (fixture->office, &query);
  guint n_young = 0;

  query = choose (&all, sex, both);
  g_assert_cmpuint (count (fixture->office, &query), >, n_men);
  g_assert_cmpuint (count (fixture->office, &query), ==, count (fixture->office, &all));
  query = choose (&all, sex, none);
  g_assert_cmpuint (count (fixture->office, &query), ==, count (fixture->office, &all));
  query = choose (&all, sex, unknown);
  g_assert_cmpuint (count (fixture->office, &query), ==, 0);

  query = choose (&all, sex, men);
  query = choose (&query, band, young);
  n_young = count (fixture->office, &query);
  g_assert_cmpuint (n_young, <, n_men);
  query.n_filters = 0;
  query.condition = TY_CONDITION_AGE_LE_35;
  query = choose (&query, sex, men);
  g_assert_cmpuint (count (fixture->office, &query), ==, n_young);
}

static gboolean
contains (GArray *people,
          gint64  person)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) == person)
      return TRUE;

  return FALSE;
}

/* Those of today who were secretaries before the election. */
static void
test_population (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyPopulation) secretaries = ty_population_new_who (TY_WHO_SECRETARIES);
  g_autoptr(TyPopulation) before = ty_population_new_at (ty_date_new (2020, 12, 31), 0, secretaries);
  TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GArray) now = list (fixture->office, &query);
  g_autoptr(GArray) both = NULL;
  g_autoptr(GArray) then = NULL;
  guint n = 0;

  query.population = before;
  both = list (fixture->office, &query);
  query.population = NULL;
  ty_office_set_as_of (fixture->office, ty_date_new (2020, 12, 31));
  then = list (fixture->office, &query);
  for (guint i = 0; i < now->len; i++)
    {
      gint64 person = g_array_index (now, gint64, i);

      g_assert_cmpint (contains (both, person), ==, contains (then, person));
      n += contains (then, person);
    }
  g_assert_cmpuint (n, ==, both->len);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, now->len);
}

/* What cannot be asked together is said, and nothing is listed. */
static void
test_mixed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyPopulation) villages = ty_population_new_who (TY_WHO_VILLAGES);
  const TyDimension *sex = ty_dimension_find ("sex");
  const TyRosterQuery query = { .who = TY_WHO_MEMBERS, .population = villages };
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) counted = NULL;
  g_autoptr(GError) list_error = NULL;
  g_autoptr(GError) count_error = NULL;

  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &listed);
  ty_office_count_facets_async (fixture->office, &query, &sex, 1, NULL, ty_test_office_keep_result,
                                &counted);
  g_assert_null (ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed),
                                               &list_error));
  g_assert_error (list_error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_MIXED);
  g_assert_null (ty_office_count_facets_finish (fixture->office, ty_test_office_await (&counted),
                                                &count_error));
  g_assert_error (count_error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_MIXED);
}

static TyRosterRow *
load_row (TyOffice *office,
          gint64    person)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  ty_office_load_rows_async (office, &person, 1, NULL, ty_test_office_keep_result, &result);
  rows = ty_office_load_rows_finish (office, ty_test_office_await (&result), NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (g_ptr_array_index (rows, 0));
}

static char *
dup_text (TyOffice   *office,
          gint64      person,
          const char *name)
{
  g_autoptr(TyRosterRow) row = load_row (office, person);
  char *text = NULL;

  g_object_get (row, name, &text, NULL);
  return text;
}

/* Which place each has in the official order. */
static GHashTable *
number (GArray *people)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < people->len; i++)
    g_hash_table_insert (places, &g_array_index (people, gint64, i), GUINT_TO_POINTER (i));
  return places;
}

static int
compare_birth (const char *first,
               const char *second,
               gboolean    descending)
{
  /* Who has none comes last both ways. */
  if (*first == '\0' || *second == '\0')
    return (*first == '\0') - (*second == '\0');

  return descending ? -strcmp (first, second) : strcmp (first, second);
}

static void
assert_keys (Fixture  *fixture,
             gboolean  descending)
{
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE, .keys = { { TY_SORT_SEX, descending },
                                                             { TY_SORT_BIRTH, !descending } } };
  g_autoptr(GArray) official = list (fixture->office, &query);
  g_autoptr(GHashTable) places = number (official);
  g_autoptr(GArray) sorted = NULL;
  g_autofree char *last_sex = g_strdup (descending ? "Female" : "Male");
  g_autofree char *last_birth = NULL;

  query.n_keys = 2;
  sorted = list (fixture->office, &query);
  g_assert_cmpuint (sorted->len, ==, official->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 *person = &g_array_index (sorted, gint64, i);
      g_autofree char *sex = dup_text (fixture->office, *person, "sex");
      g_autofree char *birth = dup_text (fixture->office, *person, "birth");
      int order = i > 0 && g_str_equal (sex, last_sex)
                    ? compare_birth (last_birth, birth, !descending) : -1;

      if (!g_str_equal (sex, last_sex))
        g_assert_cmpstr (sex, ==, descending ? "Male" : "Female");
      g_assert_cmpint (order, <=, 0);
      if (order == 0 && strlen (birth) == 7 && i > 0)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (places, person)), >,
                          GPOINTER_TO_UINT (g_hash_table_lookup (places, person - 1)));
      g_free (last_sex);
      g_free (last_birth);
      last_sex = g_steal_pointer (&sex);
      last_birth = g_steal_pointer (&birth);
    }
}

/* The official order decides between those who are equal in both. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  assert_keys (fixture, FALSE);
  assert_keys (fixture, TRUE);
}

/* The query belongs to the caller, who may change it at once. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  const TyDimension *sex = ty_dimension_find ("sex");
  g_auto(GStrv) values = g_strdupv ((char *[]){ (char *) "2", NULL });
  g_autofree char *search = g_strdup ("z");
  g_autoptr(TyPopulation) population = ty_population_new_who (TY_WHO_MEMBERS);
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE, .search = search,
                          .filters = { { sex, (const char * const *) values } }, .n_filters = 1,
                          .population = population };
  guint expected = count (fixture->office, &query);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;

  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &result);
  *values[0] = '1';
  *search = 'x';
  g_clear_pointer (&population, ty_population_unref);
  memset (&query, 0xff, sizeof query);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_assert_cmpuint (people->len, ==, expected);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* With a filter and a search: each number is the length of the list with that condition. */
static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *women[] = { "2", NULL };
  const TyCondition conditions[] = { TY_CONDITION_AGE_LE_50, TY_CONDITION_COLLEGE,
                                     TY_CONDITION_CROSS };
  TyRosterQuery query = {
    .who = TY_WHO_MEMBERS,
    .condition = TY_CONDITION_AGE_LE_35,
    .filters = { { ty_dimension_find ("sex"), women } },
    .n_filters = 1,
  };
  const char *searches[] = { NULL, "li" };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) counts = NULL;

      query.search = searches[i];
      ty_office_count_conditions_async (fixture->office, &query, conditions,
                                        G_N_ELEMENTS (conditions), NULL,
                                        ty_test_office_keep_result, &result);
      counts = ty_office_count_conditions_finish (fixture->office, ty_test_office_await (&result),
                                                  &error);
      g_assert_no_error (error);
      g_assert_cmpuint (counts->len, ==, G_N_ELEMENTS (conditions));
      for (guint j = 0; j < G_N_ELEMENTS (conditions); j++)
        {
          TyRosterQuery chosen = query;

          chosen.condition = conditions[j];
          g_assert_cmpuint (g_array_index (counts, guint, j), ==, count (fixture->office, &chosen));
        }
    }
}

/* A table of more people than fit ends where it is said to end. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  const TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };
  const TyTableColumn column = { TY_ROSTER_TEXT_NAME, "<Name>" };
  g_autoptr(GArray) people = list (fixture->office, &query);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPeopleTable) table = NULL;
  g_auto(GStrv) lines = NULL;

  while (people->len <= TY_ROSTER_TABLE_ROWS)
    {
      gint64 first = g_array_index (people, gint64, 0);

      g_array_append_val (people, first);
    }
  ty_office_make_table_async (fixture->office, people, &column, 1, NULL,
                              ty_test_office_keep_result, &result);
  table = ty_office_make_table_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->n_rows, ==, TY_ROSTER_TABLE_ROWS);
  lines = g_strsplit (table->text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, TY_ROSTER_TABLE_ROWS + 2);
  g_assert_cmpstr (lines[0], ==, "<Name>");
  g_assert_nonnull (strstr (table->html, "<th>&lt;Name&gt;</th>"));
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  add ("/roster-filters/facets", test_facets);
  add ("/roster-filters/facets-of-search", test_facets_of_search);
  add ("/roster-filters/own-filter", test_own_filter);
  add ("/roster-filters/filters", test_filters);
  add ("/roster-filters/population", test_population);
  add ("/roster-filters/mixed", test_mixed);
  add ("/roster-filters/keys", test_keys);
  add ("/roster-filters/copy", test_copy);
  add ("/roster-filters/conditions", test_conditions);
  add ("/roster-filters/table", test_table);

  return g_test_run ();
}
