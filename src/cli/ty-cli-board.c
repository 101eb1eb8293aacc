/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-board"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli.h"

#include "ty-board-export.h"
#include "ty-card-chart.h"
#include "ty-office-dashboards.h"
#include "ty-unit-names.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A dashboard as a file: PDF, SVG, PNG, or a workbook of its numbers. Several are a set of papers for a meeting. */

typedef struct
{
  char *dashboard;
  char *as_of;
  char *scope;
  char *output;
  char *paper;
  char *user;
  int width;
  int card;
  gboolean overwrite;
  gboolean as_json;
  TyDate date;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->dashboard);
  g_free (options->as_of);
  g_free (options->scope);
  g_free (options->output);
  g_free (options->paper);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options  *options,
       GError  **error)
{
  if (options->paper != NULL && strcmp (options->paper, "a4") != 0 && strcmp (options->paper, "wide") != 0)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--paper takes a4 or wide."));
      return FALSE;
    }
  if (options->width != 0 && (options->width < 320 || options->width > 16384))
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--width takes from 320 to 16384 pixels."));
      return FALSE;
    }
  if (options->output != NULL)
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Name the file to write with --output."));
  return FALSE;
}

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "dashboard", 0, 0, G_OPTION_ARG_STRING, &options->dashboard,
      N_("The dashboard, by its word; several with commas between, or all"), N_("NAME") },
    { "card", 0, 0, G_OPTION_ARG_INT, &options->card, N_("Only one card, by its number from 1"), N_("NUMBER") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of, N_("The cut-off date, by default today"), N_("DATE") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options->scope,
      N_("A unit by code, by number, or by names from the top"), N_("UNIT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, N_("The file to write: .pdf, .svg, .png or .xlsx"),
      N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_("Pages of a PDF: a4, or wide as screens are"),
      N_("PAPER") },
    { "width", 0, 0, G_OPTION_ARG_INT, &options->width, N_("The width of a PNG in pixels"), N_("PIXELS") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options->overwrite, N_("Replace a file that is there"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  if (!ty_cli_parse ("export", "FILE --dashboard NAME --output FILE", entries, 1, 1, argc, argv, error)
      || !ty_cli_parse_date ("--as-of", options->as_of, &options->date, error) || !check (options, error))
    return FALSE;
  if (options->as_of == NULL)
    options->date = ty_date_today ();
  return TRUE;
}

static gboolean
find_format (const char     *path,
             TyBoardFormat  *format,
             GError        **error)
{
  const char *dot = strrchr (path, '.');

  if (dot != NULL && ty_board_format_parse (dot + 1, format))
    return TRUE;

  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
               _("A dashboard is written as .pdf, .svg, .png or .xlsx; “%s” is none of these."), path);
  return FALSE;
}

static char *
dup_unit_name (TyDatabase *database,
               gint64      scope,
               TyDate      as_of)
{
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(TyUnitState) root = NULL;

  if (scope != 0)
    return g_strdup (ty_unit_names_get (names, scope, as_of));

  root = ty_unit_table_get_root (database, NULL);
  return g_strdup (root != NULL ? ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_NAME) : "");
}

static GPtrArray *
count (Options            *options,
       TyLookup           *lookup,
       const TyDashboard  *dashboard,
       gint64              scope,
       GError            **error)
{
  TyDashboardPlace place = { .database = ty_lookup_get_database (lookup), .views = ty_lookup_get_views (lookup),
                             .as_of = options->date, .scope = scope };
  g_autoptr(TyView) view = ty_lookup_get_view (lookup, options->date, scope, 0, error);

  if (view == NULL)
    return NULL;

  place.columns = ty_view_get_columns (view);
  return ty_dashboard_count (dashboard, &place, NULL, error);
}

static gboolean
add_cards (Options            *options,
           const TyDashboard  *dashboard,
           GPtrArray          *answers,
           TyBoardExport      *export,
           GError            **error)
{
  if (options->card != 0 && (options->card < 1 || (guint) options->card > answers->len))
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_FAILED, _("The dashboard has no card %d."), options->card);
      return FALSE;
    }
  for (guint i = 0; i < answers->len; i++)
    {
      g_autoptr(TyChart) chart = ty_card_chart_new (g_ptr_array_index (answers, i));
      const TyCard *card = ty_dashboard_get_card (dashboard, i);

      if (options->card == 0)
        ty_board_export_add (export, chart, card->width, card->height);
      else if ((guint) options->card == i + 1)
        ty_board_export_add (export, chart, 12, 4);
    }
  return TRUE;
}

/* Numbers may leave a file that is only read: then there is no note. */
static gboolean
commit (Options        *options,
        const char     *path,
        TyBoardExport  *export,
        GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, &local_error);

  if (!ty_board_export_commit (export, store, ty_cli_get_user (options->user), error))
    return FALSE;
  if (store == NULL)
    g_printerr (_("The export is not noted in the history: %s\n"), local_error->message);

  return store == NULL || ty_store_close (store, error);
}

