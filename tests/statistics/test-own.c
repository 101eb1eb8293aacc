/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own"

#include "config.h"

#include "ty-action-log.h"
#include "ty-columns.h"
#include "ty-custom-edit.h"
#include "ty-custom-table.h"
#include "ty-dimension-own.h"
#include "ty-order.h"
#include "ty-population.h"
#include "ty-sample.h"
#include "ty-test-county.h"
#include "ty-view.h"

/* What people have in the fields of the county, held against SQL: in columns that were loaded, and in those
 * that read again what an action touched. */

#define SEED 7
#define N_STEPS 12

static gint64
count_sql (TyStore    *store,
           gint64      field,
           const char *condition)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM custom_value JOIN person ON id = person WHERE merged_into IS NULL AND "
    "field = %" G_GINT64_FORMAT " AND %s", field, condition);

  return ty_test_county_count (store, sql);
}

static guint
count_value (TyView     *view,
             const char *dimension,
             const char *value)
{
  g_autoptr(TyPopulation) everybody = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyPopulation) has = ty_population_new_value (ty_dimension_find (dimension), value);
  g_autoptr(TyPopulation) both = ty_population_new_and (everybody, has);
  g_autofree char *json = ty_population_to_json (both);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) again = ty_population_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (ty_population_equal (both, again));
  return ty_population_count (both, view, NULL);
}

static void
check_values (TyStore       *store,
              TyView        *view,
              TyCustomField *field)
{
  g_autofree char *word = ty_custom_field_dup_word (field);
  g_autoptr(TyScale) scale = ty_dimension_measure (ty_dimension_find (word), view);
  guint sum = 0;

  for (guint i = 1; i < ty_scale_get_n (scale); i++)
    {
      const char *key = ty_scale_get_key (scale, i);
      g_autofree char *condition = g_strdup_printf ("value = '%s'", key);
      guint n = count_value (view, word, key);

      if (ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE)
        g_assert_cmpstr (key, ==, "filled");
      else
        g_assert_cmpint (n, ==, count_sql (store, ty_custom_field_get_key (field), condition));
      sum += n;
    }
  g_assert_cmpint (sum, ==, count_sql (store, ty_custom_field_get_key (field), "TRUE"));
}

static void
check_comparisons (TyStore       *store,
                   TyView        *view,
                   TyCustomField *field)
{
  static const struct { TyOwnOperator operator; const char *sql; } operators[] = {
    { TY_OWN_AT_LEAST, ">=" }, { TY_OWN_AT_MOST, "<=" }, { TY_OWN_MORE, ">" }, { TY_OWN_LESS, "<" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    for (guint j = 0; j < 60; j += 20)
      {
        g_autofree char *operand = g_strdup_printf ("%u", j);
        g_autofree char *condition = g_strdup_printf ("CAST (value AS REAL) %s %u", operators[i].sql, j);
        const TyDimension *dimension = ty_dimension_own_compare (field, operators[i].operator, operand,
                                                                 NULL);

        g_assert_cmpint (count_value (view, dimension->key, "yes"), ==,
                         count_sql (store, ty_custom_field_get_key (field), condition));
      }
}

/* By the numbers, dates or choices that SQL tells, and as the official order has them among equals; who
 * has none comes last, both ways. */
static void
check_order (TyStore       *store,
             TyOrder       *order,
             GArray        *official,
             TyCustomField *field,
             gboolean       descending)
{
  TyColumns *columns = ty_view_get_columns (ty_order_get_view (order));
  g_autoptr(TyPopulation) everybody = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyBitmap) rows = ty_population_mark (everybody, ty_order_get_view (order), NULL);
  const TySortKey key = { TY_SORT_OWN, descending, ty_custom_field_get_key (field) };
  g_autoptr(GArray) sorted = ty_order_sort (order, rows, &key, 1);
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT person, value FROM custom_value WHERE field = %" G_GINT64_FORMAT,
                                          key.own);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, NULL);
  const char *before = NULL;
  gboolean had_none = FALSE;

  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    {
      gint64 person = ty_statement_get_int (statement, 0);

      g_hash_table_insert (values, g_memdup2 (&person, sizeof person),
                           g_strdup (ty_statement_get_text (statement, 1)));
    }
  for (guint i = 0; i < official->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (official, guint32, i)), GUINT_TO_POINTER (i));
  g_assert_cmpuint (sorted->len, ==, official->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint32 row = g_array_index (sorted, guint32, i);
      gint64 person = ty_columns_get_person (columns, row);
      const char *value = g_hash_table_lookup (values, &person);
      int way = 0;

      g_assert_false (had_none && value != NULL);
      had_none = value == NULL;
      if (before != NULL && value != NULL && ty_custom_field_get_kind (field) == TY_CUSTOM_KIND_NUMBER)
        way = (g_ascii_strtod (before, NULL) > g_ascii_strtod (value, NULL))
              - (g_ascii_strtod (before, NULL) < g_ascii_strtod (value, NULL));
      else if (before != NULL && value != NULL && ty_custom_field_get_kind (field) == TY_CUSTOM_KIND_DATE)
        way = strcmp (before, value);
      g_assert_true (descending ? way >= 0 : way <= 0);
      if (i > 0 && g_strcmp0 (before, value) == 0)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (row))), >,
                          GPOINTER_TO_UINT (g_hash_table_lookup (
                            places, GUINT_TO_POINTER (g_array_index (sorted, guint32, i - 1)))));
      before = value;
    }
}

