/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-edit"

#include "config.h"

#include "ty-pairing-edit.h"

#include "ty-action-log.h"
#include "ty-attachment-edit.h"
#include "ty-code-list.h"
#include "ty-entry.h"
#include "ty-pairing.h"
#include "ty-person.h"
#include "ty-programme.h"
#include "ty-table.h"
#include "ty-talk.h"

#include <glib/gi18n-lib.h>

/* What is done to pairings: on the board, in the plan of a programme, in talks. Rows come as they were read
 * and are refused where somebody changed them meanwhile; all of them or none. */

typedef struct
{
  const TyPairingEdit *edit;
  GPtrArray *ended;  /* (nullable): of a plan: rows as they were read, of which the mentor changes */
  GPtrArray *added;  /* (nullable): of a plan: new rows */
  TyDate day;
} Run;

static const char *const kinds[TY_N_PAIRING_EDITS] = {
  [TY_PAIRING_ADD] = "pairing.add",
  [TY_PAIRING_MOVE] = "pairing.move",
  [TY_PAIRING_END] = "pairing.end",
  [TY_PAIRING_WITHDRAW] = "pairing.withdraw",
  [TY_PAIRING_LOCK] = "pairing.lock",
  [TY_PAIRING_UNLOCK] = "pairing.unlock",
  [TY_PAIRING_TALK] = "pairing.talk",
};

static char *
dup_name (TyDatabase *database,
          gint64      person)
{
  g_autoptr(TyRecord) record = ty_table_get (database, &ty_person_info, person, NULL);
  const char *name = record != NULL ? ty_record_get_text (record, TY_PERSON_NAME) : NULL;

  return g_strdup (name != NULL ? name : "—");
}

/* All that can go wrong is told of a mentee by name. */
static gboolean
fail_of (TyDatabase    *database,
         TyRecord      *pairing,
         TyStoreError   code,
         const char    *sentence,
         GError       **error)
{
  g_autofree char *name = dup_name (database, ty_record_get_integer (pairing, TY_PAIRING_PERSON));

  /* Translators: a mentee, and what is wrong with the pairing */
  g_set_error (error, TY_STORE_ERROR, code, _("%s: %s"), name, sentence);
  return FALSE;
}

static gboolean
is_state (TyRecord   *pairing,
          const char *state)
{
  return g_strcmp0 (ty_record_get_text (pairing, TY_PAIRING_STATE), state) == 0;
}

static gboolean
is_present_state (const char *state)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("pairing_state"), state);

  return code != NULL && ty_code_get_flag (code, "present");
}

static gboolean
is_present (TyRecord *pairing)
{
  return is_present_state (ty_record_get_text (pairing, TY_PAIRING_STATE));
}

/* The pairings of a mentee, as they are now. */
static GPtrArray *
list_of (TyDatabase  *database,
         TyRecord    *pairing,
         GError     **error)
{
  return ty_table_list_of (database, &ty_pairing_info, "person",
                           ty_record_get_integer (pairing, TY_PAIRING_PERSON), error);
}

static gboolean
check_stored (TyDatabase  *database,
              TyRecord    *stored,
              GError     **error)
{
  g_autoptr(GPtrArray) rows = list_of (database, stored, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (ty_record_get_integer (row, TY_PAIRING_ID) != ty_record_get_integer (stored, TY_PAIRING_ID))
        continue;
      return ty_record_equal (row, stored)
             || fail_of (database, stored, TY_STORE_ERROR_CONSTRAINT,
                         _("The pairing was changed meanwhile. Look at it and do it again."), error);
    }
  return fail_of (database, stored, TY_STORE_ERROR_NOT_FOUND,
                  _("The pairing is no longer there. It was removed or its entry was undone."), error);
}

