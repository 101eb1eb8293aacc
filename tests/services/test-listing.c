/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-cross-table.h"
#include "ty-listing.h"
#include "ty-question.h"
#include "ty-sample.h"
#include "ty-test-office.h"

#include <string.h>

/* Figures by groups and the lists behind them, asked in words. */

#define BEFORE ty_date_new (2020, 12, 31)
#define AFTER ty_date_new (2021, 12, 31)

typedef struct
{
  TyTestOffice *county;
  TyLookup *lookup;
  TyView *view;
  TyView *before;
} Fixture;

static void
look_up (Fixture    *fixture,
         const char *path)
{
  g_autoptr(GError) error = NULL;

  fixture->lookup = ty_lookup_open (path, &error);
  g_assert_no_error (error);
  fixture->view = ty_lookup_get_view (fixture->lookup, AFTER, 0, 0, &error);
  g_assert_no_error (error);
  fixture->before = ty_lookup_get_view (fixture->lookup, BEFORE, 0, 0, &error);
  g_assert_no_error (error);
}

static void
set_up_sample (Fixture       *fixture,
               gconstpointer  data)
{
  const TySampleOptions options = { .n_villages = 14, .seed = 7 };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  fixture->county = ty_test_office_new ();
  path = g_build_filename (fixture->county->folder, "sample.touyan", NULL);
  g_assert_true (ty_sample_create (path, &options, "tester", NULL, &error));
  g_assert_no_error (error);
  look_up (fixture, path);
}

/* Two in one village, one of whom has a post elsewhere too, and a village that was closed. */
static void
set_up_small (Fixture       *fixture,
              gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  gint64 liu = ty_test_office_add_person (county, "刘梅", "2", "1990", NULL);
  gint64 wang = ty_test_office_add_person (county, "王退", "1", "1955-06", NULL);

  fixture->county = county;
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, zhang, county->pine, "C1", "2021-10-08", NULL);
  ty_test_office_add_post (county, zhang, county->plum, "D2", "2019", NULL);
  ty_test_office_add_post (county, liu, county->creek, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, liu, county->creek, "C1", "2022-10", NULL);
  ty_test_office_add_post (county, wang, county->plum, "D1", NULL, "2021-10");
  ty_test_office_done (county);
  look_up (fixture, county->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_view_unref (fixture->view);
  ty_view_unref (fixture->before);
  ty_lookup_free (fixture->lookup);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-loader"), ==, 0);
  ty_test_office_free (fixture->county);
}

static TyPopulation *
ask (Fixture    *fixture,
     const char *who,
     const char *is,
     const char *where,
     const char *filter)
{
  const char *conditions[] = { is, NULL };
  g_auto(GStrv) values = g_strsplit (where != NULL ? where : "", " ", -1);
  const TyQuestion question = { who, conditions, (const char * const *) values, filter };
  g_autoptr(GError) error = NULL;
  TyPopulation *population = ty_question_make_population (&question, fixture->view, &error);

  g_assert_no_error (error);
  return population;
}

static TyListing *
list (Fixture      *fixture,
      TyPopulation *population,
      const char   *sorts)
{
  g_autoptr(GArray) keys = ty_question_parse_sorts (sorts, NULL);
  const TyListingSpec spec = { population, fixture->view, NULL, (const TySortKey *) keys->data,
                               keys->len };
  g_autoptr(GError) error = NULL;
  TyListing *listing = ty_listing_new (fixture->lookup, &spec, &error);
  guint n;

  g_assert_no_error (error);
  g_assert_true (ty_listing_count (fixture->lookup, &spec, &n, NULL));
  g_assert_cmpuint (n, ==, ty_listing_get_n (listing));
  return listing;
}

static TyCrossTable *
make_table (Fixture      *fixture,
            TyPopulation *population,
            const char   *first,
            const char   *second,
            const char   *measure,
            gboolean      compare)
{
  const TyCrossTableSpec spec = {
    .population = population,
    .dimensions = { first != NULL ? ty_dimension_find (first) : NULL,
                    second != NULL ? ty_dimension_find (second) : NULL },
    .n_dimensions = (first != NULL) + (second != NULL),
    .measures = { ty_measure_find (measure) },
    .n_measures = 1,
    .view = fixture->view,
    .before = compare ? fixture->before : NULL,
  };
  g_autoptr(GError) error = NULL;
  TyCrossTable *table = ty_cross_table_new (&spec, ty_lookup_get_views (fixture->lookup), &error);

  g_assert_no_error (error);
  return table;
}

