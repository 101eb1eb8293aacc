/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history"

#include "config.h"

#include "ty-history.h"

#include "ty-changeset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An action is in force unless another one takes it back; the one that does may itself be taken
 * back, but then it is a redo that stands for the first. So undo looks for the last action or
 * redo that nobody reverts, and redo for the last undo that nobody reverts, as long as no new
 * action came after it. A migration that did more than add tables ends the reach of both. */

#define FINAL_KINDS "'create', 'genesis', 'migration'"

#define ACTION_QUERY                                                                             \
  "SELECT a.seq, a.at, a.user, a.kind, a.detail, a.reverts, a.n_changes, r.kind, r.detail, "     \
  "(SELECT b.seq FROM action b WHERE b.reverts = a.seq), a.kind IN (" FINAL_KINDS ") "        \
  "OR a.seq < coalesce((SELECT max(seq) FROM action WHERE kind = 'migration'), 0) "              \
  "FROM action a LEFT JOIN action r ON r.seq = a.root "

/**
 * ty_history_kind_is_final:
 * @kind: the kind of an action
 *
 * Returns: whether actions of this kind cannot be taken back
 */
gboolean
ty_history_kind_is_final (const char *kind)
{
  static const char *const finals[] = { "create", "genesis", "migration", NULL };

  return g_strv_contains (finals, kind);
}

static TyAction *
read_action (TyStatement *statement)
{
  TyActionValues values = {
    .seq = ty_statement_get_int (statement, 0),
    .at = ty_statement_get_text (statement, 1),
    .user = ty_statement_get_text (statement, 2),
    .kind = ty_statement_get_text (statement, 3),
    .detail = ty_statement_get_text (statement, 4),
    .reverts = ty_statement_get_int (statement, 5),
    .n_changes = ty_statement_get_int (statement, 6),
    .root_kind = ty_statement_get_text (statement, 7),
    .root_detail = ty_statement_get_text (statement, 8),
    .reverted_by = ty_statement_get_int (statement, 9),
  };

  values.state = ty_statement_get_int (statement, 10) != 0 ? TY_ACTION_FINAL
                 : values.reverted_by != 0 ? TY_ACTION_REVERTED
                                           : TY_ACTION_DONE;
  return ty_action_new (&values);
}

static GPtrArray *
collect_actions (TyStatement  *statement,
                 GError      **error)
{
  g_autoptr(GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_ptr_array_add (actions, read_action (statement));
  if (step == TY_STEP_ERROR)
    return NULL;

  return g_steal_pointer (&actions);
}

/**
 * ty_history_list:
 * @database: a connection
 * @before: only actions before this sequence, or 0 for all
 * @limit: how many at most
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAction): actions, the newest first
 */
GPtrArray *
ty_history_list (TyDatabase  *database,
                 gint64       before,
                 guint        limit,
                 GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, ACTION_QUERY "WHERE a.seq < ? ORDER BY a.seq DESC LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_int (statement, 0, before > 0 ? before : G_MAXINT64);
  ty_statement_bind_int (statement, 1, limit);
  return collect_actions (statement, error);
}

/**
 * ty_history_list_of:
 * @database: a connection
 * @subject_kind: `person` or `unit`
 * @subject: its key
 * @limit: how many at most
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAction): the actions that touched it, the
 * newest first
 */
GPtrArray *
ty_history_list_of (TyDatabase  *database,
                    const char  *subject_kind,
                    gint64       subject,
                    guint        limit,
                    GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, ACTION_QUERY "JOIN action_subject s ON s.seq = a.seq WHERE s.kind = ? AND s.id = ? "
                           "ORDER BY a.seq DESC LIMIT ?", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, subject_kind);
  ty_statement_bind_int (statement, 1, subject);
  ty_statement_bind_int (statement, 2, limit);
  return collect_actions (statement, error);
}

/**
 * ty_history_get:
 * @database: a connection
 * @seq: a sequence
 * @error: %TY_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): that action
 */
