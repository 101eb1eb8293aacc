/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-table"

#include "config.h"

#include "ty-custom-table.h"

#include "ty-custom-value.h"
#include "ty-table.h"
#include "ty-text.h"

#include <string.h>

/**
 * ty_custom_table_list_fields:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCustomField): the county's own fields in their order
 */
GPtrArray *
ty_custom_table_list_fields (TyDatabase  *database,
                             GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_custom_field_info,
                                                      "ORDER BY position, id", error);

  return statement != NULL ? ty_table_collect (statement, &ty_custom_field_info, error) : NULL;
}

/**
 * ty_custom_table_find_field:
 * @fields: (element-type TyCustomField): fields
 * @key: key of one
 *
 * Returns: (transfer none) (nullable): it
 */
TyRecord *
ty_custom_table_find_field (GPtrArray *fields,
                            gint64     key)
{
  for (guint i = 0; i < fields->len; i++)
    if (ty_custom_field_get_key (g_ptr_array_index (fields, i)) == key)
      return g_ptr_array_index (fields, i);

  return NULL;
}

/**
 * ty_custom_table_find_name:
 * @fields: (element-type TyCustomField): fields
 * @name: a name, in either script
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
TyRecord *
ty_custom_table_find_name (GPtrArray  *fields,
                           const char *name)
{
  g_autofree char *wanted = ty_text_fold (name);

  for (guint i = 0; i < fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (fields, i);
      g_autofree char *folded = ty_text_fold (ty_custom_field_get_name (field));

      if (strcmp (folded, wanted) == 0)
        return TY_RECORD (field);
    }
  return NULL;
}

/**
 * ty_custom_table_count_values:
 * @database: a connection
 * @field: key of a field
 * @value: (nullable): a value, or any
 * @n: (out): how many people have it
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether they could be counted
 */
gboolean
ty_custom_table_count_values (TyDatabase  *database,
                              gint64       field,
                              const char  *value,
                              gint64      *n,
                              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT count(*) FROM custom_value WHERE field = ?1 AND (?2 IS NULL OR value = ?2)",
    error);

  if (statement == NULL)
    return FALSE;

  ty_statement_bind_int (statement, 0, field);
  ty_statement_bind_text (statement, 1, value);
  if (ty_statement_step (statement, error) != TY_STEP_ROW)
    return FALSE;

  *n = ty_statement_get_int (statement, 0);
  return TRUE;
}

/**
 * ty_custom_table_find_value:
 * @values: (element-type TyCustomValue): the values of a person
 * @field: key of a field
 *
 * Returns: (transfer none) (nullable): the value in that field
 */
TyRecord *
ty_custom_table_find_value (GPtrArray *values,
                            gint64     field)
{
  for (guint i = 0; i < values->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (values, i), TY_CUSTOM_VALUE_FIELD) == field)
      return g_ptr_array_index (values, i);

  return NULL;
}
