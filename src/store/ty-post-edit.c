/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-edit"

#include "config.h"

#include "ty-post-edit.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-code-list.h"
#include "ty-entry.h"
#include "ty-mandate.h"
#include "ty-mentor.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-table.h"
#include "ty-term-table.h"
#include "ty-term.h"

#include <glib/gi18n-lib.h>

/* Appointments as work: what somebody decided is one action, however many rows it touches. */

static const char *
get_name (const TyPostChange *change)
{
  return change->name != NULL ? change->name : "";
}

static gboolean
lasts_beyond (TyRecord *row,
              guint     until,
              TyDate    day)
{
  TyDate end = ty_record_get_date (row, until);

  return !ty_date_is_known (end) || ty_date_compare (end, day) > 0;
}

static GPtrArray *
list_rows (TyStore             *store,
           const TyRecordInfo  *info,
           gint64               person,
           GError             **error)
{
  return ty_table_list_of (ty_store_get_database (store), info, "person", person, error);
}

static TyRecord *
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (rows, i), 1) == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
check_end (TyRecord  *row,
           guint      from,
           TyDate     date,
           GError   **error)
{
  TyDate first = ty_record_get_date (row, from);
  g_autofree char *text = ty_date_to_record (first);

  if (!ty_date_is_known (first) || ty_date_compare (date, first) >= 0)
    return TRUE;

  /* Translators: what is wrong with a date: the day on which a post began */
  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_PERIOD,
               _("%s: the post began only on %s. It cannot end before."), _("Date"), text);
  return FALSE;
}

static gboolean
end_appointment (TyStore             *store,
                 const TyPostChange  *change,
                 TyRecord            *row,
                 const char          *reason,
                 GError             **error)
{
  if (!check_end (row, TY_APPOINTMENT_FROM_DATE, change->date, error))
    return FALSE;

  ty_record_set_date (row, TY_APPOINTMENT_UNTIL_DATE, change->date);
  ty_record_set_text (row, TY_APPOINTMENT_END_REASON, reason != NULL ? reason : change->reason);
  if (change->document != NULL)
    ty_record_set_text (row, TY_APPOINTMENT_END_DOCUMENT, change->document);
  /* The number of a filing is that of the post that somebody takes, where one is taken. */
  if (change->filing_number != NULL && !ty_post_move_takes_post (change->move))
    {
      ty_record_set_text (row, TY_APPOINTMENT_END_FILING_NUMBER, change->filing_number);
      ty_record_set_date (row, TY_APPOINTMENT_END_FILING_DATE, change->filing_date);
    }
  return ty_table_update (ty_store_get_database (store), row, error);
}

static gboolean
end_reserve (TyStore             *store,
             const TyPostChange  *change,
             TyRecord            *row,
             const char          *way_out,
             GError             **error)
{
  if (!check_end (row, TY_RESERVE_FROM_DATE, change->date, error))
    return FALSE;

  ty_record_set_date (row, TY_RESERVE_UNTIL_DATE, change->date);
  ty_record_set_text (row, TY_RESERVE_WAY_OUT, way_out);
  if (change->note != NULL && change->move == TY_MOVE_RESERVE_END)
    ty_record_set_text (row, TY_RESERVE_NOTE, change->note);
  return ty_table_update (ty_store_get_database (store), row, error);
}

static gboolean
tell_gone (const TyPostChange  *change,
           GError             **error)
{
  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
               _("A post of %s that was to end is no longer there, or has ended meanwhile. Close the form "
                 "and look at it again."), get_name (change));
  return FALSE;
}

static gboolean
end_chosen (TyStore             *store,
            const TyPostChange  *change,
            const TyPostEnd     *end,
            GError             **error)
{
  const TyRecordInfo *info = end->reserve ? &ty_reserve_info : &ty_appointment_info;
  g_autoptr(GPtrArray) rows = list_rows (store, info, end->person, error);
  TyRecord *row;

  if (rows == NULL)
    return FALSE;
  row = find_row (rows, end->id);
  if (row == NULL
      || !lasts_beyond (row, end->reserve ? (guint) TY_RESERVE_UNTIL_DATE
                                          : (guint) TY_APPOINTMENT_UNTIL_DATE, change->date))
    return tell_gone (change, error);
  if (!end->reserve)
    return end_appointment (store, change, row, end->reason, error);

  return end_reserve (store, change, row, end->reason != NULL ? end->reason : change->reason, error);
}

