/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check"

#include "config.h"

#include "ty-check.h"

#include "ty-action-row.h"
#include "ty-backup.h"
#include "ty-blob-table.h"
#include "ty-changeset.h"
#include "ty-content-hash.h"
#include "ty-digest.h"
#include "ty-history.h"
#include "ty-record-registry.h"
#include "ty-record.h"
#include "ty-subject-check.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The file against its own history. SQLite has no page checksums: a flipped bit inside a value is
 * found only by taking the whole history back, on a copy, until nothing or the genesis is
 * left. */

static void
finding_free (gpointer data)
{
  TyFinding *finding = data;

  g_free (finding->text);
  g_free (finding);
}

static void
add_finding (GPtrArray     *findings,
             TyFindingKind  kind,
             gint64         seq,
             char          *text)
{
  TyFinding *finding = g_new0 (TyFinding, 1);

  finding->kind = kind;
  finding->seq = seq;
  finding->text = text;
  g_ptr_array_add (findings, finding);
}

/**
 * ty_finding_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its word for JSON
 */
const char *
ty_finding_kind_to_string (TyFindingKind kind)
{
  static const char *words[] = { "structure", "reference", "chain", "changes", "content", "blob" };

  return words[kind];
}

static gboolean
check_structure (TyDatabase  *database,
                 GPtrArray   *findings,
                 GError     **error)
{
  g_autoptr(TyStatement) integrity = ty_database_prepare (database, "PRAGMA integrity_check(20)",
                                                          error);
  g_autoptr(TyStatement) references = ty_database_prepare (database, "PRAGMA foreign_key_check",
                                                           error);
  TyStep step = TY_STEP_DONE;

  while (integrity != NULL && (step = ty_statement_step (integrity, error)) == TY_STEP_ROW)
    if (g_strcmp0 (ty_statement_get_text (integrity, 0), "ok") != 0)
      add_finding (findings, TY_FINDING_STRUCTURE, 0,
                   g_strdup_printf (_("The structure of the file is damaged: %s"),
                                    ty_statement_get_text (integrity, 0)));
  if (integrity == NULL || references == NULL || step == TY_STEP_ERROR)
    return FALSE;

  while ((step = ty_statement_step (references, error)) == TY_STEP_ROW)
    add_finding (findings, TY_FINDING_REFERENCE, 0,
                 g_strdup_printf (_("A row of the table “%s” names a row of “%s” that is not there."),
                                  ty_statement_get_text (references, 0),
                                  ty_statement_get_text (references, 2)));
  return step == TY_STEP_DONE;
}

typedef void (*HashFunc) (TyStatement  *statement,
                          const guint8  previous[TY_DIGEST_BYTES],
                          guint8        hash[TY_DIGEST_BYTES]);

static gboolean
check_chain_of (TyStatement  *statement,
                HashFunc      func,
                int           hash_column,
                GPtrArray    *findings,
                GError      **error)
{
  guint8 previous[TY_DIGEST_BYTES] = { 0 };
  gint64 expected = 1;
  TyStep step;

  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 seq = ty_statement_get_int (statement, 0);
      guint8 hash[TY_DIGEST_BYTES];
      size_t length;
      const guint8 *stored;

      func (statement, previous, hash);
      stored = ty_statement_get_bytes (statement, hash_column, &length);
      if (seq != expected)
        add_finding (findings, TY_FINDING_CHAIN, seq,
                     g_strdup_printf (_("Entries before number %d of the history are missing."),
                                      (int) seq));
      else if (length != sizeof hash || memcmp (stored, hash, sizeof hash) != 0)
        add_finding (findings, TY_FINDING_CHAIN, seq,
                     g_strdup_printf (_("Number %d of the history was changed after it was written."),
                                      (int) seq));
      if (length == sizeof previous)
        memcpy (previous, stored, length);
      expected = seq + 1;
    }
  return step == TY_STEP_DONE;
}

static gboolean
check_chains (TyDatabase  *database,
              GPtrArray   *findings,
              GError     **error)
{
  g_autoptr(TyStatement) actions = ty_action_row_select (database, error);
  g_autoptr(TyStatement) events = NULL;

  if (actions == NULL
      || !check_chain_of (actions, ty_action_row_hash, 11, findings, error))
    return FALSE;

  events = ty_action_row_select_events (database, error);
  return events != NULL && check_chain_of (events, ty_action_row_hash_event, 5, findings, error);
}

/* Whether the recorded hashes are those of the changeset. */
static gboolean
changes_match (TyStatement *row,
               GBytes      *changeset)
{
  g_autoptr(GByteArray) hashes = g_byte_array_new ();
  g_autoptr(GArray) subjects = g_array_new (FALSE, FALSE, sizeof (TySubject));
  size_t length;
  gconstpointer stored = ty_statement_get_bytes (row, 10, &length);

  return ty_changeset_digest (changeset, hashes, subjects, NULL)
         && hashes->len == length && (length == 0 || memcmp (hashes->data, stored, length) == 0);
}

