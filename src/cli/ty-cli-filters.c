/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-filters"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-filter-node.h"
#include "ty-saved-filter-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The named filters of a file. */

typedef struct
{
  char *save;
  char *filter;
  char *remove;
  char *user;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->save);
  g_free (options->filter);
  g_free (options->remove);
  g_free (options->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "save", 0, 0, G_OPTION_ARG_STRING, &options->save,
      N_("Save a filter under a name, instead of one that has it"), N_("NAME") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options->filter, N_("The filter that is saved"), "JSON" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options->remove, N_("Remove the filter of a name"),
      N_("NAME") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &options->user, N_("Who does it, for the history"),
      N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  if (!ty_cli_parse ("filters", "FILE", entries, 1, 1, argc, argv, error))
    return FALSE;
  if ((options->save != NULL) == (options->filter != NULL)
      && (options->save == NULL || options->remove == NULL))
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE,
                       _("--save and --filter belong together, and --remove stands alone."));
  return FALSE;
}

static const char *
get_text (TySavedFilter      *filter,
          TySavedFilterField  field)
{
  const char *text = ty_record_get_text (TY_RECORD (filter), field);

  return text != NULL ? text : "";
}

/* What cannot be read is told in the place of the sentence. */
static char *
dup_sentence (TySavedFilter *filter,
              TyView        *view)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPopulation) population = ty_population_from_json (
    get_text (filter, TY_SAVED_FILTER_CONDITIONS), &error);
  g_autoptr(TyFilterNode) node = NULL;

  if (population == NULL)
    return g_strdup (error->message);

  node = ty_filter_node_new_for (population);
  ty_filter_node_find_labels (node, view);
  return ty_filter_node_dup_text (node);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
print_json (GPtrArray *filters,
            TyView    *view)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < filters->len; i++)
    {
      TySavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *sentence = dup_sentence (filter, view);

      json_builder_begin_object (builder);
      add_member (builder, "name", get_text (filter, TY_SAVED_FILTER_NAME));
      add_member (builder, "sentence", sentence);
      add_member (builder, "conditions", get_text (filter, TY_SAVED_FILTER_CONDITIONS));
      add_member (builder, "note", get_text (filter, TY_SAVED_FILTER_NOTE));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

static void
print_table (GPtrArray *filters,
             TyView    *view)
{
  g_autoptr(TyCliTable) table = ty_cli_table_new (2, 2);

  ty_cli_table_add (table, C_("filters", "Name"));
  ty_cli_table_add (table, _("Conditions"));
  for (guint i = 0; i < filters->len; i++)
    {
      TySavedFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *sentence = dup_sentence (filter, view);

      ty_cli_table_add (table, get_text (filter, TY_SAVED_FILTER_NAME));
      ty_cli_table_add (table, sentence);
    }
  ty_cli_table_print (table);
}

static gboolean
print_filters (const char  *path,
               gboolean     as_json,
               GError     **error)
{
  g_autoptr(TyLookup) lookup = ty_lookup_open (path, error);
  g_autoptr(TyView) view = lookup != NULL ? ty_lookup_get_view (lookup, ty_date_today (), 0, 0, error)
                                          : NULL;
  g_autoptr(GPtrArray) filters = NULL;

  if (view == NULL)
    return FALSE;
  filters = ty_saved_filter_table_list (ty_lookup_get_database (lookup), error);
  if (filters == NULL)
    return FALSE;

  if (as_json)
    print_json (filters, view);
  else
    print_table (filters, view);
  return TRUE;
}

static gboolean
change (Options  *options,
        TyStore  *store,
        GError  **error)
{
  const char *name = options->save != NULL ? options->save : options->remove;
  g_autoptr(GError) unknown = NULL;
  g_autoptr(TySavedFilter) stored = ty_saved_filter_table_find (ty_store_get_database (store), name,
                                                                &unknown);
  g_autoptr(TySavedFilter) filter = NULL;
  g_autoptr(TyPopulation) population = NULL;

  if (stored == NULL && (options->remove != NULL
                         || !g_error_matches (unknown, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND)))
    {
      g_propagate_error (error, g_steal_pointer (&unknown));
      return FALSE;
    }
  if (options->save != NULL)
    {
      population = ty_population_from_json (options->filter, error);
      if (population == NULL)
        return FALSE;
      filter = stored != NULL ? TY_SAVED_FILTER (ty_record_dup (TY_RECORD (stored)))
                              : ty_saved_filter_new ();
      ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_NAME, name);
      ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_CONDITIONS, options->filter);
    }
  return ty_saved_filter_table_save (store, ty_cli_get_user (options->user), stored, filter, error);
}

static gboolean
change_file (Options     *options,
             const char  *path,
             GError     **error)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, error);

  return store != NULL && change (options, store, error) && ty_cli_finish (store, error);
}

int
ty_cli_filters (int       argc,
                char    **argv,
                GError  **error)
{
  g_auto(Options) options = { 0 };
  GError *local = NULL;
  gboolean done;
  int status;

  if (!parse (&options, &argc, &argv, error))
    return TY_CLI_USAGE;

  done = options.save != NULL || options.remove != NULL
           ? change_file (&options, argv[1], &local) : print_filters (argv[1], options.as_json, &local);
  if (done)
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
