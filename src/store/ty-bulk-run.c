/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-bulk-run"

#include "config.h"

#include "ty-bulk-run.h"

#include "ty-record-registry.h"

/* Millions of rows in one action. Their indexes are taken away before and made again after them:
 * sorted at once, they are quicker to make and smaller than grown key by key. */

typedef struct
{
  TyActionFunc func;
  gpointer data;
  GCancellable *cancellable;
} Bulk;

/* The statements that make the indexes of the tables under history. One that follows from the
 * declaration of a table has none, and stays. */
static gboolean
list_indexes (TyDatabase  *database,
              GPtrArray   *names,
              GPtrArray   *statements,
              GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT name, sql, tbl_name FROM sqlite_schema "
              "WHERE type = 'index' AND sql NOT NULL ORDER BY rowid", error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    if (ty_record_registry_find (ty_statement_get_text (statement, 2)) != NULL)
      {
        g_ptr_array_add (names, g_strdup (ty_statement_get_text (statement, 0)));
        g_ptr_array_add (statements, g_strdup (ty_statement_get_text (statement, 1)));
      }
  return step == TY_STEP_DONE;
}

static gboolean
drop_indexes (TyDatabase  *database,
              GPtrArray   *names,
              GError     **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX \"%s\"",
                                              (const char *) g_ptr_array_index (names, i));

      if (!ty_database_exec (database, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* An interrupt stops only what runs, so it is asked again before each. */
static gboolean
make_indexes (TyDatabase    *database,
              GPtrArray     *statements,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !ty_database_exec (database, g_ptr_array_index (statements, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
run_without_indexes (TyStore   *store,
                     gpointer   data,
                     GError   **error)
{
  const Bulk *bulk = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);

  return list_indexes (database, names, statements, error)
         && drop_indexes (database, names, error)
         && bulk->func (store, bulk->data, error)
         && make_indexes (database, statements, bulk->cancellable, error);
}

static void
interrupt (GCancellable *cancellable,
           gpointer      database)
{
  ty_database_interrupt (database);
}

/**
 * ty_store_run_bulk:
 * @self: a store that writes a file which nobody else has open
 * @spec: what to write about the action
 * @func: inserts rows, best by `TyBulk`, and asks the cancellable from time to time
 * @data: for @func
 * @cancellable: (nullable): stops what follows on @func too
 * @error: a `TY_STORE_ERROR`, `G_IO_ERROR_CANCELLED`, or whatever @func sets
 *
 * A genesis as ty_store_run_genesis() for millions of rows: in bounded memory and without a log of
 * the same size beside the file.
 *
 * Returns: whether it was done
 */
gboolean
ty_store_run_bulk (TyStore       *self,
                   TyActionSpec  *spec,
                   TyActionFunc   func,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Bulk bulk = { func, data, cancellable };
  TyDatabase *database;
  g_autoptr(GError) local = NULL;
  gulong handler = 0;
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);
  g_return_val_if_fail (!ty_store_is_read_only (self), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  database = ty_store_get_database (self);
  if (!ty_database_set_loading (database, TRUE, error))
    return FALSE;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt), database, NULL);
  done = ty_store_run_genesis (self, spec, run_without_indexes, &bulk, &local);
  g_cancellable_disconnect (cancellable, handler);
  if (!ty_database_set_loading (database, FALSE, done ? &local : NULL))
    done = FALSE;

  if (!done && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}
