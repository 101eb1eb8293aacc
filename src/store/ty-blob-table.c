/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-blob-table"

#include "config.h"

#include "ty-blob-table.h"

#include <glib/gi18n-lib.h>

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
                         _("The photo is no longer in the file."));
  if (step != TY_STEP_ROW)
    return NULL;

  data = ty_statement_get_bytes (statement, 0, &length);
  return g_bytes_new (data, length);
}
