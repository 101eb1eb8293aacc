/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-test-model"

#include "config.h"

#include "ty-test-model.h"

#include "ty-backup.h"
#include "ty-changeset.h"
#include "ty-history.h"
#include "ty-record-registry.h"

#include <string.h>

const TyTestTable ty_test_tables[TY_TEST_N_TABLES] = {
  { "person",
    { { "id", TY_TEST_VALUE_KEY_ID },
      { "name", TY_TEST_VALUE_TEXT_SET },
      { "phone", TY_TEST_VALUE_TEXT },
      { "id_number", TY_TEST_VALUE_TEXT },
      { "birth", TY_TEST_VALUE_TEXT },
      { "merged_into", TY_TEST_VALUE_PERSON } } },
  { "background",
    { { "person", TY_TEST_VALUE_KEY_PERSON }, { "source", TY_TEST_VALUE_KEY_WORD } } },
  { "annual_result",
    { { "person", TY_TEST_VALUE_KEY_PERSON },
      { "year", TY_TEST_VALUE_KEY_SMALL },
      { "result", TY_TEST_VALUE_TEXT } } },
  { "education",
    { { "person", TY_TEST_VALUE_KEY_PERSON },
      { "id", TY_TEST_VALUE_KEY_ID },
      { "school", TY_TEST_VALUE_TEXT },
      { "level", TY_TEST_VALUE_TEXT } } },
  { "family_member",
    { { "person", TY_TEST_VALUE_KEY_PERSON },
      { "id", TY_TEST_VALUE_KEY_ID },
      { "name", TY_TEST_VALUE_TEXT },
      { "position", TY_TEST_VALUE_NUMBER } } },
  { "setting",
    { { "key", TY_TEST_VALUE_KEY_WORD },
      { "value", TY_TEST_VALUE_TEXT },
      { "shipped_version", TY_TEST_VALUE_NUMBER },
      { "edited", TY_TEST_VALUE_NUMBER } } },
  { "term",
    { { "id", TY_TEST_VALUE_KEY_ID },
      { "year", TY_TEST_VALUE_NUMBER },
      { "from_date", TY_TEST_VALUE_TEXT } } },
};

/* The words for NULL and for texts that are easily mistaken for it or for numbers. */
static const char *const words[] = {
  "甲", "乙", "𠮷", "0", "", "1978", "it's", "NULL", "99010119780101001X", "龘",
};

TyTestRow *
ty_test_row_dup (const TyTestRow *row)
{
  TyTestRow *copy;

  if (row == NULL)
    return NULL;
  copy = g_new0 (TyTestRow, 1);
  copy->table = row->table;
  for (guint i = 0; i < TY_TEST_MAX_COLUMNS; i++)
    copy->values[i] = g_strdup (row->values[i]);
  return copy;
}

void
ty_test_row_free (gpointer data)
{
  TyTestRow *row = data;

  for (guint i = 0; row != NULL && i < TY_TEST_MAX_COLUMNS; i++)
    g_free (row->values[i]);
  g_free (row);
}

gboolean
ty_test_row_equal (const TyTestRow *first,
                   const TyTestRow *second)
{
  if (first == NULL || second == NULL)
    return first == second;
  for (guint i = 0; i < TY_TEST_MAX_COLUMNS; i++)
    if (g_strcmp0 (first->values[i], second->values[i]) != 0)
      return FALSE;

  return TRUE;
}

gboolean
ty_test_value_is_key (TyTestValueKind kind)
{
  return kind <= TY_TEST_VALUE_KEY_WORD;
}

char *
ty_test_row_dup_key (const TyTestRow *row)
{
  GString *key = g_string_new (row->table->name);

  for (guint i = 0; row->table->columns[i].name != NULL; i++)
    if (ty_test_value_is_key (row->table->columns[i].kind))
      g_string_append_printf (key, "|%s", row->values[i]);
  return g_string_free (key, FALSE);
}

/* The model. */

void
ty_test_model_put (TyTestModel     *model,
                   const char      *key,
                   const TyTestRow *row)
{
  if (row != NULL)
    g_hash_table_replace (model->rows, g_strdup (key), ty_test_row_dup (row));
  else
    g_hash_table_remove (model->rows, key);
}

static gboolean
model_has_person (TyTestModel *model,
                  const char  *id)
{
  g_autofree char *key = g_strdup_printf ("person|%s", id);

  return g_hash_table_contains (model->rows, key);
}

/* Whether each row that names a person names one that is there. */
gboolean
ty_test_model_is_consistent (TyTestModel *model)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, model->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TyTestRow *row = value;

      for (guint i = 0; row->table->columns[i].name != NULL; i++)
        {
          TyTestValueKind kind = row->table->columns[i].kind;

          if ((kind == TY_TEST_VALUE_KEY_PERSON
               || (kind == TY_TEST_VALUE_PERSON && row->values[i] != NULL))
              && !model_has_person (model, row->values[i]))
            return FALSE;
        }
    }
  return TRUE;
}

