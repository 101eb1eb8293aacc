/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-term-table"

#include "config.h"

#include "ty-term-table.h"

#include "ty-table.h"
#include "ty-term.h"

/**
 * ty_term_table_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyTerm): the terms, the newest first
 */
GPtrArray *
ty_term_table_list (TyDatabase  *database,
                    GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_term_info,
                                                      "ORDER BY year DESC, id DESC", error);

  return statement != NULL ? ty_table_collect (statement, &ty_term_info, error) : NULL;
}

/**
 * ty_term_table_has_filings:
 * @database: a connection
 * @has_filings: (out): whether the county filing of any appointment is in the file
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_term_table_has_filings (TyDatabase  *database,
                           gboolean    *has_filings,
                           GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database,
                                "SELECT EXISTS (SELECT 1 FROM mandate WHERE filing_number IS NOT NULL)",
                                &n, error))
    return FALSE;

  *has_filings = n != 0;
  return TRUE;
}
