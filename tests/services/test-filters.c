/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-entry.h"
#include "ty-office-choice.h"
#include "ty-office-filters.h"
#include "ty-office-roster.h"
#include "ty-test-county.h"
#include "ty-test-office.h"

#include <string.h>

/* Filters that are asked of a file, and those that it keeps. */

#define YOUNG "{\"test\":\"age\",\"how\":\"at_most\",\"values\":[\"35\"]}"
#define HONOURED "{\"test\":\"honour\",\"how\":\"contains\",\"values\":[\"先進\"]}"
#define WOMEN "{\"test\":\"sex\",\"how\":\"is\",\"values\":[\"2\"]}"

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
  gint64 ouyang = ty_test_office_add_person (county, "歐陽靜", "2", "1985-06", NULL);

  fixture->county = county;
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, liu, county->pine, "D2", "2021-10", NULL);
  ty_test_office_add_post (county, ouyang, county->creek, "D1", "2021-11", NULL);
  ty_test_county_exec (county->store, "INSERT INTO honour (person, id, date, title) "
                                    "SELECT id, 1, '2019', '县级先进工作者' FROM person WHERE name = '张晓明'");
  ty_test_county_exec (county->store, "INSERT INTO honour (person, id, date, title) "
                                    "SELECT id, 1, '2023', '县级先进工作者' FROM person WHERE name = '刘梅'");
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

static guint
count (Fixture    *fixture,
       const char *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) population = ty_population_from_json (json, &error);
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE, .population = population };
  TyCondition none = TY_CONDITION_NONE;
  g_autoptr(GAsyncResult) listed = NULL, counted = NULL, faceted = NULL;
  g_autoptr(GArray) people = NULL, counts = NULL;
  g_autoptr(GPtrArray) facets = NULL;
  const TyDimension *sex = ty_dimension_find ("sex");
  guint n = 0;

  g_assert_no_error (error);
  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &listed);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed), &error);
  g_assert_no_error (error);

  /* What stands beside the list says the same. */
  ty_office_count_conditions_async (fixture->office, &query, &none, 1, NULL, ty_test_office_keep_result,
                                    &counted);
  counts = ty_office_count_conditions_finish (fixture->office, ty_test_office_await (&counted), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, people->len);
  ty_office_count_facets_async (fixture->office, &query, &sex, 1, NULL, ty_test_office_keep_result,
                                &faceted);
  facets = ty_office_count_facets_finish (fixture->office, ty_test_office_await (&faceted), &error);
  g_assert_no_error (error);
  for (guint i = 0; ((TyFacet *) g_ptr_array_index (facets, 0))->keys[i] != NULL; i++)
    n += ((TyFacet *) g_ptr_array_index (facets, 0))->counts[i];
  g_assert_cmpuint (n, ==, people->len);
  return people->len;
}

static void
test_ask (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_cmpuint (count (fixture, YOUNG), ==, 1);
  /* Who was honoured later was not by then; in either script. */
  g_assert_cmpuint (count (fixture, HONOURED), ==, 1);
  g_assert_cmpuint (count (fixture, "{\"not\":" HONOURED "}"), ==, 2);
  g_assert_cmpuint (count (fixture, "{\"any\":[" YOUNG "," HONOURED "]}"), ==, 2);
  g_assert_cmpuint (count (fixture, "{\"all\":[{\"not\":" WOMEN "},{\"any\":[" YOUNG "," HONOURED "]}]}"),
                    ==, 1);
  g_assert_cmpuint (count (fixture, "{\"as_of\":\"2023-12-31\",\"of\":" HONOURED "}"), ==, 2);
  ty_office_set_as_of (fixture->office, ty_date_new (2023, 12, 31));
  g_assert_cmpuint (count (fixture, HONOURED), ==, 2);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *filters;

  ty_office_list_filters_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  filters = ty_office_list_filters_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return filters;
}

static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GPtrArray) filters = list (fixture);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < filters->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ty_record_get_text (g_ptr_array_index (filters, i), TY_SAVED_FILTER_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static gboolean
save (Fixture        *fixture,
      TySavedFilter  *stored,
      const char     *name,
      const char     *conditions,
      GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TySavedFilter) filter = NULL;

  if (name != NULL)
    {
      filter = stored != NULL ? TY_SAVED_FILTER (ty_record_dup (TY_RECORD (stored)))
                              : ty_saved_filter_new ();
      ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_NAME, name);
      ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_CONDITIONS, conditions);
    }
  ty_office_save_filter_async (fixture->office, stored, filter, NULL, ty_test_office_keep_result, &result);
  return ty_office_save_filter_finish (fixture->office, ty_test_office_await (&result), error);
}

