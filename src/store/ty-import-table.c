/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-table"

#include "config.h"

#include "ty-import-table.h"

static gboolean
read_date (TyStatement  *statement,
           TyDate       *as_of,
           GError      **error)
{
  TyStep step = ty_statement_step (statement, error);

  *as_of = step == TY_STEP_ROW ? ty_date_from_iso (ty_statement_get_text (statement, 0))
                               : TY_DATE_NONE;
  return step != TY_STEP_ERROR;
}

/**
 * ty_import_table_get_last_date:
 * @database: a connection
 * @as_of: (out): the latest date for which a roster was imported, or none
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it could be read
 */
gboolean
ty_import_table_get_last_date (TyDatabase  *database,
                               TyDate      *as_of,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, "SELECT max(as_of) FROM import",
                                                          error);

  return statement != NULL && read_date (statement, as_of, error);
}

/**
 * ty_import_table_get_last_known:
 * @database: a connection
 * @person: key of a person
 * @before: a date
 * @as_of: (out): the latest date before @before for which a roster covered the person's village
 *   while the person held a post there, or none
 * @error: a `TY_STORE_ERROR`
 *
 * Until when the file knew the posts of a person: one that is new after that date cannot have
 * begun before it.
 *
 * Returns: whether it could be read
 */
gboolean
ty_import_table_get_last_known (TyDatabase  *database,
                                gint64       person,
                                TyDate       before,
                                TyDate      *as_of,
                                GError     **error)
{
  g_autofree char *day = ty_date_to_iso (before);
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT max(i.as_of) FROM appointment a JOIN unit_state s ON s.unit = a.unit "
              "JOIN import_unit c ON c.unit = s.parent JOIN import i ON i.id = c.import "
              "WHERE a.person = ? AND i.as_of < ? "
              "AND (a.from_date IS NULL OR a.from_date <= i.as_of) "
              "AND (a.until_date IS NULL OR a.until_date > i.as_of)", error);

  if (statement == NULL)
    return FALSE;

  ty_statement_bind_int (statement, 0, person);
  ty_statement_bind_text (statement, 1, day);
  return read_date (statement, as_of, error);
}
