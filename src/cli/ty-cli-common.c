/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-common"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-json.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ty-cli-error-quark, ty_cli_error)

/**
 * ty_cli_parse_more:
 * @name: the command
 * @arguments: what follows it, for the help
 * @entries: its options
 * @more: (nullable): more of them
 * @n_least: how many arguments it needs
 * @n_most: how many it takes
 * @argc: (inout): the number of words, the command first
 * @argv: (inout): the words
 * @error: a `TY_CLI_ERROR` that says how the command is used
 *
 * Takes the options out of the words; `--help` prints the help and ends the program.
 *
 * Returns: whether the rest is as it should be
 */
gboolean
ty_cli_parse_more (const char          *name,
                   const char          *arguments,
                   const GOptionEntry  *entries,
                   const GOptionEntry  *more,
                   int                  n_least,
                   int                  n_most,
                   int                 *argc,
                   char              ***argv,
                   GError             **error)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", name, arguments);
  g_autoptr(GOptionContext) context = g_option_context_new (parameters);
  g_autoptr(GError) local = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (more != NULL)
    g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &local))
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("%s\nUsage: touyan-cli %s"), local->message,
                   parameters);
      return FALSE;
    }
  if (*argc - 1 < n_least || *argc - 1 > n_most)
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Usage: touyan-cli %s"), parameters);
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_cli_parse:
 * @name: the command
 * @arguments: what follows it, for the help
 * @entries: its options
 * @n_least: how many arguments it needs
 * @n_most: how many it takes
 * @argc: (inout): the number of words, the command first
 * @argv: (inout): the words
 * @error: as ty_cli_parse_more()
 *
 * Returns: whether the rest is as it should be
 */
gboolean
ty_cli_parse (const char          *name,
              const char          *arguments,
              const GOptionEntry  *entries,
              int                  n_least,
              int                  n_most,
              int                 *argc,
              char              ***argv,
              GError             **error)
{
  return ty_cli_parse_more (name, arguments, entries, NULL, n_least, n_most, argc, argv, error);
}

/**
 * ty_cli_parse_date:
 * @option: name of an option
 * @text: (nullable): what was given for it
 * @date: (out): the day; none where nothing was given
 * @error: a `TY_CLI_ERROR`
 *
 * Returns: whether it is a day or nothing
 */
gboolean
ty_cli_parse_date (const char  *option,
                   const char  *text,
                   TyDate      *date,
                   GError     **error)
{
  *date = TY_DATE_NONE;
  if (text == NULL)
    return TRUE;
  if (ty_date_parse_iso (text, date, NULL) && date->day != 0)
    return TRUE;

  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
               _("%s needs a day such as 2021-12-31, not “%s”."), option, text);
  return FALSE;
}

/**
 * ty_cli_get_user:
 * @user: (nullable): what was given for --user
 *
 * Returns: (transfer none): the name to write into the history
 */
const char *
ty_cli_get_user (const char *user)
{
  const char *real = g_get_real_name ();

  if (user != NULL)
    return user;
  return g_strcmp0 (real, "Unknown") == 0 || *real == '\0' ? g_get_user_name () : real;
}

static void
back_up (TyStore    *store,
         const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *backup = ty_backup_folder_add (folder, store, &error);

  if (backup == NULL)
    g_printerr ("%s\n", error->message);
}

/**
 * ty_cli_finish:
 * @store: a store in which something was changed
 * @error: a `TY_STORE_ERROR`
 *
 * Backs the file up, as it is done on each closing after changes, into the folder of its backups
 * and the second one if it was chosen, and closes it. That a backup failed is said, but what was
 * asked for has been done.
 *
 * Returns: whether the file was closed well
 */
gboolean
ty_cli_finish (TyStore  *store,
               GError  **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  GSettings *settings = ty_settings_find ();
  g_autofree char *second = settings != NULL
                              ? g_settings_get_string (settings, "second-backup-folder") : NULL;

  back_up (store, folder);
  if (second != NULL && *second != '\0')
    back_up (store, second);
  return ty_store_close (store, error);
}

/**
 * ty_cli_print_json:
 * @first_key: a key, followed by its text, more pairs and %NULL. A text of digits is written as a
 *   number
 *
 * Prints a JSON object.
 */
void
ty_cli_print_json (const char *first_key,
                   ...)
{
  g_autofree char *json = NULL;
  va_list args;

  va_start (args, first_key);
  json = ty_json_object_to_text (first_key, args, TRUE);
  va_end (args);
  g_print ("%s\n", json);
}
