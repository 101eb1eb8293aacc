/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-table"

#include "config.h"

#include "ty-pairing-table.h"

#include "ty-statement.h"

void
ty_mentor_row_free (TyMentorRow *self)
{
  g_free (self->level);
  g_free (self->name);
  g_free (self->birth);
  g_free (self);
}

void
ty_pairing_text_row_free (TyPairingTextRow *self)
{
  g_free (self->name);
  g_free (self->other);
  g_free (self);
}

/**
 * ty_pairing_table_list_mentors:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyMentorRow): all memberships in the pool, by person
 */
GPtrArray *
ty_pairing_table_list_mentors (TyDatabase  *database,
                               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database,
    "SELECT m.person, m.unit, m.level, m.from_date, m.until_date, m.capacity, p.name, p.birth FROM mentor m "
    "JOIN person p ON p.id = m.person WHERE p.merged_into IS NULL ORDER BY m.person, m.id", error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_mentor_row_free);
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyMentorRow *row = g_new0 (TyMentorRow, 1);

      row->person = ty_statement_get_int (statement, 0);
      row->unit = ty_statement_get_int (statement, 1);
      row->level = g_strdup (ty_statement_get_text (statement, 2));
      row->from = ty_date_from_iso (ty_statement_get_text (statement, 3));
      row->until = ty_date_from_iso (ty_statement_get_text (statement, 4));
      row->capacity = (guint) CLAMP (ty_statement_get_int (statement, 5), 0, 1000);
      row->name = g_strdup (ty_statement_get_text (statement, 6));
      row->birth = g_strdup (ty_statement_get_text (statement, 7));
      g_ptr_array_add (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Rows of a key and two texts. */
static gboolean
collect_texts (TyStatement  *statement,
               GPtrArray    *rows,
               GError      **error)
{
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyPairingTextRow *row = g_new0 (TyPairingTextRow, 1);

      row->key = ty_statement_get_int (statement, 0);
      row->name = g_strdup (ty_statement_get_text (statement, 1));
      row->other = g_strdup (ty_statement_get_text (statement, 2));
      g_ptr_array_add (rows, row);
    }
  return step == TY_STEP_DONE;
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pairing_text_row_free);
}

/**
 * ty_pairing_table_list_strengths:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingTextRow): strengths of mentors, as keys of
 *   `strength`, by person
 */
GPtrArray *
ty_pairing_table_list_strengths (TyDatabase  *database,
                                 GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT person, strength, NULL FROM mentor_strength ORDER BY person, strength", error);
  g_autoptr(GPtrArray) rows = new_rows ();

  return statement != NULL && collect_texts (statement, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_pairing_table_list_industries:
 * @database: a connection
 * @year: a year
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingTextRow): the industries of villages, year by
 *   year up to @year, so that the last of a village counts
 */
GPtrArray *
ty_pairing_table_list_industries (TyDatabase  *database,
                                  int          year,
                                  GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database,
    "SELECT unit, industries, NULL FROM unit_year WHERE industries IS NOT NULL AND year <= ? "
    "ORDER BY unit, year", error);
  g_autoptr(GPtrArray) rows = new_rows ();

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, year);
  return collect_texts (statement, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_pairing_table_list_guides:
 * @database: a connection
 * @as_of: a day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingTextRow): of each village with a difficulty class
 *   on that day the leader and the cadre who look after it
 */
GPtrArray *
ty_pairing_table_list_guides (TyDatabase  *database,
                              TyDate       as_of,
                              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database,
    "SELECT unit, leader, cadre FROM unit_class WHERE (leader IS NOT NULL OR cadre IS NOT NULL) "
    "AND (from_date IS NULL OR from_date <= ?) AND (until_date IS NULL OR until_date > ?) "
    "ORDER BY unit, id", error);
  g_autofree char *day = ty_date_to_iso (as_of);
  g_autoptr(GPtrArray) rows = new_rows ();

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, day);
  ty_statement_bind_text (statement, 1, day);
  return collect_texts (statement, rows, error) ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
list_of_people (TyDatabase    *database,
                const char    *sql,
                const gint64  *people,
                guint          n_people,
                GError       **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  g_autoptr(GPtrArray) rows = new_rows ();

  for (guint i = 0; statement != NULL && i < n_people; i++)
    {
      ty_statement_bind_int (statement, 0, people[i]);
      if (!collect_texts (statement, rows, error))
        return NULL;
      ty_statement_reset (statement);
    }
  return statement != NULL ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_pairing_table_list_family:
 * @database: a connection
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingTextRow): names and births of the members of their
 *   families
 */
GPtrArray *
ty_pairing_table_list_family (TyDatabase    *database,
                              const gint64  *people,
                              guint          n_people,
                              GError       **error)
{
  return list_of_people (database, "SELECT person, name, birth FROM family_member WHERE person = ? ORDER BY id",
                         people, n_people, error);
}

/**
 * ty_pairing_table_list_names:
 * @database: a connection
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingTextRow): their names and births
 */
GPtrArray *
ty_pairing_table_list_names (TyDatabase    *database,
                             const gint64  *people,
                             guint          n_people,
                             GError       **error)
{
  return list_of_people (database, "SELECT id, name, birth FROM person WHERE id = ?", people, n_people, error);
}
