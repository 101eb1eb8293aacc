/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-table"

#include "config.h"

#include "ty-roster-table.h"

#define POST_QUERY "SELECT person, unit, post, from_date, until_date FROM appointment "

static void
clear_person (gpointer data)
{
  TyRosterPersonRow *row = data;

  g_free (row->name);
  g_free (row->pinyin);
  g_free (row->id_number);
}

/**
 * ty_roster_table_list_people:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterPersonRow): everybody, by key
 */
GArray *
ty_roster_table_list_people (TyDatabase  *database,
                             GError     **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TyRosterPersonRow));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT id, name, pinyin, id_number, birth, sex FROM person ORDER BY id", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (rows, clear_person);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      const char *sex = ty_statement_get_text (statement, 5);
      TyRosterPersonRow row = { ty_statement_get_int (statement, 0),
                                g_strdup (ty_statement_get_text (statement, 1)),
                                g_strdup (ty_statement_get_text (statement, 2)),
                                g_strdup (ty_statement_get_text (statement, 3)),
                                ty_date_from_iso (ty_statement_get_text (statement, 4)),
                                sex != NULL ? *sex : '0' };

      g_array_append_val (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

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
                              ty_date_from_iso (ty_statement_get_text (statement, 4)) };

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
 * ty_roster_table_list_posts:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterPostRow): the posts that had begun by
 * that date, ended or not, by person
 */
GArray *
ty_roster_table_list_posts (TyDatabase  *database,
                            TyDate       as_of,
                            GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, POST_QUERY "WHERE from_date IS NULL OR from_date <= ? ORDER BY person, id", error);

  if (statement == NULL)
    return NULL;
  bind_day (statement, as_of);
  return collect_posts (statement, error);
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

/**
 * ty_roster_table_count_people:
 * @database: a connection
 * @n: (out): how many people the file holds; one merged into another is not counted
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether they were counted
 */
gboolean
ty_roster_table_count_people (TyDatabase  *database,
                              guint       *n,
                              GError     **error)
{
  gint64 count = 0;

  if (!ty_database_get_integer (database, "SELECT count(*) FROM person WHERE merged_into IS NULL",
                                &count, error))
    return FALSE;

  *n = (guint) count;
  return TRUE;
}
