/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-action-row"

#include "config.h"

#include "ty-action-row.h"

#include "ty-changeset.h"
#include "ty-migrations.h"
#include "ty-store-private.h"
#include "ty-subject.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Rows of the history and the chain over them. A row is inserted with an empty hash, read back
 * as it will be read by the check, hashed, and completed: so what is hashed is what is stored. */

#define ACTION_COLUMNS \
  "seq, writer, at, user, kind, detail, schema_version, reverts, root, n_changes, change_hashes, hash"
#define EVENT_COLUMNS "seq, at, user, kind, detail, hash"

enum
{
  ACTION_CHANGE_HASHES = 10,
  ACTION_HASH = 11,
  EVENT_HASH = 5,
};

static char *
dup_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
hash_columns (TyStatement  *statement,
              int           n_columns,
              const guint8  previous[TY_DIGEST_BYTES],
              guint8        hash[TY_DIGEST_BYTES])
{
  g_autoptr(TyDigest) digest = ty_digest_new ();

  ty_digest_add_bytes (digest, previous, TY_DIGEST_BYTES);
  for (int i = 0; i < n_columns; i++)
    {
      size_t length;
      gconstpointer data = ty_statement_get_bytes (statement, i, &length);

      if (ty_statement_is_null (statement, i))
        ty_digest_add_text (digest, NULL);
      else
        ty_digest_add_bytes (digest, data, length);
    }
  ty_digest_finish (digest, hash);
}

/**
 * ty_action_row_hash:
 * @statement: a statement of ty_action_row_select() at a row
 * @previous: the hash of the action before, or zeros
 * @hash: (out caller-allocates): the hash of this one
 *
 * The hash covers the previous one and the length-prefixed fields: sequence, writer, time, user,
 * kind, label, schema version, what it takes back, and the hashes of its changes. So a value can
 * be erased by law from a changeset, and the chain still holds.
 */
void
ty_action_row_hash (TyStatement  *statement,
                    const guint8  previous[TY_DIGEST_BYTES],
                    guint8        hash[TY_DIGEST_BYTES])
{
  hash_columns (statement, ACTION_HASH, previous, hash);
}

/**
 * ty_action_row_hash_event:
 * @statement: a statement of ty_action_row_select_events() at a row
 * @previous: the hash of the event before, or zeros
 * @hash: (out caller-allocates): the hash of this one
 */
void
ty_action_row_hash_event (TyStatement  *statement,
                          const guint8  previous[TY_DIGEST_BYTES],
                          guint8        hash[TY_DIGEST_BYTES])
{
  hash_columns (statement, EVENT_HASH, previous, hash);
}

/**
 * ty_action_row_select:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement that gives all actions in order; column 0 is
 * the sequence, 10 the hashes of the changes, 11 the hash
 */
TyStatement *
ty_action_row_select (TyDatabase  *database,
                      GError     **error)
{
  return ty_database_prepare (database, "SELECT " ACTION_COLUMNS " FROM action ORDER BY seq", error);
}

/**
 * ty_action_row_select_events:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement that gives all events in order; column 0 is
 * the sequence, 5 the hash
 */
TyStatement *
ty_action_row_select_events (TyDatabase  *database,
                             GError     **error)
{
  return ty_database_prepare (database, "SELECT " EVENT_COLUMNS " FROM event ORDER BY seq", error);
}

static gboolean
load_last_hash (TyDatabase  *database,
                const char  *sql,
                gint64      *seq,
                guint8       hash[TY_DIGEST_BYTES],
                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, error);
  TyStep step;

  memset (hash, 0, TY_DIGEST_BYTES);
  *seq = 0;
  if (statement == NULL)
    return FALSE;
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ROW)
    {
      size_t length;
      gconstpointer last = ty_statement_get_bytes (statement, 1, &length);

      *seq = ty_statement_get_int (statement, 0);
      if (length == TY_DIGEST_BYTES)
        memcpy (hash, last, length);
    }
  return step != TY_STEP_ERROR;
}

static gboolean
complete_hash (TyDatabase   *database,
               const char   *select,
               const char   *update,
               int           n_columns,
               gint64        seq,
               const guint8  previous[TY_DIGEST_BYTES],
               GError      **error)
{
  g_autoptr(TyStatement) row = ty_database_prepare (database, select, error);
  g_autoptr(TyStatement) statement = NULL;
  guint8 hash[TY_DIGEST_BYTES];

  if (row == NULL)
    return FALSE;
  ty_statement_bind_int (row, 0, seq);
  if (ty_statement_step (row, error) != TY_STEP_ROW)
    return FALSE;
  hash_columns (row, n_columns, previous, hash);
  ty_statement_reset (row);

  statement = ty_database_prepare (database, update, error);
  if (statement == NULL)
    return FALSE;
  ty_statement_bind_bytes (statement, 0, hash, sizeof hash);
  ty_statement_bind_int (statement, 1, seq);
  return ty_statement_run (statement, error);
}

