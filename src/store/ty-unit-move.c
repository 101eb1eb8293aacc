/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-move"

#include "config.h"

#include "ty-unit-move.h"

#include "ty-action-log.h"
#include "ty-table.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 unit;
  gint64 before;
  TyDate as_of;
} Move;

static TyRecord *
find_state (GPtrArray *states,
            gint64     unit)
{
  for (guint i = 0; i < states->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (states, i), TY_UNIT_STATE_UNIT) == unit)
      return g_ptr_array_index (states, i);

  return NULL;
}

static gint64
get_parent (TyRecord *state)
{
  return ty_record_get_integer (state, TY_UNIT_STATE_PARENT);
}

/* The units beside it on the date, itself among them, in the official order. */
static GPtrArray *
list_siblings (GPtrArray *states,
               TyRecord  *state)
{
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < states->len; i++)
    if (get_parent (g_ptr_array_index (states, i)) == get_parent (state))
      g_ptr_array_add (siblings, g_ptr_array_index (states, i));
  return siblings;
}

/* The places that the siblings have stay theirs, so that as few rows as can be are written; where two
 * have the same, the following ones move on. */
static GArray *
list_positions (GPtrArray *siblings)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < siblings->len; i++)
    {
      gint64 position = ty_record_get_integer (g_ptr_array_index (siblings, i),
                                               TY_UNIT_STATE_POSITION);

      if (i > 0)
        position = MAX (position, g_array_index (positions, gint64, i - 1) + 1);
      g_array_append_val (positions, position);
    }
  return positions;
}

/* A unit that was renamed has several states: its place is the same in all of them, as long as it
 * lies below the same unit. */
static gboolean
set_position (TyDatabase  *database,
              TyRecord    *state,
              gint64       position,
              GError     **error)
{
  g_autoptr(GPtrArray) states = ty_table_list_of (
    database, &ty_unit_state_info, "unit", ty_record_get_integer (state, TY_UNIT_STATE_UNIT), error);

  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      TyRecord *other = g_ptr_array_index (states, i);

      if (get_parent (other) != get_parent (state)
          || ty_record_get_integer (other, TY_UNIT_STATE_POSITION) == position)
        continue;
      ty_record_set_integer (other, TY_UNIT_STATE_POSITION, position);
      if (!ty_table_update (database, other, error))
        return FALSE;
    }
  return states != NULL;
}

static gboolean
reorder (GPtrArray  *siblings,
         TyRecord   *state,
         gint64      before,
         GError    **error)
{
  TyRecord *next = before != 0 ? find_state (siblings, before) : NULL;
  guint place;

  if (before != 0 && next == NULL)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("A unit is moved only among those below the same unit. Drop it beside "
                             "one of them."));
      return FALSE;
    }
  if (next == state)
    return TRUE;

  g_ptr_array_remove (siblings, state);
  if (next == NULL || !g_ptr_array_find (siblings, next, &place))
    place = siblings->len;
  g_ptr_array_insert (siblings, (int) place, state);
  return TRUE;
}

static gboolean
move (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  const Move *order = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) states = ty_unit_table_list (database, order->as_of, error);
  TyRecord *state = states != NULL ? find_state (states, order->unit) : NULL;
  g_autoptr(GPtrArray) siblings = NULL;
  g_autoptr(GArray) positions = NULL;

  if (states == NULL)
    return FALSE;
  if (state == NULL)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                           _("The unit is not there at this date. Choose another cut-off date."));
      return FALSE;
    }

  siblings = list_siblings (states, state);
  positions = list_positions (siblings);
  if (!reorder (siblings, state, order->before, error))
    return FALSE;
  for (guint i = 0; i < siblings->len; i++)
    if (!set_position (database, g_ptr_array_index (siblings, i),
                       g_array_index (positions, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * ty_unit_move_run:
 * @store: a store that writes
 * @user: who moves it
 * @unit: key of a unit
 * @before: key of the unit beside it that is to follow it, or 0 to make it the last
 * @as_of: the date whose order is seen
 * @seq: (out) (optional): the action; 0 where it stands there already, and nothing was written
 * @error: a `TY_STORE_ERROR`
 *
 * Gives a unit another place in the official order among those below the same unit, as one action.
 *
 * Returns: whether it stands there
 */
gboolean
ty_unit_move_run (TyStore     *store,
                  const char  *user,
                  gint64       unit,
                  gint64       before,
                  TyDate       as_of,
                  gint64      *seq,
                  GError     **error)
{
  TyActionSpec spec = { user, "unit.move", NULL, 0 };
  Move order = { unit, before, as_of };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &spec, move, &order, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
