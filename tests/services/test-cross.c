/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-cross-grid.h"
#include "ty-grid-book.h"
#include "ty-lookup.h"
#include "ty-office-cross.h"
#include "ty-office-drill.h"
#include "ty-test-office.h"

#include <string.h>

/* Cross tables: what the cells say, who is behind them, and how they are kept. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
} Fixture;

/* What villages tell of themselves, and a field of the county with values. */
static gboolean
add_more (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  const TyTestOffice *county = data;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO unit_class (unit, id, class, from_date) VALUES (%" G_GINT64_FORMAT ", 1, 'difficult', '2020');"
    "INSERT INTO unit_year (unit, year, income, operating_income) VALUES (%" G_GINT64_FORMAT ", 2020, '150000', "
    "'120000'), (%" G_GINT64_FORMAT ", 2020, '80000', '50000');"
    "INSERT INTO custom_field (id, name, kind, privacy, position) VALUES (7, '驾驶证', 'text', 'public', 1);"
    "INSERT INTO custom_value (person, field, value) SELECT id, 7, CASE WHEN sex = '2' THEN 'C1' ELSE 'B2' END "
    "FROM person;", county->pine, county->pine, county->creek);

  return ty_database_exec (ty_store_get_database (store), sql, error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const gboolean *more = data;
  static const struct { const char *sex; const char *birth; const char *post; gboolean creek; } people[] = {
    { "1", "1990-02", "D1", FALSE }, { "2", "1962-05", "D3", FALSE }, { "2", "1988-01", "D3", TRUE },
    { "1", "1970-09", "D1", TRUE }, { "1", NULL, "D3", TRUE },
  };

  self->county = ty_test_office_new ();
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *name = g_strdup_printf ("张%u", i);
      gint64 person = ty_test_office_add_person (self->county, name, people[i].sex, people[i].birth, NULL);

      ty_test_office_add_post (self->county, person, people[i].creek ? self->county->creek : self->county->pine,
                               people[i].post, i == 0 ? "2021-11" : "2017-12", NULL);
    }
  ty_test_office_add_term (self->county, 2021, "2021-10");
  if (more != NULL)
    {
      TyActionSpec spec = { "tester", "genesis", NULL, 0 };
      g_autoptr(GError) error = NULL;

      ty_store_run_final (self->county->store, &spec, add_more, self->county, &error);
      g_assert_no_error (error);
    }
  self->office = ty_test_office_open (self->county);
  ty_office_set_as_of (self->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ty_test_office_close (self->office);
  g_clear_object (&self->office);
  ty_test_office_free (self->county);
}

static TyTablePlan *
make_plan (const char *rows,
           const char *columns)
{
  TyTablePlan *plan = ty_table_plan_new ("own", "结构");

  plan->who = TY_WHO_MEMBERS;
  plan->rows = rows != NULL ? ty_dimension_find (rows) : NULL;
  if (columns != NULL)
    plan->columns[plan->n_columns++] = ty_dimension_find (columns);
  return plan;
}

static TyCrossGrid *
count (Fixture           *self,
       const TyTablePlan *plan,
       GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_count_cross_async (self->office, plan, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  return ty_office_count_cross_finish (self->office, result, error);
}

static const char *
get_text (TyCrossGrid *table,
          const char  *row,
          const char  *group,
          const char  *title,
          const char  *part)
{
  TyGrid *grid = ty_cross_grid_get_grid (table);

  for (guint i = 0; i < ty_grid_get_n_rows (grid); i++)
    for (guint j = 0; j < ty_grid_get_n_columns (grid); j++)
      {
        g_autofree char *name = ty_grid_dup_name (grid, i, j);

        if (g_str_equal (ty_grid_get_label (grid, i), row) && (group == NULL || strstr (name, group) != NULL)
            && strstr (name, title) != NULL && (part == NULL || strstr (name, part) != NULL))
          return ty_grid_get_text (grid, i, j);
      }
  return NULL;
}

/* Of every cell, from its population alone. */
static void
assert_cells (Fixture     *self,
              TyCrossGrid *table)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (self->county->path, NULL);
  g_autoptr(TyView) view = ty_lookup_get_view (lookup, ty_date_new (2021, 12, 31), 0, 0, NULL);
  TyGrid *grid = ty_cross_grid_get_grid (table);
  guint n_led = 0;

  for (guint i = 0; i < ty_grid_get_n_rows (grid); i++)
    for (guint j = 0; j < ty_grid_get_n_columns (grid); j++)
      {
        g_autoptr(TyPopulation) population = ty_cross_grid_dup_population (table, i, j);
        const char *part = ty_grid_get_heading (grid, ty_grid_get_n_levels (grid) - 1, j);
        guint n;

        if (population == NULL)
          continue;
        n = ty_population_count (population, view, ty_lookup_get_views (lookup));
        g_test_message ("%s %s", ty_grid_get_label (grid, i), part);
        if (ty_grid_get_kind (grid, i, j) == TY_GRID_COUNT && strchr (part, '%') == NULL)
          g_assert_cmpuint (n, ==, (guint) ty_grid_get_number (grid, i, j));
        if (ty_grid_leads (grid, i, j))
          g_assert_cmpuint (n, >, 0);
        n_led += ty_grid_leads (grid, i, j);
      }
  g_assert_cmpuint (n_led, >, 5);
}

