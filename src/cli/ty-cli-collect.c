/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-collect"

#include "config.h"

#include "ty-cli.h"

#include "ty-backup-folder.h"
#include "ty-collect-read.h"
#include "ty-import-run.h"
#include "ty-lookup.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Workbooks for the townships to fill in, and back. */

#define USAGE "collect FILE --out FOLDER --kind KIND --as-of DATE | --in FOLDER [--dry-run]"

typedef struct
{
  char *out;
  char *in;
  char *kind;
  char *as_of;
  char *end_missing;
  char *user;
  int year;
  gboolean sensitive;
  gboolean overwrite;
  gboolean dry_run;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->out);
  g_free (options->in);
  g_free (options->kind);
  g_free (options->as_of);
  g_free (options->end_missing);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_kind (const char          *word,
            const TyImportKind **kind,
            GError             **error)
{
  g_autoptr(GString) words = g_string_new (NULL);

  *kind = word != NULL ? ty_import_kind_find (word) : NULL;
  if (word == NULL || (*kind != NULL && ty_collect_can (*kind)))
    return TRUE;

  for (guint i = 0; i < ty_import_kind_get_n (); i++)
    if (ty_collect_can (ty_import_kind_get (i)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              ty_import_kind_get_word (ty_import_kind_get (i)));
  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("“%s” cannot be collected from townships. What can: %s."), word,
               words->str);
  return FALSE;
}

static TyOrder *
get_order (TyDate     as_of,
           gint64     scope,
           gpointer   data,
           GError   **error)
{
  return ty_lookup_get_order (data, as_of, scope, error);
}

static TyCollectBooks *
write_books (const char           *path,
             const TyCollectSpec  *spec,
             gboolean              overwrite,
             GError              **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  TyCollectPeople people;

  if (lookup == NULL)
    return NULL;

  people = (TyCollectPeople){ get_order, ty_lookup_get_views (lookup), lookup };
  return ty_collect_books_new (ty_lookup_get_database (lookup), &people, spec, overwrite, NULL, NULL, NULL, error);
}

static void
print_books (TyCollectBooks *books,
             gboolean        as_json)
{
  g_autofree char *n = g_strdup_printf ("%u", ty_collect_books_get_n (books));
  g_autofree char *rows = g_strdup_printf ("%u", ty_collect_books_get_n_rows (books));

  if (as_json)
    {
      ty_cli_print_json ("files", n, "rows", rows, NULL);
      return;
    }
  for (guint i = 0; i < ty_collect_books_get_n (books); i++)
    g_print ("%s\n", ty_collect_books_get_path (books, i));
}

static gboolean
send_out (Options             *options,
          const char          *path,
          const TyImportKind  *kind,
          TyDate               as_of,
          GError             **error)
{
  const TyCollectSpec spec = { kind, as_of, options->year != 0 ? (guint) options->year : as_of.year,
                               options->sensitive, options->out };
  g_autoptr(TyCollectBooks) books = write_books (path, &spec, options->overwrite, error);
  g_autoptr(TyStore) store = books != NULL ? ty_store_open (path, TY_STORE_READ_WRITE, error) : NULL;

  if (store == NULL || !ty_collect_books_commit (books, store, ty_cli_get_user (options->user), error)
      || !ty_store_close (store, error))
    return FALSE;

  print_books (books, options->as_json);
  return TRUE;
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_answer (JsonBuilder           *builder,
            TyCollectAnswers      *answers,
            const TyCollectAnswer *answer)
{
  g_autofree char *file = answer->path != NULL ? g_filename_display_basename (answer->path) : NULL;

  json_builder_begin_object (builder);
  add_text (builder, "name", answer->name);
  add_text (builder, "status", ty_collect_status_to_string (answer->status));
  add_text (builder, "file", file);
  add_text (builder, "reason", answer->reason);
  for (int state = 0; state < TY_N_IMPORT_STATES; state++)
    add_number (builder, ty_import_state_get_word (state), ty_collect_answers_count_rows (answers, answer, state));
  if (answer->part >= 0)
    add_number (builder, "action", ty_import_plan_get_part (answers->plan, (guint) answer->part)->seq);
  json_builder_end_object (builder);
}

static void
print_as_json (TyCollectAnswers *answers)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *plan = answers->plan != NULL ? ty_import_plan_to_json (answers->plan) : NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "townships");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answers->list->len; i++)
    add_answer (builder, answers, g_ptr_array_index (answers->list, i));
  json_builder_end_array (builder);
  if (plan != NULL)
    {
      json_builder_set_member_name (builder, "plan");
      json_builder_add_value (builder, json_from_string (plan, NULL));
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

/* What nobody can take over without looking at it. */
static void
print_rows (TyCollectAnswers      *answers,
            const TyCollectAnswer *answer)
{
  const TyImportPart *part = ty_import_plan_get_part (answers->plan, (guint) answer->part);

  for (guint i = part->first_row; i < part->first_row + part->n_rows; i++)
    {
      const TyImportRow *row = ty_import_plan_get_row (answers->plan, i);
      g_autofree char *place = ty_import_row_dup_place (row);

      if (row->state == TY_IMPORT_STATE_REFUSED || row->state == TY_IMPORT_STATE_DOUBTFUL)
        g_print ("  %s: %s: %s\n", ty_import_state_get_label (row->state), place,
                 row->reason != NULL ? row->reason : "");
    }
}

static void
print_answers (TyCollectAnswers *answers)
{
  for (guint i = 0; i < answers->list->len; i++)
    {
      const TyCollectAnswer *answer = g_ptr_array_index (answers->list, i);

      g_print ("%s: %s", answer->name, ty_collect_status_get_label (answer->status));
      for (int state = 0; answer->part >= 0 && state < TY_N_IMPORT_STATES; state++)
        g_print (", %s %u", ty_import_state_get_label (state), ty_collect_answers_count_rows (answers, answer, state));
      g_print ("\n");
      if (answer->reason != NULL)
        g_print ("  %s\n", answer->reason);
      if (answer->part >= 0)
        print_rows (answers, answer);
    }
}

/* Once before the first of them: each is an action of its own and can be taken back. */
static gboolean
back_up (TyStore     *store,
         const char  *path,
         GError     **error)
{
  g_autofree char *folder = ty_backup_folder_get_default (path);
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);

  return backup != NULL;
}

