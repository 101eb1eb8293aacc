/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-export"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-county-json.h"
#include "ty-custom-table.h"
#include "ty-finder.h"
#include "ty-question.h"
#include "ty-roster-export.h"
#include "ty-roster-layout-table.h"
#include "ty-unit-names.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A roster for other programs and for paper; or everything, as JSON. */

#define USAGE "export FILE OUT.xlsx --roster [--layout LAYOUT] --as-of DATE"

typedef struct
{
  TyCliQuestion question;
  char *layout;
  char *columns;
  char *groups;
  char *format;
  char *search;
  char *sort;
  char *output;
  char *user;
  gboolean roster;
  gboolean json_schema;
  gboolean sensitive;
  gboolean overwrite;
  gboolean list_layouts;
} Options;

static void
options_clear (Options *options)
{
  ty_cli_question_clear (&options->question);
  g_free (options->layout);
  g_free (options->columns);
  g_free (options->groups);
  g_free (options->format);
  g_free (options->search);
  g_free (options->sort);
  g_free (options->output);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Without a roster, what is printed as JSON is everything. */
static gboolean
is_everything (const Options *options)
{
  return options->question.as_json && !options->roster && !options->list_layouts && !options->question.list_words;
}

static gboolean
check_arguments (Options  *options,
                 int       argc,
                 GError  **error)
{
  if (options->question.list_words || (options->list_layouts && argc == 2))
    return TRUE;
  if ((argc == 3) != (options->output != NULL) && options->roster)
    return TRUE;
  if (options->json_schema || (argc == 2 && is_everything (options)))
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
    { "roster", 0, 0, G_OPTION_ARG_NONE, &options->roster, N_("Export a roster"), NULL },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &options->layout,
      N_("How it is laid out, by default that of village cadres"), N_("LAYOUT") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options->columns,
      N_("Other columns, joined by commas"), N_("COLUMNS") },
    { "sensitive", 0, 0, G_OPTION_ARG_NONE, &options->sensitive,
      N_("Keep the sensitive columns of the layout, such as ID numbers"), NULL },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options->groups,
      N_("Headings above each township or village: none, township or village"), N_("GROUPS") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_("xlsx, pdf, csv or csv-gb18030, by default as the name ends"), N_("FORMAT") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->search,
      N_("Part of a name, pinyin or initials, a village, or a whole ID number"), N_("TEXT") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options->sort,
      N_("The order, keys or fields of the county (own:NUMBER) joined by commas; a minus before one turns "
         "it round"), N_("KEYS") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options->overwrite,
      N_("Replace a file that is there"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, N_("The file to write"), N_("FILE") },
    { "json-schema", 0, 0, G_OPTION_ARG_NONE, &options->json_schema,
      N_("Print the JSON Schema of what --json exports"), NULL },
    { "list-layouts", 0, 0, G_OPTION_ARG_NONE, &options->list_layouts,
      N_("Print the layouts of FILE and the columns that there are"), NULL },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it"), N_("NAME") },
    { NULL }
  };

  ty_cli_question_init (&options->question);
  return ty_cli_parse_more ("export", "FILE OUT.xlsx --roster --as-of DATE", entries,
                            options->question.entries, 0, 2, argc, argv, error)
         && check_arguments (options, *argc, error)
         && (is_everything (options) || options->json_schema
             || ty_cli_question_check (&options->question, USAGE, *argc, error));
}

static TyRosterLayout *
find_layout (GPtrArray   *layouts,
             const char  *id,
             GError     **error)
{
  for (guint i = 0; i < layouts->len; i++)
    {
      const TyRosterLayout *layout = g_ptr_array_index (layouts, i);

      if (strcmp (layout->id, id) == 0 || strcmp (layout->name, id) == 0)
        return ty_roster_layout_copy (layout);
    }
  g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
               _("There is no layout “%s”. --list-layouts prints those that there are."), id);
  return NULL;
}