static void
test_cells (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(TyTablePlan) plan = make_plan ("village", "age_band");
  g_autoptr(TyCrossGrid) table = NULL;
  g_autoptr(GError) error = NULL;

  plan->share = TY_TABLE_SHARE_ROW;
  plan->measures[plan->n_measures++] = ty_measure_find ("female");
  plan->measures[plan->n_measures++] = ty_measure_find ("average_age");
  plan->columns[plan->n_columns++] = ty_dimension_find ("sex");
  table = count (self, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_cross_grid_get_n (table), ==, 5);
  g_assert_cmpstr (get_text (table, "Total", NULL, "Women", "%"), ==, "40.00");
  g_assert_cmpstr (get_text (table, "Total", "Age band", "35 and under", "%"), ==, "40.00");
  g_assert_cmpstr (get_text (table, "Total", "Sex", "Male", "Number"), ==, "3");
  assert_cells (self, table);
}

/* The eve of the term had one secretary less; the change is that of what is shown. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(TyTablePlan) plan = make_plan ("village", "sex");
  g_autoptr(TyCrossGrid) table = NULL;

  plan->compare = TY_TABLE_COMPARE_TERM;
  plan->measures[plan->n_measures++] = ty_measure_find ("female");
  table = count (self, plan, NULL);
  g_assert_cmpstr (get_text (table, "Total", NULL, "Number", "2021.09.30"), ==, "4");
  g_assert_cmpstr (get_text (table, "Total", NULL, "Number", "Change"), ==, "+1");
  g_assert_cmpstr (get_text (table, "Total", NULL, "Women", "Change"), ==, "−10.00");
  assert_cells (self, table);
  g_assert_null (ty_cross_grid_get_note (table));
}

static void
test_bad (Fixture       *self,
          gconstpointer  data)
{
  static const char *const bad[] = {
    "", "[]", "{\"id\":\"a\"}", "{\"id\":\"a\",\"name\":\"b\",\"rows\":\"moon\"}",
    "{\"id\":\"a\",\"name\":\"b\",\"columns\":[1]}", "{\"id\":\"a\",\"name\":\"b\",\"measures\":[]}",
    "{\"id\":\"a\",\"name\":\"b\",\"compare\":\"never\"}", "{\"id\":\"a\",\"name\":\"b\",\"decimals\":9}",
  };
  g_autoptr(TyTablePlan) plan = make_plan ("township", NULL);
  g_autoptr(TyCrossGrid) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ty_table_plan_from_json (bad[i], &error));
      g_assert_error (error, TY_TABLE_PLAN_ERROR, (int) (i == 3 || i == 6 ? TY_TABLE_PLAN_ERROR_UNKNOWN
                                                                          : TY_TABLE_PLAN_ERROR_SYNTAX));
    }

  /* Before any data there is nobody, and no term to compare with. */
  ty_office_set_as_of (self->office, ty_date_new (1990, 1, 1));
  plan->compare = TY_TABLE_COMPARE_TERM;
  table = count (self, plan, NULL);
  g_assert_cmpuint (ty_cross_grid_get_n (table), ==, 0);
  g_assert_nonnull (ty_cross_grid_get_note (table));
}

