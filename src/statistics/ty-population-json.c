/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-population"

#include "config.h"

#include "ty-population-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* How filters are kept in the county file and given on the command line:
 *
 *   {"who": "secretaries"}                        who
 *   {"is": "age_le_35"}                           what is asked of them
 *   {"dimension": "sex", "value": "2"}            a value; "" = not filled in
 *   {"list": "4294967297"}                        who is on a named list
 *   {"test": "age", "how": "between", "values": ["30", "35"]}   a condition of a filter
 *   {"all": [a, b, …]}  {"any": […]}  {"not": a}
 *   {"as_of": "2020-12-31", "scope": "17", "of": a}   on another date, in another scope
 *   {"in": {"dimension": "township", "value": "17"}, "of": a}   in the units of a value
 *
 * Keys of the file are texts: 63 bits do not fit a number of JSON. */

#define MAX_DEPTH 32
#define MAX_NODES 1000

typedef struct
{
  guint depth;
  guint n_nodes;
} Reading;

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void build (JsonBuilder  *builder,
                   TyPopulation *population);

static void
build_member (JsonBuilder  *builder,
              const char   *name,
              TyPopulation *population)
{
  json_builder_set_member_name (builder, name);
  build (builder, population);
}

static void
build_both (JsonBuilder  *builder,
            const char   *name,
            TyPopulation *population)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  build (builder, population->a);
  build (builder, population->b);
  json_builder_end_array (builder);
}

static void
build_value (JsonBuilder  *builder,
             TyPopulation *population)
{
  add_text (builder, "dimension", population->dimension->key);
  add_text (builder, "value", population->key);
}

static void
build_list (JsonBuilder  *builder,
            TyPopulation *population)
{
  g_autofree char *list = g_strdup_printf ("%" G_GINT64_FORMAT, population->list);

  add_text (builder, "list", list);
}

static void
build_at (JsonBuilder  *builder,
          TyPopulation *population)
{
  if (ty_date_is_known (population->as_of))
    {
      g_autofree char *as_of = ty_date_to_iso (population->as_of);

      add_text (builder, "as_of", as_of);
    }
  if (population->scope != 0)
    {
      g_autofree char *scope = g_strdup_printf ("%" G_GINT64_FORMAT, population->scope);

      add_text (builder, "scope", scope);
    }
  build_member (builder, "of", population->a);
}

static void
build_test (JsonBuilder        *builder,
            const TyFilterTest *test)
{
  add_text (builder, "test", test->field->key);
  add_text (builder, "how", ty_filter_how_to_string (test->how));
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; test->values[i] != NULL; i++)
    json_builder_add_string_value (builder, test->values[i]);
  json_builder_end_array (builder);
}

static void
build (JsonBuilder  *builder,
       TyPopulation *population)
{
  json_builder_begin_object (builder);
  switch (population->node)
    {
    case TY_NODE_WHO:
      add_text (builder, "who", ty_who_to_string (population->who));
      break;
    case TY_NODE_CONDITION:
      add_text (builder, "is", ty_condition_to_string (population->condition));
      break;
    case TY_NODE_VALUE:
      build_value (builder, population);
      break;
    case TY_NODE_LIST:
      build_list (builder, population);
      break;
    case TY_NODE_TEST:
      build_test (builder, population->test);
      break;
    case TY_NODE_ROWS:
      g_critical ("What was read of a file is not kept.");
      break;
    case TY_NODE_AND:
      build_both (builder, "all", population);
      break;
    case TY_NODE_OR:
      build_both (builder, "any", population);
      break;
    case TY_NODE_NOT:
      build_member (builder, "not", population->a);
      break;
    case TY_NODE_IN:
      json_builder_set_member_name (builder, "in");
      json_builder_begin_object (builder);
      build_value (builder, population);
      json_builder_end_object (builder);
      build_member (builder, "of", population->a);
      break;
    case TY_NODE_AT:
    default:
      build_at (builder, population);
    }
  json_builder_end_object (builder);
}

/**
 * ty_population_to_json:
 * @self: a population
 *
 * Returns: (transfer full): the population as it is kept
 */
char *
ty_population_to_json (TyPopulation *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) node = NULL;

  build (builder, self);
  node = json_builder_get_root (builder);
  return json_to_string (node, FALSE);
}

static TyPopulation *
fail_syntax (GError **error)
{
  g_set_error_literal (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_SYNTAX,
                       _("The filter is not written as a filter is. Choose it again."));
  return NULL;
}

static TyPopulation *
fail_unknown (const char  *word,
              GError     **error)
{
  g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
               _("The filter asks for “%s”, which this version does not know."), word);
  return NULL;
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static TyPopulation *read_node (JsonNode  *node,
                                Reading   *reading,
                                GError   **error);

static TyPopulation *
read_list (JsonNode  *node,
           gboolean   all,
           Reading   *reading,
           GError   **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(TyPopulation) whole = NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail_syntax (error);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr(TyPopulation) part = read_node (json_array_get_element (array, i), reading, error);
      g_autoptr(TyPopulation) before = g_steal_pointer (&whole);

      if (part == NULL)
        return NULL;
      whole = before == NULL ? ty_population_ref (part)
              : all ? ty_population_new_and (before, part) : ty_population_new_or (before, part);
    }
  return g_steal_pointer (&whole);
}

static const TyDimension *
read_dimension (JsonObject  *object,
                const char **key,
                GError     **error)
{
  const char *word = get_text (object, "dimension");
  const TyDimension *dimension;

  *key = get_text (object, "value");
  if (word == NULL || *key == NULL)
    {
      fail_syntax (error);
      return NULL;
    }
  dimension = ty_dimension_find (word);
  if (dimension == NULL)
    fail_unknown (word, error);
  return dimension;
}

