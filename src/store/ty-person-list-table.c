/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-list-table"

#include "config.h"

#include "ty-person-list-table.h"

#include "ty-table.h"

/* Who was merged into another stays on a list, and the other stands for both. A pointer that leads to a
 * pointer is followed once more; merging itself leaves no longer chains. */
#define FROM_MEMBERS \
  "FROM person_list_member m JOIN person p ON p.id = m.person " \
  "LEFT JOIN person q ON q.id = p.merged_into "
#define STANDS_FOR "coalesce (q.merged_into, p.merged_into, p.id)"

/**
 * ty_person_list_table_list_all:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonList): the lists in their order
 */
GPtrArray *
ty_person_list_table_list_all (TyDatabase  *database,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_person_list_info,
                                                      "ORDER BY position, id", error);

  return statement != NULL ? ty_table_collect (statement, &ty_person_list_info, error) : NULL;
}

/**
 * ty_person_list_table_list_members:
 * @database: a connection
 * @list: key of a list
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonListMember): its rows in their order
 */
GPtrArray *
ty_person_list_table_list_members (TyDatabase  *database,
                                   gint64       list,
                                   GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_person_list_member_info,
                                                      "WHERE list = ? ORDER BY position, person",
                                                      error);

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, list);
  return ty_table_collect (statement, &ty_person_list_member_info, error);
}

/**
 * ty_person_list_table_select_people:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): of all lists, by list and in their order: list, person, and
 * whether the row names another one who was merged into that person
 */
TyStatement *
ty_person_list_table_select_people (TyDatabase  *database,
                                    GError     **error)
{
  return ty_database_prepare (database,
                              "SELECT m.list, " STANDS_FOR ", p.merged_into IS NOT NULL " FROM_MEMBERS
                              "ORDER BY m.list, m.position, m.person", error);
}

/**
 * ty_person_list_table_select_merged:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): of the list that is bound: key of a member who was merged, the
 * name, key of the person who stands for both, that one’s name
 */
TyStatement *
ty_person_list_table_select_merged (TyDatabase  *database,
                                    GError     **error)
{
  return ty_database_prepare (database,
                              "SELECT p.id, p.name, r.id, r.name " FROM_MEMBERS
                              "JOIN person r ON r.id = " STANDS_FOR " "
                              "WHERE m.list = ? AND p.merged_into IS NOT NULL "
                              "ORDER BY m.position, m.person", error);
}
