/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-seat-table"

#include "config.h"

#include "ty-seat-table.h"

#include "ty-period.h"
#include "ty-statement.h"

/* Numbers of a damaged file are no reason to allot anything. */
#define MOST_SEATS 9999

static guint
read_number (TyStatement *statement,
             int          column)
{
  return (guint) CLAMP (ty_statement_get_int (statement, column), 0, MOST_SEATS);
}

/**
 * ty_seat_table_list:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Reads the approved seats of all units in one go: whoever shows many villages asks once.
 *
 * Returns: (transfer full) (nullable) (element-type TySeatRow): what is approved on that date, by unit
 */
GArray *
ty_seat_table_list (TyDatabase  *database,
                    TyDate       as_of,
                    GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT unit, body, seats, women, from_date, until_date FROM seat ORDER BY unit, id",
    error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TySeatRow));
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyPeriod period = ty_period_from_iso (ty_statement_get_text (statement, 4),
                                            ty_statement_get_text (statement, 5));
      TySeatRow row = { ty_statement_get_int (statement, 0),
                        g_intern_string (ty_statement_get_text (statement, 1)),
                        read_number (statement, 2), read_number (statement, 3) };

      if (ty_period_contains (period, as_of))
        g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_seat_table_has_rows:
 * @database: a connection
 * @has_rows: (out): whether seats were approved anywhere at any time
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_seat_table_has_rows (TyDatabase  *database,
                        gboolean    *has_rows,
                        GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database, "SELECT EXISTS (SELECT 1 FROM seat)", &n, error))
    return FALSE;

  *has_rows = n != 0;
  return TRUE;
}
