/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-table"

#include "config.h"

#include "ty-person-table.h"

#include "ty-table.h"

/**
 * ty_person_table_add:
 * @store: a store that writes, inside an action
 * @person: a new person; its key is set
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the person was added
 */
gboolean
ty_person_table_add (TyStore   *store,
                     TyPerson  *person,
                     GError   **error)
{
  ty_record_set_integer (TY_RECORD (person), TY_PERSON_ID, ty_store_mint_id (store));
  return ty_table_insert (ty_store_get_database (store), TY_RECORD (person), error);
}

/**
 * ty_person_table_list_by_number:
 * @database: a connection
 * @id_number: an ID number of 18 characters
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPerson): those with that number: none, one,
 * or by mistake several
 */
GPtrArray *
ty_person_table_list_by_number (TyDatabase  *database,
                                const char  *id_number,
                                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_person_info, "WHERE id_number = ? AND merged_into IS NULL ORDER BY id", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, id_number);
  return ty_table_collect (statement, &ty_person_info, error);
}

/**
 * ty_person_table_list_by_name:
 * @database: a connection
 * @name: a whole name
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPerson): those with that name
 */
GPtrArray *
ty_person_table_list_by_name (TyDatabase  *database,
                              const char  *name,
                              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_person_info, "WHERE name = ? AND merged_into IS NULL ORDER BY id", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, name);
  return ty_table_collect (statement, &ty_person_info, error);
}