static void
move (Fixture *fixture,
      guint    number,
      int      steps)
{
  g_autoptr(GPtrArray) filters = list (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_move_filter_async (fixture->office,
                               ty_record_get_integer (g_ptr_array_index (filters, number),
                                                      TY_SAVED_FILTER_ID),
                               steps, NULL, ty_test_office_keep_result, &result);
  ty_office_move_filter_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) filters = NULL;
  g_autoptr(GError) error = NULL;

  assert_names (fixture, "");
  g_assert_true (save (fixture, NULL, " 年轻 ", YOUNG, &error));
  g_assert_true (save (fixture, NULL, "先进", HONOURED, &error));
  g_assert_true (save (fixture, NULL, "妇女", WOMEN, &error));
  assert_names (fixture, "年轻 先进 妇女");
  move (fixture, 2, -2);
  assert_names (fixture, "妇女 年轻 先进");
  move (fixture, 0, 9);
  assert_names (fixture, "年轻 先进 妇女");
  undo (fixture);
  assert_names (fixture, "妇女 年轻 先进");

  filters = list (fixture);
  g_assert_true (save (fixture, g_ptr_array_index (filters, 1), "35岁及以下", YOUNG, &error));
  assert_names (fixture, "妇女 35岁及以下 先进");
  undo (fixture);
  assert_names (fixture, "妇女 年轻 先进");
  g_assert_true (save (fixture, g_ptr_array_index (filters, 0), NULL, NULL, &error));
  assert_names (fixture, "年轻 先进");
  g_assert_nonnull (strstr (ty_office_get_undo_label (fixture->office), "Named filter"));
  undo (fixture);
  assert_names (fixture, "妇女 年轻 先进");
  g_assert_no_error (error);
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) filters = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (fixture, NULL, "年轻", YOUNG, &error));
  g_assert_false (save (fixture, NULL, "年轻", WOMEN, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_false (save (fixture, NULL, "  ", WOMEN, &error));
  g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_REQUIRED);
  g_clear_error (&error);
  g_assert_false (save (fixture, NULL, "坏", "{\"test\":", &error));
  g_assert_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_SYNTAX);
  g_clear_error (&error);
  filters = list (fixture);
  g_assert_true (save (fixture, g_ptr_array_index (filters, 0), NULL, NULL, &error));
  g_assert_false (save (fixture, g_ptr_array_index (filters, 0), NULL, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  assert_names (fixture, "");
}

static TyFilterNode *
read_filter (Fixture     *fixture,
             const char  *json,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_read_filter_async (fixture->office, json, NULL, ty_test_office_keep_result, &result);
  return ty_office_read_filter_finish (fixture->office, ty_test_office_await (&result), error);
}

static void
assert_read (Fixture    *fixture,
             const char *json,
             const char *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFilterNode) filter = read_filter (fixture, json, &error);
  g_autoptr(TyFilterNode) copy = NULL;
  g_autoptr(TyPopulation) population = NULL;
  g_autofree char *text = NULL, *again = NULL;

  g_assert_no_error (error);
  copy = ty_filter_node_copy (filter);
  text = ty_filter_node_dup_text (copy);
  g_assert_cmpstr (text, ==, sentence);

  /* Whoever works on it and changes nothing asks for the same. */
  population = ty_filter_node_make_population (copy);
  again = ty_population_to_json (population);
  g_assert_cmpuint (count (fixture, again), ==, count (fixture, json));
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *unit = g_strdup_printf ("{\"test\":\"unit\",\"how\":\"is\",\"values\":[\"%" G_GINT64_FORMAT
                                           "\"]}", fixture->county->pine);
  static const char *const wrong[] = {
    "", "{\"test\":\"height\",\"how\":\"is\",\"values\":[]}", "{\"who\":\"villages\"}",
    "{\"all\":[{\"who\":\"posts\"}]}", "{\"is\":\"team\"}",
  };

  assert_read (fixture, "{\"all\":[" YOUNG ",{\"any\":[" HONOURED ",{\"who\":\"reserves\"}]},{\"not\":" WOMEN "}]}",
               "35 years old and under and (Honour contains “先進” or Reserve cadres) and not Female");
  assert_read (fixture, "{\"not\":{\"any\":[" YOUNG "," WOMEN "]}}",
               "not (35 years old and under or Female)");
  assert_read (fixture, "{\"not\":{\"not\":" WOMEN "}}", "not not Female");
  assert_read (fixture, "{\"dimension\":\"education\",\"value\":\"\"}", "Education: not filled in");
  assert_read (fixture, "{\"test\":\"annual_result\",\"how\":\"is\",\"values\":[\"2021\",\"1\",\"2\"]}",
               "Annual result of 2021: Excellent/Competent");
  assert_read (fixture, unit, "上松村");
  assert_read (fixture, "{\"as_of\":\"2020\",\"of\":" WOMEN "}", "As of 2020: Female");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      TyFilterNode *filter = read_filter (fixture, wrong[i], &error);

      g_assert_null (filter);
      g_assert_true (error->domain == TY_POPULATION_ERROR);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("/filters/ask", test_ask);
  ADD ("/filters/keep", test_keep);
  ADD ("/filters/refuse", test_refuse);
  ADD ("/filters/read", test_read);
  return g_test_run ();
}
