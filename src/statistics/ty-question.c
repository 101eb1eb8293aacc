/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-question"

#include "config.h"

#include "ty-question.h"

#include "ty-custom-table.h"
#include "ty-dimension-own.h"
#include "ty-population-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many values of a dimension are listed to choose from. */
#define MAX_CHOICES 30

static const struct
{
  const char *word;
  const char *label;
} sorts[] = {
  [TY_SORT_OFFICIAL] = { "official", N_("Unit, then post, then pinyin") },
  [TY_SORT_NAME] = { "name", N_("Pinyin of the name") },
  [TY_SORT_STROKES] = { "strokes", N_("Strokes of the surname") },
  [TY_SORT_SEX] = { "sex", N_("Sex, men first") },
  [TY_SORT_BIRTH] = { "birth", N_("Birth, the oldest first") },
  [TY_SORT_UNIT] = { "unit", N_("Official order of the units") },
  [TY_SORT_POST] = { "post", N_("Official order of the posts") },
  [TY_SORT_SINCE] = { "since", N_("Day on which the post began") },
  [TY_SORT_EDUCATION] = { "education", N_("Education, the highest first") },
};

/* The words of a table by number. */
typedef const char *(*WordFunc) (guint number);

static const char *
get_who (guint number)
{
  return ty_who_to_string (number);
}

static const char *
get_condition (guint number)
{
  return ty_condition_to_string (number);
}

static const char *
get_dimension (guint number)
{
  return ty_dimension_get (number)->key;
}

static const char *
get_measure (guint number)
{
  return ty_measure_get (number)->key;
}

static const char *
get_sort (guint number)
{
  return sorts[number].word;
}

static void
fail_unknown (const char  *word,
              WordFunc     get,
              guint        n,
              GError     **error)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", get (i));
  /* Translators: a word of the command line that is not known, and the list of those that are */
  g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
               _("“%s” is not known here. Known are: %s"), word, known->str);
}

/**
 * ty_question_find_dimension:
 * @word: a word
 * @error: %TY_POPULATION_ERROR_UNKNOWN, with the words that are known
 *
 * Returns: (transfer none) (nullable): the dimension of that word
 */
const TyDimension *
ty_question_find_dimension (const char  *word,
                            GError     **error)
{
  const TyDimension *dimension = ty_dimension_find (word);

  if (dimension == NULL)
    fail_unknown (word, get_dimension, ty_dimension_get_n (), error);
  return dimension;
}

/**
 * ty_question_find_measure:
 * @word: a word
 * @error: %TY_POPULATION_ERROR_UNKNOWN, with the words that are known
 *
 * Returns: (transfer none) (nullable): the measure of that word
 */
const TyMeasure *
ty_question_find_measure (const char  *word,
                          GError     **error)
{
  const TyMeasure *measure = ty_measure_find (word);

  if (measure == NULL)
    fail_unknown (word, get_measure, ty_measure_get_n (), error);
  return measure;
}

/**
 * ty_sort_to_string:
 * @self: an order
 *
 * Returns: its word
 */
const char *
ty_sort_to_string (TySort self)
{
  return sorts[self].word;
}

/**
 * ty_sort_dup_label:
 * @self: an order
 *
 * Returns: (transfer full): what it is, in the user’s language
 */
char *
ty_sort_dup_label (TySort self)
{
  return g_strdup (_(sorts[self].label));
}

static gboolean
parse_sort (const char  *word,
            TySortKey   *key,
            GError     **error)
{
  key->descending = *word == '-';
  key->own = ty_custom_field_key_from_word (word + key->descending);
  key->sort = TY_SORT_OWN;
  if (key->own != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].word, word + key->descending) == 0)
      {
        key->sort = i;
        return TRUE;
      }

  fail_unknown (word, get_sort, G_N_ELEMENTS (sorts), error);
  return FALSE;
}

/**
 * ty_question_parse_sorts:
 * @text: words of ty_sort_to_string(), or of fields of the county, joined by commas, a minus before those
 *   that are turned round
 * @error: %TY_POPULATION_ERROR_UNKNOWN, with the words that are known
 *
 * Returns: (transfer full) (nullable) (element-type TySortKey): the orders
 */
GArray *
ty_question_parse_sorts (const char  *text,
                         GError     **error)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (TySortKey));

  for (guint i = 0; words[i] != NULL; i++)
    {
      TySortKey key;

      if (!parse_sort (words[i], &key, error))
        return NULL;
      g_array_append_val (keys, key);
    }
  return g_steal_pointer (&keys);
}

/**
 * ty_question_check_sorts:
 * @keys: (element-type TySortKey): orders
 * @view: a date and a scope of the file that is sorted
 * @error: %TY_POPULATION_ERROR_UNKNOWN
 *
 * Which fields a county has, only its file knows.
 *
 * Returns: whether the file has all fields by which it is sorted
 */
