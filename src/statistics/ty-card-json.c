/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-json"

#include "config.h"

#include "ty-card-json.h"

#include "ty-dimension-band.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card as it is written (docs/dashboard.schema.json):
 *
 *   {"kind": "bar", "title": {"zh_CN": "…", "en": "…"}, "population": {"who": "secretaries"},
 *    "by": ["township", {"bands": [[null, 35], [36, 45], [46, null]]}],
 *    "figures": ["count", {"measure": "female", "label": "…", "good": "up", "target": 30}],
 *    "before": "term", "every": "year", "dates": 5, "limit": 10, "lowest": true,
 *    "decimals": 1, "width": 6, "height": 2}
 *
 * What is wrong is said with the member in which it stands. */

#define MAX_LIMIT 1000
#define MAX_DATES 60
#define LEAST_DATES 2
#define USUAL_DATES 5

static const char *const befores[] = {
  [TY_CARD_BEFORE_INHERIT] = NULL,
  [TY_CARD_BEFORE_NONE] = "none",
  [TY_CARD_BEFORE_TERM] = "term",
  [TY_CARD_BEFORE_YEAR] = "year",
  [TY_CARD_BEFORE_DATE] = NULL,
};

static const char *const goods[] = {
  [TY_CARD_GOOD_NONE] = "none", [TY_CARD_GOOD_UP] = "up", [TY_CARD_GOOD_DOWN] = "down",
};

static const char *const everys[] = {
  [TY_CARD_EVERY_NEVER] = "never",
  [TY_CARD_EVERY_YEAR] = "year",
  [TY_CARD_EVERY_QUARTER] = "quarter",
  [TY_CARD_EVERY_MONTH] = "month",
};

static gboolean
fail (const char  *member,
      GError     **error)
{
  /* Translators: a member of the JSON of a card, such as “figures” */
  g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_SYNTAX,
               _("“%s” of the card is not written as it has to be."), member);
  return FALSE;
}

static gboolean
fail_unknown (const char  *member,
              const char  *word,
              GError     **error)
{
  /* Translators: a member of the JSON of a card, and a word that stands there */
  g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_UNKNOWN,
               _("“%s” of the card says “%s”, which this version does not know."), member, word);
  return FALSE;
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static gboolean
get_number (JsonNode *node,
            double   *number)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *number = json_node_get_double (node);
  return TRUE;
}

static gboolean
find_word (const char *const *words,
           guint              n_words,
           const char        *word,
           guint             *number)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      {
        *number = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_word (JsonObject         *object,
           const char         *member,
           const char *const  *words,
           guint               n_words,
           guint              *number,
           GError            **error)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *word = get_text (node);

  if (node == NULL)
    return TRUE;
  if (word == NULL)
    return fail (member, error);

  return find_word (words, n_words, word, number) || fail_unknown (member, word, error);
}

static gboolean
read_whole (JsonObject  *object,
            const char  *member,
            int          least,
            int          most,
            int         *number,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);
  double value;

  if (node == NULL)
    return TRUE;
  if (!get_number (node, &value) || value < least || value > most || value != (int) value)
    return fail (member, error);

  *number = (int) value;
  return TRUE;
}

static gboolean
read_label (JsonObject  *object,
            const char  *member,
            TyLabel    **label,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;

  *label = ty_label_from_json (node);
  return *label != NULL || fail (member, error);
}

static gboolean
read_population (JsonObject    *object,
                 TyPopulation **population,
                 GError       **error)
{
  JsonNode *node = json_object_get_member (object, "population");
  g_autofree char *json = NULL;

  if (node == NULL)
    return TRUE;

  json = json_to_string (node, FALSE);
  *population = ty_population_from_json (json, error);
  return *population != NULL;
}

/**
 * ty_card_compare_from_json: (skip)
 * @object: a card or a dashboard
 * @compare: (out): what its member `before` says: `none`, `term`, `year`, or a date
 * @error: a `TY_CARD_ERROR`
 *
 * Returns: whether it can be read
 */
gboolean
ty_card_compare_from_json (JsonObject     *object,
                           TyCardCompare  *compare,
                           GError        **error)
{
  JsonNode *node = json_object_get_member (object, "before");
  const char *word = get_text (node);
  guint before;

  if (node == NULL)
    return TRUE;
  if (word == NULL)
    return fail ("before", error);
  if (find_word (befores, G_N_ELEMENTS (befores), word, &before))
    compare->before = before;
  else if (ty_date_parse_iso (word, &compare->date, NULL) && ty_date_is_valid (compare->date))
    compare->before = TY_CARD_BEFORE_DATE;
  else
    return fail ("before", error);

  return TRUE;
}

