/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-migrations"

#include "config.h"

#include "ty-migrations.h"

#include "ty-store-resources.h"
#include "ty-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The steps from an empty file to today's, in order. A released step never changes; steps only
 * create tables and append columns, since a changeset is silently passed over for a table
 * that lost its shape. */
static const char *steps[] = {
  "0001-county.sql",
};

/**
 * ty_migrations_get_version:
 *
 * Returns: the version of the schema that this program writes
 */
int
ty_migrations_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

static GBytes *
load_step (int      step,
           GError **error)
{
  g_autofree char *path = g_strconcat ("/org/touyan/Touyan/migrations/", steps[step], NULL);

  ty_store_resources_register_resource ();
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
run_step (TyDatabase  *database,
          gpointer     data,
          GError     **error)
{
  int step = GPOINTER_TO_INT (data);
  g_autoptr(GBytes) sql = load_step (step, error);
  g_autofree char *text = NULL;
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step + 1);
  g_autofree char *application = g_strdup_printf ("PRAGMA application_id = %d",
                                                  TY_STORE_APPLICATION_ID);

  if (sql == NULL)
    return FALSE;

  text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
  return ty_database_exec (database, text, error)
         && ty_database_exec (database, application, error)
         && ty_database_exec (database, version, error);
}

static gboolean
run_steps (TyDatabase  *database,
           int          last,
           GError     **error)
{
  gint64 version;

  if (!ty_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  for (int step = (int) version; step < last; step++)
    if (!ty_database_transaction (database, run_step, GINT_TO_POINTER (step), error))
      return FALSE;

  return TRUE;
}

/**
 * ty_migrations_run:
 * @database: the connection for writing
 * @error: a `TY_STORE_ERROR`
 *
 * Brings the tables up to date, each step in a transaction of its own with its version.
 *
 * Returns: whether the file is now of this program's version
 */
gboolean
ty_migrations_run (TyDatabase  *database,
                   GError     **error)
{
  return run_steps (database, ty_migrations_get_version (), error);
}

static GPtrArray *
list_objects (TyDatabase  *database,
              GError     **error)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema "
              "ORDER BY 1", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      const char *text = ty_statement_get_text (statement, 0);

      g_ptr_array_add (objects, g_strdup (text != NULL ? text : ""));
    }
  if (step == TY_STEP_ERROR)
    return NULL;

  return g_steal_pointer (&objects);
}

/**
 * ty_migrations_list_objects:
 * @version: a version of the schema
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what the schema of that version holds,
 * sorted, each as its kind, name and SQL
 */
GPtrArray *
ty_migrations_list_objects (int      version,
                            GError **error)
{
  g_autoptr(TyDatabase) database = ty_database_open ("", TY_DATABASE_CREATE, error);

  if (database == NULL || !run_steps (database, version, error))
    return NULL;

  return list_objects (database, error);
}

/**
 * ty_migrations_check_schema:
 * @database: a connection to a file of this version or an older one
 * @error: %TY_STORE_ERROR_DAMAGED where it differs
 *
 * Compares the file's schema, word for word, with that of its version: what came on a stick may
 * carry triggers and views, or tables of another shape.
 *
 * Returns: whether they are equal
 */
gboolean
ty_migrations_check_schema (TyDatabase  *database,
                            GError     **error)
{
  g_autoptr(GPtrArray) expected = NULL;
  g_autoptr(GPtrArray) found = NULL;
  gint64 version;
  gboolean equal;

  if (!ty_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  expected = ty_migrations_list_objects ((int) version, error);
  if (expected == NULL)
    return FALSE;
  found = list_objects (database, error);
  if (found == NULL)
    return FALSE;

  equal = expected->len == found->len;
  for (guint i = 0; equal && i < found->len; i++)
    equal = g_str_equal (g_ptr_array_index (expected, i), g_ptr_array_index (found, i));
  if (!equal)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED,
                         _("The tables of the file are not those of a county file. "
                           "Restore the last backup."));
  return equal;
}
