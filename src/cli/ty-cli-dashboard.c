/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-dashboard"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-card-answer-json.h"
#include "ty-kept-table.h"
#include "ty-office-dashboards.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>

/* The dashboards of a file, and their numbers on a date. */

typedef struct
{
  char *as_of;
  char *scope;
  char *compare;
  char *save;
  char *reset;
  char *user;
  gboolean definition;
  gboolean as_json;
  TyDate date;
  TyCardCompare compared;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->scope);
  g_free (options->compare);
  g_free (options->save);
  g_free (options->reset);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_compare (Options  *options,
              GError  **error)
{
  if (options->compare == NULL)
    return TRUE;
  if (g_str_equal (options->compare, "none"))
    options->compared.before = TY_CARD_BEFORE_NONE;
  else if (g_str_equal (options->compare, "term"))
    options->compared.before = TY_CARD_BEFORE_TERM;
  else if (g_str_equal (options->compare, "year"))
    options->compared.before = TY_CARD_BEFORE_YEAR;
  else
    options->compared.before = TY_CARD_BEFORE_DATE;

  return options->compared.before != TY_CARD_BEFORE_DATE
         || ty_cli_parse_date ("--compare", options->compare, &options->compared.date, error);
}

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of, N_("The cut-off date, by default today"),
      N_("DATE") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options->scope,
      N_("A unit by code, by number, or by names from the top"), N_("UNIT") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options->compare,
      N_("With what it is compared: a date, “term”, “year” or “none”"), N_("DATE") },
    { "definition", 0, 0, G_OPTION_ARG_NONE, &options->definition,
      N_("Print what the dashboard asks instead of its numbers"), NULL },
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &options->save,
      N_("Keep the dashboard of a file as the county’s own"), N_("FILE.json") },
    { "reset", 0, 0, G_OPTION_ARG_STRING, &options->reset,
      N_("Remove one of the county; one of the program is as it was shipped"), N_("NAME") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it, for the history"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  if (!ty_cli_parse ("dashboard", "FILE [NAME]", entries, 1, 2, argc, argv, error)
      || !ty_cli_parse_date ("--as-of", options->as_of, &options->date, error)
      || !read_compare (options, error))
    return FALSE;
  if (options->as_of == NULL)
    options->date = ty_date_today ();
  if ((options->save == NULL && options->reset == NULL)
      || (*argc == 2 && (options->save == NULL || options->reset == NULL)))
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--save and --reset stand alone."));
  return FALSE;
}

static void
print_list_as_json (GPtrArray *list)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "word");
      json_builder_add_string_value (builder, dashboard->word);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, ty_label_get (dashboard->title));
      json_builder_set_member_name (builder, "edited");
      json_builder_add_boolean_value (builder, dashboard->edited);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

static void
print_list (GPtrArray *list)
{
  g_autoptr(TyCliTable) table = ty_cli_table_new (3, 3);

  ty_cli_table_add (table, _("Word"));
  ty_cli_table_add (table, _("Title"));
  ty_cli_table_add (table, "");
  for (guint i = 0; i < list->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (list, i);

      ty_cli_table_add (table, dashboard->word);
      ty_cli_table_add (table, ty_label_get (dashboard->title));
      /* Translators: a dashboard of the county itself, or one of the program that it changed */
      ty_cli_table_add (table, !dashboard->edited ? "" : dashboard->shipped ? _("changed") : _("own"));
    }
  ty_cli_table_print (table);
}

static void
add_row (TyCliTable         *table,
         const TyCardAnswer *answer,
         const char         *label,
         guint               category)
{
  ty_cli_table_add (table, label);
  for (guint i = 0; i < answer->series->len; i++)
    ty_cli_table_add (table, ty_card_answer_get_value (answer, category, i)->text);
}

static void
print_answer (const TyCardAnswer *answer)
{
  g_autoptr(TyCliTable) table = NULL;

  g_print ("\n%s\n", answer->title);
  if (answer->message != NULL || answer->text != NULL)
    {
      g_print ("%s\n", answer->message != NULL ? answer->message : answer->text);
      return;
    }

  table = ty_cli_table_new (answer->series->len + 1, 1);
  ty_cli_table_add (table, "");
  for (guint i = 0; i < answer->series->len; i++)
    ty_cli_table_add (table, ty_card_answer_get_series (answer, i)->label);
  for (guint i = 0; i < answer->categories->len; i++)
    add_row (table, answer, ty_card_answer_get_category (answer, i)->label, i);
  if (answer->totals->len > 0)
    add_row (table, answer, _("Total"), TY_CARD_ALL);
  ty_cli_table_print (table);
  if (answer->note != NULL)
    g_print ("%s\n", answer->note);
}