/* What begins later does not begin at all: it ends on its first day. */
static TyDate
choose_last (TyRecord *row,
             guint     from,
             TyDate    date)
{
  TyDate first = ty_record_get_date (row, from);

  return ty_date_is_known (first) && ty_date_compare (first, date) > 0 ? first : date;
}

static gboolean
end_pools (TyStore             *store,
           const TyPostChange  *change,
           GError             **error)
{
  g_autoptr(GPtrArray) reserves = list_rows (store, &ty_reserve_info, change->person, error);
  g_autoptr(GPtrArray) mentors = reserves != NULL
                                   ? list_rows (store, &ty_mentor_info, change->person, error) : NULL;
  gboolean retired = change->move == TY_MOVE_RETIRE;

  if (mentors == NULL)
    return FALSE;
  for (guint i = 0; i < reserves->len; i++)
    {
      TyRecord *row = g_ptr_array_index (reserves, i);

      if (!lasts_beyond (row, TY_RESERVE_UNTIL_DATE, change->date))
        continue;
      ty_record_set_date (row, TY_RESERVE_UNTIL_DATE,
                          choose_last (row, TY_RESERVE_FROM_DATE, change->date));
      ty_record_set_text (row, TY_RESERVE_WAY_OUT, retired ? "age" : "other");
      if (!ty_table_update (ty_store_get_database (store), row, error))
        return FALSE;
    }

  /* Who retired may well guide others (治村导师). */
  for (guint i = 0; !retired && i < mentors->len; i++)
    {
      TyRecord *row = g_ptr_array_index (mentors, i);

      if (!lasts_beyond (row, TY_MENTOR_UNTIL_DATE, change->date))
        continue;
      ty_record_set_date (row, TY_MENTOR_UNTIL_DATE,
                          choose_last (row, TY_MENTOR_FROM_DATE, change->date));
      if (!ty_table_update (ty_store_get_database (store), row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_all (TyStore             *store,
         const TyPostChange  *change,
         GError             **error)
{
  g_autoptr(GPtrArray) rows = list_rows (store, &ty_appointment_info, change->person, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      g_autoptr(TyPostChange) last = NULL;

      if (!lasts_beyond (row, TY_APPOINTMENT_UNTIL_DATE, change->date))
        continue;
      last = ty_post_change_copy (change);
      last->date = choose_last (row, TY_APPOINTMENT_FROM_DATE, change->date);
      if (!end_appointment (store, last, row, NULL, error))
        return FALSE;
    }
  return end_pools (store, change, error);
}

/**
 * ty_post_edit_give_term:
 * @store: a store that writes, inside an action
 * @date: a day
 * @term: (out): key of the term in which it lies
 * @error: a `TY_STORE_ERROR`
 *
 * Finds the term of a day. A file that knows none gets one of which only the year is known, so that a
 * county filing has something to stand in.
 *
 * Returns: whether there is one
 */
gboolean
ty_post_edit_give_term (TyStore  *store,
                        TyDate    date,
                        gint64   *term,
                        GError  **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) terms = ty_term_table_list (database, error);
  g_autoptr(TyTerm) row = NULL;

  if (terms == NULL)
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      TyRecord *known = g_ptr_array_index (terms, i);
      TyDate from = ty_record_get_date (known, TY_TERM_FROM_DATE);

      *term = ty_record_get_integer (known, TY_TERM_ID);
      if (ty_date_is_known (from) ? ty_date_compare (from, date) <= 0
                                  : ty_record_get_integer (known, TY_TERM_YEAR) <= (gint64) date.year)
        return TRUE;
    }
  if (terms->len > 0)
    return TRUE;

  *term = ty_store_mint_id (store);
  row = ty_term_new ();
  ty_record_set_integer (TY_RECORD (row), TY_TERM_ID, *term);
  ty_record_set_integer (TY_RECORD (row), TY_TERM_YEAR, date.year);
  return ty_table_insert (database, TY_RECORD (row), error);
}

static gboolean
is_elected (const TyPostChange *change)
{
  return g_strcmp0 (change->how, "elected") == 0 || g_strcmp0 (change->how, "byelection") == 0;
}

/* What is said of the term: without that an appointment stands for itself. */
static gboolean
has_mandate (const TyPostChange *change)
{
  return is_elected (change) || change->filing_number != NULL || change->source != NULL
         || change->batch != NULL || change->votes != 0;
}

static gboolean
give_mandate (TyStore             *store,
              const TyPostChange  *change,
              gint64               appointment,
              GError             **error)
{
  g_autoptr(TyMandate) mandate = ty_mandate_new ();
  TyRecord *row = TY_RECORD (mandate);
  gint64 term;

  if (!has_mandate (change))
    return TRUE;
  if (!ty_post_edit_give_term (store, change->date, &term, error))
    return FALSE;

  ty_record_set_integer (row, TY_MANDATE_PERSON, change->person);
  ty_record_set_integer (row, TY_MANDATE_APPOINTMENT, appointment);
  ty_record_set_integer (row, TY_MANDATE_TERM, term);
  ty_record_set_date (row, TY_MANDATE_DATE, change->date);
  ty_record_set_text (row, TY_MANDATE_SOURCE, change->source);
  ty_record_set_text (row, TY_MANDATE_BATCH, change->batch);
  ty_record_set_integer (row, TY_MANDATE_VOTES, change->votes);
  ty_record_set_text (row, TY_MANDATE_FILING_NUMBER, change->filing_number);
  ty_record_set_date (row, TY_MANDATE_FILING_DATE, change->filing_date);
  return ty_table_insert (ty_store_get_database (store), row, error);
}

/* Nobody has the same post twice, and nobody takes one after the own death. */
static gboolean
check_taker (TyStore             *store,
             const TyPostChange  *change,
             GError             **error)
{
  g_autoptr(GPtrArray) rows = list_rows (store, &ty_appointment_info, change->person, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (ty_record_get_text (row, TY_APPOINTMENT_END_REASON), "died") == 0)
        {
          g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                       _("%s: %s has died by the records and cannot take a post."), _("Person"),
                       get_name (change));
          return FALSE;
        }
      if (change->move != TY_MOVE_RESERVE
          && ty_record_get_integer (row, TY_APPOINTMENT_UNIT) == change->unit
          && g_strcmp0 (ty_record_get_text (row, TY_APPOINTMENT_POST), change->post) == 0
          && ty_record_get_text (row, TY_APPOINTMENT_TITLE) == NULL
          && lasts_beyond (row, TY_APPOINTMENT_UNTIL_DATE, change->date))
        {
          g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                       _("%s: %s has this post in this unit already."), _("Post"), get_name (change));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
insert (TyStore   *store,
        TyRecord  *row,
        GError   **error)
{
  ty_entry_clean (row);
  return ty_entry_check (row, ty_date_today (), error)
         && ty_table_insert (ty_store_get_database (store), row, error);
}

static gboolean
appoint (TyStore             *store,
         const TyPostChange  *change,
         GError             **error)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  TyRecord *row = TY_RECORD (appointment);
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), change->post);
  gint64 id = ty_store_mint_id (store);

  ty_record_set_integer (row, TY_APPOINTMENT_PERSON, change->person);
  ty_record_set_integer (row, TY_APPOINTMENT_ID, id);
  ty_record_set_integer (row, TY_APPOINTMENT_UNIT, change->unit);
  ty_record_set_text (row, TY_APPOINTMENT_POST, change->post);
  if (code != NULL)
    ty_record_set_text (row, TY_APPOINTMENT_BODY, ty_code_get_attribute (code, "body"));
  ty_record_set_date (row, TY_APPOINTMENT_FROM_DATE, change->date);
  ty_record_set_text (row, TY_APPOINTMENT_HOW, change->how);
  ty_record_set_text (row, TY_APPOINTMENT_DOCUMENT, change->document);
  ty_record_set_text (row, TY_APPOINTMENT_NOTE, change->note);
  return check_taker (store, change, error) && insert (store, row, error)
         && give_mandate (store, change, id, error);
}