static guint
get_count (TyCrossTable *table,
           guint         date,
           guint         row,
           guint         column)
{
  return (guint) ty_cross_table_get_amount (table, date, row, column, 0).sum;
}

/* What a group leads to: of units the figure as if the scope were only they. */
static TyPopulation *
drill_down (TyPopulation      *population,
            const TyDimension *dimension,
            const char        *key)
{
  g_autoptr(TyPopulation) value = NULL;
  TySubject subject;

  g_assert_true (ty_population_get_subject (population, &subject, NULL));
  if (subject == TY_SUBJECT_PEOPLE && ty_dimension_suits (dimension, TY_SUBJECT_VILLAGES))
    return ty_population_new_in (dimension, key, population);

  value = ty_population_new_value (dimension, key);
  return ty_population_new_and (population, value);
}

static void
assert_leads_to_list (Fixture           *fixture,
                      TyPopulation      *population,
                      const TyDimension *dimension)
{
  g_autoptr(TyCrossTable) table = make_table (fixture, population, dimension->key, NULL, "count",
                                              FALSE);
  g_autoptr(TyListing) all = list (fixture, population, "official");
  guint n = ty_cross_table_get_n_values (table, 0);

  g_assert_cmpuint (get_count (table, 0, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL), ==,
                    ty_listing_get_n (all));
  for (guint i = 0; i < n; i++)
    {
      const char *key = ty_cross_table_get_key (table, 0, i);
      g_autoptr(TyPopulation) group = NULL;
      g_autoptr(TyListing) listing = NULL;

      /* Units of no value have no scope of their own. */
      if ((*key == '\0' && ty_dimension_suits (dimension, TY_SUBJECT_VILLAGES))
          || (get_count (table, 0, i, TY_CROSS_TABLE_ALL) == 0 && i > 3))
        continue;
      group = drill_down (population, dimension, key);
      listing = list (fixture, group, "official");
      g_test_message ("%s “%s”", dimension->key, ty_cross_table_get_label (table, 0, i));
      g_assert_cmpuint (get_count (table, 0, i, TY_CROSS_TABLE_ALL), ==, ty_listing_get_n (listing));
      g_assert_cmpint (ty_cross_table_is_empty (table, 0, i), ==, ty_listing_get_n (listing) == 0);
    }
  g_assert_cmpstr (ty_cross_table_get_key (table, 0, n - 1), ==, "");
}

static void
test_figure_is_list (Fixture       *fixture,
                     gconstpointer  data)
{
  for (TyWho who = 0; who < TY_N_WHO; who++)
    {
      g_autoptr(TyPopulation) population = ask (fixture, ty_who_to_string (who), NULL, NULL, NULL);
      TySubject subject = ty_who_get_subject (who);

      g_test_message ("%s", ty_who_to_string (who));
      for (guint i = 0; i < ty_dimension_get_n (); i++)
        {
          const TyDimension *dimension = ty_dimension_get (i);

          /* Everybody in the file is so in whatever scope. */
          if (ty_dimension_suits (dimension, subject)
              && !(who == TY_WHO_EVERYBODY && ty_dimension_suits (dimension, TY_SUBJECT_VILLAGES)))
            assert_leads_to_list (fixture, population, dimension);
        }
    }
}

