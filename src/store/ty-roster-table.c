/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-table"

#include "config.h"

#include "ty-roster-table.h"

#define POST_QUERY "SELECT person, unit, post, from_date, until_date, title FROM appointment "

static GArray *
collect_posts (TyStatement  *statement,
               GError      **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyRosterPostRow));
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyRosterPostRow row = { ty_statement_get_int (statement, 0),
                              ty_statement_get_int (statement, 1),
                              g_intern_string (ty_statement_get_text (statement, 2)),
                              ty_date_from_iso (ty_statement_get_text (statement, 3)),
                              ty_date_from_iso (ty_statement_get_text (statement, 4)),
                              g_intern_string (ty_statement_get_text (statement, 5)) };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* A whole day compares as text with dates that are known less exactly. */
static void
bind_day (TyStatement *statement,
          TyDate       date)
{
  g_autofree char *day = ty_date_to_iso (ty_date_from_days (ty_date_to_days (date)));

  ty_statement_bind_text (statement, 0, day);
}

/**
 * ty_roster_table_list_posts_of:
 * @database: a connection
 * @person: key of a person
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterPostRow): the person’s posts that had
 * begun by that date, ended or not
 */
GArray *
ty_roster_table_list_posts_of (TyDatabase  *database,
                               gint64       person,
                               TyDate       as_of,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, POST_QUERY "WHERE (from_date IS NULL OR from_date <= ?) AND person = ? ORDER BY id",
    error);

  if (statement == NULL)
    return NULL;
  bind_day (statement, as_of);
  ty_statement_bind_int (statement, 1, person);
  return collect_posts (statement, error);
}
