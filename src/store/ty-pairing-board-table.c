/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-board-table"

#include "config.h"

#include "ty-pairing-board-table.h"

#include "ty-pairing.h"
#include "ty-statement.h"
#include "ty-table.h"

/* Which pairings stand on the board of a programme. How their talks and goals stand is judged from
 * ty_pairing_table_list_all(). */

static const char pairings[] =
  "WHERE programme = ? AND (from_date IS NULL OR from_date <= ? OR ?) ORDER BY person, id";

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

/* Reviews are rows of the mentee that name the mentor: they count for the pairing in which their day lies. */
static gboolean
fill_reviews (TyDatabase  *database,
              GHashTable  *rows,
              gint64       programme,
              TyDate       as_of,
              GError     **error)
{
  g_autofree char *day = ty_date_to_iso (as_of);
  g_autoptr(TyStatement) statement = ty_database_prepare (database, reviews, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, programme);
  ty_statement_bind_text (statement, 1, day);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);
      TyPairingBoardRow *row = g_hash_table_lookup (rows, &id);

      if (row != NULL)
        row->reviews = (guint) ty_statement_get_int (statement, 1);
    }
  return step == TY_STEP_DONE;
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
  return fill_reviews (database, by_id, programme, as_of, error) ? g_steal_pointer (&rows) : NULL;
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
