/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-file"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-backup.h"
#include "ty-county.h"
#include "ty-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Commands for the file as a whole. */

static void
print_path (const char *path,
            gboolean    as_json)
{
  if (as_json)
    ty_cli_print_json ("file", path, NULL);
  else
    g_print ("%s\n", path);
}

int
ty_cli_create (int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  g_autofree char *from_json = NULL;
  g_autofree char *user = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Name of the county"), N_("NAME") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_("Division code of the county"), N_("CODE") },
    { "from-json", 0, 0, G_OPTION_ARG_FILENAME, &from_json,
      N_("Everything that “export --json” wrote, instead of a name"), N_("FILE") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;

  if (!ty_cli_parse ("create", "FILE --name NAME [--code CODE]|--from-json FILE", entries, 1, 1, &argc,
                     &argv, error))
    return TY_CLI_USAGE;
  if (from_json != NULL && name == NULL && code == NULL)
    {
      if (!ty_cli_create_from_json (argv[1], from_json, ty_cli_get_user (user), error))
        return TY_CLI_FAILED;
      print_path (argv[1], as_json);
      return TY_CLI_OK;
    }
  if (name == NULL || *name == '\0' || from_json != NULL)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Say the name of the county with --name, or what to read with --from-json."));
      return TY_CLI_USAGE;
    }

  store = ty_county_create (argv[1], name, code, ty_cli_get_user (user), error);
  if (store == NULL || !ty_store_close (store, error))
    return TY_CLI_FAILED;
  print_path (argv[1], as_json);
  return TY_CLI_OK;
}

/* On one line, which the next one overwrites. */
static void
print_progress (guint    n_done,
                guint    n_villages,
                gpointer data)
{
  g_autofree char *text = NULL;
  int *percent = data;
  int now = (int) ((guint64) n_done * 100 / n_villages);

  if (now == *percent)
    return;

  *percent = now;
  if (n_done < n_villages)
    /* Translators: how many villages were made, and how many there will be */
    text = g_strdup_printf (_("%u of %u villages (%d %%)"), n_done, n_villages, now);
  else
    text = g_strdup (_("All villages are made; the indexes and the hash follow…"));
  g_printerr ("\r\033[K%s", text);
}

int
ty_cli_sample (int       argc,
               char    **argv,
               GError  **error)
{
  int villages = TY_SAMPLE_DEFAULT_VILLAGES;
  int seed = TY_SAMPLE_DEFAULT_SEED;
  int percent = -1;
  g_autofree char *user = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "villages", 0, 0, G_OPTION_ARG_INT, &villages,
      N_("How many villages and communities; above 2,000 it is a province of units, people, posts "
         "and educations only"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_("The same seed makes the same county"), "S" },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  TySampleOptions options;
  gboolean done;

  if (!ty_cli_parse ("sample", "FILE [--villages N] [--seed S]", entries, 1, 1, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (villages < 1 || villages > TY_SAMPLE_MOST_VILLAGES || seed < 0)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("A sample has from 1 to 600,000 villages and a seed from 0."));
      return TY_CLI_USAGE;
    }

  options = (TySampleOptions){ .n_villages = (guint) villages, .seed = (guint32) seed };
  if (isatty (STDERR_FILENO))
    {
      options.progress = print_progress;
      options.progress_data = &percent;
    }
  done = ty_sample_create (argv[1], &options, ty_cli_get_user (user), NULL, error);
  if (percent >= 0)
    g_printerr ("\r\033[K");
  if (!done)
    return TY_CLI_FAILED;
  print_path (argv[1], as_json);
  return TY_CLI_OK;
}

int
ty_cli_backup (int       argc,
               char    **argv,
               GError  **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;

  if (!ty_cli_parse ("backup", "FILE TO", entries, 2, 2, &argc, &argv, error))
    return TY_CLI_USAGE;
  store = ty_store_open (argv[1], TY_STORE_COPY, error);
  if (store == NULL)
    return TY_CLI_FAILED;
  if (g_file_test (argv[2], G_FILE_TEST_IS_DIR))
    {
      g_autofree char *path = ty_backup_folder_add (argv[2], store, error);

      if (path != NULL)
        print_path (path, as_json);
      return path != NULL ? TY_CLI_OK : TY_CLI_FAILED;
    }
  if (g_file_test (argv[2], G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_FAILED,
                   _("“%s” exists already. Choose another name."), argv[2]);
      return TY_CLI_FAILED;
    }
  if (!ty_backup_write (store, argv[2], NULL, error))
    return TY_CLI_FAILED;

  print_path (argv[2], as_json);
  return TY_CLI_OK;
}

int
ty_cli_restore (int       argc,
                char    **argv,
                GError  **error)
{
  g_autofree char *user = NULL;
  g_autofree char *folder = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  if (!ty_cli_parse ("restore", "FILE BACKUP", entries, 2, 2, &argc, &argv, error))
    return TY_CLI_USAGE;
  folder = ty_backup_folder_get_default (argv[1]);
  if (!ty_backup_restore (argv[1], argv[2], folder, ty_cli_get_user (user), error))
    return TY_CLI_FAILED;

  print_path (argv[1], as_json);
  return TY_CLI_OK;
}