gboolean
ty_question_check_sorts (GArray  *keys,
                         TyView  *view,
                         GError **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const TySortKey *key = &g_array_index (keys, TySortKey, i);

      g_autofree char *word = NULL;

      if (key->own == 0 || ty_columns_get_field (ty_view_get_columns (view), key->own) != NULL)
        continue;
      word = g_strdup_printf ("own:%" G_GINT64_FORMAT, key->own);
      /* Translators: the word of a field of the county, such as own:12 */
      g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
                   _("This file has no field “%s”. “touyan-cli fields” lists those that there are."), word);
      return FALSE;
    }
  return TRUE;
}

static void
fail_value (const char         *word,
            const TyDimension  *dimension,
            TyScale            *scale,
            GError            **error)
{
  g_autoptr(GString) choices = g_string_new (NULL);
  g_autofree char *label = dimension->own ? ty_dimension_dup_label (dimension) : NULL;

  for (guint i = 1; i < MIN (ty_scale_get_n (scale), MAX_CHOICES + 1); i++)
    g_string_append_printf (choices, "\n  %s (%s)", ty_scale_get_label (scale, i),
                            ty_scale_get_key (scale, i));
  if (ty_scale_get_n (scale) > MAX_CHOICES + 1)
    g_string_append (choices, "\n  …");
  /* Translators: a value, the word of a dimension such as “township”, and the list of its values */
  g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
               _("“%s” is no value of “%s” on that date. Its values are:%s"), word,
               label != NULL ? label : dimension->key,
               choices->str);
}

/* By the key, or by the name where only one value has it; empty = not filled in. */
static const char *
find_key (const TyDimension  *dimension,
          TyScale            *scale,
          const char         *word,
          GError            **error)
{
  guint value;
  guint n = 0;

  if (ty_scale_find (scale, word, &value))
    return ty_scale_get_key (scale, value);

  for (guint i = 1; i < ty_scale_get_n (scale); i++)
    if (strcmp (ty_scale_get_label (scale, i), word) == 0)
      {
        value = i;
        n++;
      }
  if (n == 1)
    return ty_scale_get_key (scale, value);

  if (n == 0)
    fail_value (word, dimension, scale, error);
  else
    g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
                 _("“%s” stands for more than one value of “%s”. Give the key of the value."), word,
                 dimension->key);
  return NULL;
}

/* By its word, or by what it is called. */
static TyCustomField *
find_own_field (TyColumns  *columns,
                const char *word)
{
  gint64 key = ty_custom_field_key_from_word (word);
  TyRecord *field;

  if (key != 0)
    return ty_columns_get_field (columns, key);

  field = ty_custom_table_find_name (ty_columns_get_fields (columns), word);
  return field != NULL ? TY_CUSTOM_FIELD (field) : NULL;
}

/* A value in a field of the county, or a comparison with it: 驾驶证=C1, 联系农户数>=10. %NULL without an
 * error where it is of none. */
static TyPopulation *
read_own (const char         *assignment,
          TyView             *view,
          const TyDimension **dimension,
          GError            **error)
{
  TyOwnOperator operator;
  const char *operand;
  g_autofree char *word = ty_dimension_own_split (assignment, &operator, &operand);
  TyCustomField *field = word != NULL ? find_own_field (ty_view_get_columns (view), word) : NULL;
  g_autofree char *own_word = NULL;
  g_autoptr(TyScale) scale = NULL;
  g_autofree char *value = NULL;
  const char *key;

  if (field == NULL)
    return NULL;
  if (operator != TY_OWN_NONE)
    {
      *dimension = ty_dimension_own_compare (field, operator, operand, error);
      return *dimension != NULL ? ty_population_new_value (*dimension, "yes") : NULL;
    }

  own_word = ty_custom_field_dup_word (field);
  *dimension = ty_dimension_find (own_word);
  scale = ty_dimension_measure (*dimension, view);
  if (ty_custom_field_parse (field, operand, &value, NULL) && value != NULL)
    operand = value;
  key = find_key (*dimension, scale, operand, error);
  return key != NULL ? ty_population_new_value (*dimension, key) : NULL;
}

static TyPopulation *
read_value (const char         *assignment,
            TyView             *view,
            const TyDimension **dimension,
            GError            **error)
{
  g_auto(GStrv) parts = g_strsplit (assignment, "=", 2);
  g_autoptr(TyScale) scale = NULL;
  GError *local = NULL;
  TyPopulation *own = read_own (assignment, view, dimension, &local);
  const char *key;

  if (own != NULL || local != NULL)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return own;
    }
  if (g_strv_length (parts) < 2)
    {
      g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_SYNTAX,
                   _("“%s” is not a dimension and its value, such as sex=2."), assignment);
      return NULL;
    }
  *dimension = ty_question_find_dimension (parts[0], error);
  if (*dimension == NULL)
    return NULL;

  scale = ty_dimension_measure (*dimension, view);
  key = find_key (*dimension, scale, parts[1], error);
  return key != NULL ? ty_population_new_value (*dimension, key) : NULL;
}