/* The margins are those of tables by one of the two. */
static void
test_margins (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyPopulation) members = ask (fixture, "members", NULL, NULL, NULL);
  g_autoptr(TyCrossTable) both = make_table (fixture, members, "township", "sex", "average_age", FALSE);
  g_autoptr(TyCrossTable) rows = make_table (fixture, members, "township", NULL, "average_age", FALSE);
  g_autoptr(TyCrossTable) columns = make_table (fixture, members, "sex", NULL, "average_age", FALSE);
  TyAmount total = ty_cross_table_get_amount (both, 0, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL, 0);
  guint64 sum = 0;

  for (guint i = 0; i < ty_cross_table_get_n_values (both, 0); i++)
    {
      TyAmount amount = ty_cross_table_get_amount (both, 0, i, TY_CROSS_TABLE_ALL, 0);
      TyAmount alone = ty_cross_table_get_amount (rows, 0, i, TY_CROSS_TABLE_ALL, 0);
      guint64 across = 0;

      for (guint j = 0; j < ty_cross_table_get_n_values (both, 1); j++)
        across += ty_cross_table_get_amount (both, 0, i, j, 0).sum;
      g_assert_cmpuint (amount.sum, ==, alone.sum);
      g_assert_cmpuint (amount.n, ==, alone.n);
      g_assert_cmpuint (amount.sum, ==, across);
    }
  for (guint j = 0; j < ty_cross_table_get_n_values (both, 1); j++)
    {
      TyAmount amount = ty_cross_table_get_amount (both, 0, TY_CROSS_TABLE_ALL, j, 0);

      g_assert_cmpuint (amount.sum, ==,
                        ty_cross_table_get_amount (columns, 0, j, TY_CROSS_TABLE_ALL, 0).sum);
      sum += amount.sum;
    }
  g_assert_cmpuint (sum, ==, total.sum);
}

/* Each half of a comparison is the table of its date, also where a value is there on one only. */
static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const dimensions[] = { "age_band", "source", "post", "village", "party_form" };
  g_autoptr(TyPopulation) members = ask (fixture, "in_office", NULL, NULL, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (dimensions); k++)
    {
      Fixture then = *fixture;
      g_autoptr(TyCrossTable) both = make_table (fixture, members, dimensions[k], NULL, "count", TRUE);
      g_autoptr(TyCrossTable) now = make_table (fixture, members, dimensions[k], NULL, "count", FALSE);
      g_autoptr(TyCrossTable) before = NULL;
      TyCrossTable *halves[2];
      guint sums[2] = { 0, 0 };

      then.view = fixture->before;
      before = make_table (&then, members, dimensions[k], NULL, "count", FALSE);
      halves[0] = now;
      halves[1] = before;
      g_assert_cmpuint (ty_cross_table_get_n_dates (both), ==, 2);
      for (guint date = 0; date < 2; date++)
        for (guint i = 0; i < ty_cross_table_get_n_values (halves[date], 0); i++)
          for (guint j = 0; j < ty_cross_table_get_n_values (both, 0); j++)
            if (g_str_equal (ty_cross_table_get_key (halves[date], 0, i),
                             ty_cross_table_get_key (both, 0, j)))
              {
                g_assert_cmpuint (get_count (both, date, j, TY_CROSS_TABLE_ALL), ==,
                                  get_count (halves[date], 0, i, TY_CROSS_TABLE_ALL));
                sums[date]++;
              }
      g_assert_cmpuint (sums[0], ==, ty_cross_table_get_n_values (now, 0));
      g_assert_cmpuint (sums[1], ==, ty_cross_table_get_n_values (before, 0));
    }
}

static void
assert_change (TyCrossTable *table,
               const char   *expected)
{
  g_autofree char *change = ty_cross_table_format_change (table, TY_CROSS_TABLE_ALL,
                                                          TY_CROSS_TABLE_ALL, 0, 2);

  g_assert_cmpstr (change, ==, expected);
}

