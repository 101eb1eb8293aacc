/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-json"

#include "config.h"

#include "ty-json.h"

#include <json-glib/json-glib.h>

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
