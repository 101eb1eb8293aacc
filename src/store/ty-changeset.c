/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-changeset"

#include "config.h"

#include "ty-database-private.h"

#include "ty-changeset.h"

#include "ty-changeset-guard.h"
#include "ty-digest.h"
#include "ty-record-registry.h"
#include "ty-subject.h"

#include <glib/gi18n-lib.h>

/* The changesets of SQLite's session extension: what an action did, row by row, with the values
 * before and after. */

typedef gboolean (*RowFunc) (sqlite3_changeset_iter *iter,
                             const TyRecordInfo     *info,
                             int                     op,
                             gpointer                data);

static gboolean
set_broken (GError **error)
{
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED,
                       _("An entry of the history cannot be read. Restore the last backup."));
  return FALSE;
}

static const TyRecordInfo *
get_info (sqlite3_changeset_iter *iter,
          int                    *op)
{
  const TyRecordInfo *info;
  const char *table;
  int n_columns, indirect;

  if (sqlite3changeset_op (iter, &table, &n_columns, op, &indirect) != SQLITE_OK)
    return NULL;
  info = ty_record_registry_find (table);

  /* An older action may know fewer columns than today's table, never more. Nothing is ever
   * written by a trigger: a mark that says so is damage. */
  return info != NULL && (guint) n_columns <= info->n_fields && !indirect ? info : NULL;
}

static gboolean
for_each_row (GBytes   *changeset,
              RowFunc   func,
              gpointer  data,
              GError  **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean good = TRUE;
  int code;

  if (!ty_changeset_guard_check (changeset))
    return set_broken (error);

  code = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                 (void *) g_bytes_get_data (changeset, NULL));
  while (good && code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      int op;
      const TyRecordInfo *info = get_info (iter, &op);

      good = info != NULL && func (iter, info, op, data);
      code = SQLITE_OK;
    }
  if (iter != NULL && sqlite3changeset_finalize (iter) != SQLITE_OK)
    good = FALSE;
  if (!good || (code != SQLITE_DONE && code != SQLITE_OK))
    return set_broken (error);

  return TRUE;
}

static guint
count_columns (sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns = 0, op, indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
  return (guint) n_columns;
}

static sqlite3_value *
get_value (sqlite3_changeset_iter *iter,
           int                     op,
           guint                   column,
           gboolean                old)
{
  sqlite3_value *value = NULL;

  if (old && op != SQLITE_INSERT)
    sqlite3changeset_old (iter, (int) column, &value);
  if (!old && op != SQLITE_DELETE)
    sqlite3changeset_new (iter, (int) column, &value);
  return value;
}

static void
add_value (TyDigest      *digest,
           sqlite3_value *value)
{
  int type = value != NULL ? sqlite3_value_type (value) : 0;

  ty_digest_add_integer (digest, type);
  if (type == SQLITE_INTEGER)
    ty_digest_add_integer (digest, sqlite3_value_int64 (value));
  else if (type != 0 && type != SQLITE_NULL)
    {
      gconstpointer data = sqlite3_value_blob (value);

      ty_digest_add_bytes (digest, data, (size_t) sqlite3_value_bytes (value));
    }
}

typedef struct
{
  TyDigest *digest;
  GByteArray *hashes;
  GArray *subjects;
  GHashTable *seen;
} DigestState;

static void
add_subject (DigestState   *state,
             const char    *kind,
             sqlite3_value *value,
             sqlite3_value *second)
{
  TySubject subject = { kind, value != NULL ? sqlite3_value_int64 (value) : 0,
                        second != NULL ? sqlite3_value_int64 (second) : 0 };
  g_autofree char *name = NULL;

  if (subject.id == 0)
    return;
  name = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, kind, subject.id,
                          subject.second);
  if (g_hash_table_add (state->seen, g_steal_pointer (&name)))
    g_array_append_val (state->subjects, subject);
}