static gboolean
check_reserve (TyStore             *store,
               const TyPostChange  *change,
               GError             **error)
{
  g_autoptr(GPtrArray) rows = list_rows (store, &ty_reserve_info, change->person, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (ty_record_get_integer (row, TY_RESERVE_UNIT) == change->unit
          && g_strcmp0 (ty_record_get_text (row, TY_RESERVE_POST), change->post) == 0
          && lasts_beyond (row, TY_RESERVE_UNTIL_DATE, change->date))
        {
          g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
                       _("%s: %s is a reserve for this post in this unit already."), _("Post"),
                       get_name (change));
          return FALSE;
        }
    }
  return rows != NULL;
}

static gboolean
take_reserve (TyStore             *store,
              const TyPostChange  *change,
              GError             **error)
{
  g_autoptr(TyReserve) reserve = ty_reserve_new ();
  TyRecord *row = TY_RECORD (reserve);

  ty_record_set_integer (row, TY_RESERVE_PERSON, change->person);
  ty_record_set_integer (row, TY_RESERVE_ID, ty_store_mint_id (store));
  ty_record_set_integer (row, TY_RESERVE_UNIT, change->unit);
  ty_record_set_text (row, TY_RESERVE_POST, change->post);
  ty_record_set_date (row, TY_RESERVE_FROM_DATE, change->date);
  ty_record_set_text (row, TY_RESERVE_WAY_IN, change->how);
  ty_record_set_text (row, TY_RESERVE_SOURCE, change->source);
  ty_record_set_text (row, TY_RESERVE_NOTE, change->note);
  return check_taker (store, change, error) && check_reserve (store, change, error)
         && insert (store, row, error);
}

