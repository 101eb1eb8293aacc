/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-table"

#include "config.h"

#include "ty-pairing-table.h"

#include "ty-pairing.h"
#include "ty-statement.h"
#include "ty-table.h"

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

/**
 * ty_pairing_row_free:
 * @self: (transfer full): a row
 */
void
ty_pairing_row_free (TyPairingRow *self)
{
  g_clear_object (&self->pairing);
  g_free (self->programme);
  g_free (self->mentee);
  g_free (self->mentor);
  g_free (self->level);
  g_clear_pointer (&self->talks, g_array_unref);
  g_clear_pointer (&self->pauses, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_free (self);
}

/* What has begun and did not end by the day. */
#define IN_FORCE \
  "(g.from_date IS NULL OR g.from_date <= ?1) AND (g.state IN ('proposed', 'agreed', 'under_way', 'review') " \
  "OR g.until_date > ?1) "

#define HEADS \
  "SELECT g.id, o.name, o.talks, p.name, q.name, (SELECT level FROM mentor m WHERE m.person = g.mentor " \
  "ORDER BY m.until_date IS NOT NULL, m.id DESC LIMIT 1) FROM pairing g JOIN person p ON p.id = g.person " \
  "JOIN person q ON q.id = g.mentor JOIN programme o ON o.id = g.programme "

static gboolean
fill_heads (TyStatement  *statement,
            GHashTable   *by_id,
            GError      **error)
{
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);
      TyPairingRow *row = g_hash_table_lookup (by_id, &id);

      if (row == NULL)
        continue;
      row->programme = g_strdup (ty_statement_get_text (statement, 1));
      row->talks_wanted = (guint) CLAMP (ty_statement_get_int (statement, 2), 0, 1000);
      row->mentee = g_strdup (ty_statement_get_text (statement, 3));
      row->mentor = g_strdup (ty_statement_get_text (statement, 4));
      row->level = g_strdup (ty_statement_get_text (statement, 5));
    }
  return step == TY_STEP_DONE;
}

/* What two people have together belongs to the pairing of the two in which its day lies. */
static gboolean
fill_days (TyDatabase   *database,
           const char   *sql,
           const char   *day,
           GHashTable   *by_id,
           guint         which,
           GError      **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_text (statement, 0, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);
      TyPairingRow *row = g_hash_table_lookup (by_id, &id);
      TyPeriod period = ty_period_from_iso (ty_statement_get_text (statement, 1),
                                            ty_statement_get_text (statement, 2));

      if (row == NULL)
        continue;
      if (which == 0)
        g_array_append_val (row->talks, period.from);
      else
        g_array_append_val (which == 1 ? row->pauses : row->goals, period);
    }
  return step == TY_STEP_DONE;
}

#define OF_PAIRING(table) \
  " FROM pairing g JOIN " table " t ON t.person = g.person AND t.mentor = g.mentor WHERE "

static gboolean
fill_all (TyDatabase  *database,
          const char  *day,
          GHashTable  *by_id,
          GError     **error)
{
  return fill_days (database,
                    "SELECT g.id, t.date, NULL" OF_PAIRING ("talk")
                    "t.date <= ? AND (g.from_date IS NULL OR t.date >= g.from_date) "
                    "AND (g.until_date IS NULL OR t.date < g.until_date "
                    "OR g.state IN ('under_way', 'review')) ORDER BY g.person, g.id, t.date", day, by_id, 0,
                    error)
         && fill_days (database,
                       "SELECT g.id, t.from_date, t.until_date" OF_PAIRING ("pairing_pause")
                       "t.from_date IS NULL OR t.from_date <= ? ORDER BY g.person, g.id, t.id", day, by_id, 1, error)
         && fill_days (database,
                       "SELECT g.id, t.due_date, t.done_date" OF_PAIRING ("milestone")
                       "? IS NOT NULL AND (g.until_date IS NULL OR t.due_date IS NULL OR t.due_date <= g.until_date) "
                       "AND (g.from_date IS NULL OR t.due_date IS NULL OR t.due_date >= g.from_date) "
                       "ORDER BY g.person, g.id, t.id", day, by_id, 2, error);
}

static GPtrArray *
list_pairings (TyDatabase  *database,
               const char  *condition,
               TyDate       as_of,
               GError     **error)
{
  g_autofree char *day = ty_date_to_iso (as_of);
  g_autofree char *clauses = g_strconcat ("AS g WHERE ", condition, "ORDER BY g.person, g.id", NULL);
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_pairing_info, clauses, error);
  g_autoptr(TyStatement) heads = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pairing_row_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, day);
  records = ty_table_collect (statement, &ty_pairing_info, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TyPairingRow *row = g_new0 (TyPairingRow, 1);
      gint64 id;

      row->pairing = g_object_ref (g_ptr_array_index (records, i));
      row->talks = g_array_new (FALSE, FALSE, sizeof (TyDate));
      row->pauses = g_array_new (FALSE, FALSE, sizeof (TyPeriod));
      row->goals = g_array_new (FALSE, FALSE, sizeof (TyPeriod));
      id = ty_record_get_integer (row->pairing, TY_PAIRING_ID);
      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), row);
      g_ptr_array_add (rows, row);
    }
  heads = records != NULL ? ty_database_prepare (database, HEADS, error) : NULL;
  return heads != NULL && fill_heads (heads, by_id, error) && fill_all (database, day, by_id, error)
           ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_pairing_table_list_in_force:
 * @database: a connection
 * @as_of: a day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingRow): the pairings that have not ended on the day,
 *   also those that are only proposed, by mentee
 */
GPtrArray *
ty_pairing_table_list_in_force (TyDatabase  *database,
                                TyDate       as_of,
                                GError     **error)
{
  return list_pairings (database, IN_FORCE, as_of, error);
}

/**
 * ty_pairing_table_list_all:
 * @database: a connection
 * @as_of: a day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingRow): all pairings that began by the day, also those
 *   that ended, by mentee
 */
GPtrArray *
ty_pairing_table_list_all (TyDatabase  *database,
                           TyDate       as_of,
                           GError     **error)
{
  return list_pairings (database, "(g.from_date IS NULL OR g.from_date <= ?1) ", as_of, error);
}