/* 王退, 65, left; 刘梅, 31, came, and 张晓明 was 40 and is 41. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyPopulation) secretaries = ask (fixture, "secretaries", NULL, NULL, NULL);
  g_autoptr(TyPopulation) heads = ask (fixture, "heads", NULL, NULL, NULL);
  g_autoptr(TyCrossTable) count = make_table (fixture, secretaries, NULL, NULL, "count", TRUE);
  g_autoptr(TyCrossTable) age = make_table (fixture, secretaries, NULL, NULL, "average_age", TRUE);
  g_autoptr(TyCrossTable) women = make_table (fixture, secretaries, NULL, NULL, "female", TRUE);
  g_autoptr(TyCrossTable) nobody = make_table (fixture, heads, NULL, NULL, "average_age", TRUE);
  g_autoptr(TyCrossTable) one = make_table (fixture, heads, NULL, NULL, "count", TRUE);

  assert_change (count, "0");
  assert_change (age, "-16.50");
  assert_change (women, "+50.00");
  assert_change (nobody, "—");
  assert_change (one, "+1");
}

/* The texts of each row, joined by bars; their first, the key, is left out. */
static char *
dup_rows (TyListing *listing)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = ty_listing_load (listing, 0, G_MAXUINT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, ty_listing_get_n (listing));
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autofree char *line = g_strjoinv ("|", row + 1);

      g_assert_cmpuint (g_strv_length (row), ==, ty_listing_get_n_columns (listing));
      g_string_append_printf (text, "%s\n", line);
    }
  return g_strdup (text->str);
}

static void
assert_rows (Fixture    *fixture,
             const char *who,
             const char *sorts,
             const char *expected)
{
  g_autoptr(TyPopulation) population = ask (fixture, who, NULL, NULL, NULL);
  g_autoptr(TyListing) listing = list (fixture, population, sorts);
  g_autofree char *rows = dup_rows (listing);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  assert_rows (fixture, "in_office", "official",
               "张晓明|Male|1980.02|云岭镇|上松村|Party secretary, Head of the "
               "villagers’ committee, Deputy party secretary|2017.12\n"
               "刘梅|Female|1990|云岭镇|下溪村|Party secretary|2021.10\n");
  assert_rows (fixture, "secretaries", "-birth",
               "刘梅|Female|1990|云岭镇|下溪村|Party secretary|2021.10\n"
               "张晓明|Male|1980.02|云岭镇|上松村|Party secretary, Head of the "
               "villagers’ committee, Deputy party secretary|2017.12\n");
  assert_rows (fixture, "villages", "official", "上松村|云岭镇\n下溪村|云岭镇\n梅园社区|石泉乡\n");
  assert_rows (fixture, "posts", "official",
               "张晓明|Party secretary|云岭镇|上松村|2017.12\n"
               "张晓明|Head of the villagers’ committee|云岭镇|上松村|2021.10\n"
               "刘梅|Party secretary|云岭镇|下溪村|2021.10\n"
               "张晓明|Deputy party secretary|石泉乡|梅园社区|2019\n");
}

/* Pages of a list are parts of the whole. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const whos[] = { "in_office", "villages", "posts" };

  for (guint k = 0; k < G_N_ELEMENTS (whos); k++)
    {
      g_autoptr(TyPopulation) population = ask (fixture, whos[k], NULL, NULL, NULL);
      g_autoptr(TyListing) listing = list (fixture, population, "official");
      g_autoptr(GPtrArray) all = ty_listing_load (listing, 0, G_MAXUINT, NULL);
      guint n = 0;

      for (guint first = 0; first <= all->len; first += 7)
        {
          g_autoptr(GPtrArray) page = ty_listing_load (listing, first, 7, NULL);

          for (guint i = 0; i < page->len; i++)
            g_assert_true (g_strv_equal (g_ptr_array_index (page, i),
                                         g_ptr_array_index (all, first + i)));
          n += page->len;
        }
      g_assert_cmpuint (n, ==, all->len);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Nothing in any column is an ID number or a phone. */
static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyPopulation) everybody = ask (fixture, "everybody", NULL, NULL, NULL);
  g_autoptr(TyListing) listing = list (fixture, everybody, "official");
  g_autofree char *rows = dup_rows (listing);

  g_assert_null (strstr (rows, "990101"));
  for (guint i = 0; i < ty_listing_get_n_columns (listing); i++)
    g_assert_false (g_str_equal (ty_listing_get_column (listing, i), "id-number")
                    || g_str_equal (ty_listing_get_column (listing, i), "phone"));
}

static guint
count (Fixture      *fixture,
       TyPopulation *population)
{
  g_autoptr(TyListing) listing = list (fixture, population, "official");

  return ty_listing_get_n (listing);
}

