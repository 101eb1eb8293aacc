/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-json"

#include "config.h"

#include "ty-json.h"

/**
 * ty_json_object_to_text: (skip)
 * @first_key: a key; @args go on with its text, more pairs and %NULL. A text of digits is written as a
 *   number
 * @args: the rest
 * @pretty: whether in lines
 *
 * Returns: (transfer full): a JSON object
 */
char *
ty_json_object_to_text (const char *first_key,
                        va_list     args,
                        gboolean    pretty)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    {
      const char *text = va_arg (args, const char *);
      gint64 number;

      if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
        json_object_set_int_member (object, key, number);
      else
        json_object_set_string_member (object, key, text);
    }

  json_node_set_object (node, object);
  return json_to_string (node, pretty);
}

/**
 * ty_json_object_dup_text: (skip)
 * @object: an object of ty_json_object_to_text()
 * @key: a key
 *
 * Returns: (transfer full): its text, also of one that was written as a number; the empty text for none
 */
char *
ty_json_object_dup_text (JsonObject *object,
                         const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}
