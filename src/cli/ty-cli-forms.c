/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-forms"

#include "config.h"

#include "ty-cli-people.h"
#include "ty-cli-question.h"
#include "ty-cli.h"

#include "ty-appointment-export.h"
#include "ty-appointment-folder.h"
#include "ty-appointment-import.h"
#include "ty-backup-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appointment files, the files of the official editor. */

static void
print_line (TyAppointmentLine *line)
{
  g_autofree char *file = g_path_get_basename (line->path);

  g_print ("%s: %s%s%s\n", file, ty_appointment_state_get_word (line->state), line->name != NULL ? " " : "",
           line->name != NULL ? line->name : "");
  if (line->reason != NULL)
    g_print ("    %s\n", line->reason);
  for (guint i = 0; i < line->changes->len; i++)
    {
      TyAppointmentChange *change = g_ptr_array_index (line->changes, i);

      if (change->sensitive)
        g_print ("    %s\n", change->label);
      else
        g_print ("    %s: %s → %s\n", change->label, change->old != NULL ? change->old : "—", change->new);
    }
  for (guint i = 0; line->records != NULL && i < line->records->remarks->len; i++)
    g_print ("    %s\n", (const char *) g_ptr_array_index (line->records->remarks, i));
}

static void
print_plan (GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    print_line (g_ptr_array_index (plan, i));
  g_print (_("New: %u, changed: %u, the same: %u, doubtful: %u, refused: %u\n"),
           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_NEW),
           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_CHANGED),
           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_SAME),
           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_DOUBTFUL),
           ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_REFUSED));
}

static gboolean
take_over (const char  *file,
           TyStore     *store,
           GPtrArray   *plan,
           TyDate       as_of,
           const char  *user,
           GError     **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (file);
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);
  gint64 seq;
  guint n;

  if (backup == NULL)
    return FALSE;
  n = ty_appointment_import_run (store, plan, as_of, ty_cli_get_user (user), NULL, &seq, error);
  if (n == 0)
    return FALSE;

  g_printerr (_("Imported as action %d.\n"), (int) seq);
  return TRUE;
}

static gboolean
import (const char         *file,
        const char *const  *paths,
        TyDate              as_of,
        const char         *user,
        gboolean            dry_run,
        gboolean            as_json,
        GError            **error)
{
  g_autoptr(TyStore) store = ty_store_open (file, TY_STORE_READ_WRITE, error);
  g_auto(GStrv) files = store != NULL ? ty_appointment_folder_list (paths, error) : NULL;
  g_autoptr(GPtrArray) plan = NULL;
  g_autofree char *json = NULL;
  gboolean something;

  if (files == NULL)
    return FALSE;
  plan = ty_appointment_plan_new (ty_store_get_database (store), (const char *const *) files, as_of, NULL,
                                  error);
  if (plan == NULL)
    return FALSE;

  json = as_json ? ty_appointment_plan_to_json (plan) : NULL;
  if (json != NULL)
    g_print ("%s\n", json);
  else
    print_plan (plan);
  something = ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_NEW)
              + ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_CHANGED) > 0;
  /* A script has to know that somebody has to look at the files. */
  if (!dry_run && !something
      && ty_appointment_plan_count (plan, TY_APPOINTMENT_STATE_SAME) < plan->len)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_FAILED,
                           _("No file could be taken over. Nothing was changed."));
      return FALSE;
    }
  if (dry_run || !something)
    {
      g_printerr ("%s\n", dry_run ? _("Nothing was changed: this was a dry run.")
                                  : _("Nothing was changed: the files say nothing new."));
      return ty_store_close (store, error);
    }
  return take_over (file, store, plan, as_of, user, error) && ty_cli_finish (store, error);
}

