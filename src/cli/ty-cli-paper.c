/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-paper"

#include "config.h"

#include "ty-cli-people.h"
#include "ty-cli-question.h"
#include "ty-cli-stop.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-form-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Forms on paper: of whom, which, and where to. */

#define ARGUMENTS "FILE --form FORM [--people all|ID,ID,…|LIST] [--empty] [--traditional] [--each pdf|docx [--names PATTERN]] " \
                  "--output OUT.pdf|OUT.docx|OUT.zip|FOLDER"
#define USAGE "export " ARGUMENTS

typedef struct
{
  TyCliQuestion question;
  char *form;
  char *people;
  char *output;
  char *each;
  char *names;
  char *search;
  char *user;
  gboolean empty;
  gboolean overwrite;
  gboolean list_forms;
  gboolean traditional;
} Options;

static void
options_clear (Options *options)
{
  ty_cli_question_clear (&options->question);
  g_free (options->form);
  g_free (options->people);
  g_free (options->output);
  g_free (options->each);
  g_free (options->names);
  g_free (options->search);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_arguments (Options  *options,
                 int       argc,
                 GError  **error)
{
  if (options->question.list_words || options->list_forms
      || (argc == (options->empty && argc == 1 ? 1 : 2) && options->form != NULL && options->output != NULL))
    return TRUE;

  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Usage: touyan-cli %s"), USAGE);
  return FALSE;
}

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &options->form,
      N_("Which form, or a file FORM.json with one of your own"), N_("FORM") },
    { "people", 0, 0, G_OPTION_ARG_STRING, &options->people,
      N_("all, numbers of people joined by commas, or a named list"), N_("PEOPLE") },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &options->empty, N_("Draw the blank form"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
      N_("Where the forms go: a PDF, a document for word processors (.docx), or of each a file: an archive "
         "(.zip) or a folder"), N_("OUT") },
    { "each", 0, 0, G_OPTION_ARG_STRING, &options->each,
      N_("A file of each person or village: pdf or docx"), N_("FORMAT") },
    { "names", 0, 0, G_OPTION_ARG_STRING, &options->names,
      N_("How the files of each are called, as {no}_{name}"), N_("PATTERN") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->search,
      N_("Part of a name, pinyin or initials, a village, or a whole ID number"), N_("TEXT") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options->overwrite,
      N_("Replace a file that is there"), NULL },
    { "traditional", 0, 0, G_OPTION_ARG_NONE, &options->traditional, N_("Write it in traditional characters"), NULL },
    { "list-forms", 0, 0, G_OPTION_ARG_NONE, &options->list_forms, N_("Print the forms that there are"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it"), N_("NAME") },
    { NULL }
  };

  ty_cli_question_init (&options->question);
  return ty_cli_parse_more ("export", ARGUMENTS, entries, options->question.entries, 0, 1, argc, argv, error)
         && check_arguments (options, *argc, error)
         && ty_cli_question_check (&options->question, USAGE, 2, error);
}

static gboolean
print_forms (GError **error)
{
  const char * const *ids = ty_form_template_list_shipped ();
  g_autoptr(TyCliTable) table = ty_cli_table_new (2, 2);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(TyFormTemplate) template = ty_form_template_get_shipped (ids[i], error);

      if (template == NULL)
        return FALSE;
      ty_cli_table_add (table, ids[i]);
      ty_cli_table_add (table, ty_form_template_get_name (template));
    }
  ty_cli_table_print (table);
  return TRUE;
}

static TyFormTemplate *
find_template (const char  *form,
               gboolean     traditional,
               GError     **error)
{
  g_autoptr(GError) local = NULL;
  TyFormTemplate *template;

  if (g_str_has_suffix (form, ".json"))
    return ty_form_template_load (form, traditional, error);

  template = ty_form_template_get_shipped_in (form, traditional, &local);
  if (template == NULL)
    g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                 _("%s --list-forms prints those that there are."), local->message);
  return template;
}

/* Numbers joined by commas, and nothing else. */
static GArray *
parse_keys (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 key;
      gint64 person;

      if (!g_ascii_string_to_unsigned (g_strstrip (words[i]), 10, 1, G_MAXINT64, &key, NULL))
        return NULL;
      person = (gint64) key;
      g_array_append_val (keys, person);
    }
  return keys->len > 0 ? g_steal_pointer (&keys) : NULL;
}

