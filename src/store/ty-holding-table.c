/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-holding-table"

#include "config.h"

#include "ty-holding-table.h"

/* What the figures read. Stored dates are ISO text as far as known, so that a whole day compares
 * with them as text: `2021-10` comes before `2021-10-01` and stands for it. */

static char *
dup_day (TyDate date)
{
  return ty_date_to_iso (ty_date_from_days (ty_date_to_days (date)));
}

static GArray *
list_holdings (TyDatabase  *database,
               const char  *sql,
               TyDate       as_of,
               GError     **error)
{
  g_autofree char *day = dup_day (as_of);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyHoldingRow));
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyHoldingRow row = { ty_statement_get_int (statement, 0), ty_statement_get_int (statement, 1),
                           ty_statement_get_int (statement, 2),
                           g_intern_string (ty_statement_get_text (statement, 3)) };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_holding_table_list:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyHoldingRow): the posts held on that date, by
 * person
 */
GArray *
ty_holding_table_list (TyDatabase  *database,
                       TyDate       as_of,
                       GError     **error)
{
  return list_holdings (database, "SELECT id, person, unit, post FROM appointment "
                                  "WHERE (from_date IS NULL OR from_date <= ?1) "
                                  "AND (until_date IS NULL OR until_date > ?1) "
                                  "ORDER BY person, id", as_of, error);
}

/**
 * ty_holding_table_list_ended:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyHoldingRow): the posts that had ended by that
 * date, by person
 */
GArray *
ty_holding_table_list_ended (TyDatabase  *database,
                             TyDate       as_of,
                             GError     **error)
{
  return list_holdings (database, "SELECT id, person, unit, post FROM appointment "
                                  "WHERE until_date IS NOT NULL AND until_date <= ?1 "
                                  "ORDER BY person, id", as_of, error);
}

/**
 * ty_holding_table_list_facts:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyFactRow): everybody, by key
 */
GArray *
ty_holding_table_list_facts (TyDatabase  *database,
                             GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyFactRow));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT id, birth, sex FROM person ORDER BY id", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      const char *sex = ty_statement_get_text (statement, 2);
      TyFactRow row = { ty_statement_get_int (statement, 0),
                        ty_date_from_iso (ty_statement_get_text (statement, 1)),
                        sex != NULL ? *sex : '0' };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_holding_table_list_studies:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyStudyRow): courses finished by that date or
 * undated, by person
 */
GArray *
ty_holding_table_list_studies (TyDatabase  *database,
                               TyDate       as_of,
                               GError     **error)
{
  g_autofree char *day = dup_day (as_of);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyStudyRow));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT person, mode, level, outcome FROM education "
              "WHERE until_date IS NULL OR until_date <= ? ORDER BY person, id", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyStudyRow row = { ty_statement_get_int (statement, 0),
                         g_strcmp0 (ty_statement_get_text (statement, 1), "fulltime") == 0,
                         g_intern_string (ty_statement_get_text (statement, 2)),
                         g_intern_string (ty_statement_get_text (statement, 3)) };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_holding_table_list_batches:
 * @database: a connection
 * @year: the year of a term election
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyBatchRow): the mandates of that term, by
 * appointment
 */
GArray *
ty_holding_table_list_batches (TyDatabase  *database,
                               int          year,
                               GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyBatchRow));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT m.appointment, m.batch FROM mandate m JOIN term t ON t.id = m.term "
              "WHERE t.year = ? ORDER BY m.appointment", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, year);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyBatchRow row = { ty_statement_get_int (statement, 0),
                         g_intern_string (ty_statement_get_text (statement, 1)) };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
