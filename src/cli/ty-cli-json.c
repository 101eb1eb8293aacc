/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-json"

#include "config.h"

#include "ty-cli.h"

#include "ty-action-log.h"
#include "ty-county-json.h"
#include "ty-out-file.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A whole county as JSON, and back. */

/* Everything is sensitive, so that nothing goes out without a note. */
static gboolean
note (TyStore     *store,
      const char  *path,
      const char  *user,
      GError     **error)
{
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("");
  g_autofree char *file = g_filename_display_name (base);
  g_autofree char *detail = ty_action_detail_new ("what", "everything", "file", file, "format", "json", NULL);

  return ty_store_add_event (store, user, "exported", detail, error);
}

static gboolean
export_to_file (TyStore            *store,
                const char         *path,
                const char         *user,
                TyCountyJsonCount  *count,
                GError            **error)
{
  g_autoptr(TyOutFile) file = ty_out_file_new (path, error);

  if (file == NULL)
    return FALSE;
  fchmod (ty_out_file_get_fd (file), 0600);

  return ty_county_json_write (ty_store_get_database (store), ty_out_file_get_fd (file), count, NULL, error)
         && note (store, path, user, error)
         && ty_out_file_commit (file, error);
}

static gboolean
export_to_stdout (TyStore  *store,
                  GError  **error)
{
  TyCountyJsonCount count;

  return ty_county_json_write (ty_store_get_database (store), STDOUT_FILENO, &count, NULL, error);
}

static gboolean
export_everything (TyStore     *store,
                   const char  *to,
                   const char  *user,
                   GError     **error)
{
  TyCountyJsonCount count;
  g_autofree char *people = NULL;

  if (to == NULL)
    return note (store, NULL, user, error) && export_to_stdout (store, error);
  if (!export_to_file (store, to, user, &count, error))
    return FALSE;

  people = g_strdup_printf ("%" G_GINT64_FORMAT, count.people);
  g_print (_("Everything was exported to %s, with %s people.\n"), to, people);
  return TRUE;
}

/**
 * ty_cli_export_json:
 * @path: a county file
 * @to: (nullable): where to write; else to the standard output
 * @overwrite: whether a file that is there is replaced
 * @user: who does it
 * @error: a `TY_STORE_ERROR` or a `G_IO_ERROR`
 *
 * Exports everything, which is noted in the history.
 *
 * Returns: whether it was exported
 */
gboolean
ty_cli_export_json (const char  *path,
                    const char  *to,
                    gboolean     overwrite,
                    const char  *user,
                    GError     **error)
{
  g_autoptr(TyStore) store = NULL;

  if (to != NULL && !overwrite && g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("There is a file %s already. Choose another name, or say --overwrite."), to);
      return FALSE;
    }
  store = ty_store_open (path, TY_STORE_READ_WRITE, error);
  if (store == NULL)
    return FALSE;

  return export_everything (store, to, user, error) && ty_store_close (store, error);
}

/**
 * ty_cli_create_from_json:
 * @path: a file that does not exist yet
 * @from: what ty_cli_export_json() wrote; `-` for the standard input
 * @user: who does it
 * @error: as ty_county_json_read()
 *
 * Returns: whether the county file is there
 */
gboolean
ty_cli_create_from_json (const char  *path,
                         const char  *from,
                         const char  *user,
                         GError     **error)
{
  gboolean input = g_str_equal (from, "-");
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (input ? "/dev/stdin" : from);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  TyCountyJsonCount count;

  return stream != NULL
         && ty_county_json_read (G_INPUT_STREAM (stream), input ? "JSON" : name, path, user, &count, NULL,
                                 error);
}
