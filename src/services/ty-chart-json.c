/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart-json"

#include "config.h"

#include "ty-chart-json.h"

#include <math.h>

/* A chart as it is drawn, word by word and number by number: what was once shown can be shown again, whatever became
 * of the records.
 *
 *   {"kind": "bar", "good": false, "texts": ["…", null, …], "categories": [["云岭镇", null], …],
 *    "series": [["换届前", 1], …], "values": [[category, series, number or null, "text", "read-out"], …],
 *    "target": 95, "trend": [1, null], "steps": [[0, "…"], …]}
 *
 * In the place of a category or a series, −1 is all of them. */

/* What a file may make a program of ours allocate. */
#define MOST_LINES 20000

static void
add_text (JsonArray  *array,
          const char *text)
{
  if (text != NULL)
    json_array_add_string_element (array, text);
  else
    json_array_add_null_element (array);
}

static void
add_number (JsonArray *array,
            double     number)
{
  if (isfinite (number))
    json_array_add_double_element (array, number);
  else
    json_array_add_null_element (array);
}

static void
write_lines (TyChart    *self,
             JsonObject *object)
{
  JsonArray *texts = json_array_new ();
  JsonArray *categories = json_array_new ();
  JsonArray *series = json_array_new ();

  for (guint i = 0; i < TY_N_CHART_TEXTS; i++)
    add_text (texts, ty_chart_get_text (self, (TyChartText) i));
  for (guint i = 0; i < ty_chart_get_n_categories (self); i++)
    {
      JsonArray *line = json_array_new ();

      add_text (line, ty_chart_get_category (self, i));
      add_text (line, ty_chart_get_group (self, i));
      json_array_add_array_element (categories, line);
    }
  for (guint i = 0; i < ty_chart_get_n_series (self); i++)
    {
      JsonArray *line = json_array_new ();

      add_text (line, ty_chart_get_series (self, i));
      json_array_add_int_element (line, ty_chart_get_flags (self, i));
      json_array_add_array_element (series, line);
    }
  json_object_set_array_member (object, "texts", texts);
  json_object_set_array_member (object, "categories", categories);
  json_object_set_array_member (object, "series", series);
}

static void
write_values (TyChart    *self,
              JsonObject *object)
{
  JsonArray *values = json_array_new ();

  for (guint mark = 0; mark < ty_chart_get_n_marks (self); mark++)
    {
      JsonArray *value;
      guint category, series;
      const char *text;
      g_autofree char *readout = NULL;

      ty_chart_locate (self, mark, &category, &series);
      text = ty_chart_get_value_text (self, category, series);
      if (text == NULL && !isfinite (ty_chart_get_value (self, category, series)))
        continue;
      readout = ty_chart_dup_readout (self, mark);
      value = json_array_new ();
      json_array_add_int_element (value, category == TY_CHART_ALL ? -1 : (gint64) category);
      json_array_add_int_element (value, series == TY_CHART_ALL ? -1 : (gint64) series);
      add_number (value, ty_chart_get_value (self, category, series));
      add_text (value, text);
      add_text (value, readout);
      json_array_add_array_element (values, value);
    }
  json_object_set_array_member (object, "values", values);
}

static void
write_rest (TyChart    *self,
            JsonObject *object)
{
  JsonArray *trend = json_array_new ();
  JsonArray *steps = json_array_new ();
  guint n;
  const double *values = ty_chart_get_trend (self, &n);

  for (guint i = 0; i < n; i++)
    add_number (trend, values[i]);
  for (guint i = 0; i < ty_chart_get_n_steps (self); i++)
    {
      JsonArray *step = json_array_new ();
      const char *label;

      add_number (step, ty_chart_get_step (self, i, &label));
      add_text (step, label);
      json_array_add_array_element (steps, step);
    }
  if (isfinite (ty_chart_get_target (self)))
    json_object_set_double_member (object, "target", ty_chart_get_target (self));
  json_object_set_array_member (object, "trend", trend);
  json_object_set_array_member (object, "steps", steps);
}

/**
 * ty_chart_to_json:
 * @self: a chart
 *
 * Returns: (transfer full): all that it shows
 */
JsonNode *
ty_chart_to_json (TyChart *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "kind", ty_chart_kind_to_word (ty_chart_get_kind (self)));
  json_object_set_boolean_member (object, "good", ty_chart_get_good (self));
  write_lines (self, object);
  write_values (self, object);
  write_rest (self, object);
  json_node_take_object (node, object);
  return node;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= MOST_LINES ? array : NULL;
}

