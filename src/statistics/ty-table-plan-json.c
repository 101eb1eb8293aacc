/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-plan"

#include "config.h"

#include "ty-table-plan.h"

#include "ty-language.h"
#include "ty-model.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A cross table as it is saved, and as those of the program are shipped:
 *
 *   {"id": "structure", "name": {"en": "…", "zh_CN": "…", "zh_TW": "…"}, "who": "members",
 *    "filter": {…}, "rows": "township", "columns": ["age_band", "education"],
 *    "measures": ["count", "average_age"], "cells": "count", "share": "row", "compare": "term",
 *    "decimals": 2, "all": false}
 *
 * Only “id” and “name” must be there. A filter is what a named filter is; “compare” may also be a day. */

#define SHIPPED "/org/touyan/Touyan/tables/"

static const char *const shipped_names[] = {
  "structure", "team", "secretaries", "young", "groups", "ages", "educations", "tenure", "sources", "reserves",
  "seats", "posts", "villages", "training", "coverage",
};

static gboolean
fail (GError     **error,
      const char  *name)
{
  /* Translators: the name of something in a JSON file, such as “columns” */
  g_set_error (error, TY_TABLE_PLAN_ERROR, TY_TABLE_PLAN_ERROR_SYNTAX,
               _("The cross table cannot be read: “%s” is missing or cannot be so."), name);
  return FALSE;
}

static gboolean
fail_unknown (GError     **error,
              const char  *name,
              const char  *word)
{
  /* Translators: the name of something in a JSON file, such as “columns”, and what stands there */
  g_set_error (error, TY_TABLE_PLAN_ERROR, TY_TABLE_PLAN_ERROR_UNKNOWN,
               _("The cross table cannot be read: “%s” names “%s”, which this program does not know."),
               name, word);
  return FALSE;
}

/* A text in one language, or in several of which the user’s is taken. */
static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      const char *tag = ty_language_to_tag (ty_language_get_current ());

      node = json_object_get_member (json_node_get_object (node), tag);
    }
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_dup_string (node) : NULL;
}

/* Whether a word is there; where it is none, it fails. */
static gboolean
get_word (JsonObject  *object,
          const char  *name,
          const char **word,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *word = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (error, name);

  *word = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_dimension (const char         *name,
                const char         *word,
                const TyDimension **dimension,
                GError            **error)
{
  *dimension = word != NULL ? ty_dimension_find (word) : NULL;
  return word == NULL || *dimension != NULL || fail_unknown (error, name, word);
}

static gboolean
read_measure (const char       *name,
              const char       *word,
              const TyMeasure **measure,
              GError          **error)
{
  *measure = ty_measure_find (word);
  return *measure != NULL || fail_unknown (error, name, word);
}

static gboolean
get_words (JsonObject  *object,
           const char  *name,
           guint        most,
           JsonArray  **words,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *words = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) > most)
    return fail (error, name);

  *words = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (*words); i++)
    {
      JsonNode *element = json_array_get_element (*words, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return fail (error, name);
    }
  return TRUE;
}

