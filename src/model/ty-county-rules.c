/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-county-rules"

#include "config.h"

#include "ty-county-rules.h"

#include "ty-model.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define SHIPPED "/org/touyan/Touyan/rules/county.json"
#define HIGHEST_AGE 120

/**
 * TyCountyRules:
 *
 * What differs from county to county: bands, limits, minima and periods. A county's own JSON may
 * leave out what it does not change; the shipped rules answer for that. It never changes, so that
 * every thread may read it.
 */
struct _TyCountyRules
{
  GObject parent_instance;

  /* Owned */
  JsonNode *node;
  JsonNode *shipped;
  GArray *age_steps;    /* (element-type int) */
  GPtrArray *age_bands; /* (element-type TyAgeBand) */

  int training_days_minimum; /* asked of each person and each village, and so read once */
  int weak_economy_income;
  int reserves_per_post;
};

G_DEFINE_FINAL_TYPE (TyCountyRules, ty_county_rules, G_TYPE_OBJECT)

G_DEFINE_QUARK (ty-county-rules-error-quark, ty_county_rules_error)

/* Numbers and the range in which each makes sense.. */
static const struct
{
  const char *group; /* (nullable) */
  const char *name;
  int least;
  int most;
} numbers[] = {
  { NULL, "age_limit", 18, HIGHEST_AGE },
  { NULL, "decimals", 0, 4 },
  { NULL, "training_days_minimum", 0, 366 },
  { NULL, "annual_pay_minimum", 0, 100000000 },
  { NULL, "reserves_per_post", 0, 20 },
  { NULL, "weak_economy_income", 0, G_MAXINT },
  { NULL, "term_years", 1, 20 },
  { "backup", "keep_all_days", 0, 366 },
  { "backup", "daily", 0, 366 },
  { "backup", "weekly", 0, 520 },
  { "backup", "monthly", 0, 600 },
};

static void
ty_county_rules_finalize (GObject *object)
{
  TyCountyRules *self = TY_COUNTY_RULES (object);

  g_clear_pointer (&self->age_bands, g_ptr_array_unref);
  g_clear_pointer (&self->age_steps, g_array_unref);
  g_clear_pointer (&self->shipped, json_node_unref);
  g_clear_pointer (&self->node, json_node_unref);

  G_OBJECT_CLASS (ty_county_rules_parent_class)->finalize (object);
}

static void
ty_county_rules_class_init (TyCountyRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_county_rules_finalize;
}

static void
ty_county_rules_init (TyCountyRules *self)
{
  self->age_steps = g_array_new (FALSE, FALSE, sizeof (int));
  self->age_bands = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_age_band_free);
}

static gboolean
fail (GError     **error,
      const char  *name)
{
  g_set_error (error, TY_COUNTY_RULES_ERROR, TY_COUNTY_RULES_ERROR_VALUE,
               _("The county’s rules have an impossible value for “%s”."), name);
  return FALSE;
}

static JsonNode *
find_member (JsonNode   *node,
             const char *group,
             const char *name)
{
  JsonObject *object = json_node_get_object (node);

  if (group != NULL)
    {
      JsonNode *inner = json_object_get_member (object, group);

      if (inner == NULL || !JSON_NODE_HOLDS_OBJECT (inner))
        return NULL;
      object = json_node_get_object (inner);
    }

  return json_object_get_member (object, name);
}

static gboolean
is_integer (JsonNode *node,
            gint64    least,
            gint64    most)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_INT64
         && json_node_get_int (node) >= least && json_node_get_int (node) <= most;
}

static gboolean
check_numbers (JsonNode  *node,
               GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      JsonNode *member = find_member (node, numbers[i].group, numbers[i].name);

      if (member != NULL && !is_integer (member, numbers[i].least, numbers[i].most))
        return fail (error, numbers[i].name);
    }

  return TRUE;
}

/* The county's own member, or the shipped one. */
static JsonNode *
find_effective (TyCountyRules *self,
                const char    *group,
                const char    *name)
{
  JsonNode *member = find_member (self->node, group, name);

  return member != NULL ? member : find_member (self->shipped, group, name);
}

