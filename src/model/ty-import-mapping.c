/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-mapping"

#include "config.h"

#include "ty-import-mapping.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *heading; /* (owned) */
  char *target;  /* (owned): empty for a column that is not read */
} Column;

struct _TyImportMapping
{
  char *name;      /* (owned) (nullable) */
  char *kind;      /* (owned) (nullable) */
  GArray *columns; /* (owned): of Column */
};

G_DEFINE_QUARK (ty-import-mapping-error-quark, ty_import_mapping_error)

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
  g_free (column->target);
}

/**
 * ty_import_mapping_new:
 * @name: (nullable): what the county calls it
 * @kind: (nullable): the word of the kind of table
 *
 * Returns: (transfer full): a mapping that says nothing yet
 */
TyImportMapping *
ty_import_mapping_new (const char *name,
                       const char *kind)
{
  TyImportMapping *self = g_new0 (TyImportMapping, 1);

  self->name = g_strdup (name);
  self->kind = g_strdup (kind);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  return self;
}

/**
 * ty_import_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): the same again
 */
TyImportMapping *
ty_import_mapping_copy (TyImportMapping *self)
{
  TyImportMapping *copy = ty_import_mapping_new (self->name, self->kind);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      ty_import_mapping_set (copy, column->heading, column->target);
    }
  return copy;
}

void
ty_import_mapping_free (TyImportMapping *self)
{
  g_free (self->name);
  g_free (self->kind);
  g_array_unref (self->columns);
  g_free (self);
}

const char *
ty_import_mapping_get_name (TyImportMapping *self)
{
  return self->name;
}

const char *
ty_import_mapping_get_kind (TyImportMapping *self)
{
  return self->kind;
}

guint
ty_import_mapping_get_n_columns (TyImportMapping *self)
{
  return self->columns->len;
}

static Column *
find_column (TyImportMapping *self,
             const char      *heading)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (strcmp (column->heading, heading) == 0)
        return column;
    }
  return NULL;
}

/**
 * ty_import_mapping_set:
 * @self: a mapping
 * @heading: the heading of a column
 * @target: what it means, or an empty text for a column that is not read
 *
 * Says what a column means.
 */
void
ty_import_mapping_set (TyImportMapping *self,
                       const char      *heading,
                       const char      *target)
{
  Column *known = find_column (self, heading);
  Column column = { g_strdup (heading), g_strdup (target) };

  if (known != NULL)
    {
      column_clear (known);
      *known = column;
    }
  else
    g_array_append_val (self->columns, column);
}

/**
 * ty_import_mapping_get:
 * @self: a mapping
 * @heading: the heading of a column
 *
 * Returns: (transfer none) (nullable): what it means, empty for a column that is not read; %NULL where the
 *   mapping does not say
 */
const char *
ty_import_mapping_get (TyImportMapping *self,
                       const char      *heading)
{
  const Column *column = find_column (self, heading);

  return column != NULL ? column->target : NULL;
}

/**
 * ty_import_mapping_fits:
 * @self: a mapping
 * @headings: (element-type utf8): the headings of a table
 *
 * Returns: whether the table looks like the one for which the mapping was made: the same headings, in
 *   whatever order
 */
gboolean
ty_import_mapping_fits (TyImportMapping *self,
                        GPtrArray       *headings)
{
  if (headings->len == 0 || headings->len != self->columns->len)
    return FALSE;
  for (guint i = 0; i < headings->len; i++)
    if (find_column (self, g_ptr_array_index (headings, i)) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
read_columns (TyImportMapping  *self,
              JsonArray        *columns,
              GError          **error)
{
  for (guint i = 0; columns != NULL && i < json_array_get_length (columns); i++)
    {
      JsonNode *node = json_array_get_element (columns, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *heading = object != NULL
                              ? json_object_get_string_member_with_default (object, "heading", NULL) : NULL;
      const char *target = object != NULL
                             ? json_object_get_string_member_with_default (object, "target", NULL) : NULL;

      if (heading == NULL || target == NULL)
        {
          g_set_error_literal (error, TY_IMPORT_MAPPING_ERROR, TY_IMPORT_MAPPING_ERROR_SYNTAX,
                               _("Each column of a mapping has a heading and a target."));
          return FALSE;
        }
      ty_import_mapping_set (self, heading, target);
    }
  return TRUE;
}

/**
 * ty_import_mapping_from_json:
 * @json: what ty_import_mapping_to_json() wrote
 * @error: a `TY_IMPORT_MAPPING_ERROR`
 *
 * Returns: (transfer full) (nullable): the mapping
 */
TyImportMapping *
ty_import_mapping_from_json (const char  *json,
                             GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(TyImportMapping) self = NULL;
  JsonNode *root, *columns;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, json, -1, NULL)
      || (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, TY_IMPORT_MAPPING_ERROR, TY_IMPORT_MAPPING_ERROR_SYNTAX,
                           _("This is not a mapping of columns."));
      return NULL;
    }

  object = json_node_get_object (root);
  self = ty_import_mapping_new (json_object_get_string_member_with_default (object, "name", NULL),
                                json_object_get_string_member_with_default (object, "kind", NULL));
  columns = json_object_get_member (object, "columns");
  if (!read_columns (self, columns != NULL && JSON_NODE_HOLDS_ARRAY (columns) ? json_node_get_array (columns)
                                                                              : NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_import_mapping_to_json:
 * @self: a mapping with a name and a kind
 *
 * Returns: (transfer full): the same as JSON
 */
char *
ty_import_mapping_to_json (TyImportMapping *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, self->name);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, self->kind);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_string_value (builder, column->heading);
      json_builder_set_member_name (builder, "target");
      json_builder_add_string_value (builder, column->target);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