static gboolean
check_changes (TyDatabase  *database,
               GPtrArray   *findings,
               GArray      *sequences,
               GError     **error)
{
  g_autoptr(TyStatement) row = ty_action_row_select (database, error);
  TyStep step;

  if (row == NULL)
    return FALSE;
  while ((step = ty_statement_step (row, error)) == TY_STEP_ROW)
    {
      gint64 seq = ty_statement_get_int (row, 0);
      g_autoptr(GBytes) changeset = NULL;

      g_array_append_val (sequences, seq);
      if (ty_statement_is_null (row, 10))
        continue;
      changeset = ty_history_load_changeset (database, seq, NULL, error);
      if (changeset == NULL)
        return FALSE;
      if (!changes_match (row, changeset))
        add_finding (findings, TY_FINDING_CHANGES, seq,
                     g_strdup_printf (_("The changes of number %d of the history are not those that "
                                        "it recorded."), (int) seq));
    }
  return step == TY_STEP_DONE;
}

static char *
dup_genesis_hash (TyDatabase *database,
                  gint64      seq)
{
  g_autoptr(TyAction) action = ty_history_get (database, seq, NULL);
  const char *detail = action != NULL ? ty_action_get_detail (action) : NULL;
  g_autoptr(JsonNode) node = detail != NULL ? json_from_string (detail, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("");

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node),
                                                               "content", ""));
}

typedef struct
{
  TyDatabase *copy;
  GPtrArray *findings;
  TySubjectCheck *subjects;
  gint64 oldest;    /* the last one that was taken back */
  gboolean stopped; /* at a fault or a genesis: nothing before it can be taken back */
} Rewind;

static gboolean
compare_genesis (Rewind  *rewind,
                 gint64   seq,
                 GError **error)
{
  gint64 n_rows;
  g_autofree char *hash = ty_content_hash (rewind->copy, &n_rows, error);
  g_autofree char *expected = dup_genesis_hash (rewind->copy, seq);

  rewind->stopped = TRUE;
  if (hash == NULL)
    return FALSE;
  if (g_strcmp0 (hash, expected) != 0)
    add_finding (rewind->findings, TY_FINDING_CONTENT, seq,
                 g_strdup (_("Records made with the file are not what they were when they were made. "
                             "Compare with a backup.")));
  return TRUE;
}

static gboolean
take_back (Rewind  *rewind,
           gint64   seq,
           GError **error)
{
  g_autoptr(GBytes) changeset = ty_history_load_changeset (rewind->copy, seq, NULL, error);
  g_autoptr(GBytes) inverse = NULL;
  g_autoptr(TyChange) conflict = NULL;

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return compare_genesis (rewind, seq, error);

  if (!ty_subject_check_compare (rewind->subjects, rewind->copy, seq, changeset))
    add_finding (rewind->findings, TY_FINDING_CHANGES, seq,
                 g_strdup_printf (_("The persons and units noted for number %d of the history are not "
                                    "those of its changes."), (int) seq));
  rewind->oldest = seq;
  inverse = ty_changeset_invert (changeset, NULL);
  if (inverse != NULL && ty_changeset_apply (rewind->copy, inverse, &conflict, NULL))
    return TRUE;

  rewind->stopped = TRUE;
  add_finding (rewind->findings, TY_FINDING_CONTENT, seq,
               conflict != NULL
                 ? g_strdup_printf (_("A row of the table “%s” (%s) is not what number %d of the "
                                      "history made of it."),
                                    conflict->info->table, conflict->key, (int) seq)
                 : g_strdup_printf (_("The records are not what number %d of the history made of "
                                      "them."), (int) seq));
  return TRUE;
}

static gboolean
rewind_all (TyDatabase  *copy,
            GPtrArray   *findings,
            GArray      *sequences,
            GError     **error)
{
  g_autoptr(TySubjectCheck) subjects = ty_subject_check_new (copy, error);
  Rewind rewind = { copy, findings, subjects, G_MAXINT64, FALSE };
  gint64 n_rows;
  g_autofree char *hash = NULL;

  if (subjects == NULL)
    return FALSE;
  for (guint i = sequences->len; i > 0 && !rewind.stopped; i--)
    if (!take_back (&rewind, g_array_index (sequences, gint64, i - 1), error))
      return FALSE;
  if (findings->len == 0 && !ty_subject_check_is_used (subjects, rewind.oldest))
    add_finding (findings, TY_FINDING_CHANGES, 0,
                 g_strdup (_("The history notes persons and units that none of its changes names.")));
  if (rewind.stopped)
    return TRUE;

  hash = ty_content_hash (copy, &n_rows, error);
  if (hash != NULL && n_rows > 0)
    add_finding (findings, TY_FINDING_CONTENT, 0,
                 g_strdup_printf (ngettext ("%d record stands in no entry of the history.",
                                            "%d records stand in no entry of the history.",
                                            (gulong) n_rows), (int) n_rows));
  return hash != NULL;
}

