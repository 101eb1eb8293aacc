/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-blob-table"

#include "config.h"

#include "ty-blob-table.h"

#include <glib/gi18n-lib.h>

/* Whose hashes are those of blobs: an import keeps only the hash of its roster. */
#define NAMED "(SELECT photo AS sha256 FROM person WHERE photo IS NOT NULL " \
  "UNION SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)"

/**
 * ty_blob_table_add:
 * @database: the connection for writing
 * @bytes: a photo or a scan
 * @media_type: what it is, such as `image/png`
 * @error: a `TY_STORE_ERROR`
 *
 * Keeps bytes under their hash. They are only ever added: rows under history carry the hash, so
 * that undo finds the bytes again.
 *
 * Returns: (transfer full) (nullable): the SHA-256, hexadecimal
 */
char *
ty_blob_table_add (TyDatabase  *database,
                   GBytes      *bytes,
                   const char  *media_type,
                   GError     **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "INSERT OR IGNORE INTO blob (sha256, media_type, bytes) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, sha256);
  ty_statement_bind_text (statement, 1, media_type);
  ty_statement_bind_bytes (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ty_statement_run (statement, error) ? g_steal_pointer (&sha256) : NULL;
}

/**
 * ty_blob_table_load:
 * @database: a connection
 * @sha256: a hash, hexadecimal
 * @error: %TY_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
ty_blob_table_load (TyDatabase  *database,
                    const char  *sha256,
                    GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT bytes FROM blob WHERE sha256 = ?", error);
  gconstpointer data;
  size_t length;
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, sha256);
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_DONE)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                         _("The photo or scan is no longer in the file. Restore the last backup."));
  if (step != TY_STEP_ROW)
    return NULL;

  data = ty_statement_get_bytes (statement, 0, &length);
  return g_bytes_new (data, length);
}

/**
 * ty_blob_table_select_named:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): a statement for the hash, media type and bytes of all photos and
 *   scans that a record names, in the order of their hashes
 */
TyStatement *
ty_blob_table_select_named (TyDatabase  *database,
                            GError     **error)
{
  return ty_database_prepare (database, "SELECT sha256, media_type, bytes FROM blob WHERE sha256 IN "
                              NAMED " ORDER BY sha256", error);
}

static gboolean
count_blobs (TyDatabase  *database,
             const char  *sql,
             guint       *n,
             guint64     *bytes,
             GError     **error)
{
  g_autoptr(TyStatement) row = ty_database_prepare (database, sql, error);

  if (row == NULL || ty_statement_step (row, error) != TY_STEP_ROW)
    return FALSE;

  *n = (guint) ty_statement_get_int (row, 0);
  *bytes = (guint64) ty_statement_get_int (row, 1);
  return TRUE;
}

/**
 * ty_blob_table_get_use:
 * @database: a connection
 * @use: (out): what was found; clear it with ty_blob_use_clear()
 * @error: a `TY_STORE_ERROR`
 *
 * Compares the photos and scans with the records that name them.
 *
 * Returns: whether they could be compared
 */
gboolean
ty_blob_table_get_use (TyDatabase  *database,
                       TyBlobUse   *use,
                       GError     **error)
{
  g_autoptr(TyStatement) missing = ty_database_prepare (
    database, "SELECT sha256 FROM " NAMED " WHERE sha256 NOT IN (SELECT sha256 FROM blob)", error);
  TyStep step;

  *use = (TyBlobUse){ .missing = g_ptr_array_new_with_free_func (g_free) };
  if (missing == NULL)
    return FALSE;
  while ((step = ty_statement_step (missing, error)) == TY_STEP_ROW)
    g_ptr_array_add (use->missing, g_strdup (ty_statement_get_text (missing, 0)));

  return step == TY_STEP_DONE
         && count_blobs (database, "SELECT count(*), ifnull(sum(length(bytes)), 0) FROM blob",
                         &use->n_blobs, &use->n_bytes, error)
         && count_blobs (database, "SELECT count(*), ifnull(sum(length(bytes)), 0) FROM blob "
                         "WHERE sha256 NOT IN " NAMED, &use->n_unused, &use->n_unused_bytes, error);
}

/**
 * ty_blob_use_clear:
 * @use: what was found
 */
void
ty_blob_use_clear (TyBlobUse *use)
{
  g_clear_pointer (&use->missing, g_ptr_array_unref);
}

/**
 * ty_blob_table_has_photos:
 * @database: a connection
 * @has_photos: (out): whether any picture came into the file that is no attachment
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read
 */
gboolean
ty_blob_table_has_photos (TyDatabase  *database,
                          gboolean    *has_photos,
                          GError     **error)
{
  gint64 n = 0;

  if (!ty_database_get_integer (database, "SELECT EXISTS (SELECT 1 FROM blob WHERE media_type GLOB 'image/*' AND sha256 "
                                          "NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL))", &n, error))
    return FALSE;

  *has_photos = n != 0;
  return TRUE;
}