/**
 * ty_card_compare_to_json: (skip)
 * @compare: with what something is compared
 * @object: a card or a dashboard, which is given the member that says it
 */
void
ty_card_compare_to_json (TyCardCompare  compare,
                         JsonObject    *object)
{
  if (compare.before == TY_CARD_BEFORE_DATE)
    {
      g_autofree char *date = ty_date_to_iso (compare.date);

      json_object_set_string_member (object, "before", date);
    }
  else if (befores[compare.before] != NULL)
    json_object_set_string_member (object, "before", befores[compare.before]);
}

static gboolean
fail_bands (int       age,
            gboolean  overlap,
            GError  **error)
{
  g_set_error (error, TY_CARD_ERROR, TY_CARD_ERROR_BANDS,
               overlap ? _("The bands of the card overlap at the age of %d.")
                       : _("The bands of the card leave out the age of %d."), age);
  return FALSE;
}

/* An end of a band: a whole number, or null of the first and the last. */
static gboolean
read_end (JsonArray  *pair,
          guint       number,
          int         open,
          int        *age)
{
  JsonNode *node = json_array_get_element (pair, number);
  double value;

  *age = open;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!get_number (node, &value) || value < 0 || value > G_MAXUINT8 || value != (int) value)
    return FALSE;

  *age = (int) value;
  return TRUE;
}

static gboolean
read_bands (JsonNode           *node,
            const TyDimension **dimension,
            GError            **error)
{
  JsonArray *bands = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = bands != NULL ? json_array_get_length (bands) : 0;
  int ends[TY_DIMENSION_BANDS - 1];
  int next = 0;

  if (n < 2 || n > TY_DIMENSION_BANDS)
    return fail ("bands", error);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *band = json_array_get_element (bands, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (band) ? json_node_get_array (band) : NULL;
      int from, to;

      if (pair == NULL || json_array_get_length (pair) != 2 || !read_end (pair, 0, 0, &from)
          || !read_end (pair, 1, G_MAXUINT8, &to) || from > to)
        return fail ("bands", error);
      if (from != next)
        return fail_bands (MIN (from, next), from < next, error);
      next = to + 1;
      if (i + 1 < n)
        ends[i] = to;
    }
  if (next <= G_MAXUINT8)
    return fail_bands (next, FALSE, error);

  *dimension = ty_dimension_band_get (ends, n - 1);
  return TRUE;
}

static gboolean
read_dimension (TyCard    *self,
                JsonNode  *node,
                GError   **error)
{
  const TyDimension **dimension = &self->dimensions[self->n_dimensions];
  const char *word = get_text (node);
  JsonNode *bands = JSON_NODE_HOLDS_OBJECT (node)
                      ? json_object_get_member (json_node_get_object (node), "bands") : NULL;

  if (self->n_dimensions == TY_CARD_DIMENSIONS || (word == NULL && bands == NULL))
    return fail ("by", error);
  if (word == NULL)
    {
      if (!read_bands (bands, dimension, error))
        return FALSE;
    }
  else if ((*dimension = ty_dimension_find (word)) == NULL)
    return fail_unknown ("by", word, error);
  self->n_dimensions++;
  return TRUE;
}