static void
assert_counts (Fixture    *fixture,
               const char *who,
               const char *is,
               const char *where,
               const char *filter,
               guint       expected)
{
  g_autoptr(TyPopulation) population = ask (fixture, who, is, where, filter);

  g_test_message ("%s %s %s %s", who != NULL ? who : "", is != NULL ? is : "",
                  where != NULL ? where : "", filter != NULL ? filter : "");
  g_assert_cmpuint (count (fixture, population), ==, expected);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  assert_counts (fixture, NULL, NULL, NULL, NULL, 2);
  assert_counts (fixture, "everybody", NULL, NULL, NULL, 3);
  assert_counts (fixture, "secretaries", "female", NULL, NULL, 1);
  assert_counts (fixture, "secretaries", NULL, "sex=2", NULL, 1);
  assert_counts (fixture, "secretaries", NULL, "sex=Male", NULL, 1);
  assert_counts (fixture, "secretaries", NULL, "sex=1 sex=2", NULL, 2);
  assert_counts (fixture, "secretaries", NULL, "sex=1 village=下溪村", NULL, 0);
  assert_counts (fixture, "secretaries", NULL, "sex=1 village=下溪村 sex=2", NULL, 1);
  assert_counts (fixture, "secretaries", NULL, "sex=", NULL, 0);
  assert_counts (fixture, NULL, NULL, "township=石泉乡", NULL, 1);
  assert_counts (fixture, "villages", "led", NULL, NULL, 2);
  assert_counts (fixture, "villages", NULL, "party_form=branch", NULL, 1);
  assert_counts (fixture, "posts", NULL, "post=C1", NULL, 1);
  /* Who says who in the filter needs no other word for it. */
  assert_counts (fixture, NULL, NULL, NULL, "{\"who\": \"departed\"}", 1);
  assert_counts (fixture, NULL, NULL, NULL, "{\"is\": \"female\"}", 1);
  assert_counts (fixture, "everybody", NULL, NULL,
                 "{\"as_of\": \"2020-12-31\", \"of\": {\"who\": \"secretaries\"}}", 2);
  assert_counts (fixture, "departed", NULL, NULL,
                 "{\"as_of\": \"2020-12-31\", \"of\": {\"who\": \"secretaries\"}}", 1);
}