static gboolean
print_numbers (Options            *options,
               TyLookup           *lookup,
               const TyDashboard  *dashboard,
               GError            **error)
{
  TyDatabase *database = ty_lookup_get_database (lookup);
  TyDashboardPlace place = { .database = database, .views = ty_lookup_get_views (lookup),
                             .as_of = options->date, .compare = options->compared };
  g_autoptr(TyView) view = NULL;
  g_autoptr(GPtrArray) answers = NULL;

  if (options->scope != NULL
      && (place.scope = ty_unit_table_resolve (database, options->scope, options->date, error)) == 0)
    return FALSE;
  view = ty_lookup_get_view (lookup, options->date, place.scope, 0, error);
  if (view == NULL)
    return FALSE;

  place.columns = ty_view_get_columns (view);
  answers = ty_dashboard_count (dashboard, &place, NULL, error);
  if (answers == NULL)
    return FALSE;
  if (options->as_json)
    {
      g_autofree char *json = ty_card_answers_to_json (answers, TRUE);

      g_print ("%s\n", json);
      return TRUE;
    }

  g_print ("%s\n", ty_label_get (dashboard->title));
  for (guint i = 0; i < answers->len; i++)
    print_answer (g_ptr_array_index (answers, i));
  return TRUE;
}

static TyDashboard *
find (GPtrArray   *list,
      const char  *name,
      GError     **error)
{
  TyDashboard *dashboard = ty_dashboard_find (list, name);

  if (dashboard == NULL)
    g_set_error (error, TY_CLI_ERROR, TY_CLI_FAILED,
                 _("There is no dashboard “%s”. “touyan-cli dashboard FILE” lists them."), name);
  return dashboard;
}

static gboolean
show (Options     *options,
      const char  *path,
      const char  *name,
      GError     **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  g_autoptr(GPtrArray) list = lookup != NULL ? ty_dashboard_list (ty_lookup_get_database (lookup), error)
                                             : NULL;
  const TyDashboard *dashboard;

  if (list == NULL)
    return FALSE;
  if (name == NULL)
    {
      if (options->as_json)
        print_list_as_json (list);
      else
        print_list (list);
      return TRUE;
    }

  dashboard = find (list, name, error);
  if (dashboard == NULL)
    return FALSE;
  if (options->definition)
    {
      g_autofree char *json = ty_dashboard_to_json (dashboard);

      g_print ("%s\n", json);
      return TRUE;
    }
  return print_numbers (options, lookup, dashboard, error);
}

/* A card with a problem is kept all the same: it says so where it stands, and here. */
static TyDashboard *
read_file (const char  *path,
           GError     **error)
{
  g_autofree char *json = NULL;
  TyDashboard *dashboard;

  if (!g_file_get_contents (path, &json, NULL, error))
    return NULL;

  dashboard = ty_dashboard_from_json (json, error);
  for (guint i = 0; dashboard != NULL && i < dashboard->cards->len; i++)
    if (ty_dashboard_get_card (dashboard, i)->problem != NULL)
      /* Translators: the number of a card, and what is wrong with it */
      g_printerr (_("Card %u: %s\n"), i + 1, ty_dashboard_get_card (dashboard, i)->problem);
  return dashboard;
}

static gboolean
keep (Options     *options,
      const char  *path,
      GError     **error)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, error);
  g_autoptr(GPtrArray) list = store != NULL ? ty_dashboard_list (ty_store_get_database (store), error) : NULL;
  g_autoptr(TyDashboard) read = NULL;
  g_autofree char *json = NULL;
  TyDashboard *dashboard;

  if (list == NULL)
    return FALSE;
  if (options->save != NULL)
    dashboard = read = read_file (options->save, error);
  else
    dashboard = find (list, options->reset, error);
  if (dashboard == NULL)
    return FALSE;

  json = options->save != NULL ? ty_dashboard_to_json (dashboard) : NULL;
  return ty_kept_table_save (store, ty_cli_get_user (options->user), "dashboard", dashboard->word,
                             ty_label_get (dashboard->title), json, NULL, error)
         && ty_cli_finish (store, error);
}

int
ty_cli_dashboard (int       argc,
                  char    **argv,
                  GError  **error)
{
  g_auto(Options) options = { 0 };
  gboolean done;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;

  done = options.save != NULL || options.reset != NULL
           ? keep (&options, argv[1], error)
           : show (&options, argv[1], argc > 2 ? argv[2] : NULL, error);
  return done ? TY_CLI_OK : TY_CLI_FAILED;
}