static gboolean
read_dimensions (TyCard      *self,
                 JsonObject  *object,
                 GError     **error)
{
  JsonNode *node = json_object_get_member (object, "by");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return read_dimension (self, node, error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_dimension (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_target (TyCardFigure  *figure,
             JsonObject    *object,
             GError       **error)
{
  JsonNode *node = json_object_get_member (object, "target");

  if (node == NULL)
    return TRUE;

  figure->has_target = get_number (node, &figure->target);
  return figure->has_target || fail ("target", error);
}

static gboolean
read_figure (TyCard    *self,
             JsonNode  *node,
             GError   **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *word = object != NULL ? get_text (json_object_get_member (object, "measure"))
                                    : get_text (node);
  const TyMeasure *measure = word != NULL ? ty_measure_find (word) : NULL;
  TyCardFigure *figure;
  guint good = TY_CARD_GOOD_NONE;

  if (word == NULL || self->figures->len == TY_CARD_FIGURES)
    return fail ("figures", error);
  if (measure == NULL)
    return fail_unknown ("figures", word, error);

  figure = ty_card_add_figure (self, measure);
  if (object == NULL)
    return TRUE;
  if (!read_population (object, &figure->population, error)
      || !read_label (object, "label", &figure->label, error) || !read_target (figure, object, error)
      || !read_word (object, "good", goods, G_N_ELEMENTS (goods), &good, error))
    return FALSE;

  figure->good = good;
  return TRUE;
}

static gboolean
read_figures (TyCard      *self,
              JsonObject  *object,
              GError     **error)
{
  JsonNode *node = json_object_get_member (object, "figures");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return read_figure (self, node, error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_figure (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_numbers (TyCard      *self,
              JsonObject  *object,
              GError     **error)
{
  JsonNode *lowest = json_object_get_member (object, "lowest");
  int limit = 0, dates = USUAL_DATES, width = (int) self->width, height = (int) self->height;
  guint every = TY_CARD_EVERY_NEVER;

  if (!read_whole (object, "limit", 1, MAX_LIMIT, &limit, error)
      || !read_whole (object, "dates", LEAST_DATES, MAX_DATES, &dates, error)
      || !read_whole (object, "decimals", 0, 4, &self->decimals, error)
      || !read_whole (object, "width", 1, TY_CARD_COLUMNS, &width, error)
      || !read_whole (object, "height", 1, TY_CARD_MAX_HEIGHT, &height, error)
      || !read_word (object, "every", everys, G_N_ELEMENTS (everys), &every, error))
    return FALSE;
  if (lowest != NULL
      && (!JSON_NODE_HOLDS_VALUE (lowest) || json_node_get_value_type (lowest) != G_TYPE_BOOLEAN))
    return fail ("lowest", error);

  self->lowest = lowest != NULL && json_node_get_boolean (lowest);
  self->limit = (guint) limit;
  self->n_dates = every != TY_CARD_EVERY_NEVER ? (guint) dates : 0;
  self->width = (guint) width;
  self->height = (guint) height;
  self->every = every;
  return TRUE;
}

/* Men and women are what a pyramid is by besides. */
static void
complete (TyCard *self)
{
  if (self->kind == TY_CARD_PYRAMID && self->n_dimensions == 1)
    self->dimensions[self->n_dimensions++] = ty_dimension_find ("sex");
}

static gboolean
read_card (TyCard      *self,
           JsonObject  *object,
           GError     **error)
{
  if (!read_population (object, &self->population, error) || !read_dimensions (self, object, error)
      || !read_figures (self, object, error) || !read_numbers (self, object, error)
      || !ty_card_compare_from_json (object, &self->compare, error))
    return FALSE;

  complete (self);
  return ty_card_check (self, error);
}

/* What can be shown of a card that has a problem: where it stands and what it is called. */
static gboolean
read_head (TyCard      *self,
           JsonObject  *object,
           GError     **error)
{
  int width = (int) self->width, height = (int) self->height;

  if (!read_label (object, "title", &self->title, error) || !read_label (object, "note", &self->note, error)
      || !read_label (object, "text", &self->text, error)
      || !read_whole (object, "width", 1, TY_CARD_COLUMNS, &width, error)
      || !read_whole (object, "height", 1, TY_CARD_MAX_HEIGHT, &height, error))
    return FALSE;

  self->width = (guint) width;
  self->height = (guint) height;
  return TRUE;
}

static gboolean
read_kind (JsonObject  *object,
           TyCardKind  *kind,
           GError     **error)
{
  const char *word = get_text (json_object_get_member (object, "kind"));

  if (word == NULL)
    return fail ("kind", error);

  return ty_card_kind_parse (word, kind) || fail_unknown ("kind", word, error);
}

/**
 * ty_card_from_node: (skip)
 * @node: a card as it is written
 * @error: a `TY_CARD_ERROR` where it is no object at all
 *
 * Reads a card. One that cannot be shown has a problem in words, and keeps how it was written.
 *
 * Returns: (transfer full) (nullable): the card
 */
TyCard *
ty_card_from_node (JsonNode  *node,
                   GError   **error)
{
  g_autoptr(GError) problem = NULL;
  TyCardKind kind = TY_CARD_TEXT;
  TyCard *self;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail ("cards", error);
      return NULL;
    }

  object = json_node_get_object (node);
  self = ty_card_new (kind);
  if (read_head (self, object, &problem) && read_kind (object, &kind, &problem))
    {
      self->kind = kind;
      read_card (self, object, &problem);
    }
  if (problem != NULL)
    {
      self->problem = g_strdup (problem->message);
      self->written = json_to_string (node, FALSE);
    }
  return self;
}

static void
set_label (JsonObject    *object,
           const char    *member,
           const TyLabel *label)
{
  if (label != NULL)
    json_object_set_member (object, member, ty_label_to_json (label));
}

static void
set_population (JsonObject   *object,
                TyPopulation *population)
{
  g_autofree char *json = NULL;

  if (population == NULL)
    return;

  json = ty_population_to_json (population);
  json_object_set_member (object, "population", json_from_string (json, NULL));
}

static void
add_band (JsonArray *bands,
          int        from,
          int        to)
{
  JsonArray *pair = json_array_new ();

  if (from > 0)
    json_array_add_int_element (pair, from);
  else
    json_array_add_null_element (pair);
  if (to < G_MAXUINT8)
    json_array_add_int_element (pair, to);
  else
    json_array_add_null_element (pair);
  json_array_add_array_element (bands, pair);
}

static void
add_dimension (JsonArray         *array,
               const TyDimension *dimension)
{
  guint n;
  const int *ends = ty_dimension_band_get_ends (dimension, &n);
  JsonObject *object;
  JsonArray *bands;

  if (ends == NULL)
    {
      json_array_add_string_element (array, dimension->key);
      return;
    }

  object = json_object_new ();
  bands = json_array_new ();
  for (guint i = 0; i <= n; i++)
    add_band (bands, i > 0 ? ends[i - 1] + 1 : 0, i < n ? ends[i] : G_MAXUINT8);
  json_object_set_array_member (object, "bands", bands);
  json_array_add_object_element (array, object);
}

static void
set_dimensions (JsonObject   *object,
                const TyCard *self)
{
  JsonArray *array;

  if (self->n_dimensions == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < self->n_dimensions; i++)
    add_dimension (array, self->dimensions[i]);
  json_object_set_array_member (object, "by", array);
}

static void
set_figures (JsonObject   *object,
             const TyCard *self)
{
  JsonArray *array;

  if (self->figures->len == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < self->figures->len; i++)
    {
      const TyCardFigure *figure = ty_card_get_figure (self, i);
      JsonObject *written = json_object_new ();

      json_object_set_string_member (written, "measure", figure->measure->key);
      set_population (written, figure->population);
      set_label (written, "label", figure->label);
      if (figure->good != TY_CARD_GOOD_NONE)
        json_object_set_string_member (written, "good", goods[figure->good]);
      if (figure->has_target)
        json_object_set_double_member (written, "target", figure->target);
      json_array_add_object_element (array, written);
    }
  json_object_set_array_member (object, "figures", array);
}

static void
set_numbers (JsonObject   *object,
             const TyCard *self)
{
  if (self->every != TY_CARD_EVERY_NEVER)
    {
      json_object_set_string_member (object, "every", everys[self->every]);
      json_object_set_int_member (object, "dates", self->n_dates);
    }
  if (self->limit > 0)
    json_object_set_int_member (object, "limit", self->limit);
  if (self->lowest)
    json_object_set_boolean_member (object, "lowest", TRUE);
  if (self->decimals >= 0)
    json_object_set_int_member (object, "decimals", self->decimals);
  json_object_set_int_member (object, "width", self->width);
  json_object_set_int_member (object, "height", self->height);
}

/* Of a card with a problem all stays as it was written but its place. */
static JsonNode *
write_problem (const TyCard *self)
{
  JsonNode *node = json_from_string (self->written, NULL);
  JsonObject *object = json_node_get_object (node);

  json_object_set_int_member (object, "width", self->width);
  json_object_set_int_member (object, "height", self->height);
  return node;
}

/**
 * ty_card_to_node: (skip)
 * @self: a card
 *
 * Returns: (transfer full): what ty_card_from_node() reads
 */
JsonNode *
ty_card_to_node (const TyCard *self)
{
  JsonObject *object;
  JsonNode *node;

  if (self->written != NULL)
    return write_problem (self);

  object = json_object_new ();
  json_object_set_string_member (object, "kind", ty_card_kind_to_string (self->kind));
  set_label (object, "title", self->title);
  set_label (object, "note", self->note);
  set_label (object, "text", self->text);
  set_population (object, self->population);
  set_dimensions (object, self);
  set_figures (object, self);
  ty_card_compare_to_json (self->compare, object);
  set_numbers (object, self);
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return node;
}
