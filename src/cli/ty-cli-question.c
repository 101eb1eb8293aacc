/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-question"

#include "config.h"

#include "ty-cli-question.h"

#include "ty-cli-table.h"
#include "ty-cli.h"
#include "ty-cross-table.h"
#include "ty-listing.h"
#include "ty-question.h"
#include "ty-saved-filter-table.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/**
 * ty_cli_question_init:
 * @self: (out): a question without an answer
 *
 * Makes its options ready for ty_cli_parse_more().
 */
void
ty_cli_question_init (TyCliQuestion *self)
{
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self->as_of, N_("The cut-off date, by default today"),
      N_("DATE") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &self->scope,
      N_("A unit by code, by number, or by names from the top"), N_("UNIT") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &self->who,
      N_("Who is meant, by default all in office"), N_("WHO") },
    { "is", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->is,
      N_("What they must be; may be given several times"), N_("CONDITION") },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->where,
      N_("A value they must have; of several of one dimension one is enough"),
      N_("DIMENSION=VALUE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &self->filter, N_("A named filter of the file, or a filter in JSON"),
      N_("NAME") },
    { "on-list", 0, 0, G_OPTION_ARG_STRING, &self->on_list,
      N_("The named list on which they must be, in its order"), N_("NAME") },
    { "list-words", 0, 0, G_OPTION_ARG_NONE, &self->list_words,
      N_("Print the words that can stand for WHO, CONDITION, DIMENSION, MEASURE and KEY"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->as_json, N_("Print JSON"), NULL },
    { NULL }
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (entries) == G_N_ELEMENTS (self->entries));

  memset (self, 0, sizeof *self);
  memcpy (self->entries, entries, sizeof entries);
}

void
ty_cli_question_clear (TyCliQuestion *self)
{
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->is, g_strfreev);
  g_clear_pointer (&self->where, g_strfreev);
  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->on_list, g_free);
}

/**
 * ty_cli_question_is_asked:
 * @self: a question whose options were read
 *
 * Returns: whether it says who is meant
 */
gboolean
ty_cli_question_is_asked (TyCliQuestion *self)
{
  return self->who != NULL || self->is != NULL || self->where != NULL || self->filter != NULL
         || self->on_list != NULL;
}

/**
 * ty_cli_question_check:
 * @self: a question whose options were read
 * @usage: the command and what follows it
 * @argc: how many words are left, the command among them
 * @error: a `TY_CLI_ERROR`
 *
 * Reads the date. Where only the words are asked for, no file is needed.
 *
 * Returns: whether the question can be asked
 */
gboolean
ty_cli_question_check (TyCliQuestion  *self,
                       const char     *usage,
                       int             argc,
                       GError        **error)
{
  if (argc < 2 && !self->list_words)
    {
      g_set_error (error, TY_CLI_ERROR, TY_CLI_USAGE, _("Usage: touyan-cli %s"), usage);
      return FALSE;
    }
  if (!ty_cli_parse_date ("--as-of", self->as_of, &self->date, error))
    return FALSE;

  if (self->as_of == NULL)
    self->date = ty_date_today ();
  return TRUE;
}

/**
 * ty_cli_question_get_view:
 * @self: a question
 * @lookup: the file
 * @term: year of a term election, or 0
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the date and the scope that are asked for
 */
TyView *
ty_cli_question_get_view (TyCliQuestion  *self,
                          TyLookup       *lookup,
                          int             term,
                          GError        **error)
{
  gint64 unit = 0;

  if (self->scope != NULL)
    {
      unit = ty_unit_table_resolve (ty_lookup_get_database (lookup), self->scope, self->date, error);
      if (unit == 0)
        return NULL;
    }
  return ty_lookup_get_view (lookup, self->date, unit, term, error);
}

static gboolean
is_json (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '{' || *text == '[';
}

/**
 * ty_cli_question_make_population:
 * @self: a question
 * @lookup: the file
 * @view: the date and the scope
 * @error: a `TY_POPULATION_ERROR`, or a `TY_STORE_ERROR` where no filter has the name
 *
 * Returns: (transfer full) (nullable): whom it asks for
 */