static TyPopulation *
read_in (JsonObject  *object,
         Reading     *reading,
         GError     **error)
{
  JsonNode *in = json_object_get_member (object, "in");
  const char *key;
  const TyDimension *dimension;
  g_autoptr(TyPopulation) of = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (in))
    return fail_syntax (error);
  dimension = read_dimension (json_node_get_object (in), &key, error);
  if (dimension == NULL)
    return NULL;
  /* Only units can narrow a scope. */
  if (!ty_dimension_suits (dimension, TY_SUBJECT_VILLAGES))
    return fail_unknown (dimension->key, error);

  of = read_node (json_object_get_member (object, "of"), reading, error);
  return of != NULL ? ty_population_new_in (dimension, key, of) : NULL;
}

static TyPopulation *
read_at (JsonObject  *object,
         Reading     *reading,
         GError     **error)
{
  const char *as_of = get_text (object, "as_of");
  const char *scope = get_text (object, "scope");
  g_autoptr(TyPopulation) of = NULL;
  TyDate date = TY_DATE_NONE;
  gint64 unit = 0;

  if ((as_of == NULL && scope == NULL)
      || (as_of != NULL && !ty_date_parse_iso (as_of, &date, NULL))
      || (scope != NULL && !g_ascii_string_to_signed (scope, 10, 1, G_MAXINT64, &unit, NULL)))
    return fail_syntax (error);

  of = read_node (json_object_get_member (object, "of"), reading, error);
  return of != NULL ? ty_population_new_at (date, unit, of) : NULL;
}

static TyPopulation *
read_test (JsonObject  *object,
           GError     **error)
{
  const char *word = get_text (object, "test");
  const char *how_word = get_text (object, "how");
  JsonNode *node = json_object_get_member (object, "values");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  const TyFilterField *field;
  TyFilterHow how;

  if (word == NULL || how_word == NULL || array == NULL)
    return fail_syntax (error);
  field = ty_filter_field_find (word);
  if (field == NULL)
    return fail_unknown (word, error);
  if (!ty_filter_how_parse (how_word, &how))
    return fail_unknown (how_word, error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *value = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        return fail_syntax (error);
      g_ptr_array_add (values, (gpointer) json_node_get_string (value));
    }
  g_ptr_array_add (values, NULL);
  return ty_population_new_test (field, how, (const char * const *) values->pdata);
}

static TyPopulation *
read_word (JsonObject  *object,
           GError     **error)
{
  const char *who = get_text (object, "who");
  const char *is = get_text (object, "is");
  const char *list = get_text (object, "list");
  TyWho found_who;
  TyCondition condition;
  const TyDimension *dimension;
  const char *key;
  gint64 id;

  if (list != NULL)
    return g_ascii_string_to_signed (list, 10, 1, G_MAXINT64, &id, NULL) ? ty_population_new_list (id)
                                                                         : fail_syntax (error);
  if (who != NULL)
    return ty_who_parse (who, &found_who) ? ty_population_new_who (found_who)
                                          : fail_unknown (who, error);
  if (is != NULL)
    return ty_condition_parse (is, &condition) ? ty_population_new_condition (condition)
                                               : fail_unknown (is, error);

  dimension = read_dimension (object, &key, error);
  return dimension != NULL ? ty_population_new_value (dimension, key) : NULL;
}

static TyPopulation *
read_object (JsonObject  *object,
             Reading     *reading,
             GError     **error)
{
  if (json_object_has_member (object, "all"))
    return read_list (json_object_get_member (object, "all"), TRUE, reading, error);
  if (json_object_has_member (object, "any"))
    return read_list (json_object_get_member (object, "any"), FALSE, reading, error);
  if (json_object_has_member (object, "not"))
    {
      g_autoptr(TyPopulation) of = read_node (json_object_get_member (object, "not"), reading, error);

      return of != NULL ? ty_population_new_not (of) : NULL;
    }
  if (json_object_has_member (object, "in"))
    return read_in (object, reading, error);
  if (json_object_has_member (object, "of"))
    return read_at (object, reading, error);

  if (json_object_has_member (object, "test"))
    return read_test (object, error);

  return read_word (object, error);
}

static TyPopulation *
read_node (JsonNode  *node,
           Reading   *reading,
           GError   **error)
{
  TyPopulation *population;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || reading->depth == MAX_DEPTH
      || ++reading->n_nodes > MAX_NODES)
    return fail_syntax (error);

  reading->depth++;
  population = read_object (json_node_get_object (node), reading, error);
  reading->depth--;
  return population;
}

/* json-glib reads by recursion: what is nested too deep never reaches it. */
static gboolean
is_flat (const char *json)
{
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      depth += *p == '{' || *p == '[';
      if (depth > 4 * MAX_DEPTH)
        return FALSE;
      if ((*p == '}' || *p == ']') && depth > 0)
        depth--;
    }
  return TRUE;
}

/**
 * ty_population_from_json:
 * @json: what ty_population_to_json() wrote, or a user
 * @error: a `TY_POPULATION_ERROR`
 *
 * Returns: (transfer full) (nullable): the population, which can be asked
 */
TyPopulation *
ty_population_from_json (const char  *json,
                         GError     **error)
{
  g_autoptr(JsonNode) node = is_flat (json) ? json_from_string (json, NULL) : NULL;
  g_autoptr(TyPopulation) population = NULL;
  Reading reading = { 0, 0 };

  population = read_node (node, &reading, error);
  if (population == NULL || !ty_population_get_subject (population, NULL, error))
    return NULL;

  return g_steal_pointer (&population);
}