static gboolean
read_columns (TyTablePlan  *self,
              JsonObject   *object,
              GError      **error)
{
  JsonArray *words;

  if (!get_words (object, "columns", TY_TABLE_PLAN_COLUMNS, &words, error))
    return FALSE;
  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    if (!read_dimension ("columns", json_array_get_string_element (words, i),
                         &self->columns[self->n_columns++], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_measures (TyTablePlan  *self,
               JsonObject   *object,
               GError      **error)
{
  JsonArray *words;

  if (!get_words (object, "measures", TY_TABLE_PLAN_MEASURES, &words, error))
    return FALSE;
  if (words == NULL)
    return TRUE;
  if (json_array_get_length (words) == 0)
    return fail (error, "measures");

  self->n_measures = 0;
  for (guint i = 0; i < json_array_get_length (words); i++)
    if (!read_measure ("measures", json_array_get_string_element (words, i),
                       &self->measures[self->n_measures++], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_filter (TyTablePlan  *self,
             JsonObject   *object,
             GError      **error)
{
  JsonNode *node = json_object_get_member (object, "filter");
  g_autofree char *json = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  json = json_to_string (node, FALSE);
  self->filter = ty_population_from_json (json, error);
  return self->filter != NULL;
}

static gboolean
read_share (TyTablePlan  *self,
            JsonObject   *object,
            GError      **error)
{
  const char *word;

  if (!get_word (object, "share", &word, error))
    return FALSE;
  for (TyTableShare i = 0; i < TY_N_TABLE_SHARES; i++)
    if (word == NULL || strcmp (ty_table_share_to_string (i), word) == 0)
      {
        self->share = i;
        return TRUE;
      }
  return fail_unknown (error, "share", word);
}

static gboolean
read_compare (TyTablePlan  *self,
              JsonObject   *object,
              GError      **error)
{
  const char *word;

  if (!get_word (object, "compare", &word, error))
    return FALSE;
  for (TyTableCompare i = 0; i < TY_TABLE_COMPARE_DAY; i++)
    if (word == NULL || strcmp (ty_table_compare_to_string (i), word) == 0)
      {
        self->compare = i;
        return TRUE;
      }
  self->compare = TY_TABLE_COMPARE_DAY;
  return ty_date_parse_iso (word, &self->day, NULL) || fail_unknown (error, "compare", word);
}

static gboolean
read_numbers (TyTablePlan  *self,
              JsonObject   *object,
              GError      **error)
{
  JsonNode *decimals = json_object_get_member (object, "decimals");
  JsonNode *all = json_object_get_member (object, "all");

  if (decimals != NULL)
    {
      if (!JSON_NODE_HOLDS_VALUE (decimals) || json_node_get_value_type (decimals) != G_TYPE_INT64
          || json_node_get_int (decimals) < 0 || json_node_get_int (decimals) > TY_TABLE_PLAN_DECIMALS)
        return fail (error, "decimals");
      self->decimals = (int) json_node_get_int (decimals);
    }
  if (all != NULL)
    {
      if (!JSON_NODE_HOLDS_VALUE (all) || json_node_get_value_type (all) != G_TYPE_BOOLEAN)
        return fail (error, "all");
      self->all = json_node_get_boolean (all);
    }
  return TRUE;
}

static gboolean
read_plan (TyTablePlan  *self,
           JsonObject   *object,
           GError      **error)
{
  const char *who, *rows, *cells;

  if (!get_word (object, "who", &who, error) || !get_word (object, "rows", &rows, error)
      || !get_word (object, "cells", &cells, error))
    return FALSE;
  if (who != NULL && !ty_who_parse (who, &self->who))
    return fail_unknown (error, "who", who);

  return read_dimension ("rows", rows, &self->rows, error)
         && (cells == NULL || read_measure ("cells", cells, &self->cells, error))
         && read_columns (self, object, error) && read_measures (self, object, error)
         && read_filter (self, object, error) && read_share (self, object, error)
         && read_compare (self, object, error) && read_numbers (self, object, error);
}

/**
 * ty_table_plan_from_json:
 * @json: a cross table
 * @error: a `TY_TABLE_PLAN_ERROR`, or a `TY_POPULATION_ERROR` of its filter
 *
 * Returns: (transfer full) (nullable): the plan
 */
TyTablePlan *
ty_table_plan_from_json (const char  *json,
                         GError     **error)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  g_autoptr(TyTablePlan) self = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, TY_TABLE_PLAN_ERROR, TY_TABLE_PLAN_ERROR_SYNTAX,
                           _("The cross table is no JSON object."));
      return NULL;
    }

  object = json_node_get_object (node);
  id = dup_text (object, "id");
  name = dup_text (object, "name");
  if (id == NULL || *id == '\0' || name == NULL || *name == '\0')
    {
      fail (error, id == NULL || *id == '\0' ? "id" : "name");
      return NULL;
    }

  self = ty_table_plan_new (id, name);
  return read_plan (self, object, error) ? g_steal_pointer (&self) : NULL;
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
add_filter (JsonBuilder       *builder,
            const TyTablePlan *self)
{
  g_autofree char *json = self->filter != NULL ? ty_population_to_json (self->filter) : NULL;

  if (json == NULL)
    return;

  json_builder_set_member_name (builder, "filter");
  json_builder_add_value (builder, json_from_string (json, NULL));
}

static void
add_words (JsonBuilder       *builder,
           const TyTablePlan *self)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_columns; i++)
    json_builder_add_string_value (builder, self->columns[i]->key);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_measures; i++)
    json_builder_add_string_value (builder, self->measures[i]->key);
  json_builder_end_array (builder);
}

/**
 * ty_table_plan_to_json:
 * @self: a plan
 *
 * Returns: (transfer full): the plan, its name as it is now
 */
char *
ty_table_plan_to_json (const TyTablePlan *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *day = ty_date_to_iso (self->day);

  json_builder_begin_object (builder);
  add_text (builder, "id", self->id);
  add_text (builder, "name", self->name);
  add_text (builder, "who", ty_who_to_string (self->who));
  add_filter (builder, self);
  if (self->rows != NULL)
    add_text (builder, "rows", self->rows->key);
  add_words (builder, self);
  add_text (builder, "cells", self->cells->key);
  add_text (builder, "share", ty_table_share_to_string (self->share));
  add_text (builder, "compare", self->compare == TY_TABLE_COMPARE_DAY
                                  ? day : ty_table_compare_to_string (self->compare));
  json_builder_set_member_name (builder, "decimals");
  json_builder_add_int_value (builder, self->decimals);
  json_builder_set_member_name (builder, "all");
  json_builder_add_boolean_value (builder, self->all);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * ty_table_plan_list_shipped:
 *
 * Returns: (transfer full) (element-type TyTablePlan): the tables of the program, their names in the
 * user’s language
 */
GPtrArray *
ty_table_plan_list_shipped (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_table_plan_free);

  ty_model_init ();
  for (guint i = 0; i < G_N_ELEMENTS (shipped_names); i++)
    {
      g_autofree char *path = g_strdup_printf (SHIPPED "%s.json", shipped_names[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      TyTablePlan *plan = NULL;

      if (bytes != NULL)
        plan = ty_table_plan_from_json (g_bytes_get_data (bytes, NULL), &error);
      if (plan == NULL)
        g_error ("The table %s cannot be read: %s", shipped_names[i], error->message);
      plan->shipped = TRUE;
      g_ptr_array_add (list, plan);
    }
  return list;
}
