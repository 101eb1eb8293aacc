/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-label"

#include "config.h"

#include "ty-label.h"

/**
 * ty_label_new:
 * @text: a text
 *
 * Returns: (transfer full): a label that is so in every language
 */
TyLabel *
ty_label_new (const char *text)
{
  TyLabel *self = g_new0 (TyLabel, 1);

  self->text = g_strdup (text);
  return self;
}

static gboolean
is_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_texts (TyLabel    *self,
            JsonObject *object)
{
  gboolean any = FALSE;

  for (TyLanguage language = 0; language < TY_N_LANGUAGES; language++)
    {
      JsonNode *node = json_object_get_member (object, ty_language_to_tag (language));

      if (node != NULL && !is_text (node))
        return FALSE;
      if (node == NULL)
        continue;
      self->texts[language] = json_node_dup_string (node);
      any = TRUE;
    }
  return any;
}

/**
 * ty_label_from_json:
 * @node: a text, or an object with a text for each language (`en`, `zh_CN`, `zh_TW`)
 *
 * Returns: (transfer full) (nullable): the label; %NULL where it is neither
 */
TyLabel *
ty_label_from_json (JsonNode *node)
{
  g_autoptr(TyLabel) self = NULL;

  if (is_text (node))
    return ty_label_new (json_node_get_string (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  self = g_new0 (TyLabel, 1);
  return read_texts (self, json_node_get_object (node)) ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_label_to_json:
 * @self: a label
 *
 * Returns: (transfer full): what ty_label_from_json() reads
 */
JsonNode *
ty_label_to_json (const TyLabel *self)
{
  JsonNode *node;
  JsonObject *object;

  if (self->text != NULL)
    return json_node_init_string (json_node_alloc (), self->text);

  object = json_object_new ();
  for (TyLanguage language = 0; language < TY_N_LANGUAGES; language++)
    if (self->texts[language] != NULL)
      json_object_set_string_member (object, ty_language_to_tag (language), self->texts[language]);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return node;
}

/**
 * ty_label_copy:
 * @self: (nullable): a label
 *
 * Returns: (transfer full) (nullable): the same
 */
TyLabel *
ty_label_copy (const TyLabel *self)
{
  TyLabel *copy;

  if (self == NULL)
    return NULL;

  copy = g_new0 (TyLabel, 1);
  copy->text = g_strdup (self->text);
  for (guint i = 0; i < TY_N_LANGUAGES; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  return copy;
}

void
ty_label_free (TyLabel *self)
{
  for (guint i = 0; i < TY_N_LANGUAGES; i++)
    g_free (self->texts[i]);
  g_free (self->text);
  g_free (self);
}

/**
 * ty_label_get:
 * @self: (nullable): a label
 *
 * Returns: (transfer none): its text in the user’s language, else in any that it has; empty for none
 */
const char *
ty_label_get (const TyLabel *self)
{
  const char *text;

  if (self == NULL)
    return "";
  if (self->text != NULL)
    return self->text;

  text = self->texts[ty_language_get_current ()];
  for (guint i = 0; text == NULL && i < TY_N_LANGUAGES; i++)
    text = self->texts[i];
  return text != NULL ? text : "";
}