int
ty_cli_import_forms (int       argc,
                     char    **argv,
                     GError  **error)
{
  g_autofree char *as_of = NULL;
  g_autofree char *user = NULL;
  gboolean as_json = FALSE, dry_run = FALSE;
  TyDate date = ty_date_today ();
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("The day on which the units have their names, by "
                                                     "default today"), N_("DATE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would happen"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  if (!ty_cli_parse ("import-forms", "FILE FORM.lrmx|FOLDER…", entries, 2, G_MAXINT, &argc, &argv, error)
      || (as_of != NULL && !ty_cli_parse_date ("--as-of", as_of, &date, error)))
    return TY_CLI_USAGE;

  return import (argv[1], (const char *const *) argv + 2, date, user, dry_run, as_json, error)
           ? TY_CLI_OK : TY_CLI_FAILED;
}

typedef struct
{
  TyCliQuestion question;
  char *format;
  char *search;
  char *user;
  gboolean overwrite;
} Options;

static void
options_clear (Options *options)
{
  ty_cli_question_clear (&options->question);
  g_free (options->format);
  g_free (options->search);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

#define EXPORT_USAGE "export-forms FILE FOLDER --as-of DATE [--who WHO] [--is CONDITION]…"

static gboolean
parse (Options               *options,
       TyAppointmentFormat   *format,
       int                   *argc,
       char                ***argv,
       GError               **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_("lrmx, or lrm for the old editor"), N_("FORMAT") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->search,
      N_("Part of a name, pinyin or initials, a village, or a whole ID number"), N_("TEXT") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options->overwrite,
      N_("Replace a file that is there"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it"), N_("NAME") },
    { NULL }
  };

  ty_cli_question_init (&options->question);
  if (!ty_cli_parse_more ("export-forms", "FILE FOLDER --as-of DATE", entries, options->question.entries, 0,
                          2, argc, argv, error)
      || !ty_cli_question_check (&options->question, EXPORT_USAGE, *argc == 3 ? 2 : 0, error))
    return FALSE;
  *format = g_strcmp0 (options->format, "lrm") == 0 ? TY_APPOINTMENT_FORMAT_LRM : TY_APPOINTMENT_FORMAT_LRMX;
  if (options->format == NULL || *format == TY_APPOINTMENT_FORMAT_LRM || strcmp (options->format, "lrmx") == 0)
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--format takes lrmx or lrm."));
  return FALSE;
}

static gboolean
export (Options              *options,
        TyAppointmentFormat   format,
        const char           *path,
        const char           *folder,
        GError              **error)
{
  g_autoptr(GArray) people = ty_cli_list_people (&options->question, path, options->search, error);
  g_autoptr(TyStore) store = people != NULL ? ty_store_open (path, TY_STORE_READ_WRITE, error) : NULL;
  g_autoptr(GPtrArray) failures = NULL;
  TyAppointmentExportSpec spec = { .folder = folder, .format = format, .overwrite = options->overwrite };

  if (store == NULL)
    return FALSE;
  spec.people = (const gint64 *) people->data;
  spec.n_people = people->len;
  spec.as_of = options->question.date;
  if (!ty_appointment_export_note (store, ty_cli_get_user (options->user), &spec, error))
    return FALSE;
  failures = ty_appointment_export_run (ty_store_get_database (store), &spec, NULL, NULL, NULL, error);
  if (failures == NULL || !ty_store_close (store, error))
    return FALSE;

  for (guint i = 0; i < failures->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (failures, i));
  g_print (_("Forms written: %u, not written: %u\n"), people->len - failures->len, failures->len);
  if (failures->len == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Not all forms were written."));
  return FALSE;
}

int
ty_cli_export_forms (int       argc,
                     char    **argv,
                     GError  **error)
{
  g_auto(Options) options = { 0 };
  TyAppointmentFormat format;
  GError *local = NULL;
  int status;

  if (!parse (&options, &format, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (options.question.list_words)
    {
      ty_cli_question_print_words (&options.question);
      return TY_CLI_OK;
    }

  if (export (&options, format, argv[1], argv[2], &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
