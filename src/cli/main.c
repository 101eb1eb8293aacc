/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "touyan-cli"

#include "config.h"

#include "ty-cli.h"

#include "ty-model.h"
#include "ty-paths.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TyCliCommand commands[] = {
  { "create", "FILE --name NAME|--from-json FILE", N_("Make an empty county file, or one that is equal to an export as JSON"), ty_cli_create },
  { "sample", "FILE [--villages N] [--seed S]", N_("Make a county or a province of invented people"), ty_cli_sample },
  { "import", "FILE ROSTER --as-of DATE", N_("Read an office’s roster"), ty_cli_import },
  { "photos", "FILE FOLDER… [--dry-run] [--replace]", N_("Import a folder of photos by the names of the files"), ty_cli_photos },
  { "export", "FILE OUT.xlsx --roster --as-of DATE", N_("Write a roster for other programs and for paper, or everything as JSON"), ty_cli_export },
  { "export", "FILE --form FORM --output OUT.pdf", N_("Draw forms for paper: appointment forms, sheets and lists"), ty_cli_export },
  { "collect", "FILE --out FOLDER|--in FOLDER", N_("Send workbooks out to the townships, and read what comes back"), ty_cli_collect },
  { "import-forms", "FILE FORM.lrmx|FOLDER…", N_("Read appointment files of the official editor"), ty_cli_import_forms },
  { "export-forms", "FILE FOLDER --as-of DATE", N_("Write appointment files for the official editor"), ty_cli_export_forms },
  { "figures", "FILE --as-of DATE [--by DIMENSION]", N_("Print figures of a date"), ty_cli_figures },
  { "dashboard", "FILE [NAME] [--as-of DATE]", N_("Print the numbers of a dashboard, or list the dashboards"),
    ty_cli_dashboard },
  { "list", "FILE --as-of DATE [--who WHO]", N_("List people, villages or posts of a date"), ty_cli_list },
  { "lists", "FILE", N_("Name the lists put together by hand"), ty_cli_lists },
  { "filters", "FILE", N_("List the named filters, or save and remove one"), ty_cli_filters },
  { "edit", "FILE --person N --set FIELD=VALUE", N_("Change fields of a person"), ty_cli_edit },
  { "merge", "FILE --person N --into N [--take FIELD]", N_("Merge two records of one person"), ty_cli_merge },
  { "pair", "FILE --programme P [--lock MENTEE=MENTOR] [--apply]", N_("Find who would help whom best in a programme"), ty_cli_pair },
  { "fields", "FILE [--add NAME]", N_("List and change the county’s own fields"), ty_cli_fields },
  { "history", "FILE", N_("List what was done, with old and new values"), ty_cli_history },
  { "undo", "FILE", N_("Take an action back"), ty_cli_undo },
  { "redo", "FILE", N_("Do again what was undone"), ty_cli_redo },
  { "check", "FILE [--data]", N_("Verify the file, its history and its records"), ty_cli_check },
  { "backup", "FILE TO", N_("Write a backup"), ty_cli_backup },
  { "restore", "FILE BACKUP", N_("Put a backup in the place of the file"), ty_cli_restore },
};

static void
print_help (void)
{
  g_print (_("Usage: touyan-cli COMMAND FILE …\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments, _(commands[i].summary));
  g_print (_("\nEach command answers --help, and prints JSON with --json.\n"));
}

static const TyCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

int
main (int   argc,
      char *argv[])
{
  const TyCliCommand *command;
  g_autoptr(GError) error = NULL;
  int status;

  ty_paths_init_locale ();
  ty_model_init ();
  g_set_prgname ("touyan-cli");

  if (argc < 2)
    {
      print_help ();
      return TY_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return TY_CLI_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("touyan-cli %s\n", TY_VERSION);
      return TY_CLI_OK;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_("There is no command “%s”. See touyan-cli --help.\n"), argv[1]);
      return TY_CLI_USAGE;
    }

  status = command->run (argc - 1, argv + 1, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return status;
}
