/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard"

#include "config.h"

#include "ty-card-json.h"
#include "ty-dashboard.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A dashboard as it is written (docs/dashboard.schema.json):
 *
 *   {"word": "summary", "title": {"zh_CN": "…", "en": "…"}, "note": "…", "before": "term",
 *    "cards": [card, …]}
 *
 * A card that cannot be shown says why in its place; what is no dashboard at all is refused. */

#define MAX_DEPTH 64

static gboolean
fail (GError     **error,
      const char  *member)
{
  /* Translators: a member of the JSON of a dashboard, such as “title” */
  g_set_error (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SYNTAX,
               _("“%s” of the dashboard is missing, or is not written as it has to be."), member);
  return FALSE;
}

/* json-glib reads by recursion: what is nested too deep never reaches it. */
static gboolean
check_depth (const char  *json,
             GError     **error)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '{' || *p == '['))
        depth++;
      else if (!quoted && (*p == '}' || *p == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        {
          g_set_error_literal (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SIZE,
                               _("The dashboard is nested too deep."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_size (const char  *json,
            GError     **error)
{
  if (strlen (json) <= TY_DASHBOARD_BYTES)
    return TRUE;

  g_set_error_literal (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SIZE, _("The dashboard is too long."));
  return FALSE;
}

/* The parser says where only in its message: `<data>:3:1: …`. */
static void
find_place (const GError *error,
            guint        *line,
            guint        *character)
{
  const char *place = strchr (error->message, ':');
  char *end = NULL;

  *line = place != NULL ? (guint) g_ascii_strtoull (place + 1, &end, 10) : 0;
  *character = end != NULL && *end == ':' ? (guint) g_ascii_strtoull (end + 1, NULL, 10) : 0;
}

static gboolean
parse (JsonParser  *parser,
       const char  *json,
       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  guint line, character;

  if (json_parser_load_from_data (parser, json, -1, &local_error))
    {
      JsonNode *root = json_parser_get_root (parser);

      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        return TRUE;
      g_set_error_literal (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SYNTAX,
                           _("The dashboard is no JSON object."));
      return FALSE;
    }

  find_place (local_error, &line, &character);
  g_set_error (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SYNTAX,
               /* Translators: where the text of a dashboard cannot be read */
               _("The dashboard cannot be read at line %u, character %u."), line, character);
  return FALSE;
}

static gboolean
read_cards (TyDashboard  *self,
            JsonObject   *object,
            GError      **error)
{
  JsonNode *node = json_object_get_member (object, "cards");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return fail (error, "cards");
  if (json_array_get_length (array) > TY_DASHBOARD_CARDS)
    {
      g_set_error (error, TY_DASHBOARD_ERROR, TY_DASHBOARD_ERROR_SIZE,
                   _("The dashboard has %u cards. At most %u can be shown."),
                   json_array_get_length (array), TY_DASHBOARD_CARDS);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TyCard *card = ty_card_from_node (json_array_get_element (array, i), error);

      if (card == NULL)
        return FALSE;
      g_ptr_array_add (self->cards, card);
    }
  return TRUE;
}

static gboolean
read_head (TyDashboard  *self,
           JsonObject   *object,
           GError      **error)
{
  JsonNode *note = json_object_get_member (object, "note");

  if (note != NULL && (self->note = ty_label_from_json (note)) == NULL)
    return fail (error, "note");

  return ty_card_compare_from_json (object, &self->compare, error);
}

/**
 * ty_dashboard_from_json:
 * @json: a dashboard as it is written
 * @error: a `TY_DASHBOARD_ERROR`, or a `TY_CARD_ERROR`
 *
 * Reads a dashboard. A card that cannot be shown has a problem, and is no error.
 *
 * Returns: (transfer full) (nullable): the dashboard
 */
TyDashboard *
ty_dashboard_from_json (const char  *json,
                        GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(TyDashboard) self = NULL;
  g_autoptr(TyLabel) title = NULL;
  JsonObject *object;
  JsonNode *word;

  if (!check_size (json, error) || !check_depth (json, error) || !parse (parser, json, error))
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  word = json_object_get_member (object, "word");
  if (word == NULL || !JSON_NODE_HOLDS_VALUE (word) || json_node_get_value_type (word) != G_TYPE_STRING
      || !ty_dashboard_is_word (json_node_get_string (word)))
    {
      fail (error, "word");
      return NULL;
    }
  if (json_object_has_member (object, "title"))
    title = ty_label_from_json (json_object_get_member (object, "title"));
  if (title == NULL || *ty_label_get (title) == '\0')
    {
      fail (error, "title");
      return NULL;
    }

  self = ty_dashboard_new (json_node_get_string (word), "");
  ty_label_free (self->title);
  self->title = g_steal_pointer (&title);
  if (!read_head (self, object, error) || !read_cards (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_dashboard_to_json:
 * @self: a dashboard
 *
 * Returns: (transfer full): what ty_dashboard_from_json() reads
 */
char *
ty_dashboard_to_json (const TyDashboard *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = NULL;
  JsonArray *cards = json_array_new ();

  json_object_set_string_member (object, "word", self->word);
  json_object_set_member (object, "title", ty_label_to_json (self->title));
  if (self->note != NULL)
    json_object_set_member (object, "note", ty_label_to_json (self->note));
  ty_card_compare_to_json (self->compare, object);
  for (guint i = 0; i < self->cards->len; i++)
    json_array_add_element (cards, ty_card_to_node (ty_dashboard_get_card (self, i)));
  json_object_set_array_member (object, "cards", cards);
  node = json_node_init_object (json_node_alloc (), object);
  return json_to_string (node, TRUE);
}
