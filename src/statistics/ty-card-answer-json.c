/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-answer"

#include "config.h"

#include "ty-card-answer-json.h"

#include "ty-card-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An answer as it is printed, and as it is frozen: the card, its lines and its numbers, exact and as they
 * were shown. Read again it is the same, whatever the file says by then.
 *
 *   {"card": {…}, "as_of": "2021-12-31", "scope": "17", "before": "2020-12-31", "subject": 0,
 *    "title": "…", "message": "…", "note": "…", "text": "…",
 *    "categories": [{"label": "…", "group": "…", "key": "17", "dimension": 0, "figure": 1, "date": "…"}],
 *    "series": [{"label": "…", "line": "before", …}],
 *    "values": [[{"sum": 12, "n": 73, "text": "16.44"}, …], …], "totals": […], "trend": […]} */

static const char *const line_words[] = {
  [TY_CARD_LINE_NOW] = "now",
  [TY_CARD_LINE_BEFORE] = "before",
  [TY_CARD_LINE_CHANGE] = "change",
  [TY_CARD_LINE_TOTAL] = "total",
};

static const char *const subject_words[] = {
  [TY_SUBJECT_PEOPLE] = "people", [TY_SUBJECT_VILLAGES] = "villages", [TY_SUBJECT_POSTS] = "posts",
};

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
set_date (JsonObject *object,
          const char *member,
          TyDate      date)
{
  g_autofree char *text = ty_date_is_known (date) ? ty_date_to_iso (date) : NULL;

  set_text (object, member, text);
}

static JsonArray *
write_lines (GPtrArray *lines)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const TyCardLine *line = g_ptr_array_index (lines, i);
      JsonObject *object = json_object_new ();

      set_text (object, "label", line->label);
      set_text (object, "group", line->group);
      set_text (object, "key", line->key);
      set_date (object, "date", line->date);
      if (line->kind != TY_CARD_LINE_NOW)
        set_text (object, "line", line_words[line->kind]);
      if (line->dimension != 0)
        json_object_set_int_member (object, "dimension", line->dimension);
      if (line->figure != TY_CARD_NO_FIGURE)
        json_object_set_int_member (object, "figure", line->figure);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_value (const TyCardValue *value)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "sum", (gint64) value->amount.sum);
  json_object_set_int_member (object, "n", (gint64) value->amount.n);
  if (!value->known)
    json_object_set_boolean_member (object, "unknown", TRUE);
  json_object_set_string_member (object, "text", value->text);
  return object;
}

static JsonArray *
write_values (GArray *values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < values->len; i++)
    json_array_add_object_element (array, write_value (&g_array_index (values, TyCardValue, i)));
  return array;
}

static void
add_population (JsonObject         *object,
                const TyCardAnswer *self,
                guint               category,
                guint               series)
{
  g_autoptr(TyPopulation) population = ty_card_answer_dup_population (self, category, series);
  g_autofree char *json = ty_population_to_json (population);

  json_object_set_member (object, "population", json_from_string (json, NULL));
}

static JsonArray *
write_cells (const TyCardAnswer *self,
             gboolean            populations)
{
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < self->categories->len && self->values->len > 0; i++)
    {
      JsonArray *row = json_array_new ();

      for (guint j = 0; j < self->series->len; j++)
        {
          JsonObject *object = write_value (ty_card_answer_get_value (self, i, j));

          if (populations)
            add_population (object, self, i, j);
          json_array_add_object_element (row, object);
        }
      json_array_add_array_element (rows, row);
    }
  return rows;
}

/**
 * ty_card_answer_to_node: (skip)
 * @self: an answer
 * @populations: whether the people behind each value are told, as filters
 *
 * Returns: (transfer full): what ty_card_answer_from_node() reads
 */
JsonNode *
ty_card_answer_to_node (const TyCardAnswer *self,
                        gboolean            populations)
{
  JsonObject *object = json_object_new ();
  JsonNode *node;

  json_object_set_member (object, "card", ty_card_to_node (self->card));
  set_date (object, "as_of", self->as_of);
  set_date (object, "before", self->before);
  if (self->scope != 0)
    {
      g_autofree char *scope = g_strdup_printf ("%" G_GINT64_FORMAT, self->scope);

      set_text (object, "scope", scope);
    }
  set_text (object, "subject", subject_words[self->subject]);
  set_text (object, "title", self->title);
  set_text (object, "message", self->message);
  set_text (object, "note", self->note);
  set_text (object, "text", self->text);
  json_object_set_array_member (object, "categories", write_lines (self->categories));
  json_object_set_array_member (object, "series", write_lines (self->series));
  json_object_set_array_member (object, "values", write_cells (self, populations && self->message == NULL));
  json_object_set_array_member (object, "totals", write_values (self->totals));
  json_object_set_array_member (object, "trend", write_values (self->trend));
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return node;
}

/**
 * ty_card_answers_to_json:
 * @answers: (element-type TyCardAnswer): the answers of a dashboard
 * @populations: whether the people behind each value are told, as filters
 *
 * Returns: (transfer full): an array of JSON
 */
char *
ty_card_answers_to_json (GPtrArray *answers,
                         gboolean   populations)
{
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(JsonNode) node = NULL;

  for (guint i = 0; i < answers->len; i++)
    json_array_add_element (array, ty_card_answer_to_node (g_ptr_array_index (answers, i), populations));
  node = json_node_init_array (json_node_alloc (), array);
  return json_to_string (node, TRUE);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, TY_CARD_ERROR, TY_CARD_ERROR_SYNTAX,
                       _("The frozen numbers of the dashboard cannot be read."));
  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static gint64