/* By the word of a field of the county, or by what it is called. */
static TyCustomField *
find_own (const TyRosterLayout *layout,
          const char           *word)
{
  gint64 key = ty_custom_field_key_from_word (word);
  TyRecord *field = layout->own != NULL ? ty_custom_table_find_name (layout->own, word) : NULL;

  return field != NULL ? TY_CUSTOM_FIELD (field) : ty_roster_layout_find_own (layout, key);
}

/* Columns that were named were chosen, sensitive or not. Those that the layout has stay as they are
 * in it. */
static gboolean
choose_columns (TyRosterLayout  *layout,
                const char      *columns,
                GError         **error)
{
  g_autoptr(TyRosterLayout) before = ty_roster_layout_copy (layout);
  g_auto(GStrv) words = g_strsplit (columns, ",", -1);

  g_ptr_array_set_size (layout->columns, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      TyCustomField *own = find_own (before, g_strstrip (words[i]));
      TyRosterField field;

      if (own != NULL)
        {
          ty_roster_layout_add_own (layout, own);
          continue;
        }
      if (!ty_roster_field_parse (words[i], &field))
        {
          g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE,
                       _("There is no column “%s”. --list-layouts prints those that there are."), words[i]);
          return FALSE;
        }
      ty_roster_layout_add_from (layout, field, before);
    }
  return TRUE;
}

static TyRosterLayout *
make_layout (Options     *options,
             TyDatabase  *database,
             GError     **error)
{
  g_autoptr(GPtrArray) layouts = ty_roster_layout_table_list (database, error);
  g_autoptr(TyRosterLayout) layout = NULL;

  if (layouts == NULL)
    return NULL;
  layout = find_layout (layouts, options->layout != NULL ? options->layout : "village", error);
  if (layout == NULL)
    return NULL;
  if (options->columns != NULL && !choose_columns (layout, options->columns, error))
    return NULL;
  if (options->columns == NULL && !options->sensitive)
    ty_roster_layout_remove_sensitive (layout);
  if (options->groups != NULL && !ty_roster_groups_parse (options->groups, &layout->groups))
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("--group takes none, township or village."));
      return NULL;
    }
  return g_steal_pointer (&layout);
}

static gboolean
choose_format (Options         *options,
               const char      *path,
               TyRosterFormat  *format,
               GError         **error)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  if (ty_roster_format_parse (options->format != NULL ? options->format : suffix, format)
      && *format != TY_ROSTER_PAPER)
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                       _("Name a file that ends in .xlsx, .pdf or .csv, or say the format with --format."));
  return FALSE;
}

static char *
dup_unit_name (TyLookup *lookup,
               TyView   *view)
{
  TyDatabase *database = ty_lookup_get_database (lookup);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(TyUnitState) root = NULL;

  if (ty_view_get_scope (view) != 0)
    return g_strdup (ty_unit_names_get (names, ty_view_get_scope (view), ty_view_get_as_of (view)));

  root = ty_unit_table_get_root (database, NULL);
  return g_strdup (root != NULL ? ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_NAME) : "");
}

static TyBitmap *
find_people (Options       *options,
             TyLookup      *lookup,
             TyOrder       *order,
             TyPopulation  *population,
             GError       **error)
{
  g_autoptr(TyPopulation) resolved = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(TyBitmap) found = NULL;
  TySubject subject;

  if (!ty_population_get_subject (population, &subject, error))
    return NULL;
  if (subject != TY_SUBJECT_PEOPLE)
    {
      g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                           _("A roster lists people, not villages or posts."));
      return NULL;
    }

  resolved = ty_population_resolve (population, ty_order_get_view (order),
                                    ty_lookup_get_database (lookup), error);
  if (resolved == NULL)
    return NULL;
  rows = ty_population_mark (resolved, ty_order_get_view (order), ty_lookup_get_views (lookup));
  if (ty_finder_is_empty (options->search))
    return g_steal_pointer (&rows);

  found = ty_finder_find (order, ty_lookup_get_database (lookup), options->search, error);
  if (found == NULL)
    return NULL;
  ty_bitmap_and (rows, found);
  return g_steal_pointer (&rows);
}