static gboolean
save (Fixture           *self,
      const TyTablePlan *plan,
      gboolean           remove,
      GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_save_cross_async (self->office, plan, remove, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  return ty_office_save_cross_finish (self->office, result, error);
}

static TyTablePlan *
find (Fixture    *self,
      const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) plans = NULL;

  ty_office_list_crosses_async (self->office, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  plans = ty_office_list_crosses_finish (self->office, result, NULL);
  for (guint i = 0; i < plans->len; i++)
    if (g_str_equal (((TyTablePlan *) g_ptr_array_index (plans, i))->id, id))
      return ty_table_plan_copy (g_ptr_array_index (plans, i));

  return NULL;
}

static void
undo (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (self->office, 0, NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  label = ty_office_undo_finish (self->office, result, NULL);
  g_assert_nonnull (label);
}

static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(TyTablePlan) shipped = find (self, "structure");
  g_autoptr(TyTablePlan) changed = ty_table_plan_copy (shipped);
  g_autoptr(TyTablePlan) same_name = ty_table_plan_copy (shipped);
  g_autoptr(TyTablePlan) read = NULL;
  g_autoptr(TyTablePlan) again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (shipped->shipped);
  changed->share = TY_TABLE_SHARE_ALL;
  changed->compare = TY_TABLE_COMPARE_DAY;
  changed->day = ty_date_new (2020, 12, 31);
  changed->filter = ty_population_new_condition (TY_CONDITION_FEMALE);
  g_assert_true (save (self, changed, FALSE, NULL));
  g_assert_cmpstr (ty_office_get_undo_label (self->office), ==, "Cross table “Structure of the cadres” saved");
  read = find (self, "structure");
  g_assert_false (read->shipped);
  g_assert_true (ty_table_plan_equal (read, changed));
  g_assert_false (ty_table_plan_equal (read, shipped));

  ty_table_plan_set_name (same_name, "other", shipped->name);
  g_assert_false (save (self, same_name, FALSE, &error));
  g_assert_nonnull (error);

  undo (self);
  again = find (self, "structure");
  g_assert_true (again->shipped);
}

/* Numbers are numbers, and the headings say what they are. */
static void
test_book (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(TyTablePlan) plan = make_plan ("village", "sex");
  g_autoptr(TyCrossGrid) table = NULL;
  g_autofree char *path = g_build_filename (self->county->folder, "table.xlsx", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyTableSheet) sheet = NULL;
  g_autofree char *text = NULL;

  plan->share = TY_TABLE_SHARE_COLUMN;
  table = count (self, plan, NULL);
  ty_office_export_grid_async (self->office, ty_cross_grid_get_grid (table), path, NULL,
                               ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  g_assert_true (ty_office_export_grid_finish (self->office, result, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  text = ty_grid_to_text (ty_cross_grid_get_grid (table));
  g_assert_nonnull (strstr (text, "\nTotal\t5\t100.00\t3\t100.00\t2\t100.00\n"));
  sheet = ty_grid_sheet_new (ty_cross_grid_get_grid (table));
  g_assert_true (ty_table_sheet_has_grid (sheet));
}

/* Villages in rows and columns, with what they have, and each cell leads to them. */
static void
test_villages (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(TyTablePlan) plan = make_plan ("township", "unit_class");
  g_autoptr(TyCrossGrid) table = NULL;
  g_autoptr(TyPopulation) behind = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyGrid) grid = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  plan->who = TY_WHO_VILLAGES;
  plan->measures[plan->n_measures++] = ty_measure_find ("led");
  plan->measures[plan->n_measures++] = ty_measure_find ("average_income");
  plan->columns[plan->n_columns++] = ty_dimension_find ("weak_economy");
  table = count (self, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_cross_grid_get_n (table), ==, 3);
  g_assert_cmpstr (get_text (table, "Total", "Difficulty class", "Difficult", NULL), ==, "1");
  g_assert_cmpstr (get_text (table, "Total", "Collective economy", "Weak", NULL), ==, "1");
  g_assert_cmpstr (get_text (table, "Total", NULL, "Average collective income (10,000 yuan)", NULL), ==, "11.50");
  assert_cells (self, table);

  /* Those behind the first cell with what is known of each, as they go out of the program. */
  behind = ty_cross_grid_dup_population (table, ty_grid_get_n_rows (ty_cross_grid_get_grid (table)) - 1, 0);
  ty_office_grid_villages_of_async (self->office, behind, "村（社区）", NULL, ty_test_office_keep_result, &result);
  ty_test_office_await (&result);
  grid = ty_office_grid_villages_of_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_grid_get_n_rows (grid), ==, 3);
  text = ty_grid_to_text (grid);
  g_assert_nonnull (strstr (text, "Difficult"));
  g_assert_nonnull (strstr (text, "15.00"));
}

/* A field of the county in rows, and its values lead to their people. */
static void
test_own (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(TyTablePlan) plan = make_plan ("own:7", "sex");
  g_autoptr(TyTablePlan) read = NULL;
  g_autoptr(TyCrossGrid) table = NULL;
  g_autofree char *json = ty_table_plan_to_json (plan);
  g_autofree char *text = NULL;

  table = count (self, plan, NULL);
  g_assert_cmpstr (ty_grid_get_corner (ty_cross_grid_get_grid (table)), ==, "驾驶证");
  text = ty_grid_to_text (ty_cross_grid_get_grid (table));
  g_test_message ("%s", text);
  g_assert_cmpstr (get_text (table, "C1", NULL, "Number", NULL), ==, "2");
  assert_cells (self, table);
  read = ty_table_plan_from_json (json, NULL);
  g_assert_true (ty_table_plan_equal (read, plan));
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean more = TRUE;

  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cross/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/cross/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/cross/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/cross/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/cross/villages", Fixture, &more, set_up, test_villages, tear_down);
  g_test_add ("/cross/own", Fixture, &more, set_up, test_own, tear_down);
  g_test_add ("/cross/book", Fixture, NULL, set_up, test_book, tear_down);
  return g_test_run ();
}