get_int (JsonObject *object,
         const char *member,
         gint64      otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
           ? json_node_get_int (node) : otherwise;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static TyDate
get_date (JsonObject *object,
          const char *member)
{
  const char *text = get_text (object, member);
  TyDate date;

  return text != NULL && ty_date_parse_iso (text, &date, NULL) ? date : TY_DATE_NONE;
}

static guint
find_word (const char *const *words,
           guint              n_words,
           const char        *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static JsonObject *
get_object (JsonArray *array,
            guint      number)
{
  JsonNode *node = json_array_get_element (array, number);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A line of a figure or a dimension that the card does not have would lead out of its arrays. */
static gboolean
is_of_card (const TyCardLine *line,
            const TyCard     *card)
{
  return line->dimension < MAX (card->n_dimensions, 1)
         && (line->figure == TY_CARD_NO_FIGURE || line->figure < card->figures->len);
}

static gboolean
read_lines (TyCardAnswer  *self,
            JsonObject    *object,
            const char    *member,
            TyCardLine  *(*add) (TyCardAnswer *self,
                                 const char   *label))
{
  JsonArray *array = get_array (object, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *written = get_object (array, i);
      const char *label = written != NULL ? get_text (written, "label") : NULL;
      TyCardLine *line;

      if (label == NULL)
        return FALSE;
      line = add (self, label);
      line->group = g_strdup (get_text (written, "group"));
      line->key = g_strdup (get_text (written, "key"));
      line->date = get_date (written, "date");
      line->kind = find_word (line_words, G_N_ELEMENTS (line_words), get_text (written, "line"));
      line->dimension = (guint) CLAMP (get_int (written, "dimension", 0), 0, TY_CARD_DIMENSIONS);
      line->figure = (guint) get_int (written, "figure", TY_CARD_NO_FIGURE);
      if (!is_of_card (line, self->card))
        return FALSE;
    }
  return array != NULL;
}

static gboolean
read_values (JsonArray *array,
             GArray    *values)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *written = get_object (array, i);
      const char *text = written != NULL ? get_text (written, "text") : NULL;
      TyCardValue value = { 0 };

      if (text == NULL)
        return FALSE;
      value.amount.sum = (guint64) get_int (written, "sum", 0);
      value.amount.n = (guint64) get_int (written, "n", 0);
      value.known = !json_object_get_boolean_member_with_default (written, "unknown", FALSE);
      value.number = value.known ? g_ascii_strtod (text, NULL) : NAN;
      value.text = g_strdup (text);
      g_array_append_val (values, value);
    }
  return array != NULL;
}

static gboolean
read_cells (TyCardAnswer *self,
            JsonObject   *object)
{
  JsonArray *rows = get_array (object, "values");
  guint n = self->categories->len * self->series->len;

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);

      if (!JSON_NODE_HOLDS_ARRAY (row) || !read_values (json_node_get_array (row), self->values))
        return FALSE;
    }
  return rows != NULL && (self->values->len == n || self->message != NULL)
         && read_values (get_array (object, "totals"), self->totals)
         && (self->totals->len == 0 || self->totals->len == self->series->len)
         && read_values (get_array (object, "trend"), self->trend);
}

/**
 * ty_card_answer_from_node: (skip)
 * @node: what ty_card_answer_to_node() wrote
 * @error: a `TY_CARD_ERROR`
 *
 * Returns: (transfer full) (nullable): the answer as it was
 */
TyCardAnswer *
ty_card_answer_from_node (JsonNode  *node,
                          GError   **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr(TyCard) card = NULL;
  g_autoptr(TyCardAnswer) self = NULL;
  const char *scope, *title;
  TyDate as_of;

  if (object == NULL || !json_object_has_member (object, "card"))
    {
      fail (error);
      return NULL;
    }
  card = ty_card_from_node (json_object_get_member (object, "card"), error);
  as_of = get_date (object, "as_of");
  if (card == NULL)
    return NULL;

  scope = get_text (object, "scope");
  title = get_text (object, "title");
  self = ty_card_answer_new (card, as_of, scope != NULL ? g_ascii_strtoll (scope, NULL, 10) : 0,
                             get_date (object, "before"));
  self->subject = find_word (subject_words, G_N_ELEMENTS (subject_words), get_text (object, "subject"));
  g_free (self->title);
  self->title = g_strdup (title != NULL ? title : "");
  g_free (self->message);
  self->message = g_strdup (get_text (object, "message"));
  self->note = g_strdup (get_text (object, "note"));
  self->text = g_strdup (get_text (object, "text"));
  if (!ty_date_is_known (as_of)
      || !read_lines (self, object, "categories", ty_card_answer_add_category)
      || !read_lines (self, object, "series", ty_card_answer_add_series) || !read_cells (self, object))
    {
      fail (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * ty_card_answers_from_json:
 * @json: what ty_card_answers_to_json() wrote
 * @error: a `TY_CARD_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCardAnswer): the answers as they were
 */
GPtrArray *
ty_card_answers_from_json (const char  *json,
                           GError     **error)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_answer_free);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    {
      fail (error);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TyCardAnswer *answer = ty_card_answer_from_node (json_array_get_element (array, i), error);

      if (answer == NULL)
        return NULL;
      g_ptr_array_add (answers, answer);
    }
  return g_steal_pointer (&answers);
}
