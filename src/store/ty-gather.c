/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gather"

#include "config.h"

#include "ty-gather.h"

#include "ty-database-private.h"

/* Millions of rows in one step of SQLite.
 *
 * A step for each row, and a call through the statement for each of its columns, take a third of the
 * time in which a large table can be read. An aggregate function is given the same values row by
 * row within one step, so `SELECT gather (?, person, …)` is how they are read. */

#define POINTER "touyan-gather" /* SQLite hands the receiver on under this name only */
#define KEY 1                   /* behind the receiver */

struct _TyGatherRow
{
  sqlite3_value **values;
  gint64 key;
};

typedef struct
{
  TyGatherFunc func;
  gpointer data;
  gint64 last;      /* key of the row before */
  gboolean failed;
  GError *error;    /* (owned) (nullable) */
} Gather;

static void
fail (Gather          *self,
      sqlite3_context *context)
{
  self->failed = TRUE;
  sqlite3_result_error_code (context, SQLITE_ABORT);
}

/* Rows are asked for by their key, and nothing sorts them: they come so unless the table is damaged. */
static void
take_row (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  Gather *self = n_values > KEY ? sqlite3_value_pointer (values[0], POINTER) : NULL;
  TyGatherRow row = { values, 0 };

  if (self == NULL || self->failed)
    return;

  row.key = sqlite3_value_int64 (values[KEY]);
  if (row.key < self->last)
    {
      ty_database_error_of (NULL, SQLITE_CORRUPT, &self->error);
      fail (self, context);
      return;
    }
  self->last = row.key;
  if (!self->func (&row, self->data, &self->error))
    fail (self, context);
}

static void
end_rows (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

/* Nothing in a file may call it. */
gboolean
ty_gather_register (TyDatabase  *database,
                    GError     **error)
{
  if (sqlite3_create_function_v2 (ty_database_get_handle (database), "gather", -1,
                                  SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL, take_row, end_rows,
                                  NULL) == SQLITE_OK)
    return TRUE;

  ty_database_set_error (database, error);
  return FALSE;
}

/**
 * ty_gather_run:
 * @statement: `SELECT gather (?, key, …) FROM …`, with all its parameters bound but the first of gather
 * @index: which parameter that is, from 0
 * @func: takes a row
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Gives all rows to @func, ascending by the key, and makes the statement ready to be bound again.
 *
 * Returns: whether there were no more
 */
gboolean
ty_gather_run (TyStatement   *statement,
               int            index,
               TyGatherFunc   func,
               gpointer       data,
               GError       **error)
{
  Gather self = { func, data, G_MININT64, FALSE, NULL };
  g_autoptr(GError) theirs = NULL;
  TyStep step;

  ty_statement_bind_pointer (statement, index, &self, POINTER);
  step = ty_statement_step (statement, &theirs);
  ty_statement_reset (statement);
  if (step != TY_STEP_ERROR)
    return TRUE;

  g_propagate_error (error, self.failed ? self.error : g_steal_pointer (&theirs));
  return FALSE;
}

/**
 * ty_gather_row_get_key:
 * @row: a row
 *
 * Returns: its key
 */
gint64
ty_gather_row_get_key (const TyGatherRow *row)
{
  return row->key;
}

/**
 * ty_gather_row_get_int:
 * @row: a row
 * @column: the column, from 0, which is the key
 *
 * Returns: its number, 0 for NULL
 */
gint64
ty_gather_row_get_int (const TyGatherRow *row,
                       int                column)
{
  return sqlite3_value_int64 (row->values[KEY + column]);
}

/**
 * ty_gather_row_get_text:
 * @row: a row
 * @column: the column, from 0, which is the key
 * @length: (out) (optional): how many bytes
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
ty_gather_row_get_text (const TyGatherRow *row,
                        int                column,
                        gsize             *length)
{
  sqlite3_value *value = row->values[KEY + column];
  const char *text = (const char *) sqlite3_value_text (value);

  if (length != NULL)
    *length = (gsize) sqlite3_value_bytes (value);
  return text;
}
