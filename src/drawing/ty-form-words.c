/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-words"

#include "config.h"

#include "ty-form-template-private.h"

#include <gio/gio.h>

/* Forms are written in simplified Chinese. What they say in traditional characters stands in one table for all of
 * them, and in the member “words” of a form that a county made. What people have in their records stays as it is. */

#define SHIPPED "/org/touyan/Touyan/forms/traditional.json"

static void
add_word (JsonObject *object,
          const char *word,
          JsonNode   *node,
          gpointer    data)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_insert (data, g_strdup (word), json_node_dup_string (node));
}

static GHashTable *
read_words (JsonNode *root)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) bytes = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  JsonNode *own = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "words") : NULL;

  if (bytes != NULL
      && json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL)
      && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    json_object_foreach_member (json_node_get_object (json_parser_get_root (parser)), add_word, words);
  if (own != NULL && JSON_NODE_HOLDS_OBJECT (own))
    json_object_foreach_member (json_node_get_object (own), add_word, words);
  return words;
}

static void
translate (JsonNode   *node,
           GHashTable *words)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr(GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *item = members; item != NULL; item = item->next)
        translate (item->data, words);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        translate (json_array_get_element (array, i), words);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *word = g_hash_table_lookup (words, json_node_get_string (node));

      if (word != NULL)
        json_node_set_string (node, word);
    }
}

/* Words of JSON and fields are in ASCII, so that only what is read on paper is found in the table. */
void
ty_form_words_translate (JsonNode *root)
{
  g_autoptr(GHashTable) words = read_words (root);

  translate (root, words);
}