static gboolean
check_content (TyDatabase  *database,
               GPtrArray   *findings,
               GArray      *sequences,
               GError     **error)
{
  g_autoptr(TyDatabase) copy = ty_database_open ("", TY_DATABASE_CREATE, error);
  gboolean done;

  if (copy == NULL || !ty_backup_copy (database, copy, NULL, error)
      || !ty_database_exec (copy, "PRAGMA foreign_keys = OFF", error)
      || !ty_database_exec (copy, "BEGIN", error))
    return FALSE;

  done = rewind_all (copy, findings, sequences, error);
  ty_database_exec (copy, "ROLLBACK", NULL);
  return done;
}

/* Whether the writers are those of the history, and none of them gives a key out again. */
static gboolean
check_writers (TyDatabase  *database,
               GPtrArray   *findings,
               GError     **error)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);
  gint64 unknown, spent = 0;

  if (!ty_database_get_integer (database, "SELECT count(*) FROM action WHERE writer NOT IN "
                                "(SELECT number FROM writer)", &unknown, error))
    return FALSE;
  for (guint i = 0; i < n && spent == 0; i++)
    if (ty_record_info_find_field (infos[i], "id") != NULL)
      {
        g_autofree char *sql = g_strdup_printf (
          "SELECT count(*) FROM \"%s\" t JOIN writer w ON w.number = t.id >> 32 "
          "WHERE t.id & 4294967295 > w.counter", infos[i]->table);

        if (!ty_database_get_integer (database, sql, &spent, error))
          return FALSE;
      }

  if (unknown > 0 || spent > 0)
    add_finding (findings, TY_FINDING_REFERENCE, 0,
                 g_strdup (_("The count of the keys that were given out is damaged. "
                             "Restore the last backup.")));
  return TRUE;
}

/* What records name must be there. What none names any more is no fault: undo may ask for it. */
static gboolean
check_missing_blobs (TyDatabase  *database,
                     GPtrArray   *findings,
                     GError     **error)
{
  g_auto(TyBlobUse) use = { 0 };

  if (!ty_blob_table_get_use (database, &use, error))
    return FALSE;
  for (guint i = 0; i < use.missing->len; i++)
    add_finding (findings, TY_FINDING_BLOB, 0,
                 g_strdup_printf (_("A photo or scan that a record names is missing (%.12s). Restore the "
                                    "last backup."), (const char *) g_ptr_array_index (use.missing, i)));
  return TRUE;
}

static gboolean
check_blobs (TyDatabase  *database,
             GPtrArray   *findings,
             GError     **error)
{
  g_autoptr(TyStatement) row = ty_database_prepare (database, "SELECT sha256, bytes FROM blob", error);
  TyStep step;

  if (row == NULL)
    return FALSE;
  while ((step = ty_statement_step (row, error)) == TY_STEP_ROW)
    {
      size_t length;
      gconstpointer bytes = ty_statement_get_bytes (row, 1, &length);
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);

      if (g_strcmp0 (sum, ty_statement_get_text (row, 0)) != 0)
        add_finding (findings, TY_FINDING_BLOB, 0,
                     g_strdup_printf (_("A photo or scan is damaged (%.12s)."),
                                      ty_statement_get_text (row, 0)));
    }
  return step == TY_STEP_DONE;
}

/**
 * ty_check_run:
 * @store: a store
 * @error: a `TY_STORE_ERROR` where the check itself could not go on
 *
 * Checks the structure, the references, the chain of the history, the changes of each action, all
 * rows against the history taken back on a copy in memory, and the photos against their hashes.
 *
 * Returns: (transfer full) (nullable) (element-type TyFinding): what was found; empty is good
 */
GPtrArray *
ty_check_run (TyStore  *store,
              GError  **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr(GArray) sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  TyDatabase *database;

  g_return_val_if_fail (TY_IS_STORE (store), NULL);

  database = ty_store_get_database (store);
  if (!check_structure (database, findings, error)
      || !check_chains (database, findings, error)
      || !check_changes (database, findings, sequences, error)
      || !check_content (database, findings, sequences, error)
      || !check_writers (database, findings, error)
      || !check_blobs (database, findings, error)
      || !check_missing_blobs (database, findings, error))
    return NULL;

  return g_steal_pointer (&findings);
}