static void
narrow (TyPopulation **population,
        TyPopulation  *by)
{
  g_autoptr(TyPopulation) before = *population;

  *population = before != NULL ? ty_population_new_and (before, by) : ty_population_ref (by);
}

/* The values of one dimension are chosen together, as in the filters of a roster. */
static gboolean
add_values (const char * const  *where,
            TyView              *view,
            TyPopulation       **population,
            GError             **error)
{
  guint n = where != NULL ? g_strv_length ((char **) where) : 0;
  g_autofree const TyDimension **dimensions = g_new0 (const TyDimension *, n + 1);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (
    (GDestroyNotify) ty_population_unref);

  for (guint i = 0; i < n; i++)
    {
      TyPopulation *value = read_value (where[i], view, &dimensions[i], error);

      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TyPopulation) any = NULL;

      for (guint j = i; dimensions[i] != NULL && j < n; j++)
        if (dimensions[j] == dimensions[i])
          {
            g_autoptr(TyPopulation) before = g_steal_pointer (&any);

            any = before != NULL ? ty_population_new_or (before, g_ptr_array_index (values, j))
                                 : ty_population_ref (g_ptr_array_index (values, j));
            if (j > i)
              dimensions[j] = NULL;
          }
      if (any != NULL)
        narrow (population, any);
    }
  return TRUE;
}

static gboolean
add_conditions (const char * const  *is,
                TyPopulation       **population,
                GError             **error)
{
  for (guint i = 0; is != NULL && is[i] != NULL; i++)
    {
      g_autoptr(TyPopulation) part = NULL;
      TyCondition condition;

      if (!ty_condition_parse (is[i], &condition))
        {
          fail_unknown (is[i], get_condition, TY_N_CONDITIONS, error);
          return FALSE;
        }
      part = ty_population_new_condition (condition);
      narrow (population, part);
    }
  return TRUE;
}

static void
fail_list (const char     *name,
           TyPersonLists  *lists,
           GError        **error)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (guint i = 0; i < MIN (ty_person_lists_get_n (lists), MAX_CHOICES); i++)
    g_string_append_printf (known, "\n  %s", ty_person_lists_get (lists, i)->name);
  /* Translators: a name of a named list, and the names of those that there are */
  g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_UNKNOWN,
               _("The file has no list “%s”. Its lists are:%s"), name, known->str);
}

static gboolean
add_list (const char     *name,
          TyView         *view,
          TyPopulation  **population,
          GError        **error)
{
  TyPersonLists *lists = ty_columns_get_lists (ty_view_get_columns (view));
  const TyNamedList *list = ty_person_lists_find_by_name (lists, name);
  g_autoptr(TyPopulation) on_list = NULL;

  if (list == NULL)
    {
      fail_list (name, lists, error);
      return FALSE;
    }
  on_list = ty_population_new_list (list->id);
  narrow (population, on_list);
  return TRUE;
}

static gboolean
says_who (TyPopulation *population)
{
  return population->node == TY_NODE_WHO || (population->a != NULL && says_who (population->a))
         || (population->b != NULL && says_who (population->b));
}

/**
 * ty_question_make_population:
 * @self: a question
 * @view: a date and a scope, for the names of values
 * @error: a `TY_POPULATION_ERROR`
 *
 * Returns: (transfer full) (nullable): whom it asks for, which can be asked
 */
TyPopulation *
ty_question_make_population (const TyQuestion  *self,
                             TyView            *view,
                             GError           **error)
{
  g_autoptr(TyPopulation) filter = NULL;
  g_autoptr(TyPopulation) population = NULL;
  TyWho who = self->on_list != NULL ? TY_WHO_EVERYBODY : TY_WHO_IN_OFFICE;

  if (self->who != NULL && !ty_who_parse (self->who, &who))
    {
      fail_unknown (self->who, get_who, TY_N_WHO, error);
      return NULL;
    }
  if (self->filter != NULL)
    {
      filter = ty_population_from_json (self->filter, error);
      if (filter == NULL)
        return NULL;
    }

  if (self->who != NULL || filter == NULL || !says_who (filter))
    population = ty_population_new_who (who);
  if (filter != NULL)
    narrow (&population, filter);
  if (!add_conditions (self->is, &population, error)
      || !add_values (self->where, view, &population, error)
      || (self->on_list != NULL && !add_list (self->on_list, view, &population, error))
      || !ty_population_get_subject (population, NULL, error))
    return NULL;

  return g_steal_pointer (&population);
}
