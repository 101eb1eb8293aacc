/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filing-table"

#include "config.h"

#include "ty-filing-table.h"

#include "ty-statement.h"

/* Secretaries are filed with the county (县级备案管理): whoever holds the post on the day without a filing by
 * then is open. Filings of other posts are listed where there are any. */

#define COLUMNS "a.person, a.id, p.name, a.unit, a.post, "
#define PEOPLE "JOIN person p ON p.id = a.person AND p.merged_into IS NULL "
#define BEGUN "(a.from_date IS NULL OR a.from_date <= ?1) "

static const char filed[] =
  "SELECT " COLUMNS "a.from_date, m.term, t.year, m.filing_number, m.filing_date FROM mandate m "
  "JOIN appointment a ON a.person = m.person AND a.id = m.appointment " PEOPLE
  "LEFT JOIN term t ON t.id = m.term "
  "WHERE m.filing_number IS NOT NULL AND " BEGUN
  "AND (m.filing_date IS NULL OR m.filing_date <= ?1)";

static const char missing[] =
  "SELECT " COLUMNS "a.from_date, 0, 0, NULL, NULL FROM appointment a " PEOPLE
  "WHERE a.post = 'D1' AND " BEGUN "AND (a.until_date IS NULL OR a.until_date > ?1) "
  "AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person = a.person AND m.appointment = a.id "
  "AND m.filing_number IS NOT NULL AND m.filing_date <= ?1)";

static const char removed[] =
  "SELECT " COLUMNS "a.until_date, 0, 0, a.end_filing_number, a.end_filing_date FROM appointment a " PEOPLE
  "WHERE a.until_date <= ?1 AND (a.end_filing_number IS NOT NULL OR (a.post = 'D1' "
  "AND a.end_reason IN ('removed', 'resigned', 'transferred', 'retired', 'promoted') "
  "AND EXISTS (SELECT 1 FROM appointment WHERE end_filing_number IS NOT NULL)))";

/**
 * ty_filing_row_free:
 * @self: (transfer full): a row
 */
void
ty_filing_row_free (TyFilingRow *self)
{
  g_free (self->name);
  g_free (self->number);
  g_free (self);
}

static TyDate
read_date (TyStatement *statement,
           int          column)
{
  const char *text = ty_statement_get_text (statement, column);

  return text != NULL ? ty_date_from_iso (text) : TY_DATE_NONE;
}

static TyFilingRow *
read_row (TyStatement *statement,
          gboolean     removal)
{
  TyFilingRow *row = g_new0 (TyFilingRow, 1);

  row->key.person = ty_statement_get_int (statement, 0);
  row->key.appointment = ty_statement_get_int (statement, 1);
  row->key.removal = removal;
  row->name = g_strdup (ty_statement_get_text (statement, 2));
  row->unit = ty_statement_get_int (statement, 3);
  row->post = g_intern_string (ty_statement_get_text (statement, 4));
  row->day = read_date (statement, 5);
  row->key.term = ty_statement_get_int (statement, 6);
  row->year = (int) ty_statement_get_int (statement, 7);
  row->number = g_strdup (ty_statement_get_text (statement, 8));
  row->date = read_date (statement, 9);
  row->open = row->number == NULL || (!removal && !ty_date_is_known (row->date));
  return row;
}

static gboolean
add_rows (TyDatabase  *database,
          const char  *sql,
          gboolean     removal,
          const char  *day,
          GPtrArray   *rows,
          GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_text (statement, 0, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_ptr_array_add (rows, read_row (statement, removal));
  return step == TY_STEP_DONE;
}

/* A number without a date stands in both lists; it is told once, where it is open. */
static void
drop_twice (GPtrArray *rows,
            guint      n_filed)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_filed; i++)
    {
      TyFilingRow *row = g_ptr_array_index (rows, i);

      if (row->open)
        g_hash_table_add (numbers, &row->key.appointment);
    }
  for (guint i = rows->len; i > n_filed; i--)
    {
      TyFilingRow *row = g_ptr_array_index (rows, i - 1);

      if (g_hash_table_contains (numbers, &row->key.appointment))
        g_ptr_array_remove_index (rows, i - 1);
    }
}

/**
 * ty_filing_table_list:
 * @database: a connection
 * @as_of: a day
 * @error: a `TY_STORE_ERROR`
 *
 * Lists the county filings that are there on the day, and those that are missing. Removals are missed only
 * in a file that has filings of removals at all.
 *
 * Returns: (transfer full) (nullable) (element-type TyFilingRow): filings, in no order
 */
GPtrArray *
ty_filing_table_list (TyDatabase  *database,
                      TyDate       as_of,
                      GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_filing_row_free);
  g_autofree char *day = ty_date_to_iso (as_of);
  guint n_filed;

  if (!add_rows (database, filed, FALSE, day, rows, error))
    return NULL;
  n_filed = rows->len;
  if (!add_rows (database, missing, FALSE, day, rows, error))
    return NULL;
  drop_twice (rows, n_filed);
  if (!add_rows (database, removed, TRUE, day, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * ty_filing_table_has_rows:
 * @database: a connection
 * @has_rows: (out): whether the file has the number of any filing, of an appointment or of a removal
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_filing_table_has_rows (TyDatabase  *database,
                          gboolean    *has_rows,
                          GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database,
                                "SELECT EXISTS (SELECT 1 FROM mandate WHERE filing_number IS NOT NULL) "
                                "OR EXISTS (SELECT 1 FROM appointment WHERE end_filing_number IS NOT NULL)",
                                &n, error))
    return FALSE;

  *has_rows = n != 0;
  return TRUE;
}