/* When a pairing that begins on a day ends by its programme. */
static gboolean
set_period (TyDatabase  *database,
            TyRecord    *pairing,
            TyDate       from,
            GError     **error)
{
  g_autoptr(TyRecord) programme = ty_table_get (database, &ty_programme_info,
                                                ty_record_get_integer (pairing, TY_PAIRING_PROGRAMME),
                                                error);
  int months;

  if (programme == NULL)
    return FALSE;
  months = (int) ty_record_get_integer (programme, TY_PROGRAMME_MONTHS);
  ty_record_set_date (pairing, TY_PAIRING_FROM_DATE, from);
  ty_record_set_date (pairing, TY_PAIRING_UNTIL_DATE,
                      months > 0 ? ty_date_add_months (from, months) : TY_DATE_NONE);
  return TRUE;
}

static gboolean
check_free (TyDatabase  *database,
            TyRecord    *pairing,
            GError     **error)
{
  g_autoptr(GPtrArray) rows = list_of (database, pairing, error);

  if (rows == NULL)
    return FALSE;
  if (ty_record_get_integer (pairing, TY_PAIRING_PERSON)
      == ty_record_get_integer (pairing, TY_PAIRING_MENTOR))
    return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT,
                    _("Nobody can be one’s own mentor. Choose somebody else."), error);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (is_present (row)
          && ty_record_get_integer (row, TY_PAIRING_MENTOR)
               == ty_record_get_integer (pairing, TY_PAIRING_MENTOR)
          && ty_record_get_integer (row, TY_PAIRING_PROGRAMME)
               == ty_record_get_integer (pairing, TY_PAIRING_PROGRAMME))
        return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT,
                        _("The two are paired in this programme already."), error);
    }
  return TRUE;
}

/* Only what has begun has dates: a proposal may wait for long. */
static gboolean
add_pairing (TyStore   *store,
             TyRecord  *pairing,
             TyDate     day,
             GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);

  if (ty_record_get_text (pairing, TY_PAIRING_STATE) == NULL)
    ty_record_set_text (pairing, TY_PAIRING_STATE, "proposed");
  ty_entry_clean (pairing);
  if (!ty_entry_check (pairing, ty_date_today (), error) || !check_free (database, pairing, error))
    return FALSE;
  if (!is_state (pairing, "proposed")
      && !ty_date_is_known (ty_record_get_date (pairing, TY_PAIRING_FROM_DATE))
      && !set_period (database, pairing, day, error))
    return FALSE;

  ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (store));
  return ty_table_insert (database, pairing, error);
}

/* A pairing that comes back from its end has no result any more. */
static gboolean
move_pairing (TyStore    *store,
              TyRecord   *pairing,
              const char *state,
              TyDate      day,
              GError    **error)
{
  TyDatabase *database = ty_store_get_database (store);
  TyDate from = ty_record_get_date (pairing, TY_PAIRING_FROM_DATE);
  gboolean begins = !g_str_equal (state, "proposed") && !ty_date_is_known (from);

  if (!is_present_state (state))
    return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT,
                    _("A pairing ends with a result. Say how it ended."), error);
  if (is_state (pairing, state))
    return TRUE;

  if (begins && !set_period (database, pairing, day, error))
    return FALSE;
  if (!is_present (pairing)
      && (!check_free (database, pairing, error)
          || !set_period (database, pairing, ty_date_is_known (from) ? from : day, error)))
    return FALSE;
  ty_record_set_text (pairing, TY_PAIRING_STATE, state);
  ty_record_set_text (pairing, TY_PAIRING_RESULT, NULL);
  ty_record_set_text (pairing, TY_PAIRING_REASON, NULL);
  return ty_table_update (database, pairing, error);
}

static gboolean
end_pairing (TyStore    *store,
             TyRecord   *pairing,
             const char *result,
             const char *reason,
             TyDate      day,
             GError    **error)
{
  TyDatabase *database = ty_store_get_database (store);
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("pairing_result"), result);
  TyDate from = ty_record_get_date (pairing, TY_PAIRING_FROM_DATE);

  if (code == NULL)
    return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT, _("Say how the pairing ended."), error);
  if (ty_date_is_known (from) && ty_date_compare (day, from) < 0)
    return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT,
                    _("The pairing would end before it began. Enter a later day."), error);

  ty_record_set_text (pairing, TY_PAIRING_STATE, ty_code_get_flag (code, "good") ? "done" : "ended");
  ty_record_set_text (pairing, TY_PAIRING_RESULT, result);
  ty_record_set_text (pairing, TY_PAIRING_REASON, reason);
  ty_record_set_date (pairing, TY_PAIRING_UNTIL_DATE, day);
  ty_record_set_text (pairing, TY_PAIRING_LOCKED, NULL);
  ty_entry_clean (pairing);
  return ty_table_update (database, pairing, error);
}