static gboolean
run_change (TyStore             *store,
            const TyPostChange  *change,
            GError             **error)
{
  if (!ty_post_change_check (change, ty_date_today (), error))
    return FALSE;
  for (guint i = 0; i < change->ends->len; i++)
    if (!end_chosen (store, change, &g_array_index (change->ends, TyPostEnd, i), error))
      return FALSE;
  if (ty_post_move_ends_all (change->move))
    return end_all (store, change, error);
  if (!ty_post_move_takes_post (change->move))
    return TRUE;

  return change->move == TY_MOVE_RESERVE ? take_reserve (store, change, error)
                                         : appoint (store, change, error);
}

static gboolean
run_changes (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  GPtrArray *changes = data;

  for (guint i = 0; i < changes->len; i++)
    {
      const TyPostChange *change = g_ptr_array_index (changes, i);

      if (run_change (store, change, error))
        continue;
      /* Of many it must be told who it is about; a field is named only where there is one form. */
      if (changes->len > 1)
        {
          g_autofree char *why = g_strdup ((*error)->message);

          g_clear_error (error);
          /* Translators: the name of somebody, and what is wrong with the entry */
          g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT, _("%s: %s"), get_name (change),
                       why);
        }
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_post_edit_run:
 * @store: a store that writes
 * @user: who enters it
 * @changes: (element-type TyPostChange): at least one; what is done first stands first
 * @seq: (out) (optional): the action
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Appoints, removes, transfers people, takes them into the pool of reserves or out of it: all of it as
 * one action, or nothing of it. Who retires or has died leaves all posts and pools; who retired
 * may stay a mentor.
 *
 * Returns: whether the file says so
 */
gboolean
ty_post_edit_run (TyStore     *store,
                  const char  *user,
                  GPtrArray   *changes,
                  gint64      *seq,
                  GError     **error)
{
  g_autofree char *detail = NULL;
  TyActionSpec spec = { user, "post.change", NULL, 0 };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (changes->len > 0, FALSE);

  detail = ty_post_changes_dup_detail (changes);
  spec.detail = detail;
  done = ty_store_run (store, &spec, run_changes, changes, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