static JsonArray *
find_array (TyCountyRules *self,
            const char    *name)
{
  JsonNode *node = find_effective (self, NULL, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_age_steps (TyCountyRules  *self,
                GError        **error)
{
  JsonArray *array = find_array (self, "age_steps");
  int before = 0;

  if (array == NULL)
    return fail (error, "age_steps");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      int step;

      if (!is_integer (node, before + 1, HIGHEST_AGE))
        return fail (error, "age_steps");
      step = before = (int) json_node_get_int (node);
      g_array_append_val (self->age_steps, step);
    }

  return TRUE;
}

static TyAgeBand *
read_band (JsonNode *node)
{
  g_autoptr(TyAgeBand) band = g_new0 (TyAgeBand, 1);
  JsonObject *object;
  JsonNode *key, *from, *to;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  key = json_object_get_member (object, "key");
  from = json_object_get_member (object, "from");
  to = json_object_get_member (object, "to");
  if (key == NULL || json_node_get_value_type (key) != G_TYPE_STRING
      || (from != NULL && !is_integer (from, 0, HIGHEST_AGE))
      || (to != NULL && !is_integer (to, 0, HIGHEST_AGE)))
    return NULL;

  band->key = json_node_dup_string (key);
  band->from = from != NULL ? (int) json_node_get_int (from) : 0;
  band->to = to != NULL ? (int) json_node_get_int (to) : G_MAXINT;
  for (int i = 0; i < TY_N_LANGUAGES; i++)
    band->labels[i] = g_strdup (json_object_get_string_member_with_default (
      object, ty_language_to_tag ((TyLanguage) i), NULL));

  return g_steal_pointer (&band);
}

/* Bands come in order and do not overlap: nobody is counted twice. (field.md 9.3) */
static gboolean
read_age_bands (TyCountyRules  *self,
                GError        **error)
{
  JsonArray *array = find_array (self, "age_bands");
  gint64 before = -1;

  if (array == NULL)
    return fail (error, "age_bands");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TyAgeBand *band = read_band (json_array_get_element (array, i));

      if (band == NULL)
        return fail (error, "age_bands");
      g_ptr_array_add (self->age_bands, band);
      if (band->from <= before || band->to < band->from)
        return fail (error, "age_bands");
      before = band->to;
    }

  return TRUE;
}

static JsonNode *
parse_object (const char  *json,
              GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(JsonNode) node = json_from_string (json, &local);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, TY_COUNTY_RULES_ERROR, TY_COUNTY_RULES_ERROR_SYNTAX,
                   _("The county’s rules cannot be read: %s"),
                   local != NULL ? local->message : _("They are not an object."));
      return NULL;
    }

  json_node_seal (node);
  return g_steal_pointer (&node);
}

static gpointer
load_shipped (gpointer data)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;
  JsonNode *node;

  ty_model_init ();
  bytes = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  node = parse_object (json, &error);
  g_assert_no_error (error);

  return node;
}

static int
get_number (TyCountyRules *self,
            const char    *group,
            const char    *name)
{
  JsonNode *node;

  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), 0);

  node = find_effective (self, group, name);
  return is_integer (node, 0, G_MAXINT) ? (int) json_node_get_int (node) : 0;
}

static TyCountyRules *
make (JsonNode  *node,
      GError   **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr(TyCountyRules) self = g_object_new (TY_TYPE_COUNTY_RULES, NULL);

  g_once (&once, load_shipped, NULL);
  self->shipped = json_node_ref (once.retval);
  self->node = json_node_ref (node != NULL ? node : once.retval);

  if (!check_numbers (self->node, error) || !read_age_steps (self, error)
      || !read_age_bands (self, error))
    return NULL;

  self->training_days_minimum = get_number (self, NULL, "training_days_minimum");
  self->weak_economy_income = get_number (self, NULL, "weak_economy_income");
  self->reserves_per_post = get_number (self, NULL, "reserves_per_post");
  return g_steal_pointer (&self);
}

/**
 * ty_county_rules_new_shipped:
 *
 * Returns: (transfer full): the rules that the program ships
 */
TyCountyRules *
ty_county_rules_new_shipped (void)
{
  g_autoptr(GError) error = NULL;
  TyCountyRules *self = make (NULL, &error);

  g_assert_no_error (error);
  return self;
}