static void
check_orders (TyStore   *store,
              TyView    *view,
              GPtrArray *fields)
{
  g_autoptr(TyNameIndex) names = NULL;
  g_autoptr(TyOrder) order = NULL;
  g_autoptr(TyPopulation) everybody = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyBitmap) rows = ty_population_mark (everybody, view, NULL);
  g_autoptr(GArray) official = NULL;
  g_autoptr(GError) error = NULL;

  names = ty_name_index_load (ty_view_get_columns (view), ty_store_get_database (store), NULL, NULL,
                              &error);
  g_assert_no_error (error);
  order = ty_order_new (view, names);
  official = ty_order_sort (order, rows, NULL, 0);
  for (guint i = 0; i < fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (fields, i);

      if (ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE)
        continue;
      check_order (store, order, official, field, FALSE);
      check_order (store, order, official, field, TRUE);
    }
}

static void
check (TyStore   *store,
       TyColumns *columns)
{
  g_autoptr(TyView) view = ty_view_new (columns, ty_date_new (2021, 12, 31), 0, 0, NULL);
  GPtrArray *fields = ty_columns_get_fields (columns);

  for (guint i = 0; i < fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (fields, i);

      check_values (store, view, field);
      if (ty_custom_field_get_kind (field) == TY_CUSTOM_KIND_NUMBER)
        check_comparisons (store, view, field);
    }
  check_orders (store, view, fields);
}

static gint64
pick_person (TyColumns *columns,
             GRand     *rand)
{
  guint chunk = (guint) g_rand_int_range (rand, 0, (gint32) ty_columns_get_n_chunks (columns));
  guint n = ty_chunk_get_n (ty_columns_get_chunk (columns, chunk));

  return ty_columns_get_person (columns, (chunk << TY_CHUNK_SHIFT)
                                           | (guint32) g_rand_int_range (rand, 0, (gint32) n));
}

/* Any change of a value, also of one that was there: what was stored is read from the file. */
static void
change (TyStore       *store,
        TyColumns     *columns,
        TyCustomField *field,
        const char    *typed,
        GRand         *rand)
{
  gint64 person = pick_person (columns, rand);
  g_autofree char *sql = g_strdup_printf (
    "SELECT value FROM custom_value WHERE person = %" G_GINT64_FORMAT " AND field = %" G_GINT64_FORMAT,
    person, ty_custom_field_get_key (field));
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (store), sql, NULL);
  g_autofree char *stored = ty_statement_step (statement, NULL) == TY_STEP_ROW
                              ? g_strdup (ty_statement_get_text (statement, 0)) : NULL;
  const TyCustomChange made = { ty_custom_field_get_key (field), stored, typed };
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&statement, ty_statement_free);
  ty_custom_edit_set (store, "test", person, &made, 1, NULL, &error);
  g_assert_no_error (error);
}

static TyColumns *
refresh (TyColumns *columns,
         TyStore   *store)
{
  g_autoptr(GError) error = NULL;
  TyColumns *next = ty_columns_refresh (columns, ty_store_get_database (store), &error);

  g_assert_no_error (error);
  ty_columns_unref (columns);
  return next;
}

static void
test_against_sql (void)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-own-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "county.touyan", NULL);
  const TySampleOptions options = { .seed = SEED, .n_villages = 12 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = NULL;
  TyColumns *columns;
  TyDatabase *database;
  TyCustomField *number;
  gint64 key, seq;

  ty_sample_create (path, &options, "test", NULL, &error);
  g_assert_no_error (error);
  store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  database = ty_store_get_database (store);
  columns = ty_columns_load (&database, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_columns_get_fields (columns)->len, >=, 3);
  check (store, columns);

  number = TY_CUSTOM_FIELD (ty_custom_table_find_name (ty_columns_get_fields (columns), "联系农户数"));
  key = ty_custom_field_get_key (number);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *typed = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 60));

      number = ty_columns_get_field (columns, key);
      change (store, columns, number, i % 3 == 2 ? NULL : typed, rand);
      columns = refresh (columns, store);
      check (store, columns);
    }

  ty_custom_edit_remove (store, "test", key, NULL, &seq, &error);
  g_assert_no_error (error);
  columns = refresh (columns, store);
  g_assert_null (ty_columns_get_field (columns, key));
  check (store, columns);
  ty_store_undo (store, "test", seq, NULL, &error);
  g_assert_no_error (error);
  columns = refresh (columns, store);
  check (store, columns);
  ty_columns_unref (columns);
  ty_store_close (store, NULL);
  ty_test_remove_tree (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own/against-sql", test_against_sql);

  return g_test_run ();
}