static char *
dup_who (const char *word)
{
  TyWho who;

  return ty_who_parse (word, &who) ? ty_who_dup_label (who) : g_strdup (word);
}

static char *
dup_condition (const char *word)
{
  TyCondition condition;

  return ty_condition_parse (word, &condition) ? ty_condition_dup_label (condition) : g_strdup (word);
}

/* Values of dimensions and filters as they were typed. */
static char *
dup_filter_text (Options *options)
{
  const TyCliQuestion *question = &options->question;
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (question->who != NULL)
    g_ptr_array_add (words, dup_who (question->who));
  for (guint i = 0; question->is != NULL && question->is[i] != NULL; i++)
    g_ptr_array_add (words, dup_condition (question->is[i]));
  for (guint i = 0; question->where != NULL && question->where[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (question->where[i]));
  if (question->on_list != NULL)
    g_ptr_array_add (words, g_strdup (question->on_list));
  if (question->filter != NULL)
    g_ptr_array_add (words, g_strdup (question->filter));
  if (!ty_finder_is_empty (options->search))
    g_ptr_array_add (words, g_strdup (options->search));
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_("filters", "; "), (char **) words->pdata);
}

static TyRosterExport *
write_roster (Options               *options,
              TyLookup              *lookup,
              TyRosterExportSpec    *spec,
              GError               **error)
{
  g_autoptr(TyView) view = ty_cli_question_get_view (&options->question, lookup, 0, error);
  g_autoptr(GArray) sorts = NULL;
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyOrder) order = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autofree char *unit_name = NULL;
  g_autofree char *filter = dup_filter_text (options);

  sorts = options->sort != NULL ? ty_question_parse_sorts (options->sort, error)
                                : g_array_new (FALSE, FALSE, sizeof (TySortKey));
  population = view != NULL && sorts != NULL && ty_question_check_sorts (sorts, view, error)
                 ? ty_cli_question_make_population (&options->question, lookup, view, error) : NULL;
  order = population != NULL
            ? ty_lookup_get_order (lookup, options->question.date, ty_view_get_scope (view), error)
            : NULL;
  rows = order != NULL ? find_people (options, lookup, order, population, error) : NULL;
  if (rows == NULL)
    return NULL;

  unit_name = dup_unit_name (lookup, view);
  spec->unit_name = unit_name;
  spec->filter_text = filter;
  spec->population = population;
  spec->searched = !ty_finder_is_empty (options->search);
  spec->keys = (const TySortKey *) sorts->data;
  spec->n_keys = sorts->len;
  return ty_roster_export_new (ty_lookup_get_database (lookup), order, ty_lookup_get_views (lookup),
                               rows, spec, NULL, NULL, NULL, error);
}

/* Where the file cannot be changed, only what is not sensitive is exported, without a note. */
static gboolean
commit (Options         *options,
        const char      *path,
        TyRosterExport  *export,
        GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, &local_error);

  if (!ty_roster_export_commit (export, store, ty_cli_get_user (options->user), error))
    return FALSE;
  if (store == NULL)
    g_printerr (_("The export is not noted in the history: %s\n"), local_error->message);

  return store == NULL || ty_store_close (store, error);
}

static void
print_result (Options        *options,
              TyRosterExport *export)
{
  g_autofree char *people = g_strdup_printf ("%u", ty_roster_export_get_n_people (export));
  g_autofree char *cut = g_strdup_printf ("%u", ty_roster_export_get_n_cut (export));

  if (options->question.as_json)
    {
      ty_cli_print_json ("file", ty_roster_export_get_path (export), "people", people, "cut", cut, NULL);
      return;
    }
  g_print (ngettext ("Exported %u person.\n", "Exported %u people.\n",
                     ty_roster_export_get_n_people (export)),
           ty_roster_export_get_n_people (export));
  if (ty_roster_export_get_n_cut (export) > 0)
    g_print (_("Texts that are longer than a cell may be, and were cut: %u\n"),
             ty_roster_export_get_n_cut (export));
}

