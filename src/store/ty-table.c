/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table"

#include "config.h"

#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* What every table does the same way. The SQL follows from the record's table of fields; nothing
 * of it comes from data. Queries of one table stand in the file of that table. */

static void
append_name (GString    *sql,
             const char *name)
{
  g_string_append_c (sql, '"');
  g_string_append (sql, name);
  g_string_append_c (sql, '"');
}

static void
append_columns (GString            *sql,
                const TyRecordInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      append_name (sql, info->fields[i].column);
    }
}

static void
append_keys (GString            *sql,
             const TyRecordInfo *info)
{
  g_string_append (sql, " WHERE ");
  for (guint i = 0; i < info->n_keys; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?", i > 0 ? " AND " : "", info->fields[i].column);
}

static void
bind_field (TyStatement *statement,
            int          index,
            TyRecord    *record,
            guint        field)
{
  const TyFieldInfo *info = &ty_record_get_info (record)->fields[field];

  if (!TY_FIELD_IS_NUMBER (info))
    ty_statement_bind_text (statement, index, ty_record_get_text (record, field));
  else if (info->kind == TY_FIELD_REFERENCE && ty_record_get_integer (record, field) == 0)
    ty_statement_bind_null (statement, index);
  else
    ty_statement_bind_int (statement, index, ty_record_get_integer (record, field));
}

/* An update or a deletion that met no row is told, not passed over. */
static gboolean
check_one_row (TyDatabase  *database,
               GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database, "SELECT changes()", &n, error))
    return FALSE;
  if (n == 1)
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                       _("The record is no longer there. It was removed or its entry was undone."));
  return FALSE;
}

/**
 * ty_table_prepare_insert:
 * @database: the connection for writing
 * @info: the table
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement that inserts a row, with a parameter for each
 *   field
 */
TyStatement *
ty_table_prepare_insert (TyDatabase          *database,
                         const TyRecordInfo  *info,
                         GError             **error)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO ");

  append_name (sql, info->table);
  g_string_append (sql, " (");
  append_columns (sql, info);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 1; i < info->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  return ty_database_prepare (database, sql->str, error);
}

/**
 * ty_table_insert:
 * @database: the connection for writing
 * @record: a record whose keys are set
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the row was inserted
 */
gboolean
ty_table_insert (TyDatabase  *database,
                 TyRecord    *record,
                 GError     **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  g_autoptr(TyStatement) statement = ty_table_prepare_insert (database, info, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    bind_field (statement, (int) i, record, i);

  return ty_statement_run (statement, error);
}

/**
 * ty_table_update:
 * @database: the connection for writing
 * @record: a record whose row exists
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_NOT_FOUND where the row is gone
 *
 * Returns: whether the row was updated
 */
gboolean
ty_table_update (TyDatabase  *database,
                 TyRecord    *record,
                 GError     **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  g_autoptr(GString) sql = g_string_new ("UPDATE ");
  g_autoptr(TyStatement) statement = NULL;
  int index = 0;

  g_return_val_if_fail (info->n_fields > info->n_keys, FALSE);

  g_string_append_printf (sql, "\"%s\" SET ", info->table);
  for (guint i = info->n_keys; i < info->n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?", i > info->n_keys ? ", " : "",
                            info->fields[i].column);
  append_keys (sql, info);

  statement = ty_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = info->n_keys; i < info->n_fields; i++)
    bind_field (statement, index++, record, i);
  for (guint i = 0; i < info->n_keys; i++)
    bind_field (statement, index++, record, i);

  return ty_statement_run (statement, error) && check_one_row (database, error);
}

/**
 * ty_table_delete:
 * @database: the connection for writing
 * @record: a record whose keys are set
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_NOT_FOUND where the row is gone
 *
 * Returns: whether the row was deleted
 */
gboolean
ty_table_delete (TyDatabase  *database,
                 TyRecord    *record,
                 GError     **error)
{
  const TyRecordInfo *info = ty_record_get_info (record);
  g_autoptr(GString) sql = g_string_new ("DELETE FROM ");
  g_autoptr(TyStatement) statement = NULL;

  g_string_append_printf (sql, "\"%s\"", info->table);
  append_keys (sql, info);
  statement = ty_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < info->n_keys; i++)
    bind_field (statement, (int) i, record, i);

  return ty_statement_run (statement, error) && check_one_row (database, error);
}

