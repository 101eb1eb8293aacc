/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-list"

#include "config.h"

#include "ty-cli-question.h"
#include "ty-cli-table.h"
#include "ty-cli.h"

#include "ty-listing.h"
#include "ty-question.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The list behind a figure. */

#define USAGE "list FILE --as-of DATE [--scope UNIT] [--who WHO] [--is CONDITION]… " \
              "[--where DIMENSION=VALUE]…"

/* Rows that are read at once: nobody waits for the end of a province. */
#define ROWS_AT_ONCE 1000

#define NO_LIMIT -1

typedef struct
{
  TyCliQuestion question;
  char *search;
  char *sort;
  int limit;
  gboolean count;
} Options;

static void
options_clear (Options *options)
{
  ty_cli_question_clear (&options->question);
  g_free (options->search);
  g_free (options->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options   *options,
       int       *argc,
       char    ***argv,
       GError   **error)
{
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->search,
      N_("Part of a name, pinyin or initials, a village, a whole ID number, or a phone number"), N_("TEXT") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options->sort,
      N_("The order, keys or fields of the county (own:NUMBER) joined by commas; a minus before one turns "
         "it round"), N_("KEYS") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit, N_("At most so many"), "N" },
    { "count", 0, 0, G_OPTION_ARG_NONE, &options->count, N_("Only print how many they are"), NULL },
    { NULL }
  };

  options->limit = NO_LIMIT;
  ty_cli_question_init (&options->question);
  if (!ty_cli_parse_more ("list", "FILE --as-of DATE", entries, options->question.entries, 0, 1, argc,
                          argv, error)
      || !ty_cli_question_check (&options->question, USAGE, *argc, error))
    return FALSE;
  if (options->limit >= NO_LIMIT)
    return TRUE;

  g_set_error_literal (error, TY_CLI_ERROR, TY_CLI_USAGE, _("--limit needs a number from 0."));
  return FALSE;
}

static void
print_rows (TyListing  *listing,
            TyCliTable *table,
            GPtrArray  *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **texts = g_ptr_array_index (rows, i);

      for (guint column = 1; column < ty_listing_get_n_columns (listing); column++)
        ty_cli_table_add (table, texts[column]);
    }
  ty_cli_table_print (table);
}

static gboolean
print_table (TyListing  *listing,
             guint       n,
             GError    **error)
{
  guint n_columns = ty_listing_get_n_columns (listing) - 1;
  g_autoptr(TyCliTable) table = ty_cli_table_new (n_columns, n_columns);

  for (guint column = 1; column <= n_columns; column++)
    {
      g_autofree char *label = ty_listing_dup_column_label (listing, column);

      ty_cli_table_add (table, label);
    }
  for (guint first = 0; first < n || first == 0; first += ROWS_AT_ONCE)
    {
      g_autoptr(GPtrArray) rows = ty_listing_load (listing, first, MIN (ROWS_AT_ONCE, n - first),
                                                   error);

      if (rows == NULL)
        return FALSE;
      print_rows (listing, table, rows);
    }
  if (n < ty_listing_get_n (listing))
    /* Translators: how many are shown, and how many there are */
    g_print (_("%u of %u are shown.\n"), n, ty_listing_get_n (listing));
  return TRUE;
}

static void
print_object (TyListing  *listing,
              char      **texts,
              gboolean    first)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *json = NULL;

  for (guint column = 0; column < ty_listing_get_n_columns (listing); column++)
    json_object_set_string_member (object, ty_listing_get_column (listing, column), texts[column]);
  json_node_set_object (node, object);
  json = json_to_string (node, FALSE);
  g_print ("%s\n    %s", first ? "" : ",", json);
}

/* Row by row: the whole of a province has no place in one object. */
static gboolean
print_json (TyCliQuestion  *question,
            TyListing      *listing,
            guint           n,
            GError        **error)
{
  g_autofree char *as_of = ty_date_to_iso (question->date);

  g_print ("{\n  \"as_of\": \"%s\",\n  \"count\": %u,\n  \"rows\": [", as_of,
           ty_listing_get_n (listing));
  for (guint first = 0; first < n; first += ROWS_AT_ONCE)
    {
      g_autoptr(GPtrArray) rows = ty_listing_load (listing, first, MIN (ROWS_AT_ONCE, n - first),
                                                   error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        print_object (listing, g_ptr_array_index (rows, i), first + i == 0);
    }
  g_print ("%s]\n}\n", n > 0 ? "\n  " : "");
  return TRUE;
}

static gboolean
print_count (Options              *options,
             TyLookup             *lookup,
             const TyListingSpec  *spec,
             GError              **error)
{
  guint n;

  if (!ty_listing_count (lookup, spec, &n, error))
    return FALSE;

  g_print (options->question.as_json ? "{\n  \"count\": %u\n}\n" : "%u\n", n);
  return TRUE;
}

static gboolean
run (Options     *options,
     const char  *path,
     GError     **error)
{
  g_autoptr(TyLookup) lookup = NULL;
  g_autoptr(TyView) view = NULL;
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(GArray) sorts = NULL;
  g_autoptr(TyListing) listing = NULL;
  TyListingSpec spec = { .search = options->search };
  guint n;

  sorts = options->sort != NULL ? ty_question_parse_sorts (options->sort, error)
                                : g_array_new (FALSE, FALSE, sizeof (TySortKey));
  lookup = sorts != NULL ? ty_lookup_open (path, error) : NULL;
  view = lookup != NULL ? ty_cli_question_get_view (&options->question, lookup, 0, error) : NULL;
  population = view != NULL ? ty_cli_question_make_population (&options->question, lookup, view,
                                                                     error) : NULL;
  if (population == NULL || !ty_question_check_sorts (sorts, view, error))
    return FALSE;

  spec.population = population;
  spec.view = view;
  spec.keys = (const TySortKey *) sorts->data;
  spec.n_keys = sorts->len;
  if (options->count)
    return print_count (options, lookup, &spec, error);

  listing = ty_listing_new (lookup, &spec, error);
  if (listing == NULL)
    return FALSE;
  n = ty_listing_get_n (listing);
  if (options->limit != NO_LIMIT)
    n = MIN (n, (guint) options->limit);
  return options->question.as_json ? print_json (&options->question, listing, n, error)
                                   : print_table (listing, n, error);
}

int
ty_cli_list (int       argc,
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
  if (run (&options, argv[1], &local))
    return TY_CLI_OK;

  status = ty_cli_question_get_status (local);
  g_propagate_error (error, local);
  return status;
}