static GArray *
find_people (Options     *options,
             const char  *path,
             GError     **error)
{
  GArray *people = options->people != NULL ? parse_keys (options->people) : NULL;

  if (people != NULL)
    return people;
  if (options->people != NULL && strcmp (options->people, "all") != 0)
    {
      g_free (options->question.on_list);
      options->question.on_list = g_strdup (options->people);
    }
  people = ty_cli_list_people (&options->question, path, options->search, error);
  if (people == NULL || people->len > 0)
    return people;

  g_array_unref (people);
  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_FAILED,
                       _("There is nobody to draw a form of. Choose others, or say --empty for a blank form."));
  return NULL;
}

static void
print_sentences (GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (sentences, i));
}

static gboolean
print_result (Options       *options,
              TyFormExport  *export,
              GError       **error)
{
  guint n_failures = ty_form_export_get_failures (export)->len;
  g_autofree char *people = g_strdup_printf ("%u", ty_form_export_get_n_people (export));
  g_autofree char *pages = g_strdup_printf ("%u", ty_form_export_get_n_pages (export));
  g_autofree char *files = g_strdup_printf ("%u", ty_form_export_get_n_files (export));

  print_sentences (ty_form_export_get_failures (export));
  print_sentences (ty_form_export_get_warnings (export));
  if (options->question.as_json)
    ty_cli_print_json ("file", ty_form_export_get_path (export), "people", people, "pages", pages, "files", files,
                       NULL);
  else
    g_print (_("People: %s, pages: %s, files: %s\n"), people, pages, files);
  if (n_failures == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Not all forms were drawn."));
  return FALSE;
}

static gboolean
draw_blank (Options           *options,
            TyFormExportSpec  *spec,
            GError           **error)
{
  g_autoptr(TyFormExport) export = ty_form_export_new (NULL, spec, NULL, NULL, NULL, error);

  return export != NULL && ty_form_export_commit (export, NULL, NULL, error)
         && print_result (options, export, error);
}

static gboolean
draw_people (Options           *options,
             TyFormExportSpec  *spec,
             const char        *path,
             GError           **error)
{
  g_autoptr(GArray) people = find_people (options, path, error);
  g_autoptr(TyStore) store = people != NULL ? ty_store_open (path, TY_STORE_READ_WRITE, error) : NULL;
  g_autoptr(TyFormExport) export = NULL;
  g_autoptr(TyCliStop) stop = NULL;

  if (store == NULL)
    return FALSE;
  spec->people = (const gint64 *) people->data;
  spec->n_people = people->len;
  stop = ty_cli_stop_new ();
  export = ty_form_export_new (ty_store_get_database (store), spec, ty_cli_stop_tell, stop,
                               ty_cli_stop_get_cancellable (stop), error);
  return export != NULL && ty_form_export_commit (export, store, ty_cli_get_user (options->user), error)
         && ty_store_close (store, error) && print_result (options, export, error);
}

static gboolean
fail_format (const char  *text,
             GError     **error)
{
  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Forms are written as .pdf or .docx; “%s” is neither."), text);
  return FALSE;
}

/* The name says what it is. An archive without a word has a PDF of each. */
static gboolean
find_format (Options           *options,
             TyFormExportSpec  *spec,
             GError           **error)
{
  const char *dot = strrchr (options->output, '.');
  gboolean is_zip = dot != NULL && g_ascii_strcasecmp (dot, ".zip") == 0;
  const char *extension = options->each != NULL ? options->each : is_zip ? "pdf" : dot != NULL ? dot + 1 : "";

  spec->naming = options->names;
  spec->overwrite = options->overwrite;
  spec->pack = is_zip ? TY_FORM_PACK_ZIP : options->each != NULL ? TY_FORM_PACK_FOLDER : TY_FORM_PACK_ONE;
  return ty_form_format_parse (extension, &spec->format)
         || fail_format (options->each != NULL ? options->each : options->output, error);
}

static gboolean
run (Options     *options,
     const char  *path,
     GError     **error)
{
  g_autoptr(TyFormTemplate) template = find_template (options->form, options->traditional, error);
  TyFormExportSpec spec = { .template = template, .path = options->output, .as_of = options->question.date };

  if (template == NULL || !find_format (options, &spec, error))
    return FALSE;
  if (!options->overwrite && spec.pack != TY_FORM_PACK_FOLDER && g_file_test (options->output, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("There is a file %s already. Choose another name, or say --overwrite."), options->output);
      return FALSE;
    }
  return options->empty ? draw_blank (options, &spec, error) : draw_people (options, &spec, path, error);
}

int
ty_cli_export_paper (int       argc,
                     char    **argv,
                     GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  int status;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (options.question.list_words)
    {
      ty_cli_question_print_words (&options.question);
      return TY_CLI_OK;
    }
  if (options.list_forms ? print_forms (&local) : run (&options, argc > 1 ? argv[1] : NULL, &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
