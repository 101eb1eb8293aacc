/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-seat-edit"

#include "config.h"

#include "ty-seat-edit.h"

#include "ty-action-log.h"
#include "ty-period.h"
#include "ty-seat.h"
#include "ty-table.h"
#include "ty-unit-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const gint64 *units;
  guint n_units;
  const TySeatChange *changes;
  guint n_changes;
  TyDate from;
} Edit;

static TyPeriod
get_period (TyRecord *record,
            guint     from,
            guint     until)
{
  return (TyPeriod){ ty_record_get_date (record, from), ty_record_get_date (record, until) };
}

/* Of what kind the unit is on the day; of one that is not there on it, what it is at all. */
static gboolean
is_community (TyDatabase  *database,
              gint64       unit,
              TyDate       day,
              gboolean    *community,
              GError     **error)
{
  g_autoptr(GPtrArray) states = ty_table_list_of (database, &ty_unit_state_info, "unit", unit, error);

  *community = FALSE;
  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      TyPeriod period = get_period (state, TY_UNIT_STATE_FROM_DATE, TY_UNIT_STATE_UNTIL_DATE);

      if (i == 0 || ty_period_contains (period, day))
        *community = g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_KIND), "community") == 0;
    }
  return states != NULL;
}

/* The row that is in force on the day, and the first one after it. */
static void
find_rows (GPtrArray   *rows,
           const char  *body,
           TyDate       day,
           TyRecord   **current,
           TyRecord   **next)
{
  *current = NULL;
  *next = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      TyPeriod period = get_period (row, TY_SEAT_FROM_DATE, TY_SEAT_UNTIL_DATE);

      if (g_strcmp0 (ty_record_get_text (row, TY_SEAT_BODY), body) != 0)
        continue;
      if (ty_period_contains (period, day))
        *current = row;
      else if (ty_date_compare (period.from, day) > 0
               && (*next == NULL
                   || ty_date_compare (period.from, ty_record_get_date (*next, TY_SEAT_FROM_DATE)) < 0))
        *next = row;
    }
}

static gboolean
says_the_same (TyRecord           *row,
               const TySeatChange *change)
{
  if (row == NULL)
    return change->seats == TY_SEATS_NONE;

  return ty_record_get_integer (row, TY_SEAT_SEATS) == change->seats
         && ty_record_get_integer (row, TY_SEAT_WOMEN) == change->women;
}

static gboolean
add_row (TyStore             *store,
         gint64               unit,
         const char          *body,
         const TySeatChange  *change,
         TyDate               from,
         TyDate               until,
         GError             **error)
{
  g_autoptr(TySeat) seat = ty_seat_new ();
  TyRecord *record = TY_RECORD (seat);

  ty_record_set_integer (record, TY_SEAT_UNIT, unit);
  ty_record_set_integer (record, TY_SEAT_ID, ty_store_mint_id (store));
  ty_record_set_text (record, TY_SEAT_BODY, body);
  ty_record_set_date (record, TY_SEAT_FROM_DATE, from);
  ty_record_set_date (record, TY_SEAT_UNTIL_DATE, until);
  ty_record_set_integer (record, TY_SEAT_SEATS, change->seats);
  ty_record_set_integer (record, TY_SEAT_WOMEN, change->women);
  return ty_table_insert (ty_store_get_database (store), record, error);
}

/* What was approved on that very day is said anew; what was approved before it ends there. */
static gboolean
change_current (TyDatabase          *database,
                TyRecord            *current,
                const TySeatChange  *change,
                TyDate               from,
                gboolean            *done,
                GError             **error)
{
  gboolean same_day = ty_date_compare (ty_record_get_date (current, TY_SEAT_FROM_DATE), from) == 0;

  *done = same_day || change->seats == TY_SEATS_NONE;
  if (same_day && change->seats == TY_SEATS_NONE)
    return ty_table_delete (database, current, error);
  if (same_day)
    {
      ty_record_set_integer (current, TY_SEAT_SEATS, change->seats);
      ty_record_set_integer (current, TY_SEAT_WOMEN, change->women);
    }
  else
    ty_record_set_date (current, TY_SEAT_UNTIL_DATE, from);
  return ty_table_update (database, current, error);
}

/* A later decision stays in force: what is approved now holds until then. */
static gboolean
change_body (TyStore             *store,
             gint64               unit,
             GPtrArray           *rows,
             const char          *body,
             const TySeatChange  *change,
             TyDate               from,
             GError             **error)
{
  TyRecord *current, *next;
  TyDate until = TY_DATE_NONE;
  gboolean done = FALSE;

  find_rows (rows, body, from, &current, &next);
  if (says_the_same (current, change))
    return TRUE;

  if (current != NULL)
    until = ty_record_get_date (current, TY_SEAT_UNTIL_DATE);
  else if (next != NULL)
    until = ty_record_get_date (next, TY_SEAT_FROM_DATE);
  if (current != NULL
      && !change_current (ty_store_get_database (store), current, change, from, &done, error))
    return FALSE;

  return done || add_row (store, unit, body, change, from, until, error);
}

static gboolean
change_unit (TyStore     *store,
             const Edit  *edit,
             gint64       unit,
             GError     **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) rows = ty_table_list_of (database, &ty_seat_info, "unit", unit, error);
  gboolean community;

  if (rows == NULL || !is_community (database, unit, edit->from, &community, error))
    return FALSE;

  for (guint i = 0; i < edit->n_changes; i++)
    {
      const TySeatChange *change = &edit->changes[i];
      const char *body = community && g_str_equal (change->body, "village_committee")
                           ? "residents_committee" : change->body;

      if (!change_body (store, unit, rows, body, change, edit->from, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_units (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  const Edit *edit = data;

  for (guint i = 0; i < edit->n_units; i++)
    if (!change_unit (store, edit, edit->units[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
check (const TySeatChange  *changes,
       guint                n_changes,
       GError             **error)
{
  for (guint i = 0; i < n_changes; i++)
    {
      const TySeatChange *change = &changes[i];

      if (change->seats < TY_SEATS_NONE || change->seats > TY_SEATS_MOST || change->women < 0)
        {
          g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                       _("A body has up to %d seats. Enter a smaller number."), TY_SEATS_MOST);
          return FALSE;
        }
      if (change->women > MAX (change->seats, 0))
        {
          g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                               _("There cannot be more seats for women than seats. Enter fewer."));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * ty_seat_edit_run:
 * @store: a store that writes
 * @user: who approves
 * @units: (array length=n_units): keys of villages
 * @n_units: their number
 * @changes: (array length=n_changes): what is approved; bodies that are not named stay as they are
 * @n_changes: their number
 * @from: from when; none = for as long as our records go back
 * @seq: (out) (optional): the action; 0 where all of it was so already, and nothing was written
 * @error: a `TY_STORE_ERROR`
 *
 * Sets the approved seats of one village or of many, as one action. They hold from that day to the
 * next decision that the file knows.
 *
 * Returns: whether the file says so
 */
gboolean
ty_seat_edit_run (TyStore             *store,
                  const char          *user,
                  const gint64        *units,
                  guint                n_units,
                  const TySeatChange  *changes,
                  guint                n_changes,
                  TyDate               from,
                  gint64              *seq,
                  GError             **error)
{
  g_autofree char *number = g_strdup_printf ("%u", n_units);
  g_autofree char *detail = ty_action_detail_new ("units", number, NULL);
  TyActionSpec spec = { user, "seat.edit", detail, 0 };
  Edit edit = { units, n_units, changes, n_changes, from };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = check (changes, n_changes, error)
         && ty_store_run (store, &spec, change_units, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