/* An element of an array of arrays that has as many elements. */
static JsonArray *
get_line (JsonArray *array,
          guint      number,
          guint      n)
{
  JsonNode *node = json_array_get_element (array, number);
  JsonArray *line = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return line != NULL && json_array_get_length (line) == n ? line : NULL;
}

static const char *
get_text (JsonArray *line,
          guint      number)
{
  JsonNode *node = json_array_get_element (line, number);

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static double
get_number (JsonArray *line,
            guint      number)
{
  JsonNode *node = json_array_get_element (line, number);
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : NAN;
}

static void
read_lines (TyChart    *self,
            JsonObject *object)
{
  JsonArray *texts = get_array (object, "texts");
  JsonArray *categories = get_array (object, "categories");
  JsonArray *series = get_array (object, "series");

  for (guint i = 0; texts != NULL && i < MIN (json_array_get_length (texts), TY_N_CHART_TEXTS); i++)
    ty_chart_set_text (self, (TyChartText) i, get_text (texts, i));
  for (guint i = 0; categories != NULL && i < json_array_get_length (categories); i++)
    {
      JsonArray *line = get_line (categories, i, 2);

      ty_chart_add_category (self, line != NULL ? get_text (line, 0) : "", line != NULL ? get_text (line, 1) : NULL);
    }
  for (guint i = 0; series != NULL && i < json_array_get_length (series); i++)
    {
      JsonArray *line = get_line (series, i, 2);
      double flags = line != NULL ? get_number (line, 1) : 0;

      ty_chart_add_series (self, line != NULL ? get_text (line, 0) : "",
                           (TyChartSeriesFlags) (flags >= 0 && flags < 16 ? (int) flags : 0));
    }
}

/* A number of a line, or all; −2 where it is neither. */
static gint64
get_place (JsonArray *line,
           guint      element,
           guint      n)
{
  double number = get_number (line, element);

  if (number == -1)
    return TY_CHART_ALL;
  return number >= 0 && number < n ? (gint64) number : -2;
}

static void
read_values (TyChart    *self,
             JsonObject *object)
{
  JsonArray *values = get_array (object, "values");

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      JsonArray *value = get_line (values, i, 5);
      gint64 category = value != NULL ? get_place (value, 0, ty_chart_get_n_categories (self)) : -2;
      gint64 series = value != NULL ? get_place (value, 1, ty_chart_get_n_series (self)) : -2;

      if (category == -2 || series == -2)
        continue;
      ty_chart_set_value (self, (guint) category, (guint) series, get_number (value, 2), get_text (value, 3));
      ty_chart_set_readout (self, (guint) category, (guint) series, get_text (value, 4));
    }
}

static void
read_rest (TyChart    *self,
           JsonObject *object)
{
  JsonArray *trend = get_array (object, "trend");
  JsonArray *steps = get_array (object, "steps");
  g_autofree double *values = NULL;
  guint n = trend != NULL ? json_array_get_length (trend) : 0;
  g_autofree char *target = g_strdup (ty_chart_get_text (self, TY_CHART_TARGET));

  values = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    values[i] = get_number (trend, i);
  if (n > 0)
    ty_chart_set_trend (self, values, n);
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      JsonArray *step = get_line (steps, i, 2);

      if (step != NULL && isfinite (get_number (step, 0)))
        ty_chart_add_step (self, get_number (step, 0), get_text (step, 1));
    }
  if (json_object_has_member (object, "target"))
    ty_chart_set_target (self, json_object_get_double_member_with_default (object, "target", NAN), target);
}

/**
 * ty_chart_from_json:
 * @node: what ty_chart_to_json() had made
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where it is none
 */
TyChart *
ty_chart_from_json (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *word = object != NULL ? json_object_get_string_member_with_default (object, "kind", "") : "";
  TyChartKind kind;
  TyChart *self;

  if (object == NULL || !ty_chart_kind_from_word (word, &kind))
    return NULL;

  self = ty_chart_new (kind, NULL);
  read_lines (self, object);
  read_values (self, object);
  read_rest (self, object);
  ty_chart_set_good (self, json_object_get_boolean_member_with_default (object, "good", FALSE));
  return self;
}