static gboolean
add_dashboard (GPtrArray   *list,
               const char  *word,
               GPtrArray   *chosen,
               GError     **error)
{
  TyDashboard *dashboard = ty_dashboard_find (list, word);

  if (dashboard != NULL)
    {
      if (!g_ptr_array_find (chosen, dashboard, NULL))
        g_ptr_array_add (chosen, dashboard);
      return TRUE;
    }

  g_set_error (error, TY_CLI_ERROR, TY_CLI_FAILED,
               _("There is no dashboard “%s”. “touyan-cli dashboard FILE” lists them."), word);
  return FALSE;
}

/* In the order in which they are named; all of them in that of the page. */
static GPtrArray *
choose (const char  *names,
        GPtrArray   *list,
        GError     **error)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_auto(GStrv) words = g_strsplit (names, ",", -1);

  if (strcmp (names, "all") == 0 && ty_dashboard_find (list, "all") == NULL)
    for (guint i = 0; i < list->len; i++)
      g_ptr_array_add (chosen, g_ptr_array_index (list, i));
  else
    for (guint i = 0; words[0] == NULL || words[i] != NULL; i++)
      if (!add_dashboard (list, words[0] != NULL ? g_strstrip (words[i]) : "", chosen, error))
        return NULL;

  return g_steal_pointer (&chosen);
}

static gboolean
write_dashboard (Options            *options,
                 TyLookup           *lookup,
                 const TyDashboard  *dashboard,
                 gint64              scope,
                 TyBoardExport      *export,
                 GError            **error)
{
  g_autoptr(GPtrArray) answers = count (options, lookup, dashboard, scope, error);

  return answers != NULL && add_cards (options, dashboard, answers, export, error);
}

static gboolean
write_dashboards (Options        *options,
                  TyLookup       *lookup,
                  GPtrArray      *chosen,
                  gint64          scope,
                  TyBoardExport  *export,
                  GError        **error)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (chosen, i);

      if (chosen->len > 1)
        ty_board_export_begin (export, ty_label_get (dashboard->title));
      if (!write_dashboard (options, lookup, dashboard, scope, export, error))
        return FALSE;
    }
  return ty_board_export_write (export, error);
}

static TyBoardExport *
write_board (Options            *options,
             const char         *path,
             TyBoardExportSpec  *spec,
             GError            **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  TyDatabase *database = lookup != NULL ? ty_lookup_get_database (lookup) : NULL;
  g_autoptr(GPtrArray) list = database != NULL ? ty_dashboard_list (database, error) : NULL;
  g_autoptr(GPtrArray) chosen = list != NULL ? choose (options->dashboard, list, error) : NULL;
  g_autoptr(TyBoardExport) export = NULL;
  g_autofree char *unit_name = NULL;
  gint64 scope = 0;

  if (chosen == NULL)
    return NULL;
  if (chosen->len > 1 && options->card != 0)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--card is of one dashboard. Name only one."));
      return NULL;
    }
  if (options->scope != NULL
      && (scope = ty_unit_table_resolve (database, options->scope, options->date, error)) == 0)
    return NULL;

  unit_name = dup_unit_name (database, scope, options->date);
  spec->set = chosen->len > 1;
  spec->word = spec->set ? options->dashboard : ((TyDashboard *) g_ptr_array_index (chosen, 0))->word;
  /* Translators: the title of several dashboards in one file */
  spec->title = spec->set ? _("Figures for the meeting")
                          : ty_label_get (((TyDashboard *) g_ptr_array_index (chosen, 0))->title);
  spec->unit_name = unit_name;
  export = ty_board_export_new (spec, error);
  if (export == NULL || !write_dashboards (options, lookup, chosen, scope, export, error))
    return NULL;

  return g_steal_pointer (&export);
}

static gboolean
run (Options     *options,
     const char  *path,
     GError     **error)
{
  TyBoardExportSpec spec = { .path = options->output, .pixels = (guint) options->width, .as_of = options->date,
                             .a4 = g_strcmp0 (options->paper, "a4") == 0 };
  g_autoptr(TyBoardExport) export = NULL;
  g_autofree char *pages = NULL;

  if (!find_format (options->output, &spec.format, error))
    return FALSE;
  if (!options->overwrite && g_file_test (options->output, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("There is a file %s already. Choose another name, or say --overwrite."), options->output);
      return FALSE;
    }

  export = write_board (options, path, &spec, error);
  if (export == NULL || !commit (options, path, export, error))
    return FALSE;

  pages = g_strdup_printf ("%u", ty_board_export_get_n_pages (export));
  if (options->as_json)
    ty_cli_print_json ("file", options->output, "pages", pages, NULL);
  else
    g_print (_("Pages: %s\n"), pages);
  return TRUE;
}

int
ty_cli_export_board (int       argc,
                     char    **argv,
                     GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  int status;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (run (&options, argv[1], &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