static gboolean
insert_row (TyStore      *store,
            TyActionRow  *row,
            GError      **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autofree char *now = dup_now ();
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "INSERT INTO action (" ACTION_COLUMNS ", changeset) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'', ?)", error);

  if (statement == NULL)
    return FALSE;

  ty_statement_bind_int (statement, 0, row->seq);
  ty_statement_bind_int (statement, 1, ty_store_get_writer (store));
  ty_statement_bind_text (statement, 2, now);
  ty_statement_bind_text (statement, 3, row->user != NULL ? row->user : "");
  ty_statement_bind_text (statement, 4, row->kind);
  ty_statement_bind_text (statement, 5, row->detail);
  ty_statement_bind_int (statement, 6, ty_migrations_get_version ());
  if (row->reverts != 0)
    ty_statement_bind_int (statement, 7, row->reverts);
  if (row->root != 0)
    ty_statement_bind_int (statement, 8, row->root);
  ty_statement_bind_int (statement, 9, row->change_hashes != NULL
                                         ? row->change_hashes->len / TY_DIGEST_BYTES : row->n_rows);
  if (row->change_hashes != NULL)
    ty_statement_bind_bytes (statement, 10, row->change_hashes->data, row->change_hashes->len);
  if (row->changeset != NULL)
    ty_statement_bind_bytes (statement, 11, g_bytes_get_data (row->changeset, NULL),
                             g_bytes_get_size (row->changeset));
  return ty_statement_run (statement, error);
}

/**
 * ty_action_row_insert:
 * @store: a store that writes, inside a transaction
 * @row: what to write; its `seq` is set
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the action stands at the end of the history
 */
gboolean
ty_action_row_insert (TyStore      *store,
                      TyActionRow  *row,
                      GError      **error)
{
  TyDatabase *database = ty_store_get_database (store);
  guint8 previous[TY_DIGEST_BYTES];

  if (!load_last_hash (database, "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1", &row->seq,
                       previous, error))
    return FALSE;
  row->seq++;

  return insert_row (store, row, error)
         && complete_hash (database, "SELECT " ACTION_COLUMNS " FROM action WHERE seq = ?",
                           "UPDATE action SET hash = ? WHERE seq = ?", ACTION_HASH, row->seq,
                           previous, error);
}

static gboolean
insert_subject (TyDatabase  *database,
                const char  *kind,
                gint64       id,
                gint64       seq,
                GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "INSERT OR IGNORE INTO action_subject (kind, id, seq) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  ty_statement_bind_text (statement, 0, kind);
  ty_statement_bind_int (statement, 1, id);
  ty_statement_bind_int (statement, 2, seq);
  return ty_statement_run (statement, error);
}

/**
 * ty_action_row_insert_subjects:
 * @store: a store that writes, inside a transaction
 * @seq: an action
 * @subjects: (element-type TySubject): what its changes name; rows among them are resolved
 * @error: a `TY_STORE_ERROR`
 *
 * Notes which persons and units the action touched.
 *
 * Returns: whether it was noted
 */
gboolean
ty_action_row_insert_subjects (TyStore  *store,
                               gint64    seq,
                               GArray   *subjects,
                               GError  **error)
{
  TyDatabase *database = ty_store_get_database (store);

  if (!ty_subject_resolve (database, subjects, error))
    return FALSE;
  for (guint i = 0; i < subjects->len; i++)
    {
      TySubject *subject = &g_array_index (subjects, TySubject, i);

      if (!insert_subject (database, subject->kind, subject->id, seq, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_action_row_insert_event:
 * @database: the connection for writing, inside a transaction
 * @user: who did it
 * @kind: what
 * @detail: (nullable): JSON
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the event stands at the end of the events
 */
gboolean
ty_action_row_insert_event (TyDatabase  *database,
                            const char  *user,
                            const char  *kind,
                            const char  *detail,
                            GError     **error)
{
  g_autofree char *now = dup_now ();
  g_autoptr(TyStatement) statement = NULL;
  guint8 previous[TY_DIGEST_BYTES];
  gint64 seq;

  if (!load_last_hash (database, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1", &seq,
                       previous, error))
    return FALSE;
  seq++;

  statement = ty_database_prepare (database, "INSERT INTO event (" EVENT_COLUMNS ") "
                                             "VALUES (?, ?, ?, ?, ?, x'')", error);
  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, seq);
  ty_statement_bind_text (statement, 1, now);
  ty_statement_bind_text (statement, 2, user != NULL ? user : "");
  ty_statement_bind_text (statement, 3, kind);
  ty_statement_bind_text (statement, 4, detail);

  return ty_statement_run (statement, error)
         && complete_hash (database, "SELECT " EVENT_COLUMNS " FROM event WHERE seq = ?",
                           "UPDATE event SET hash = ? WHERE seq = ?", EVENT_HASH, seq, previous,
                           error);
}

/**
 * ty_action_row_detail_with_hash:
 * @detail: (nullable): JSON of a label
 * @hash: the content's hash, hexadecimal
 *
 * Returns: (transfer full): the JSON with the member `content`
 */
char *
ty_action_row_detail_with_hash (const char *detail,
                                const char *hash)
{
  g_autoptr(JsonNode) node = detail != NULL ? json_from_string (detail, NULL) : NULL;

  if (node == NULL)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
    }
  json_object_set_string_member (json_node_get_object (node), "content", hash);
  return json_to_string (node, FALSE);
}
