/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-written"

#include "config.h"

#include "ty-appointment-written.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* How a form that was read put everything, kept so that writing it again gives the same words. */

static void
add_family (JsonBuilder *builder,
            GPtrArray   *family)
{
  json_builder_set_member_name (builder, "family");
  json_builder_begin_array (builder);
  for (guint i = 0; i < family->len; i++)
    {
      TyAppointmentRelative *relative = g_ptr_array_index (family, i);
      const char *texts[] = { relative->relation, relative->name, relative->birth, relative->political,
                              relative->occupation };

      json_builder_begin_array (builder);
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        json_builder_add_string_value (builder, texts[j] != NULL ? texts[j] : "");
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

/**
 * ty_appointment_written_new:
 * @file: an appointment form
 *
 * Returns: (transfer full): what stands in its fields, as a JSON object by the names of the elements;
 *   what is not known of the form stands under “extras”
 */
char *
ty_appointment_written_new (TyAppointmentFile *file)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (TyAppointmentFileField field = 0; field < TY_APPOINTMENT_N_FIELDS; field++)
    if (ty_appointment_file_get (file, field) != NULL)
      {
        json_builder_set_member_name (builder, ty_appointment_field_get_element (field));
        json_builder_add_string_value (builder, ty_appointment_file_get (file, field));
      }
  add_family (builder, file->family);
  if (file->extras->len > 0)
    {
      json_builder_set_member_name (builder, "extras");
      json_builder_begin_array (builder);
      for (guint i = 0; i < file->extras->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (file->extras, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take_extras (TyAppointmentFile *file,
             JsonNode          *node)
{
  JsonArray *extras = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; extras != NULL && i < json_array_get_length (extras); i++)
    g_ptr_array_add (file->extras, g_strdup (json_array_get_string_element (extras, i)));
}

static void
take_family (TyAppointmentFile *file,
             JsonNode          *node)
{
  JsonArray *family = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; family != NULL && i < json_array_get_length (family); i++)
    {
      JsonNode *row = json_array_get_element (family, i);
      const char *texts[5] = { NULL };

      if (!JSON_NODE_HOLDS_ARRAY (row) || json_array_get_length (json_node_get_array (row)) != 5)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          texts[j] = json_array_get_string_element (json_node_get_array (row), j);
          if (texts[j] != NULL && *texts[j] == '\0')
            texts[j] = NULL;
        }
      ty_appointment_file_add_relative (file, texts[0], texts[1], texts[2], texts[3], texts[4]);
    }
}

/**
 * ty_appointment_written_parse:
 * @written: (nullable): what ty_appointment_written_new() gave
 *
 * Returns: (transfer full): a form with the texts; an empty one where @written says nothing
 */
TyAppointmentFile *
ty_appointment_written_parse (const char *written)
{
  TyAppointmentFile *file = ty_appointment_file_new ();
  g_autoptr(JsonNode) root = written != NULL ? json_from_string (written, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return file;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      int field = ty_appointment_field_find (name);

      if (field >= 0 && JSON_NODE_HOLDS_VALUE (node))
        ty_appointment_file_set (file, (TyAppointmentFileField) field, json_node_get_string (node));
      else if (strcmp (name, "extras") == 0)
        take_extras (file, node);
      else if (strcmp (name, "family") == 0)
        take_family (file, node);
    }
  return file;
}