TyPopulation *
ty_cli_question_make_population (TyCliQuestion  *self,
                                 TyLookup       *lookup,
                                 TyView         *view,
                                 GError        **error)
{
  TyQuestion question = { self->who, (const char * const *) self->is,
                          (const char * const *) self->where, self->filter,
                          self->on_list };
  g_autoptr(TySavedFilter) named = NULL;

  if (self->filter != NULL && !is_json (self->filter))
    {
      named = ty_saved_filter_table_find (ty_lookup_get_database (lookup), self->filter, error);
      if (named == NULL)
        return NULL;
      question.filter = ty_record_get_text (TY_RECORD (named), TY_SAVED_FILTER_CONDITIONS);
    }

  return ty_question_make_population (&question, view, error);
}

/* A list of words and what they stand for. */
typedef void (*PrintFunc) (const char *word,
                           const char *label,
                           gpointer    data);

static void
each_who (PrintFunc print,
          gpointer  data)
{
  for (TyWho who = 0; who < TY_N_WHO; who++)
    {
      g_autofree char *label = ty_who_dup_label (who);

      print (ty_who_to_string (who), label, data);
    }
}

static void
each_condition (PrintFunc print,
                gpointer  data)
{
  for (TyCondition condition = TY_CONDITION_NONE + 1; condition < TY_N_CONDITIONS; condition++)
    {
      g_autofree char *label = ty_condition_dup_label (condition);

      print (ty_condition_to_string (condition), label, data);
    }
}

static void
each_dimension (PrintFunc print,
                gpointer  data)
{
  for (guint i = 0; i < ty_dimension_get_n (); i++)
    {
      g_autofree char *label = ty_dimension_dup_label (ty_dimension_get (i));

      print (ty_dimension_get (i)->key, label, data);
    }
}

static void
each_measure (PrintFunc print,
              gpointer  data)
{
  for (guint i = 0; i < ty_measure_get_n (); i++)
    {
      g_autofree char *label = ty_measure_dup_label (ty_measure_get (i));

      print (ty_measure_get (i)->key, label, data);
    }
}

static void
each_sort (PrintFunc print,
           gpointer  data)
{
  for (TySort sort = 0; sort <= TY_SORT_EDUCATION; sort++)
    {
      g_autofree char *label = ty_sort_dup_label (sort);

      print (ty_sort_to_string (sort), label, data);
    }
}

static void
each_field (PrintFunc print,
            gpointer  data)
{
  for (guint i = 0; i < ty_filter_field_get_n (); i++)
    {
      g_autofree char *label = ty_filter_field_dup_label (ty_filter_field_get (i));

      print (ty_filter_field_get (i)->key, label, data);
    }
}

static const struct
{
  const char *option;
  const char *name;
  void (*each) (PrintFunc print,
                gpointer  data);
} lists[] = {
  { "--who", "who", each_who },
  { "--is", "conditions", each_condition },
  { "--by, --where", "dimensions", each_dimension },
  { "--measure", "measures", each_measure },
  { "--sort", "keys", each_sort },
  { "--filter", "fields", each_field },
};

static void
add_line (const char *word,
          const char *label,
          gpointer    data)
{
  ty_cli_table_add (data, "");
  ty_cli_table_add (data, word);
  ty_cli_table_add (data, label);
}

static void
add_word (const char *word,
          const char *label,
          gpointer    data)
{
  json_builder_begin_object (data);
  json_builder_set_member_name (data, "key");
  json_builder_add_string_value (data, word);
  json_builder_set_member_name (data, "label");
  json_builder_add_string_value (data, label);
  json_builder_end_object (data);
}

static void
print_words_as_json (void)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      json_builder_set_member_name (builder, lists[i].name);
      json_builder_begin_array (builder);
      lists[i].each (add_word, builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

/**
 * ty_cli_question_print_words:
 * @self: a question
 *
 * Prints the words of all options.
 */
void
ty_cli_question_print_words (TyCliQuestion *self)
{
  if (self->as_json)
    {
      print_words_as_json ();
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(TyCliTable) table = ty_cli_table_new (3, 3);

      g_print ("%s\n", lists[i].option);
      lists[i].each (add_line, table);
      ty_cli_table_print (table);
    }
}

/**
 * ty_cli_question_get_status:
 * @error: why a question was not answered
 *
 * Returns: the exit status that says whether it was asked wrongly
 */
int
ty_cli_question_get_status (const GError *error)
{
  return error->domain == TY_POPULATION_ERROR || error->domain == TY_CROSS_TABLE_ERROR
             || error->domain == TY_LISTING_ERROR || error->domain == TY_CLI_ERROR
           ? TY_CLI_USAGE : TY_CLI_FAILED;
}
