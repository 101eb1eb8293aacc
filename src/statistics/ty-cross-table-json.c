/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-table"

#include "config.h"

#include "ty-cross-table.h"

#include <json-glib/json-glib.h>

/* A cross table for other programs: exact sums and counts, of which shares and averages are made.
 *
 *   {"as_of": "2021-12-31", "scope": "17", "compare": "2020-12-31",
 *    "rows": {"key": "township", "label": "Township"}, "columns": {…},
 *    "measures": [{"key": "count", "label": "Number", "kind": "count"}, …],
 *    "values": [{"key": "17", "label": "云岭镇", "amounts": [{"sum": 12, "n": 12}, …],
 *                "columns": [{"key": "1", "label": "Male", "amounts": […]}, …]}, …],
 *    "totals": {"amounts": […], "columns": […]}}
 *
 * What has a divisor is divided by it to be shown. Where two dates are compared, each amount has the one of the other date as "before". Keys of the file
 * are texts: 63 bits do not fit a number of JSON. */

static const char *
get_kind (const TyMeasure *measure)
{
  switch (measure->kind)
    {
    case TY_MEASURE_SHARE:
      return "share";
    case TY_MEASURE_AVERAGE:
      return "average";
    case TY_MEASURE_SUM:
      return "sum";
    case TY_MEASURE_COUNT:
    default:
      return "count";
    }
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
begin_member (GString    *json,
              const char *name)
{
  g_string_append_printf (json, "%s\n  \"%s\": ", json->len > 1 ? "," : "", name);
}

static void
append_built (GString     *json,
              JsonBuilder *builder)
{
  g_autoptr(JsonNode) node = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (node, FALSE);

  g_string_append (json, text);
}

static void
append_day (GString    *json,
            const char *name,
            TyView     *view)
{
  g_autofree char *day = ty_date_to_iso (ty_view_get_as_of (view));

  begin_member (json, name);
  g_string_append_printf (json, "\"%s\"", day);
}

static void
append_head (GString      *json,
             TyCrossTable *table)
{
  gint64 scope = ty_view_get_scope (ty_cross_table_get_view (table, 0));

  append_day (json, "as_of", ty_cross_table_get_view (table, 0));
  if (scope != 0)
    {
      begin_member (json, "scope");
      g_string_append_printf (json, "\"%" G_GINT64_FORMAT "\"", scope);
    }
  if (ty_cross_table_get_n_dates (table) == 2)
    append_day (json, "compare", ty_cross_table_get_view (table, 1));
}

static void
append_dimension (GString           *json,
                  const char        *name,
                  const TyDimension *dimension)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *label = ty_dimension_dup_label (dimension);

  json_builder_begin_object (builder);
  add_text (builder, "key", dimension->key);
  add_text (builder, "label", label);
  json_builder_end_object (builder);
  begin_member (json, name);
  append_built (json, builder);
}

static void
append_measures (GString      *json,
                 TyCrossTable *table)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < ty_cross_table_get_n_measures (table); i++)
    {
      const TyMeasure *measure = ty_cross_table_get_measure (table, i);
      g_autofree char *label = ty_cross_table_dup_measure_label (table, i);

      json_builder_begin_object (builder);
      add_text (builder, "key", measure->key);
      add_text (builder, "label", label);
      add_text (builder, "kind", get_kind (measure));
      if (measure->divisor > 1)
        {
          json_builder_set_member_name (builder, "divisor");
          json_builder_add_int_value (builder, measure->divisor);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_member (json, "measures");
  append_built (json, builder);
}

/* Inside an object. */
static void
add_amount (JsonBuilder *builder,
            TyAmount     amount)
{
  json_builder_set_member_name (builder, "sum");
  json_builder_add_int_value (builder, (gint64) amount.sum);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, (gint64) amount.n);
}

static void
add_amounts (JsonBuilder  *builder,
             TyCrossTable *table,
             guint         row,
             guint         column)
{
  json_builder_set_member_name (builder, "amounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ty_cross_table_get_n_measures (table); i++)
    {
      json_builder_begin_object (builder);
      add_amount (builder, ty_cross_table_get_amount (table, 0, row, column, i));
      if (ty_cross_table_get_n_dates (table) == 2)
        {
          json_builder_set_member_name (builder, "before");
          json_builder_begin_object (builder);
          add_amount (builder, ty_cross_table_get_amount (table, 1, row, column, i));
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_value (JsonBuilder  *builder,
           TyCrossTable *table,
           guint         dimension,
           guint         value)
{
  add_text (builder, "key", ty_cross_table_get_key (table, dimension, value));
  add_text (builder, "label", ty_cross_table_get_label (table, dimension, value));
}

/* Inside an object: the amounts of a row, and those of each of its columns. */
static void
add_row (JsonBuilder  *builder,
         TyCrossTable *table,
         guint         row)
{
  add_amounts (builder, table, row, TY_CROSS_TABLE_ALL);
  if (ty_cross_table_get_n_dimensions (table) < 2)
    return;

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ty_cross_table_get_n_values (table, 1); i++)
    {
      json_builder_begin_object (builder);
      add_value (builder, table, 1, i);
      add_amounts (builder, table, row, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* One row after the other: the villages of a province have no place in one tree of nodes. */
static void
append_rows (GString      *json,
             TyCrossTable *table)
{
  begin_member (json, "values");
  g_string_append_c (json, '[');
  for (guint i = 0; i < ty_cross_table_get_n_values (table, 0); i++)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_value (builder, table, 0, i);
      add_row (builder, table, i);
      json_builder_end_object (builder);
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      append_built (json, builder);
    }
  g_string_append (json, "\n  ]");
}

static void
append_totals (GString      *json,
               TyCrossTable *table)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_row (builder, table, TY_CROSS_TABLE_ALL);
  json_builder_end_object (builder);
  begin_member (json, "totals");
  append_built (json, builder);
}

/**
 * ty_cross_table_to_json:
 * @self: a table
 *
 * Returns: (transfer full): a JSON object of all its values, also those that nobody has
 */
char *
ty_cross_table_to_json (TyCrossTable *self)
{
  GString *json = g_string_new ("{");

  append_head (json, self);
  if (ty_cross_table_get_n_dimensions (self) > 0)
    append_dimension (json, "rows", ty_cross_table_get_dimension (self, 0));
  if (ty_cross_table_get_n_dimensions (self) > 1)
    append_dimension (json, "columns", ty_cross_table_get_dimension (self, 1));
  append_measures (json, self);
  if (ty_cross_table_get_n_dimensions (self) > 0)
    append_rows (json, self);
  append_totals (json, self);
  g_string_append (json, "\n}");
  return g_string_free (json, FALSE);
}