static void
assert_refused (Fixture            *fixture,
                const TyQuestion   *question,
                TyPopulationError   code,
                const char         *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ty_question_make_population (question, fixture->view, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, TY_POPULATION_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_wrong_words (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *const words[] = { "beautiful", NULL };
  const char *const young[] = { "age_le_35", NULL };
  const char *const no_value[] = { "sex", NULL };
  const char *const no_dimension[] = { "taste=sweet", NULL };
  const char *const wrong_value[] = { "sex=3", NULL };

  assert_refused (fixture, &(TyQuestion){ .who = "kings" }, TY_POPULATION_ERROR_UNKNOWN, "in_office");
  assert_refused (fixture, &(TyQuestion){ .is = words }, TY_POPULATION_ERROR_UNKNOWN, "dual_role");
  assert_refused (fixture, &(TyQuestion){ .where = no_value }, TY_POPULATION_ERROR_SYNTAX, "sex");
  assert_refused (fixture, &(TyQuestion){ .where = no_dimension }, TY_POPULATION_ERROR_UNKNOWN,
                  "age_band");
  assert_refused (fixture, &(TyQuestion){ .where = wrong_value }, TY_POPULATION_ERROR_UNKNOWN,
                  "Female (2)");
  assert_refused (fixture, &(TyQuestion){ .who = "villages", .is = young },
                  TY_POPULATION_ERROR_MIXED, "age_le_35");
  assert_refused (fixture, &(TyQuestion){ .who = "members", .filter = "{\"who\": \"posts\"}" },
                  TY_POPULATION_ERROR_MIXED, "posts");
  assert_refused (fixture, &(TyQuestion){ .filter = "{\"who\": }" }, TY_POPULATION_ERROR_SYNTAX, "");
}

/* Two villages of one name: the name alone says neither. */
static void
test_ambiguous_value (void)
{
  Fixture fixture;
  const char *const where[] = { "village=下溪村", NULL };
  const TyQuestion question = { .where = where };

  fixture.county = ty_test_office_new ();
  ty_test_office_add_unit (fixture.county, fixture.county->south, "下溪村", "village", "branch", 3);
  ty_test_office_done (fixture.county);
  look_up (&fixture, fixture.county->path);
  assert_refused (&fixture, &question, TY_POPULATION_ERROR_UNKNOWN, "下溪村");
  tear_down (&fixture, NULL);
}

static void
assert_no_table (Fixture            *fixture,
                 const char         *who,
                 const char         *first,
                 const char         *second,
                 const char         *measure)
{
  g_autoptr(TyPopulation) population = ask (fixture, who, NULL, NULL, NULL);
  const TyCrossTableSpec spec = {
    .population = population,
    .dimensions = { ty_dimension_find (first), ty_dimension_find (second) },
    .n_dimensions = 2,
    .measures = { ty_measure_find (measure) },
    .n_measures = 1,
    .view = fixture->view,
  };
  g_autoptr(GError) error = NULL;

  g_assert_null (ty_cross_table_new (&spec, NULL, &error));
  g_assert_error (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_UNSUITABLE);
}

static void
test_unsuitable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyPopulation) villages = ask (fixture, "villages", NULL, NULL, NULL);
  const TyListingSpec searched = { .population = villages, .view = fixture->view, .search = "溪" };
  g_autoptr(GError) error = NULL;
  guint n;

  assert_no_table (fixture, "villages", "township", "sex", "count");
  assert_no_table (fixture, "posts", "age_band", "post", "count");
  assert_no_table (fixture, "members", "sex", "sex", "count");
  assert_no_table (fixture, "villages", "township", "party_form", "average_age");
  g_assert_null (ty_listing_new (fixture->lookup, &searched, &error));
  g_assert_error (error, TY_LISTING_ERROR, TY_LISTING_ERROR_PEOPLE_ONLY);
  g_assert_false (ty_listing_count (fixture->lookup, &searched, &n, NULL));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyPopulation) everybody = ask (fixture, "everybody", NULL, NULL, NULL);
  TyListingSpec spec = { .population = everybody, .view = fixture->view, .search = "zxm" };
  g_autoptr(TyListing) listing = ty_listing_new (fixture->lookup, &spec, NULL);
  g_autofree char *rows = dup_rows (listing);
  guint n;

  g_assert_true (g_str_has_prefix (rows, "张晓明|"));
  g_assert_cmpuint (ty_listing_get_n (listing), ==, 1);
  g_assert_true (ty_listing_count (fixture->lookup, &spec, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  spec.search = "990101198002210018";
  g_assert_true (ty_listing_count (fixture->lookup, &spec, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_sorts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = ty_question_parse_sorts ("-birth,name,official", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpint (g_array_index (keys, TySortKey, 0).sort, ==, TY_SORT_BIRTH);
  g_assert_true (g_array_index (keys, TySortKey, 0).descending);
  g_assert_cmpint (g_array_index (keys, TySortKey, 1).sort, ==, TY_SORT_NAME);
  g_assert_false (g_array_index (keys, TySortKey, 1).descending);
  g_assert_null (ty_question_parse_sorts ("name,", &error));
  g_assert_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "strokes"));
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
#define SAMPLE(path, func) g_test_add (path, Fixture, NULL, set_up_sample, func, tear_down)
#define SMALL(path, func) g_test_add (path, Fixture, NULL, set_up_small, func, tear_down)
  SAMPLE ("/listing/figure-is-list", test_figure_is_list);
  SAMPLE ("/listing/margins", test_margins);
  SAMPLE ("/listing/compare", test_compare);
  SMALL ("/listing/change", test_change);
  SMALL ("/listing/rows", test_rows);
  SAMPLE ("/listing/pages", test_pages);
  SMALL ("/listing/private", test_private);
  SMALL ("/listing/words", test_words);
  SMALL ("/listing/wrong-words", test_wrong_words);
  g_test_add_func ("/listing/ambiguous-value", test_ambiguous_value);
  SMALL ("/listing/unsuitable", test_unsuitable);
  SMALL ("/listing/search", test_search);
  g_test_add_func ("/listing/sorts", test_sorts);
  return g_test_run ();
}