static gboolean
take_in (Options             *options,
         const char          *path,
         const TyImportKind  *kind,
         TyDate               end_missing,
         GError             **error)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, error);
  g_autoptr(TyCollectAnswers) answers = NULL;
  gboolean wanted;

  if (store == NULL)
    return FALSE;
  answers = ty_collect_read (store, (const char *const[]) { options->in, NULL }, kind, end_missing, NULL, NULL, NULL, error);
  if (answers == NULL)
    return FALSE;

  wanted = !options->dry_run && answers->plan != NULL && ty_import_plan_count_accepted (answers->plan) > 0;
  if (wanted && (!back_up (store, path, error)
                 || !ty_import_run_apply (store, answers->plan, ty_cli_get_user (options->user), NULL, NULL, NULL,
                                          error)))
    return FALSE;
  if (options->as_json)
    print_as_json (answers);
  else
    print_answers (answers);

  return wanted ? ty_cli_finish (store, error) : ty_store_close (store, error);
}

static gboolean
check (Options  *options,
       GError  **error)
{
  if ((options->out != NULL) != (options->in != NULL)
      && (options->out == NULL || (options->kind != NULL && options->as_of != NULL)))
    return TRUE;

  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Usage: touyan-cli %s"), USAGE);
  return FALSE;
}

int
ty_cli_collect (int       argc,
                char    **argv,
                GError  **error)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, N_("Write a workbook for each township into this folder"),
      N_("FOLDER") },
    { "in", 0, 0, G_OPTION_ARG_FILENAME, &options.in, N_("Read the workbooks that came back from this folder"),
      N_("FOLDER") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("What is collected, such as roster"), N_("KIND") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("For which day"), N_("DATE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_("For which year, by default that of the day"), N_("YEAR") },
    { "sensitive", 0, 0, G_OPTION_ARG_NONE, &options.sensitive,
      N_("Write ID numbers and phones that are known into the workbooks"), NULL },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options.overwrite, N_("Replace files that are there"), NULL },
    { "end-missing", 0, 0, G_OPTION_ARG_STRING, &options.end_missing,
      N_("The day the term changed: what the roster no longer names ends on it"), N_("DATE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only say what would happen"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  const TyImportKind *kind;
  TyDate as_of, end_missing;

  if (!ty_cli_parse ("collect", "FILE --out FOLDER|--in FOLDER", entries, 1, 1, &argc, &argv, error)
      || !check (&options, error)
      || !parse_kind (options.kind, &kind, error)
      || !ty_cli_parse_date ("--as-of", options.as_of, &as_of, error)
      || !ty_cli_parse_date ("--end-missing", options.end_missing, &end_missing, error))
    return TY_CLI_USAGE;

  if (options.out != NULL ? send_out (&options, argv[1], kind, as_of, error)
                          : take_in (&options, argv[1], kind, end_missing, error))
    return TY_CLI_OK;

  return TY_CLI_FAILED;
}