/**
 * ty_county_rules_new_from_json:
 * @json: an object with the members of the shipped rules, or some of them
 * @error: a `TY_COUNTY_RULES_ERROR`
 *
 * Returns: (transfer full): the rules; %NULL where @json is no object or a value is impossible
 */
TyCountyRules *
ty_county_rules_new_from_json (const char  *json,
                               GError     **error)
{
  g_autoptr(JsonNode) node = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  node = parse_object (json, error);
  return node != NULL ? make (node, error) : NULL;
}

/**
 * ty_county_rules_to_json:
 * @self: the rules
 *
 * Returns: (transfer full): the JSON from which they were made
 */
char *
ty_county_rules_to_json (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), NULL);

  return json_to_string (self->node, TRUE);
}

/**
 * ty_county_rules_get_age_limit:
 * @self: the rules
 *
 * Returns: the local age limit of village cadres, in years (field.md 6.2)
 */
int
ty_county_rules_get_age_limit (TyCountyRules *self)
{
  return get_number (self, NULL, "age_limit");
}

/**
 * ty_county_rules_get_decimals:
 * @self: the rules
 *
 * Returns: the decimals with which shares and averages are shown
 */
int
ty_county_rules_get_decimals (TyCountyRules *self)
{
  return get_number (self, NULL, "decimals");
}

/**
 * ty_county_rules_get_age_steps:
 * @self: the rules
 *
 * Returns: (transfer none) (element-type int): ages of figures such as “35 and under”, each of
 * which includes the one before
 */
GArray *
ty_county_rules_get_age_steps (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), NULL);

  return self->age_steps;
}

/**
 * ty_county_rules_get_age_bands:
 * @self: the rules
 *
 * Returns: (transfer none) (element-type TyAgeBand): the age bands, youngest first
 */
GPtrArray *
ty_county_rules_get_age_bands (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), NULL);

  return self->age_bands;
}

/**
 * ty_county_rules_get_talks_per_month:
 * @self: the rules
 * @kind: the kind of the pairing, such as `reserve`
 *
 * Returns: how often a month a mentor talks with a mentee at least; 0 for an unknown kind
 */
int
ty_county_rules_get_talks_per_month (TyCountyRules *self,
                                     const char    *kind)
{
  g_return_val_if_fail (kind != NULL, 0);

  return get_number (self, "talks_per_month", kind);
}

/**
 * ty_county_rules_get_training_days_minimum:
 * @self: the rules
 *
 * Returns: the days of training that a secretary has at least in a year
 */
int
ty_county_rules_get_training_days_minimum (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), 0);

  return self->training_days_minimum;
}

/**
 * ty_county_rules_get_annual_pay_minimum:
 * @self: the rules
 *
 * Returns: what a secretary is paid at least in a year, in yuan
 */
int
ty_county_rules_get_annual_pay_minimum (TyCountyRules *self)
{
  return get_number (self, NULL, "annual_pay_minimum");
}

/**
 * ty_county_rules_get_reserves_per_post:
 * @self: the rules
 *
 * Returns: how many reserves stand behind each post
 */
int
ty_county_rules_get_reserves_per_post (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), 0);

  return self->reserves_per_post;
}

/**
 * ty_county_rules_get_weak_economy_income:
 * @self: the rules
 *
 * Returns: the yearly collective income below which a village's economy counts as weak, in yuan
 */
int
ty_county_rules_get_weak_economy_income (TyCountyRules *self)
{
  g_return_val_if_fail (TY_IS_COUNTY_RULES (self), 0);

  return self->weak_economy_income;
}

/**
 * ty_county_rules_get_term_years:
 * @self: the rules
 *
 * Returns: the length of a term, in years
 */
int
ty_county_rules_get_term_years (TyCountyRules *self)
{
  return get_number (self, NULL, "term_years");
}

/**
 * ty_county_rules_get_backup:
 * @self: the rules
 * @name: `keep_all_days`, `daily`, `weekly` or `monthly`
 *
 * Returns: for how many days every backup is kept, or how many daily, weekly and monthly ones
 */
int
ty_county_rules_get_backup (TyCountyRules *self,
                            const char    *name)
{
  g_return_val_if_fail (name != NULL, 0);

  return get_number (self, "backup", name);
}
