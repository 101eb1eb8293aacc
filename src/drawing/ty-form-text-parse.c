/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-text-parse"

#include "config.h"

#include "ty-form-json.h"

#include <string.h>

/* What a text is unless the template says otherwise. */
#define SIZE 14
#define LEAST 5
#define STEP 0.5
#define LEAD -0.15
#define PAD 0.7
#define MOST_POINTS 400.0

static const char *const across_words[] = { "left", "center", "right", NULL };
static const char *const down_words[] = { "top", "middle", "bottom", NULL };

static TyFormText *
text_new (void)
{
  TyFormText *text = g_new0 (TyFormText, 1);

  text->size = SIZE;
  text->least = LEAST;
  text->step = STEP;
  text->lead = LEAD;
  text->across = TY_FORM_MIDDLE;
  text->down = TY_FORM_MIDDLE;
  for (guint i = 0; i < TY_FORM_N_SIDES; i++)
    text->pad[i] = PAD;
  return text;
}

static gboolean
read_font (TyFormText  *text,
           JsonObject  *object,
           const char  *where,
           GError     **error)
{
  g_autofree char *word = NULL;

  if (!ty_form_json_read_string (object, "font", where, &word, error))
    return FALSE;
  return word == NULL || ty_form_font_parse (word, &text->font) || ty_form_json_fail (where, "font", error);
}

/* One number for all sides, or left, top, right, bottom. */
static gboolean
read_pad (TyFormText  *text,
          JsonObject  *object,
          const char  *where,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, "pad");
  JsonArray *array;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    {
      if (!ty_form_json_read_number (object, "pad", where, TY_FORM_MOST_MM, &text->pad[0], error))
        return FALSE;
      for (guint i = 1; i < TY_FORM_N_SIDES; i++)
        text->pad[i] = text->pad[0];
      return text->pad[0] >= 0 || ty_form_json_fail (where, "pad", error);
    }
  if (!ty_form_json_read_array (object, "pad", where, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  if (json_array_get_length (array) != TY_FORM_N_SIDES)
    return ty_form_json_fail (where, "pad", error);

  for (guint i = 0; i < TY_FORM_N_SIDES; i++)
    {
      JsonNode *side = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (side)
          || (json_node_get_value_type (side) != G_TYPE_INT64
              && json_node_get_value_type (side) != G_TYPE_DOUBLE)
          || json_node_get_double (side) < 0 || json_node_get_double (side) > TY_FORM_MOST_MM)
        return ty_form_json_fail (where, "pad", error);
      text->pad[i] = json_node_get_double (side);
    }
  return TRUE;
}

static gboolean
read_sizes (TyFormText  *text,
            JsonObject  *object,
            const char  *where,
            GError     **error)
{
  const struct
  {
    const char *name;
    double *number;
    double least;
  } numbers[] = {
    { "size", &text->size, 1 },
    { "least", &text->least, 1 },
    { "step", &text->step, 0.1 },
    { "lead", &text->lead, -1 },
    { "line", &text->line, 0 },
    { "hang", &text->hang, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!ty_form_json_read_number (object, numbers[i].name, where, MOST_POINTS, numbers[i].number, error)
        || (*numbers[i].number < numbers[i].least && !ty_form_json_fail (where, numbers[i].name, error)))
      return FALSE;

  text->least = MIN (text->least, text->size);
  return TRUE;
}

static gboolean
read_attributes (TyFormText  *text,
                 JsonObject  *object,
                 const char  *where,
                 GError     **error)
{
  int across = (int) text->across, down = (int) text->down;

  if (!read_font (text, object, where, error)
      || !read_sizes (text, object, where, error)
      || !read_pad (text, object, where, error)
      || !ty_form_json_read_choice (object, "align", where, across_words, &across, error)
      || !ty_form_json_read_choice (object, "valign", where, down_words, &down, error)
      || !ty_form_json_read_switch (object, "bold", where, &text->bold, error)
      || !ty_form_json_read_switch (object, "turn", where, &text->turn, error)
      || !ty_form_json_read_switch (object, "vertical", where, &text->vertical, error)
      || !ty_form_json_read_switch (object, "spread", where, &text->spread, error)
      || !ty_form_json_read_string (object, "rest", where, &text->rest, error))
    return FALSE;

  text->across = (TyFormAlign) across;
  text->down = (TyFormAlign) down;
  return TRUE;
}

static gboolean
read_style (TyFormText  *text,
            JsonObject  *styles,
            const char  *style,
            const char  *where,
            GError     **error)
{
  JsonNode *node = styles != NULL ? json_object_get_member (styles, style) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return ty_form_json_fail (where, style, error);

  return read_attributes (text, json_node_get_object (node), where, error);
}

/* A label may be a string alone. What has a field is of the style “value”, unless it says another. */
gboolean
ty_form_text_parse (JsonObject  *styles,
                    JsonNode    *node,
                    const char  *where,
                    GPtrArray   *texts,
                    GError     **error)
{
  g_autoptr(TyFormText) text = text_new ();
  g_autofree char *style = NULL;
  JsonObject *object;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      text->label = json_node_dup_string (node);
      if (!read_style (text, styles, "label", where, error))
        return FALSE;
      g_ptr_array_add (texts, g_steal_pointer (&text));
      return TRUE;
    }

  object = ty_form_json_get_object (node, where, error);
  if (object == NULL
      || !ty_form_json_read_string (object, "field", where, &text->field, error)
      || !ty_form_json_read_string (object, "label", where, &text->label, error)
      || !ty_form_json_read_string (object, "style", where, &style, error))
    return FALSE;
  if (!read_style (text, styles, style != NULL ? style : text->field != NULL ? "value" : "label", where, error)
      || !read_attributes (text, object, where, error))
    return FALSE;

  g_ptr_array_add (texts, g_steal_pointer (&text));
  return TRUE;
}