/* The same two go on, for as long again. */
static gboolean
renew_pairing (TyStore   *store,
               TyRecord  *pairing,
               TyDate     day,
               GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyRecord) next = ty_record_dup (pairing);

  ty_record_set_integer (next, TY_PAIRING_ID, ty_store_mint_id (store));
  ty_record_set_text (next, TY_PAIRING_STATE, "under_way");
  ty_record_set_text (next, TY_PAIRING_RESULT, NULL);
  ty_record_set_text (next, TY_PAIRING_REASON, NULL);
  ty_record_set_text (next, TY_PAIRING_NOTE, NULL);
  return set_period (database, next, day, error) && ty_table_insert (database, next, error);
}

/* What did not begin leaves nothing behind; what did has talks and must end. */
static gboolean
withdraw_pairing (TyStore   *store,
                  TyRecord  *pairing,
                  GError   **error)
{
  TyDatabase *database = ty_store_get_database (store);

  if (!is_state (pairing, "proposed") && !is_state (pairing, "agreed"))
    return fail_of (database, pairing, TY_STORE_ERROR_CONSTRAINT,
                    _("The pairing has begun. End it with a result instead."), error);

  return ty_table_delete (database, pairing, error);
}

static gboolean
lock_pairing (TyStore    *store,
              TyRecord   *pairing,
              const char *locked,
              GError    **error)
{
  ty_record_set_text (pairing, TY_PAIRING_LOCKED, locked);
  return ty_table_update (ty_store_get_database (store), pairing, error);
}

static gboolean
add_talk (TyStore    *store,
          TyRecord   *pairing,
          TyRecord   *talk,
          GPtrArray  *files,
          GError    **error)
{
  g_autoptr(TyRecord) row = ty_record_dup (talk);

  ty_record_set_integer (row, TY_TALK_PERSON, ty_record_get_integer (pairing, TY_PAIRING_PERSON));
  ty_record_set_integer (row, TY_TALK_MENTOR, ty_record_get_integer (pairing, TY_PAIRING_MENTOR));
  ty_record_set_integer (row, TY_TALK_ID, ty_store_mint_id (store));
  ty_entry_clean (row);
  return ty_entry_check (row, ty_date_today (), error)
         && ty_table_insert (ty_store_get_database (store), row, error)
         && (files == NULL || ty_attachment_edit_insert_of_talk (store, row, files, error));
}

