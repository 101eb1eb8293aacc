/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-table"

#include "config.h"

#include "ty-person-table.h"

#include "ty-gather.h"
#include "ty-table.h"
#include "ty-text.h"

#include <string.h>

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

typedef struct
{
  const char *digits;
  GArray *people;
} PhoneSearch;

/* A number is written with blanks, hyphens or a code of the country. */
static gboolean
take_phone (const TyGatherRow  *row,
            gpointer            data,
            GError            **error)
{
  const PhoneSearch *search = data;
  const char *phone = ty_gather_row_get_text (row, 1, NULL);
  g_autoptr(GString) digits = g_string_new (NULL);
  g_autofree char *clean = phone != NULL ? ty_text_clean_code (phone) : g_strdup ("");
  gint64 person = ty_gather_row_get_key (row);

  for (const char *p = clean; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (strstr (digits->str, search->digits) != NULL)
    g_array_append_val (search->people, person);
  return TRUE;
}

/**
 * ty_person_table_list_by_phone:
 * @database: a connection
 * @digits: digits of a phone number, at least some of them
 * @error: a `TY_STORE_ERROR`
 *
 * Looks through all phone numbers: there is no index of their parts.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): keys of those whose number has these digits
 * in it, one after the other
 */
GArray *
ty_person_table_list_by_phone (TyDatabase  *database,
                               const char  *digits,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT gather (?1, id, phone) FROM person WHERE phone IS NOT NULL AND merged_into IS NULL",
    error);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  PhoneSearch search = { digits, people };

  if (statement == NULL || !ty_gather_run (statement, 0, take_phone, &search, error))
    return NULL;

  return g_steal_pointer (&people);
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

/**
 * ty_person_table_list_unnumbered:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names, as a set, of those who have no ID number
 */
GHashTable *
ty_person_table_list_unnumbered (TyDatabase  *database,
                                 GError     **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT name FROM person WHERE id_number IS NULL AND merged_into IS NULL", error);
  TyStep step = TY_STEP_ERROR;

  while (statement != NULL && (step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_hash_table_add (names, g_strdup (ty_statement_get_text (statement, 0)));

  return step == TY_STEP_DONE ? g_steal_pointer (&names) : NULL;
}
