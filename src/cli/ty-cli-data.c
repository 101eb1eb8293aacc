/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-data"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-person-edit.h"
#include "ty-roster-import.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Commands for what is in the file. */

static void
print_report (TyImportReport *report,
              gboolean        dry_run)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TyImportProblem *problem = g_ptr_array_index (report->problems, i);
      g_autofree char *place = ty_problem_dup_place (problem);

      /* Translators: “Error” or “Remark”, the place, and the sentence */
      g_printerr (_("%s: %s: %s"), problem->error ? _("Error") : C_("problem", "Remark"), place, problem->text);
      g_printerr ("%s%s\n", problem->value != NULL ? " " : "",
                  problem->value != NULL ? problem->value : "");
    }

  g_print (_("Rows read: %u, left out: %u\n"), report->n_rows, report->n_skipped);
  g_print (_("New people: %u, known: %u, of these changed: %u\n"), report->new_people,
           report->known_people, report->changed_people);
  g_print (_("New units: %u, posts begun: %u, posts ended: %u, starts assumed: %u\n"),
           report->new_units, report->new_posts, report->ended_posts, report->assumed_starts);
  if (report->imported)
    g_print (_("Imported as action %d.\n"), (int) report->seq);
  else if (dry_run)
    g_print ("%s\n", _("Nothing was changed: this was a dry run."));
  else
    g_print ("%s\n", _("Nothing was imported. Mend the errors, or leave these rows out with "
                       "--skip-errors."));
}

static TyImportReport *
run_import (const char                   *file,
            const TyRosterImportOptions  *options,
            GError                      **error)
{
  g_autoptr(TyStore) store = ty_store_open (file, TY_STORE_READ_WRITE, error);
  g_autofree char *folder = ty_backup_folder_get_default (file);
  g_autofree char *backup = NULL;
  g_autoptr(TyImportReport) report = NULL;

  if (store == NULL)
    return NULL;
  if (!options->dry_run)
    {
      backup = ty_backup_folder_add (folder, store, error);
      if (backup == NULL)
        return NULL;
    }
  report = ty_roster_import_run (store, options, NULL, error);
  if (report == NULL)
    return NULL;
  if (report->imported ? !ty_cli_finish (store, error) : !ty_store_close (store, error))
    return NULL;

  return g_steal_pointer (&report);
}

int
ty_cli_import (int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *as_of = NULL;
  g_autofree char *end_missing = NULL;
  g_autofree char *user = NULL;
  gboolean as_json = FALSE, dry_run = FALSE, skip_errors = FALSE;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("The date for which the roster speaks"),
      N_("DATE") },
    { "end-missing", 0, 0, G_OPTION_ARG_STRING, &end_missing,
      N_("The day the term changed: what the roster no longer names ends on it"), N_("DATE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would happen"), NULL },
    { "skip-errors", 0, 0, G_OPTION_ARG_NONE, &skip_errors,
      N_("Import the rows without errors and list the others"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  TyRosterImportOptions options = { 0 };
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *json = NULL;

  if (ty_cli_import_is_planned (argc, argv))
    return ty_cli_import_plan (argc, argv, error);
  if (!ty_cli_parse ("import", "FILE ROSTER --as-of DATE [--end-missing DATE]", entries, 2, 2,
                     &argc, &argv, error)
      || !ty_cli_parse_date ("--as-of", as_of, &options.as_of, error)
      || !ty_cli_parse_date ("--end-missing", end_missing, &options.end_missing, error))
    return TY_CLI_USAGE;
  if (as_of == NULL)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Say for which date the roster speaks with --as-of."));
      return TY_CLI_USAGE;
    }

  options.path = argv[2];
  options.user = ty_cli_get_user (user);
  options.dry_run = dry_run;
  options.skip_errors = skip_errors;
  report = run_import (argv[1], &options, error);
  if (report == NULL)
    return TY_CLI_FAILED;

  if (as_json)
    {
      json = ty_import_report_to_json (report);
      g_print ("%s\n", json);
    }
  else
    print_report (report, dry_run);
  return report->imported || (dry_run && (report->n_errors == 0 || skip_errors)) ? TY_CLI_OK
                                                                                  : TY_CLI_FAILED;
}

static gboolean
set_field (TyRecord    *person,
           const char  *assignment,
           GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (assignment, "=", 2);
  const TyRecordInfo *info = ty_record_get_info (person);
  const TyFieldInfo *field = ty_record_info_find_field (info, parts[0]);

  if (parts[1] == NULL || field == NULL || (field->flags & TY_FIELD_HIDDEN) != 0
      || TY_FIELD_IS_NUMBER (field) || field->kind == TY_FIELD_HASH)
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                   _("“%s” is not a field and its value, such as phone=19900001234."), assignment);
      return FALSE;
    }

  ty_record_set_text (person, (guint) (field - info->fields), parts[1]);
  return TRUE;
}

static TyPerson *
load_edited (TyStore  *store,
             gint64    id,
             char    **sets,
             GError  **error)
{
  g_autoptr(TyRecord) person = ty_table_get (ty_store_get_database (store), &ty_person_info, id,
                                             error);

  for (guint i = 0; person != NULL && sets[i] != NULL; i++)
    if (!set_field (person, sets[i], error))
      return NULL;

  return person != NULL ? TY_PERSON (g_steal_pointer (&person)) : NULL;
}

int
ty_cli_edit (int       argc,
             char    **argv,
             GError  **error)
{
  g_autofree char *user = NULL;
  g_auto(GStrv) sets = NULL;
  gint64 person = 0;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_INT64, &person, N_("Number of the person"), "N" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sets, N_("A field and its new value"),
      N_("FIELD=VALUE") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyPerson) edited = NULL;
  g_autofree char *number = NULL;
  gint64 seq = 0;

  if (!ty_cli_parse ("edit", "FILE --person N --set FIELD=VALUE …", entries, 1, 1, &argc, &argv,
                     error))
    return TY_CLI_USAGE;
  if (person == 0 || sets == NULL)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("Say whom with --person and what with --set."));
      return TY_CLI_USAGE;
    }

  store = ty_store_open (argv[1], TY_STORE_READ_WRITE, error);
  if (store == NULL)
    return TY_CLI_FAILED;
  edited = load_edited (store, person, sets, error);
  if (edited == NULL || !ty_person_edit_run (store, ty_cli_get_user (user), edited, &seq, error)
      || !ty_cli_finish (store, error))
    return TY_CLI_FAILED;

  number = g_strdup_printf ("%d", (int) seq);
  if (as_json)
    ty_cli_print_json ("action", number, NULL);
  else
    g_print ("%s\n", number);
  return TY_CLI_OK;
}