static gboolean
run (Options     *options,
     const char  *path,
     const char  *to,
     GError     **error)
{
  g_autoptr(TyLookup) lookup = NULL;
  g_autoptr(TyRosterLayout) layout = NULL;
  g_autoptr(TyRosterExport) export = NULL;
  TyRosterExportSpec spec = { .path = to };

  if (!choose_format (options, to, &spec.format, error))
    return FALSE;
  if (!options->overwrite && g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("There is a file %s already. Choose another name, or say --overwrite."), to);
      return FALSE;
    }

  lookup = ty_lookup_open (path, error);
  layout = lookup != NULL ? make_layout (options, ty_lookup_get_database (lookup), error) : NULL;
  if (layout == NULL)
    return FALSE;

  spec.layout = layout;
  export = write_roster (options, lookup, &spec, error);
  g_clear_pointer (&lookup, ty_lookup_free);
  if (export == NULL || !commit (options, path, export, error))
    return FALSE;

  print_result (options, export);
  return TRUE;
}

static void
add_own_columns (TyCliTable           *table,
                 const TyRosterLayout *layout)
{
  for (guint i = 0; layout->own != NULL && i < layout->own->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (layout->own, i);
      g_autofree char *word = ty_custom_field_dup_word (field);

      ty_cli_table_add (table, "--columns");
      ty_cli_table_add (table, word);
      ty_cli_table_add (table, ty_custom_field_get_name (field));
    }
}

static gboolean
print_layouts (const char  *path,
               GError     **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  g_autoptr(GPtrArray) layouts = NULL;
  g_autoptr(TyCliTable) table = ty_cli_table_new (3, 3);

  if (lookup != NULL)
    layouts = ty_roster_layout_table_list (ty_lookup_get_database (lookup), error);
  if (layouts == NULL)
    return FALSE;

  for (guint i = 0; i < layouts->len; i++)
    {
      const TyRosterLayout *layout = g_ptr_array_index (layouts, i);

      ty_cli_table_add (table, "--layout");
      ty_cli_table_add (table, layout->id);
      ty_cli_table_add (table, layout->name);
    }
  for (guint i = 0; i < TY_N_ROSTER_FIELDS; i++)
    {
      g_autofree char *label = ty_roster_field_dup_label (i);

      ty_cli_table_add (table, "--columns");
      ty_cli_table_add (table, ty_roster_field_to_string (i));
      ty_cli_table_add (table, label);
    }
  add_own_columns (table, g_ptr_array_index (layouts, 0));
  ty_cli_table_print (table);
  return TRUE;
}

/* Forms, dashboards and rosters are all exported, but have options of their own. */
static gboolean
has_option (int          argc,
            char       **argv,
            const char  *option)
{
  gsize length = strlen (option);

  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], option) && (argv[i][length] == '\0' || argv[i][length] == '='))
      return TRUE;

  return FALSE;
}

static void
print_schema (void)
{
  g_autofree char *schema = ty_county_json_dup_schema ();

  g_print ("%s\n", schema);
}

static gboolean
export (Options     *options,
        const char  *path,
        const char  *to,
        GError     **error)
{
  if (is_everything (options))
    return ty_cli_export_json (path, options->output, options->overwrite, ty_cli_get_user (options->user),
                               error);

  return options->list_layouts ? print_layouts (path, error)
                               : run (options, path, options->output != NULL ? options->output : to, error);
}

int
ty_cli_export (int       argc,
               char    **argv,
               GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  int status;

  if (has_option (argc, argv, "--form") || has_option (argc, argv, "--list-forms"))
    return ty_cli_export_paper (argc, argv, error);
  if (has_option (argc, argv, "--dashboard"))
    return ty_cli_export_board (argc, argv, error);
  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;
  if (options.question.list_words)
    {
      ty_cli_question_print_words (&options.question);
      return TY_CLI_OK;
    }
  if (options.json_schema)
    {
      print_schema ();
      return TY_CLI_OK;
    }
  if (export (&options, argv[1], argv[2], &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