/**
 * ty_table_select:
 * @database: a connection
 * @info: the table
 * @clauses: what follows the table's name: `WHERE …`, `ORDER BY …`
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement for all columns in the order of the fields
 */
TyStatement *
ty_table_select (TyDatabase         *database,
                 const TyRecordInfo *info,
                 const char         *clauses,
                 GError            **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT ");

  append_columns (sql, info);
  g_string_append (sql, " FROM ");
  append_name (sql, info->table);
  g_string_append_c (sql, ' ');
  g_string_append (sql, clauses);
  return ty_database_prepare (database, sql->str, error);
}

/**
 * ty_table_select_in_order:
 * @database: a connection
 * @info: the table
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement for all columns of all rows, in the order of the
 *   keys
 */
TyStatement *
ty_table_select_in_order (TyDatabase          *database,
                          const TyRecordInfo  *info,
                          GError             **error)
{
  g_autoptr(GString) order = g_string_new ("ORDER BY ");

  for (guint i = 0; i < info->n_keys; i++)
    g_string_append_printf (order, "%s\"%s\"", i > 0 ? ", " : "", info->fields[i].column);
  return ty_table_select (database, info, order->str, error);
}

/**
 * ty_table_read:
 * @statement: a statement of ty_table_select() at a row
 * @info: the table
 *
 * Returns: (transfer full): the row as a record
 */
TyRecord *
ty_table_read (TyStatement        *statement,
               const TyRecordInfo *info)
{
  TyRecord *record = ty_record_new (info);

  for (guint i = 0; i < info->n_fields; i++)
    if (TY_FIELD_IS_NUMBER (&info->fields[i]))
      ty_record_set_integer (record, i, ty_statement_get_int (statement, (int) i));
    else
      ty_record_set_text (record, i, ty_statement_get_text (statement, (int) i));

  return record;
}

/**
 * ty_table_collect:
 * @statement: a statement of ty_table_select() with all its parameters bound
 * @info: the table
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRecord): all its rows
 */
GPtrArray *
ty_table_collect (TyStatement         *statement,
                  const TyRecordInfo  *info,
                  GError             **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_ptr_array_add (records, ty_table_read (statement, info));
  if (step == TY_STEP_ERROR)
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * ty_table_get:
 * @database: a connection
 * @info: a table whose only key is a number
 * @id: the key
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_NOT_FOUND where there is no such row
 *
 * Returns: (transfer full) (nullable): the row as a record
 */
TyRecord *
ty_table_get (TyDatabase          *database,
              const TyRecordInfo  *info,
              gint64               id,
              GError             **error)
{
  g_autoptr(GPtrArray) records = NULL;

  g_return_val_if_fail (info->n_keys == 1, NULL);

  records = ty_table_list_of (database, info, info->fields[0].column, id, error);
  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                           _("The record is no longer there. It was removed or its entry was undone."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (records, 0));
}

/**
 * ty_table_list_of:
 * @database: a connection
 * @info: a table
 * @column: one of its columns that holds numbers, such as `person`
 * @value: the number
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRecord): the rows with that number, in the
 * order of their keys
 */
GPtrArray *
ty_table_list_of (TyDatabase          *database,
                  const TyRecordInfo  *info,
                  const char          *column,
                  gint64               value,
                  GError             **error)
{
  g_autoptr(GString) clauses = g_string_new (NULL);
  g_autoptr(TyStatement) statement = NULL;

  g_return_val_if_fail (ty_record_info_find_field (info, column) != NULL, NULL);

  g_string_append (clauses, "WHERE ");
  append_name (clauses, column);
  g_string_append (clauses, " = ? ORDER BY ");
  for (guint i = 0; i < info->n_keys; i++)
    {
      if (i > 0)
        g_string_append (clauses, ", ");
      append_name (clauses, info->fields[i].column);
    }
  statement = ty_table_select (database, info, clauses->str, error);
  if (statement == NULL)
    return NULL;

  ty_statement_bind_int (statement, 0, value);
  return ty_table_collect (statement, info, error);
}