TyTestRow *
ty_test_model_pick (TyTestModel       *model,
                    const TyTestTable *table)
{
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (model->rows), (GCompareFunc)strcmp);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (GList *key = keys; key != NULL; key = key->next)
    {
      TyTestRow *row = g_hash_table_lookup (model->rows, key->data);

      if (row->table == table)
        g_ptr_array_add (rows, row);
    }
  return rows->len > 0
             ? g_ptr_array_index (rows, g_rand_int_range (model->random, 0, (int)rows->len))
             : NULL;
}

char *
ty_test_model_dup_value (TyTestModel     *model,
                         TyTestValueKind  kind)
{
  const TyTestRow *person = NULL;

  switch (kind)
    {
    case TY_TEST_VALUE_KEY_ID:
      return g_strdup_printf ("%" G_GINT64_FORMAT, ty_store_mint_id (model->county->store));
    case TY_TEST_VALUE_KEY_SMALL:
      return g_strdup_printf ("%d", 2018 + g_rand_int_range (model->random, 0, 4));
    case TY_TEST_VALUE_NUMBER:
      return g_strdup_printf ("%d", g_rand_int_range (model->random, -2, 3));
    case TY_TEST_VALUE_KEY_PERSON:
    case TY_TEST_VALUE_PERSON:
      if (kind == TY_TEST_VALUE_KEY_PERSON || g_rand_int_range (model->random, 0, 8) == 0)
        person = ty_test_model_pick (model, &ty_test_tables[0]);
      return person != NULL ? g_strdup (person->values[0]) : NULL;
    case TY_TEST_VALUE_TEXT:
      if (g_rand_boolean (model->random))
        return NULL;
      G_GNUC_FALLTHROUGH;
    case TY_TEST_VALUE_KEY_WORD:
    case TY_TEST_VALUE_TEXT_SET:
    default:
      return g_strdup (words[g_rand_int_range (model->random, 0, G_N_ELEMENTS (words))]);
    }
}

/* The table as text, from the model and from the file, to be compared. */

static void
append_value (GString    *line,
              const char *value)
{
  g_string_append_printf (line, "|%s", value != NULL ? value : "\001");
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **)a, *(const char **)b);
}

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static char *
model_dump (TyTestModel *model)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, model->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TyTestRow *row = value;
      GString *line = g_string_new (row->table->name);

      for (guint i = 0; row->table->columns[i].name != NULL; i++)
        append_value (line, row->values[i]);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  return join_lines (lines);
}

static void
dump_table (TyStore           *store,
            const TyTestTable *table,
            GPtrArray         *lines)
{
  g_autoptr(GString) sql = g_string_new ("SELECT 0");
  g_autoptr(TyStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; table->columns[i].name != NULL; i++)
    g_string_append_printf (sql, ", \"%s\"", table->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", table->name);
  if (strcmp (table->name, "setting") == 0)
    g_string_append (sql, " WHERE key <> 'rules'");
  statement = ty_database_prepare (ty_store_get_database (store), sql->str, &error);
  g_assert_no_error (error);
  while (ty_statement_step (statement, &error) == TY_STEP_ROW)
    {
      GString *line = g_string_new (table->name);

      for (guint i = 0; table->columns[i].name != NULL; i++)
        append_value (line, ty_statement_get_text (statement, (int)i + 1));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_no_error (error);
}

void
ty_test_model_assert_store (TyTestModel *model)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = model_dump (model);
  g_autofree char *found = NULL;

  for (guint i = 0; i < TY_TEST_N_TABLES; i++)
    dump_table (model->county->store, &ty_test_tables[i], lines);
  found = join_lines (lines);
  g_assert_cmpstr (found, ==, expected);
}

/* Takes the whole history back with the changesets alone, and counts what is left. */
void
ty_test_model_assert_ends_empty (TyTestCounty *county)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyDatabase) copy = ty_database_open ("", TY_DATABASE_CREATE, &error);
  gint64 last = ty_test_county_count (county->store, "SELECT max(seq) FROM action");
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  g_assert_true (ty_backup_copy (ty_store_get_database (county->store), copy, NULL, &error));
  g_assert_true (ty_database_exec (copy, "PRAGMA foreign_keys = OFF", &error));
  g_assert_true (ty_database_exec (copy, "BEGIN", &error));
  for (gint64 seq = last; seq > 0; seq--)
    {
      g_autoptr(GBytes) changeset = ty_history_load_changeset (copy, seq, NULL, &error);
      g_autoptr(GBytes) inverse = ty_changeset_invert (changeset, &error);

      g_assert_true (ty_changeset_apply (copy, inverse, NULL, &error));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", infos[i]->table);
      gint64 n_rows = -1;

      g_assert_true (ty_database_get_integer (copy, sql, &n_rows, &error));
      g_assert_cmpint (n_rows, ==, 0);
    }
}
