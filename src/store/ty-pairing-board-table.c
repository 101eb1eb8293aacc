/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-board-table"

#include "config.h"

#include "ty-pairing-board-table.h"

#include "ty-pairing.h"
#include "ty-statement.h"
#include "ty-table.h"

/* Talks, goals and reviews are rows of the mentee that name the mentor: they count for the pairing in which
 * their day lies. Each is one pass over the pairings of a programme. */

#define IN_PERIOD(day)                                                                                        \
  "AND (p.from_date IS NULL OR " day " >= p.from_date) AND (p.until_date IS NULL OR " day " < p.until_date) "

static const char pairings[] =
  "WHERE programme = ? AND (from_date IS NULL OR from_date <= ? OR ?) ORDER BY person, id";

static const char talks[] =
  "SELECT p.id, SUM (t.date >= ?1), MAX (t.date) FROM pairing p "
  "JOIN talk t ON t.person = p.person AND t.mentor = p.mentor "
  "WHERE p.programme = ?2 AND t.date <= ?3 " IN_PERIOD ("t.date") "GROUP BY p.id";

static const char goals[] =
  "SELECT p.id, COUNT (*), SUM (m.done_date IS NOT NULL AND m.done_date <= ?2), "
  "SUM ((m.done_date IS NULL OR m.done_date > ?2) AND m.due_date < ?2) FROM pairing p "
  "JOIN milestone m ON m.person = p.person AND m.mentor = p.mentor "
  "WHERE p.programme = ?1 AND (p.from_date IS NULL OR m.due_date IS NULL OR m.due_date >= p.from_date) "
  "GROUP BY p.id";

static const char reviews[] =
  "SELECT p.id, COUNT (*) FROM pairing p "
  "JOIN pairing_review r ON r.person = p.person AND r.mentor = p.mentor "
  "WHERE p.programme = ?1 AND r.date <= ?2 AND (p.from_date IS NULL OR r.date >= p.from_date) GROUP BY p.id";

static const char loads[] =
  "SELECT mentor, COUNT (*) FROM pairing WHERE state IN ('proposed', 'agreed', 'under_way', 'review') "
  "AND (from_date IS NULL OR from_date <= ?1) GROUP BY mentor";

/**
 * ty_pairing_board_row_free:
 * @self: (transfer full): a row
 */
void
ty_pairing_board_row_free (TyPairingBoardRow *self)
{
  g_clear_object (&self->pairing);
  g_free (self);
}

static GPtrArray *
list_pairings (TyDatabase  *database,
               gint64       programme,
               TyDate       as_of,
               GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pairing_board_row_free);
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_pairing_info, pairings, error);
  g_autofree char *day = ty_date_to_iso (as_of);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, programme);
  ty_statement_bind_text (statement, 1, day);
  /* What is agreed for a later day stands on the board of today, and on no earlier one. */
  ty_statement_bind_int (statement, 2, ty_date_compare (as_of, ty_date_today ()) >= 0);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyPairingBoardRow *row = g_new0 (TyPairingBoardRow, 1);

      row->pairing = ty_table_read (statement, &ty_pairing_info);
      g_ptr_array_add (rows, row);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

typedef void (*FillFunc) (TyPairingBoardRow *row,
                          TyStatement       *statement);

static void
fill_talks (TyPairingBoardRow *row,
            TyStatement       *statement)
{
  row->talks = (guint) ty_statement_get_int (statement, 1);
  row->last_talk = ty_date_from_iso (ty_statement_get_text (statement, 2));
}

static void
fill_goals (TyPairingBoardRow *row,
            TyStatement       *statement)
{
  row->goals = (guint) ty_statement_get_int (statement, 1);
  row->goals_done = (guint) ty_statement_get_int (statement, 2);
  row->goals_late = (guint) ty_statement_get_int (statement, 3);
}

static void
fill_reviews (TyPairingBoardRow *row,
              TyStatement       *statement)
{
  row->reviews = (guint) ty_statement_get_int (statement, 1);
}

static gboolean
fill (GHashTable   *rows,
      TyStatement  *statement,
      FillFunc      func,
      GError      **error)
{
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);
      TyPairingBoardRow *row = g_hash_table_lookup (rows, &id);

      if (row != NULL)
        func (row, statement);
    }
  return step == TY_STEP_DONE;
}

static gboolean
fill_all (TyDatabase  *database,
          GHashTable  *rows,
          gint64       programme,
          TyDate       as_of,
          GError     **error)
{
  g_autofree char *day = ty_date_to_iso (as_of);
  g_autofree char *month = ty_date_to_iso (ty_date_new (as_of.year, as_of.month, 1));
  g_autoptr(TyStatement) of_talks = ty_database_prepare (database, talks, error);
  g_autoptr(TyStatement) of_goals = NULL;
  g_autoptr(TyStatement) of_reviews = NULL;

  if (of_talks == NULL)
    return FALSE;
  ty_statement_bind_text (of_talks, 0, month);
  ty_statement_bind_int (of_talks, 1, programme);
  ty_statement_bind_text (of_talks, 2, day);
  if (!fill (rows, of_talks, fill_talks, error))
    return FALSE;

  of_goals = ty_database_prepare (database, goals, error);
  if (of_goals == NULL)
    return FALSE;
  ty_statement_bind_int (of_goals, 0, programme);
  ty_statement_bind_text (of_goals, 1, day);
  if (!fill (rows, of_goals, fill_goals, error))
    return FALSE;

  of_reviews = ty_database_prepare (database, reviews, error);
  if (of_reviews == NULL)
    return FALSE;
  ty_statement_bind_int (of_reviews, 0, programme);
  ty_statement_bind_text (of_reviews, 1, day);
  return fill (rows, of_reviews, fill_reviews, error);
}

/**
 * ty_pairing_board_table_list:
 * @database: a connection
 * @programme: key of a programme
 * @as_of: a whole day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPairingBoardRow): the pairings of the programme that had
 *   begun by the day, also those that have ended, by mentee; today also what begins later
 */
GPtrArray *
ty_pairing_board_table_list (TyDatabase  *database,
                             gint64       programme,
                             TyDate       as_of,
                             GError     **error)
{
  g_autoptr(GPtrArray) rows = list_pairings (database, programme, as_of, error);
  g_autoptr(GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      TyPairingBoardRow *row = g_ptr_array_index (rows, i);
      gint64 id = ty_record_get_integer (row->pairing, TY_PAIRING_ID);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), row);
    }
  return fill_all (database, by_id, programme, as_of, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * ty_pairing_board_table_count_loads:
 * @database: a connection
 * @as_of: a whole day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): by the key of a mentor, how many pairings
 *   of all programmes take a place
 */
GHashTable *
ty_pairing_board_table_count_loads (TyDatabase  *database,
                                    TyDate       as_of,
                                    GError     **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (database, loads, error);
  g_autofree char *day = ty_date_to_iso (as_of);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 mentor = ty_statement_get_int (statement, 0);

      g_hash_table_insert (counts, g_memdup2 (&mentor, sizeof mentor),
                           GUINT_TO_POINTER ((guint) ty_statement_get_int (statement, 1)));
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}