TyAction *
ty_history_get (TyDatabase  *database,
                gint64       seq,
                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, ACTION_QUERY "WHERE a.seq = ?",
                                                          error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, seq);
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ROW)
    return read_action (statement);

  if (step == TY_STEP_DONE)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                 _("The history has no action with the number %d."), (int) seq);
  return NULL;
}

static GBytes *
load_changeset (TyDatabase  *database,
                gint64       seq,
                gint64      *root,
                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT changeset, coalesce(root, seq) FROM action WHERE seq = ?", error);
  gconstpointer data;
  size_t length;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, seq);
  if (ty_statement_step (statement, error) != TY_STEP_ROW)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                     _("The history has no action with the number %d."), (int) seq);
      return NULL;
    }

  data = ty_statement_get_bytes (statement, 0, &length);
  if (root != NULL)
    *root = ty_statement_get_int (statement, 1);
  return g_bytes_new (data, length);
}

/**
 * ty_history_load_changeset:
 * @database: a connection
 * @seq: a sequence
 * @root: (out) (optional): the action that it is about: itself, or what an undo or a redo takes
 *   back or does again
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): its changeset, empty for a genesis
 */
GBytes *
ty_history_load_changeset (TyDatabase  *database,
                           gint64       seq,
                           gint64      *root,
                           GError     **error)
{
  return load_changeset (database, seq, root, error);
}

/**
 * ty_history_list_tables_since:
 * @database: a connection, best with one view of the file
 * @seq: a sequence
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a set of the tables of which the actions after it
 *   changed rows
 */
GHashTable *
ty_history_list_tables_since (TyDatabase  *database,
                              gint64       seq,
                              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT changeset FROM action WHERE seq > ? ORDER BY seq", error);
  g_autoptr(GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, seq);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      size_t length;
      gconstpointer data = ty_statement_get_bytes (statement, 0, &length);
      g_autoptr(GBytes) changeset = g_bytes_new (data, length);

      if (!ty_changeset_add_tables (changeset, tables, error))
        return NULL;
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&tables) : NULL;
}

/**
 * ty_history_list_changes:
 * @database: a connection
 * @seq: a sequence
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyChange): what it changed, with old and new
 * values
 */
GPtrArray *
ty_history_list_changes (TyDatabase  *database,
                         gint64       seq,
                         GError     **error)
{
  g_autoptr(GBytes) changeset = load_changeset (database, seq, NULL, error);

  return changeset != NULL ? ty_changeset_decode (changeset, error) : NULL;
}

/**
 * ty_history_list_subjects:
 * @database: a connection
 * @seq: a sequence
 * @subject_kind: `person` or `unit`
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the persons or units that it touched
 */
GArray *
ty_history_list_subjects (TyDatabase  *database,
                          gint64       seq,
                          const char  *subject_kind,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT id FROM action_subject WHERE seq = ? AND kind = ?", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, seq);
  ty_statement_bind_text (statement, 1, subject_kind);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * ty_history_list_first_subjects:
 * @database: a connection
 * @seq: a sequence
 * @subject_kind: `person` or `unit`
 * @limit: how many at most
 * @count: (out): how many it touched in all
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): some of the persons or units that it
 * touched
 */
GArray *
ty_history_list_first_subjects (TyDatabase  *database,
                                gint64       seq,
                                const char  *subject_kind,
                                guint        limit,
                                gint64      *count,
                                GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT id FROM action_subject INDEXED BY action_subject_seq "
              "WHERE seq = ? AND kind = ? ORDER BY id", error);
  TyStep step;

  *count = 0;
  if (statement == NULL)
    return NULL;
  ty_statement_bind_int (statement, 0, seq);
  ty_statement_bind_text (statement, 1, subject_kind);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);

      if (++*count <= limit)
        g_array_append_val (ids, id);
    }
  return step == TY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
list_people_since (TyDatabase  *database,
                   gint64       seq,
                   GArray      *people,
                   GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT DISTINCT id FROM action_subject INDEXED BY action_subject_seq "
              "WHERE seq > ? AND kind = 'person' ORDER BY id", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, seq);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);

      g_array_append_val (people, id);
    }
  return step == TY_STEP_DONE;
}