static gboolean
edit_one (TyStore              *store,
          const TyPairingEdit  *edit,
          TyRecord             *stored,
          GError              **error)
{
  g_autoptr(TyRecord) pairing = NULL;

  if (edit->kind == TY_PAIRING_ADD)
    return add_pairing (store, stored, edit->day, error);
  if (!check_stored (ty_store_get_database (store), stored, error))
    return FALSE;

  pairing = ty_record_dup (stored);
  switch (edit->kind)
    {
    case TY_PAIRING_MOVE:
      return move_pairing (store, pairing, edit->state, edit->day, error);
    case TY_PAIRING_END:
      return end_pairing (store, pairing, edit->result, edit->reason, edit->day, error)
             && (g_strcmp0 (edit->result, "renewed") != 0
                 || renew_pairing (store, pairing, edit->day, error));
    case TY_PAIRING_WITHDRAW:
      return withdraw_pairing (store, pairing, error);
    case TY_PAIRING_LOCK:
      return lock_pairing (store, pairing, "yes", error);
    case TY_PAIRING_UNLOCK:
      return lock_pairing (store, pairing, NULL, error);
    case TY_PAIRING_TALK:
      return add_talk (store, pairing, edit->talk, edit->files, error);
    case TY_PAIRING_ADD:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
edit_all (TyStore   *store,
          gpointer   data,
          GError   **error)
{
  const Run *run = data;

  for (guint i = 0; i < run->edit->pairings->len; i++)
    if (!edit_one (store, run->edit, g_ptr_array_index (run->edit->pairings, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
run_action (TyStore       *store,
            const char    *user,
            const char    *kind,
            guint          n,
            const char    *state,
            TyActionFunc   func,
            Run           *run,
            gint64        *seq,
            GError       **error)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *detail = ty_action_detail_new ("pairs", number, state != NULL ? "state" : NULL, state,
                                                  NULL);
  TyActionSpec spec = { user, kind, detail, 0 };
  gboolean done = ty_store_run (store, &spec, func, run, error);

  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_pairing_edit_run:
 * @store: a store that writes
 * @user: who does it
 * @edit: what is done
 * @seq: (out) (optional): the action; 0 where all of it was so already
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, or a `TY_STORE_ERROR` that names the mentee,
 *   also where a pairing was changed since it was read
 *
 * Does something to pairings, as one action: to all of them or to none. A pairing that is renewed ends and
 * goes on as a new one.
 *
 * Returns: whether the file says so
 */
gboolean
ty_pairing_edit_run (TyStore              *store,
                     const char           *user,
                     const TyPairingEdit  *edit,
                     gint64               *seq,
                     GError              **error)
{
  Run run = { .edit = edit };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);
  g_return_val_if_fail (edit->pairings != NULL, FALSE);

  return run_action (store, user, kinds[edit->kind], edit->pairings->len,
                     edit->kind == TY_PAIRING_END ? edit->result : edit->state, edit_all, &run, seq,
                     error);
}

/* Of a pair that was only proposed nothing remains. */
static gboolean
release (TyStore   *store,
         TyRecord  *stored,
         TyDate     day,
         GError   **error)
{
  g_autoptr(TyRecord) pairing = ty_record_dup (stored);

  if (!check_stored (ty_store_get_database (store), stored, error))
    return FALSE;
  if (is_state (stored, "proposed"))
    return ty_table_delete (ty_store_get_database (store), stored, error);

  return end_pairing (store, pairing, "changed", NULL,
                      ty_date_compare (day, ty_record_get_date (stored, TY_PAIRING_FROM_DATE)) < 0
                        ? ty_record_get_date (stored, TY_PAIRING_FROM_DATE) : day, error);
}

static gboolean
replace_all (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  const Run *run = data;

  for (guint i = 0; i < run->ended->len; i++)
    if (!release (store, g_ptr_array_index (run->ended, i), run->day, error))
      return FALSE;
  for (guint i = 0; i < run->added->len; i++)
    if (!add_pairing (store, g_ptr_array_index (run->added, i), run->day, error))
      return FALSE;

  return TRUE;
}

/**
 * ty_pairing_edit_replace:
 * @store: a store that writes
 * @user: who does it
 * @stored: (element-type TyRecord): pairings as they were read, of which the mentor changes
 * @added: (element-type TyRecord): new pairings, which are given their ids
 * @day: the day on which it takes effect
 * @seq: (out) (optional): the action; 0 where nothing was changed
 * @error: a `TY_STORE_ERROR` that names the mentee, also where a pairing was changed since it was read
 *
 * Carries out a plan, as one action: what was agreed with another mentor ends as changed, what was only
 * proposed goes, and the new pairs are proposed.
 *
 * Returns: whether the file says so
 */
gboolean
ty_pairing_edit_replace (TyStore     *store,
                         const char  *user,
                         GPtrArray   *stored,
                         GPtrArray   *added,
                         TyDate       day,
                         gint64      *seq,
                         GError     **error)
{
  Run run = { .ended = stored, .added = added, .day = day };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return run_action (store, user, "pairing.apply", added->len, NULL, replace_all, &run, seq, error);
}
