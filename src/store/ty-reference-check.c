/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-reference-check"

#include "config.h"

#include "ty-reference-check.h"

#include "ty-record-registry.h"

#include <glib/gi18n-lib.h>

/* Rows that come in any order refer to rows that come later. SQLite then says only at the end that
 * something is missing; here it is said what. */

/**
 * ty_reference_check_begin:
 * @database: the connection for writing, within an action
 * @error: a `TY_STORE_ERROR`
 *
 * From now on until the end of the action rows may be inserted before those that they refer to.
 * ty_reference_check_run() follows.
 *
 * Returns: whether it was not refused
 */
gboolean
ty_reference_check_begin (TyDatabase  *database,
                          GError     **error)
{
  return ty_database_exec (database, "PRAGMA defer_foreign_keys = ON", error);
}

/* What a table refers to, and the statement that finds a row whose reference leads nowhere: its keys. */
static TyStatement *
select_references (TyDatabase  *database,
                   GError     **error)
{
  return ty_database_prepare (
    database,
    "SELECT t.name, f.\"table\", 'SELECT ' || (SELECT group_concat ('c.\"' || k.name || '\"', ', ') "
    "FROM pragma_table_info (t.name) k WHERE k.pk > 0) || ' FROM \"' || t.name || '\" c LEFT JOIN \"' "
    "|| f.\"table\" || '\" p ON ' || group_concat ('p.\"' || f.\"to\" || '\" = c.\"' || f.\"from\" || '\"', ' AND ') "
    "|| ' WHERE ' || group_concat ('c.\"' || f.\"from\" || '\" IS NOT NULL', ' AND ') "
    "|| ' AND p.\"' || min (f.\"to\") || '\" IS NULL LIMIT 1' "
    "FROM sqlite_schema t JOIN pragma_foreign_key_list (t.name) f WHERE t.type = 'table' "
    "GROUP BY t.name, f.id ORDER BY t.rowid, f.id", error);
}

static char *
dup_keys (TyStatement *row)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  for (int i = 0; i < ty_statement_get_n_columns (row); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", ty_statement_get_text (row, i));
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static gboolean
check_reference (TyDatabase  *database,
                 const char  *table,
                 const char  *parent,
                 const char  *sql,
                 GError     **error)
{
  g_autoptr(TyStatement) row = ty_database_prepare (database, sql, error);
  g_autofree char *keys = NULL;
  TyStep step;

  if (row == NULL)
    return FALSE;
  step = ty_statement_step (row, error);
  if (step != TY_STEP_ROW)
    return step == TY_STEP_DONE;

  keys = dup_keys (row);
  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
               /* Translators: a table, the key of a row in it, and another table */
               _("Table “%s”, row with the key %s: it refers to a row of “%s” that is missing."), table,
               keys, parent);
  return FALSE;
}

/**
 * ty_reference_check_run:
 * @database: the connection for writing, within an action
 * @error: %TY_STORE_ERROR_CONSTRAINT with the first row whose reference leads nowhere
 *
 * Returns: whether all references of all rows lead to a row
 */
gboolean
ty_reference_check_run (TyDatabase  *database,
                        GError     **error)
{
  g_autoptr(TyStatement) reference = select_references (database, error);
  TyStep step;

  if (reference == NULL)
    return FALSE;
  while ((step = ty_statement_step (reference, error)) == TY_STEP_ROW)
    if (ty_record_registry_find (ty_statement_get_text (reference, 0)) != NULL
        && !check_reference (database, ty_statement_get_text (reference, 0),
                             ty_statement_get_text (reference, 1), ty_statement_get_text (reference, 2),
                             error))
      return FALSE;

  return step == TY_STEP_DONE;
}