static gboolean
digest_row (sqlite3_changeset_iter *iter,
            const TyRecordInfo     *info,
            int                     op,
            gpointer                data)
{
  DigestState *state = data;
  guint n_columns = count_columns (iter);
  guint8 hash[TY_DIGEST_BYTES];

  ty_digest_add_text (state->digest, info->table);
  ty_digest_add_integer (state->digest, op);
  for (guint i = 0; i < n_columns; i++)
    {
      sqlite3_value *before = get_value (iter, op, i, TRUE);
      sqlite3_value *after = get_value (iter, op, i, FALSE);
      const char *reference = info->fields[i].reference;

      add_value (state->digest, before);
      add_value (state->digest, after);
      if (g_strcmp0 (reference, "person") == 0 || g_strcmp0 (reference, "unit") == 0)
        {
          add_subject (state, reference, before, NULL);
          add_subject (state, reference, after, NULL);
        }
    }
  if (op == SQLITE_UPDATE && ty_subject_has_links (info))
    add_subject (state, info->table, get_value (iter, op, 0, TRUE),
                 info->n_keys > 1 ? get_value (iter, op, 1, TRUE) : NULL);
  ty_digest_finish (state->digest, hash);
  g_byte_array_append (state->hashes, hash, sizeof hash);
  return TRUE;
}

/**
 * ty_changeset_digest:
 * @changeset: a changeset
 * @hashes: gets a SHA-256 for each change, in order
 * @subjects: (element-type TySubject): gets the persons and units that the changes name
 * @error: %TY_STORE_ERROR_DAMAGED
 *
 * An update holds only the keys and the columns that it changed, so that the new end of an
 * appointment names no unit. For such a row there is a subject that is the row itself, with the
 * table as its kind; ty_subject_resolve() replaces it.
 *
 * Returns: whether the changeset could be read
 */
gboolean
ty_changeset_digest (GBytes      *changeset,
                     GByteArray  *hashes,
                     GArray      *subjects,
                     GError     **error)
{
  g_autoptr(TyDigest) digest = ty_digest_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DigestState state = { digest, hashes, subjects, seen };

  return for_each_row (changeset, digest_row, &state, error);
}

static char *
dup_value (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;

  return g_strdup ((const char *) sqlite3_value_text (value));
}

static TyChangeKind
kind_of (int op)
{
  return op == SQLITE_INSERT ? TY_CHANGE_INSERT
         : op == SQLITE_DELETE ? TY_CHANGE_DELETE : TY_CHANGE_UPDATE;
}

static TyChange *
read_change (sqlite3_changeset_iter *iter,
             const TyRecordInfo     *info,
             int                     op)
{
  TyChange *change = ty_change_new (kind_of (op), info);
  guint n_columns = count_columns (iter);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      sqlite3_value *before = get_value (iter, op, i, TRUE);
      sqlite3_value *after = get_value (iter, op, i, FALSE);

      if (i < info->n_keys)
        {
          g_autofree char *text = dup_value (before != NULL ? before : after);

          g_string_append_printf (key, "%s%s", i > 0 ? "/" : "", text != NULL ? text : "");
        }
      if ((i < info->n_keys && op == SQLITE_UPDATE) || (before == NULL && after == NULL))
        continue;
      ty_change_take (change, info->fields[i].column, dup_value (before), dup_value (after));
    }
  change->key = g_string_free (key, FALSE);
  return change;
}

static gboolean
decode_row (sqlite3_changeset_iter *iter,
            const TyRecordInfo     *info,
            int                     op,
            gpointer                data)
{
  g_ptr_array_add (data, read_change (iter, info, op));
  return TRUE;
}

/**
 * ty_changeset_decode:
 * @changeset: a changeset
 * @error: %TY_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable) (element-type TyChange): its changes with column names and
 * values
 */
GPtrArray *
ty_changeset_decode (GBytes  *changeset,
                     GError **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_change_free);

  if (!for_each_row (changeset, decode_row, changes, error))
    return NULL;

  return g_steal_pointer (&changes);
}

