/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-action-log"

#include "config.h"

#include "ty-database-private.h"

#include "ty-action-log.h"

#include "ty-action-row.h"
#include "ty-changeset.h"
#include "ty-content-hash.h"
#include "ty-contradiction.h"
#include "ty-history.h"
#include "ty-record-registry.h"
#include "ty-store-private.h"

#include <glib/gi18n-lib.h>

/* The one way to change a county file: a transaction that is recorded by SQLite's session
 * extension and written into the history as one action. */

typedef enum
{
  WAY_RECORDED, /* a changeset, and so undo */
  WAY_FINAL,    /* a changeset, but no undo: the making of the file */
  WAY_GENESIS,  /* mass creation: counts and a hash instead of a changeset */
} Way;

typedef struct
{
  TyStore *store;
  TyActionSpec *spec;
  TyActionFunc func;
  gpointer data;
  Way way;
  gint64 reverts;
  gint64 root;
} Run;

static gboolean
start_session (TyDatabase       *database,
               sqlite3_session **session,
               GError          **error)
{
  sqlite3 *handle = ty_database_get_handle (database);
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);
  int code = sqlite3session_create (handle, "main", session);

  for (guint i = 0; code == SQLITE_OK && i < n; i++)
    code = sqlite3session_attach (*session, infos[i]->table);
  if (code == SQLITE_OK)
    return TRUE;

  ty_database_error_of (handle, code, error);
  return FALSE;
}

static GBytes *
take_changeset (TyDatabase       *database,
                sqlite3_session  *session,
                GError          **error)
{
  void *changes = NULL;
  int length = 0;
  int code = sqlite3session_changeset (session, &length, &changes);

  if (code != SQLITE_OK)
    {
      ty_database_error_of (ty_database_get_handle (database), code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (changes, (gsize) length, sqlite3_free, changes);
}

static gboolean
write_recorded (Run     *run,
                GBytes  *changeset,
                GError **error)
{
  g_autoptr(GByteArray) hashes = g_byte_array_new ();
  g_autoptr(GArray) subjects = g_array_new (FALSE, FALSE, sizeof (TySubject));
  TyActionRow row = { 0 };

  if (!ty_changeset_digest (changeset, hashes, subjects, error))
    return FALSE;

  row.user = run->spec->user;
  row.kind = run->spec->kind;
  row.detail = run->spec->detail;
  row.reverts = run->reverts;
  row.root = run->root;
  row.changeset = changeset;
  row.change_hashes = hashes;
  if (!ty_action_row_insert (run->store, &row, error)
      || !ty_action_row_insert_subjects (run->store, row.seq, subjects, error))
    return FALSE;

  run->spec->seq = row.seq;
  return TRUE;
}

static gboolean
write_genesis (Run     *run,
               GError **error)
{
  TyActionRow row = { 0 };
  g_autofree char *hash = NULL;
  g_autofree char *detail = NULL;

  hash = ty_content_hash (ty_store_get_database (run->store), &row.n_rows, error);
  if (hash == NULL)
    return FALSE;

  detail = ty_action_row_detail_with_hash (run->spec->detail, hash);
  row.user = run->spec->user;
  row.kind = run->spec->kind;
  row.detail = detail;
  if (!ty_action_row_insert (run->store, &row, error))
    return FALSE;

  run->spec->seq = row.seq;
  return TRUE;
}

/* Whether the caller's function succeeded and something was to be recorded. */
static gboolean
run_recorded (Run         *run,
              TyDatabase  *database,
              GError     **error)
{
  sqlite3_session *session = NULL;
  g_autoptr(GBytes) changeset = NULL;

  if (!start_session (database, &session, error))
    {
      sqlite3session_delete (session);
      return FALSE;
    }
  if (run->func (run->store, run->data, error))
    changeset = take_changeset (database, session, error);
  sqlite3session_delete (session);

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    {
      run->spec->seq = 0;
      return TRUE;
    }

  return write_recorded (run, changeset, error);
}

static gboolean
run_in_transaction (TyDatabase  *database,
                    gpointer     data,
                    GError     **error)
{
  Run *run = data;

  if (!ty_store_ensure_writer (run->store, error))
    return FALSE;
  if (run->way == WAY_GENESIS)
    return run->func (run->store, run->data, error)
           && write_genesis (run, error)
           && ty_store_save_counter (run->store, error);

  return run_recorded (run, database, error)
         && ty_store_save_counter (run->store, error);
}

static gboolean
run_action (Run     *run,
            GError **error)
{
  run->spec->seq = 0;
  if (ty_store_is_read_only (run->store))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only. Nothing was changed."));
      return FALSE;
    }
  if (!ty_database_transaction (ty_store_get_database (run->store), run_in_transaction, run, error))
    {
      ty_store_reload_writer (run->store);
      run->spec->seq = 0;
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_store_run:
 * @self: a store that writes
 * @spec: what to write about the action
 * @func: changes rows, by the functions of the tables
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Does one user act: one transaction, recorded as one changeset, with undo. When it returns
 * %TRUE, the act is on the disk.
 *
 * Returns: whether it was done; if not, nothing was changed
 */
gboolean
ty_store_run (TyStore       *self,
              TyActionSpec  *spec,
              TyActionFunc   func,
              gpointer       data,
              GError       **error)
{
  Run run = { self, spec, func, data, WAY_RECORDED, 0, 0 };

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  return run_action (&run, error);
}

/**
 * ty_store_run_final:
 * @self: a store that writes
 * @spec: what to write about the action; its kind is one of those that ty_history knows as final
 * @func: changes rows
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Like ty_store_run(), for what is never undone, as the making of the file.
 *
 * Returns: whether it was done
 */
gboolean
ty_store_run_final (TyStore       *self,
                    TyActionSpec  *spec,
                    TyActionFunc   func,
                    gpointer       data,
                    GError       **error)
{
  Run run = { self, spec, func, data, WAY_FINAL, 0, 0 };

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);
  g_return_val_if_fail (ty_history_kind_is_final (spec->kind), FALSE);

  return run_action (&run, error);
}

/**
 * ty_store_run_genesis:
 * @self: a store that writes
 * @spec: what to write about the action
 * @func: inserts rows
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Mass creation, the sample or the first load of a city: a changeset of that size could not be
 * kept, so that the action holds the number of rows and a hash over all of them, and is never
 * undone.
 *
 * Returns: whether it was done
 */
gboolean
ty_store_run_genesis (TyStore       *self,
                      TyActionSpec  *spec,
                      TyActionFunc   func,
                      gpointer       data,
                      GError       **error)
{
  Run run = { self, spec, func, data, WAY_GENESIS, 0, 0 };

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);
  g_return_val_if_fail (ty_history_kind_is_final (spec->kind), FALSE);

  return run_action (&run, error);
}

typedef struct
{
  gint64 target;
  GBytes *inverse;
} Reversal;

/* The later action that stands against it is looked for first, so that it can be named; the changeset
 * compares the values once more and refuses everything else. */
static gboolean
apply_inverse (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  Reversal *reversal = data;
  TyDatabase *database = ty_store_get_database (store);
  TyContradiction contradiction;
  g_autofree char *text = NULL;

  if (!ty_contradiction_find (database, reversal->target, &contradiction, error))
    return FALSE;
  if (contradiction.kind == TY_CONTRADICTION_NONE)
    return ty_changeset_apply (database, reversal->inverse, NULL, error);

  text = ty_contradiction_dup_text (&contradiction, database);
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT, text);
  return FALSE;
}

