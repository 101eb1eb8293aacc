/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-read-view"

#include "config.h"

#include "ty-read-view.h"

/**
 * ty_read_view_begin:
 * @database: a connection that only reads
 * @error: a `TY_STORE_ERROR`
 *
 * From the next query on, all queries see the same state of the file, whatever is written
 * meanwhile. To be ended soon by ty_read_view_end(): the file’s log grows as long as it lasts.
 *
 * Returns: whether it was begun
 */
gboolean
ty_read_view_begin (TyDatabase  *database,
                    GError     **error)
{
  return ty_database_exec (database, "BEGIN DEFERRED", error);
}

/**
 * ty_read_view_end:
 * @database: a connection for which ty_read_view_begin() returned %TRUE
 *
 * Lets the state go.
 */
void
ty_read_view_end (TyDatabase *database)
{
  g_autoptr(GError) error = NULL;

  /* Nothing was written, so that nothing is lost: the next view begins anew. */
  if (!ty_database_exec (database, "ROLLBACK", &error))
    g_debug ("A view was ended before: %s", error->message);
}