static gboolean
add_table (sqlite3_changeset_iter *iter,
           const TyRecordInfo     *info,
           int                     op,
           gpointer                data)
{
  g_hash_table_add (data, (gpointer) info->table);
  return TRUE;
}

/**
 * ty_changeset_add_tables:
 * @changeset: what an action did
 * @tables: (element-type utf8): a set of names of tables, which gets those of its rows
 * @error: %TY_STORE_ERROR_DAMAGED
 *
 * Returns: whether it could be read
 */
gboolean
ty_changeset_add_tables (GBytes      *changeset,
                         GHashTable  *tables,
                         GError     **error)
{
  return for_each_row (changeset, add_table, tables, error);
}

/**
 * ty_changeset_invert:
 * @changeset: a changeset
 * @error: %TY_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the changeset that takes it back
 */
GBytes *
ty_changeset_invert (GBytes  *changeset,
                     GError **error)
{
  void *inverse = NULL;
  int length = 0;

  if (!ty_changeset_guard_check (changeset)
      || sqlite3changeset_invert ((int) g_bytes_get_size (changeset),
                                  g_bytes_get_data (changeset, NULL), &length, &inverse)
           != SQLITE_OK)
    {
      set_broken (error);
      return NULL;
    }

  return g_bytes_new_with_free_func (inverse, (gsize) length, sqlite3_free, inverse);
}

/* The first conflict ends it all: a part of an action is never taken back. */
static int
on_conflict (void                   *data,
             int                     kind,
             sqlite3_changeset_iter *iter)
{
  TyChange **conflict = data;
  int op;

  if (kind != SQLITE_CHANGESET_FOREIGN_KEY && *conflict == NULL)
    {
      const TyRecordInfo *info = get_info (iter, &op);

      if (info != NULL)
        *conflict = read_change (iter, info, op);
    }
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
count_row (sqlite3_changeset_iter *iter,
           const TyRecordInfo     *info,
           int                     op,
           gpointer                data)
{
  ++*(gint64 *) data;
  return TRUE;
}

/**
 * ty_changeset_apply:
 * @database: the connection for writing, inside a transaction
 * @changeset: a changeset
 * @conflict: (out) (optional) (nullable) (transfer full): the change that met another row than it
 *   expected
 * @error: %TY_STORE_ERROR_CONFLICT
 *
 * Applies all of it, or fails and leaves a part: then the transaction must be rolled back. SQLite
 * passes over a table that it does not know without a word; so the rows are counted.
 *
 * Returns: whether every change was applied
 */
gboolean
ty_changeset_apply (TyDatabase  *database,
                    GBytes      *changeset,
                    TyChange   **conflict,
                    GError     **error)
{
  sqlite3 *handle = ty_database_get_handle (database);
  g_autoptr(TyChange) met = NULL;
  gint64 expected = 0;
  gint64 before = sqlite3_total_changes64 (handle);
  int code;

  g_return_val_if_fail (!sqlite3_get_autocommit (handle), FALSE);

  if (!for_each_row (changeset, count_row, &expected, error))
    return FALSE;

  /* A savepoint keeps all old pages in a list that every row would walk from its beginning. */
  code = sqlite3changeset_apply_v2 (handle, (int) g_bytes_get_size (changeset),
                                    (void *) g_bytes_get_data (changeset, NULL), NULL, on_conflict,
                                    &met, NULL, NULL, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
  if (code == SQLITE_OK && sqlite3_total_changes64 (handle) - before == expected)
    return TRUE;

  /* A row that a later one refers to is a conflict too; SQLite tells it at the end. */
  if (code != SQLITE_OK && code != SQLITE_ABORT && (code & 0xff) != SQLITE_CONSTRAINT)
    ty_database_error_of (handle, code, error);
  else
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT,
                         _("Later changes to the same records stand against it."));
  if (conflict != NULL)
    *conflict = g_steal_pointer (&met);
  return FALSE;
}