static gboolean
revert (TyStore     *self,
        const char  *user,
        const char  *kind,
        gint64       target,
        gint64      *seq,
        GError     **error)
{
  TyDatabase *database = ty_store_get_database (self);
  TyActionSpec spec = { user, kind, NULL, 0 };
  Reversal reversal = { target, NULL };
  g_autoptr(GBytes) changeset = NULL;
  g_autoptr(GBytes) inverse = NULL;
  Run run = { self, &spec, apply_inverse, &reversal, WAY_RECORDED, target, 0 };
  gboolean done;

  changeset = ty_history_load_changeset (database, target, &run.root, error);
  if (changeset == NULL)
    return FALSE;
  inverse = ty_changeset_invert (changeset, error);
  if (inverse == NULL)
    return FALSE;

  reversal.inverse = inverse;
  done = run_action (&run, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_store_undo:
 * @self: a store that writes
 * @user: who does it
 * @target: the sequence of an action, or 0 for the last one that can be undone
 * @seq: (out) (optional): the sequence of the undo itself
 * @error: %TY_STORE_ERROR_NOTHING, %TY_STORE_ERROR_FINAL, or %TY_STORE_ERROR_CONFLICT with the
 *   later action that stands in the way
 *
 * Takes an action back by a new one. The history only grows. To take an undo back is to do again what
 * it took back, so that this is a redo.
 *
 * An older action is taken back only while no later one that is in force touched any of its rows, and
 * no reference would lead nowhere (ty_contradiction_find()).
 *
 * Returns: whether it was undone; if not, nothing was changed
 */
gboolean
ty_store_undo (TyStore     *self,
               const char  *user,
               gint64       target,
               gint64      *seq,
               GError     **error)
{
  TyDatabase *database;
  g_autoptr(TyAction) action = NULL;

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  database = ty_store_get_database (self);
  if (target == 0)
    target = ty_history_find_undo (database, error);
  else if (!ty_history_check_reversible (database, target, error))
    return FALSE;
  action = target != 0 ? ty_history_get (database, target, error) : NULL;
  if (action == NULL)
    return FALSE;

  return revert (self, user, g_str_equal (ty_action_get_kind (action), "undo") ? "redo" : "undo",
                 target, seq, error);
}

/**
 * ty_store_redo:
 * @self: a store that writes
 * @user: who does it
 * @seq: (out) (optional): the sequence of the redo
 * @error: %TY_STORE_ERROR_NOTHING where nothing was undone since the last new action
 *
 * Does again what was undone last.
 *
 * Returns: whether it was redone
 */
gboolean
ty_store_redo (TyStore     *self,
               const char  *user,
               gint64      *seq,
               GError     **error)
{
  gint64 target;

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  target = ty_history_find_redo (ty_store_get_database (self), error);
  if (target == 0)
    return FALSE;

  return revert (self, user, "redo", target, seq, error);
}

typedef struct
{
  TyStore *store;
  const char *user;
  const char *kind;
  const char *detail;
} NewEvent;

static gboolean
insert_event (TyDatabase  *database,
              gpointer     data,
              GError     **error)
{
  NewEvent *event = data;

  return ty_action_row_insert_event (database, event->user, event->kind, event->detail, error);
}

/**
 * ty_store_add_event:
 * @self: a store that writes
 * @user: who did it
 * @kind: what, as a word of the program: `sensitive.shown`, `exported`, `backed-up`
 * @detail: (nullable): JSON
 * @error: a `TY_STORE_ERROR`
 *
 * Notes what changes nothing but must be known.
 *
 * Returns: whether it was noted
 */
gboolean
ty_store_add_event (TyStore     *self,
                    const char  *user,
                    const char  *kind,
                    const char  *detail,
                    GError     **error)
{
  NewEvent event = { self, user, kind, detail };

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  return ty_database_transaction (ty_store_get_database (self), insert_event, &event, error);
}
