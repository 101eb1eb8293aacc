/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-json"

#include "config.h"

#include "ty-form-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Says that a member cannot be as it is. */
gboolean
ty_form_json_fail (const char  *where,
                   const char  *name,
                   GError     **error)
{
  g_set_error (error, TY_FORM_TEMPLATE_ERROR, TY_FORM_TEMPLATE_ERROR_VALUE,
               /* Translators: a place in the template of a form, as pages[0].rows[3], and the name there */
               _("The template of the form has an impossible value at %s: “%s”."), where, name);
  return FALSE;
}

/* Returns: (transfer none) (nullable): the object of a node */
JsonObject *
ty_form_json_get_object (JsonNode    *node,
                         const char  *where,
                         GError     **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  ty_form_json_fail (where, "{…}", error);
  return NULL;
}

/* An array that is not there is none. */
gboolean
ty_form_json_read_array (JsonObject  *object,
                         const char  *name,
                         const char  *where,
                         JsonArray  **array,
                         GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ty_form_json_fail (where, name, error);

  *array = json_node_get_array (node);
  return TRUE;
}

static gboolean
read_node (JsonNode *node,
           double    most,
           double   *number)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);
  return isfinite (*number) && fabs (*number) <= most;
}

/* A number that is not there stays as it was. */
gboolean
ty_form_json_read_number (JsonObject  *object,
                          const char  *name,
                          const char  *where,
                          double       most,
                          double      *number,
                          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || read_node (node, most, number) || ty_form_json_fail (where, name, error);
}

gboolean
ty_form_json_read_count (JsonObject  *object,
                         const char  *name,
                         const char  *where,
                         guint        most,
                         guint       *count,
                         GError     **error)
{
  double number = *count;

  if (!ty_form_json_read_number (object, name, where, most, &number, error))
    return FALSE;
  *count = number >= 1 ? (guint) number : 0;
  return *count == number || ty_form_json_fail (where, name, error);
}

/* Two numbers, neither of them negative; they have to be there. */
gboolean
ty_form_json_read_pair (JsonObject  *object,
                        const char  *name,
                        const char  *where,
                        double      *first,
                        double      *second,
                        GError     **error)
{
  JsonArray *array;

  if (!ty_form_json_read_array (object, name, where, &array, error))
    return FALSE;
  return (array != NULL && json_array_get_length (array) == 2
          && read_node (json_array_get_element (array, 0), TY_FORM_MOST_MM, first)
          && read_node (json_array_get_element (array, 1), TY_FORM_MOST_MM, second)
          && *first >= 0 && *second >= 0)
         || ty_form_json_fail (where, name, error);
}

gboolean
ty_form_json_read_switch (JsonObject  *object,
                          const char  *name,
                          const char  *where,
                          gboolean    *value,
                          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return ty_form_json_fail (where, name, error);

  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
ty_form_json_read_string (JsonObject  *object,
                          const char  *name,
                          const char  *where,
                          char       **text,
                          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return ty_form_json_fail (where, name, error);

  g_free (*text);
  *text = json_node_dup_string (node);
  return TRUE;
}

gboolean
ty_form_json_read_choice (JsonObject         *object,
                          const char         *name,
                          const char         *where,
                          const char * const *words,
                          int                *choice,
                          GError            **error)
{
  g_autofree char *word = NULL;

  if (!ty_form_json_read_string (object, name, where, &word, error))
    return FALSE;
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *choice = i;
        return TRUE;
      }
  return word == NULL || ty_form_json_fail (where, name, error);
}