/**
 * ty_history_list_subjects_since:
 * @database: a connection, best with one view of the file
 * @seq: a sequence, or 0 for the whole history
 * @people: (element-type gint64): gets the persons that the actions after it touched, ascending,
 *   each once
 * @units_touched: (out): whether they touched a unit; a post touches its unit too
 * @all: (out): whether one of them made many records at once and noted none of them, so that
 *   anything may have changed
 * @last_seq: (out): the sequence of the last action of the file, 0 where there is none
 * @error: a `TY_STORE_ERROR`
 *
 * What must be read again by whoever knows the file as it was at @seq. Settings and code lists
 * belong to nobody: of their changes only @last_seq tells.
 *
 * Returns: whether it could be read
 */
gboolean
ty_history_list_subjects_since (TyDatabase  *database,
                                gint64       seq,
                                GArray      *people,
                                gboolean    *units_touched,
                                gboolean    *all,
                                gint64      *last_seq,
                                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT (SELECT coalesce (max(seq), 0) FROM action), "
              "EXISTS (SELECT 1 FROM action WHERE seq > ?1 AND change_hashes IS NULL), "
              "EXISTS (SELECT 1 FROM action_subject INDEXED BY action_subject_seq "
              "WHERE seq > ?1 AND kind = 'unit')", error);

  g_array_set_size (people, 0);
  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, seq);
  if (ty_statement_step (statement, error) != TY_STEP_ROW)
    return FALSE;

  *last_seq = ty_statement_get_int (statement, 0);
  *all = ty_statement_get_int (statement, 1) != 0;
  *units_touched = ty_statement_get_int (statement, 2) != 0;
  return list_people_since (database, seq, people, error);
}

/**
 * ty_history_find_undo:
 * @database: a connection
 * @error: %TY_STORE_ERROR_NOTHING where there is none
 *
 * Returns: the sequence of the action that undo takes back next, or 0
 */
gint64
ty_history_find_undo (TyDatabase  *database,
                      GError     **error)
{
  gint64 seq = 0;

  if (!ty_database_get_integer (database,
                                "SELECT max(a.seq) FROM action a WHERE a.kind NOT IN ('undo', "
                                FINAL_KINDS ") AND NOT EXISTS (SELECT 1 FROM action b "
                                "WHERE b.reverts = a.seq) AND a.seq > coalesce((SELECT max(seq) "
                                "FROM action WHERE kind = 'migration'), 0)", &seq, error))
    return 0;
  if (seq == 0)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING, _("There is nothing to undo."));

  return seq;
}

/**
 * ty_history_find_redo:
 * @database: a connection
 * @error: %TY_STORE_ERROR_NOTHING where there is none
 *
 * Returns: the sequence of the undo that redo takes back next, or 0
 */
gint64
ty_history_find_redo (TyDatabase  *database,
                      GError     **error)
{
  gint64 seq = 0;

  if (!ty_database_get_integer (database,
                                "SELECT max(a.seq) FROM action a WHERE a.kind = 'undo' "
                                "AND NOT EXISTS (SELECT 1 FROM action b WHERE b.reverts = a.seq) "
                                "AND a.seq > coalesce((SELECT max(seq) FROM action "
                                "WHERE kind NOT IN ('undo', 'redo')), 0)", &seq, error))
    return 0;
  if (seq == 0)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING, _("There is nothing to redo."));

  return seq;
}

/**
 * ty_history_check_reversible:
 * @database: a connection
 * @seq: a sequence
 * @error: why it cannot be taken back
 *
 * Returns: whether the action is in force and of a kind that can be taken back
 */
gboolean
ty_history_check_reversible (TyDatabase  *database,
                             gint64       seq,
                             GError     **error)
{
  g_autoptr(TyAction) action = ty_history_get (database, seq, error);

  if (action == NULL)
    return FALSE;

  switch (ty_action_get_state (action))
    {
    case TY_ACTION_FINAL:
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL,
                   _("Action %d cannot be taken back."), (int) seq);
      return FALSE;
    case TY_ACTION_REVERTED:
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL,
                   _("Action %d was taken back already."), (int) seq);
      return FALSE;
    case TY_ACTION_DONE:
    default:
      return TRUE;
    }
}
