/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-population"

#include "config.h"

#include "ty-population-private.h"

#include "ty-matcher.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ty-population-error-quark, ty_population_error)
G_DEFINE_BOXED_TYPE (TyPopulation, ty_population, ty_population_ref, ty_population_unref)

static TyPopulation *
new_node (TyNode        node,
          TyPopulation *a,
          TyPopulation *b)
{
  TyPopulation *self = g_new0 (TyPopulation, 1);

  g_atomic_ref_count_init (&self->count);
  self->node = node;
  self->a = a != NULL ? ty_population_ref (a) : NULL;
  self->b = b != NULL ? ty_population_ref (b) : NULL;
  return self;
}

/**
 * ty_population_new_who:
 * @who: who
 *
 * Returns: (transfer full): these on the date that is set, in the scope that is set
 */
TyPopulation *
ty_population_new_who (TyWho who)
{
  TyPopulation *self = new_node (TY_NODE_WHO, NULL, NULL);

  self->who = who;
  return self;
}

/**
 * ty_population_new_condition:
 * @condition: a condition
 *
 * Returns: (transfer full): everybody who meets it
 */
TyPopulation *
ty_population_new_condition (TyCondition condition)
{
  TyPopulation *self = new_node (TY_NODE_CONDITION, NULL, NULL);

  self->condition = condition;
  return self;
}

/**
 * ty_population_new_value:
 * @dimension: a dimension
 * @key: key of one of its values; empty for those with none
 *
 * Returns: (transfer full): everybody who has the value; of a dimension of posts or units, who
 * holds such a post, or a post in such a unit
 */
TyPopulation *
ty_population_new_value (const TyDimension *dimension,
                         const char        *key)
{
  TyPopulation *self = new_node (TY_NODE_VALUE, NULL, NULL);

  self->dimension = dimension;
  self->key = g_strdup (key);
  return self;
}

/**
 * ty_population_new_list:
 * @list: key of a named list
 *
 * Returns: (transfer full): everybody who is on the list, whatever the date and the scope; nobody where
 * the file has no such list any more
 */
TyPopulation *
ty_population_new_list (gint64 list)
{
  TyPopulation *self = new_node (TY_NODE_LIST, NULL, NULL);

  self->list = list;
  return self;
}

/**
 * ty_population_new_test:
 * @field: what is asked
 * @how: how it is compared
 * @values: (array zero-terminated=1): with what
 *
 * Whether it makes sense is told by ty_population_get_subject(), so that it must be called. What is
 * asked of records must be read by ty_population_resolve() before it is asked.
 *
 * Returns: (transfer full): everybody who passes
 */
TyPopulation *
ty_population_new_test (const TyFilterField *field,
                        TyFilterHow          how,
                        const char * const  *values)
{
  TyPopulation *self = new_node (TY_NODE_TEST, NULL, NULL);

  self->test = ty_filter_test_new (field, how, values);
  return self;
}

/**
 * ty_population_new_rows:
 * @rows: (transfer full): rows of the generation in which it will be asked
 *
 * Returns: (transfer full): these people
 */
TyPopulation *
ty_population_new_rows (TyBitmap *rows)
{
  TyPopulation *self = new_node (TY_NODE_ROWS, NULL, NULL);

  self->rows = rows;
  return self;
}

/**
 * ty_population_new_and:
 * @a: a population
 * @b: another
 *
 * Returns: (transfer full): who is in both
 */
TyPopulation *
ty_population_new_and (TyPopulation *a,
                       TyPopulation *b)
{
  return new_node (TY_NODE_AND, a, b);
}

/**
 * ty_population_new_or:
 * @a: a population
 * @b: another
 *
 * Returns: (transfer full): who is in one of them
 */
TyPopulation *
ty_population_new_or (TyPopulation *a,
                      TyPopulation *b)
{
  return new_node (TY_NODE_OR, a, b);
}

/**
 * ty_population_new_not:
 * @a: a population
 *
 * Returns: (transfer full): who is not in it, of all whom the file knows
 */
TyPopulation *
ty_population_new_not (TyPopulation *a)
{
  return new_node (TY_NODE_NOT, a, NULL);
}

/**
 * ty_population_new_at:
 * @as_of: another date, or none for the one that is set
 * @scope: key of another unit, or 0 for the scope that is set
 * @a: a population
 *
 * Returns: (transfer full): the same asked there
 */
TyPopulation *
ty_population_new_at (TyDate        as_of,
                      gint64        scope,
                      TyPopulation *a)
{
  TyPopulation *self = new_node (TY_NODE_AT, a, NULL);

  self->as_of = as_of;
  self->scope = scope;
  return self;
}

/**
 * ty_population_new_in:
 * @dimension: a dimension of units
 * @key: key of one of its values
 * @a: a population
 *
 * What a group of a figure by township leads to: it is asked as if the scope were only these units.
 *
 * Returns: (transfer full): the same asked in the units of that value
 */
TyPopulation *
ty_population_new_in (const TyDimension *dimension,
                      const char        *key,
                      TyPopulation      *a)
{
  TyPopulation *self = new_node (TY_NODE_IN, a, NULL);

  self->dimension = dimension;
  self->key = g_strdup (key);
  return self;
}

/**
 * ty_population_new_simple:
 * @who: who
 * @condition: what is asked of them
 *
 * Returns: (transfer full): those who meet it
 */
TyPopulation *
ty_population_new_simple (TyWho       who,
                          TyCondition condition)
{
  g_autoptr(TyPopulation) a = ty_population_new_who (who);
  g_autoptr(TyPopulation) b = NULL;

  if (condition == TY_CONDITION_NONE)
    return g_steal_pointer (&a);

  b = ty_population_new_condition (condition);
  return ty_population_new_and (a, b);
}

/**
 * ty_population_ref:
 * @self: a population
 *
 * Returns: (transfer full): the same
 */
TyPopulation *
ty_population_ref (TyPopulation *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_population_unref (TyPopulation *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->a, ty_population_unref);
  g_clear_pointer (&self->b, ty_population_unref);
  g_clear_pointer (&self->test, ty_filter_test_free);
  g_clear_pointer (&self->rows, ty_bitmap_free);
  g_free (self->key);
  g_free (self);
}

static gboolean
equal_parts (TyPopulation *a,
             TyPopulation *b)
{
  return a == b || (a != NULL && b != NULL && ty_population_equal (a, b));
}

/**
 * ty_population_equal:
 * @self: a population
 * @other: another
 *
 * Returns: whether both are the same expression
 */
gboolean
ty_population_equal (TyPopulation *self,
                     TyPopulation *other)
{
  return self->node == other->node && self->who == other->who
         && self->condition == other->condition && self->dimension == other->dimension
         && g_strcmp0 (self->key, other->key) == 0 && self->rows == other->rows
         && ty_filter_test_equal (self->test, other->test)
         && ty_date_compare (self->as_of, other->as_of) == 0 && self->scope == other->scope
         && self->list == other->list
         && equal_parts (self->a, other->a) && equal_parts (self->b, other->b);
}

/**
 * ty_population_get_list:
 * @self: a population
 *
 * Returns: key of the named list of which it is a part, and in whose order it is shown unless another one
 * is chosen; 0 = of none
 */
gint64
ty_population_get_list (TyPopulation *self)
{
  gint64 list;

  if (self->node == TY_NODE_LIST)
    return self->list;
  if (self->node != TY_NODE_AND)
    return 0;

  list = ty_population_get_list (self->a);
  return list != 0 ? list : ty_population_get_list (self->b);
}

typedef struct
{
  gboolean known;
  TySubject subject;
  TyWho who;
} Found;

static gboolean
refuse (TyPopulation  *self,
        GError       **error)
{
  const char *word = self->node == TY_NODE_LIST ? "list"
                     : self->node == TY_NODE_WHO ? ty_who_to_string (self->who)
                     : self->node == TY_NODE_CONDITION ? ty_condition_to_string (self->condition)
                     : self->node == TY_NODE_TEST ? self->test->field->key
                                                  : self->dimension->key;

  /* Translators: a word of a filter, such as “secretaries” or “age_le_35” */
  g_set_error (error, TY_POPULATION_ERROR, TY_POPULATION_ERROR_MIXED,
               _("“%s” cannot be asked together with the rest of the filter: people, villages and "
                 "posts are counted apart."), word);
  return FALSE;
}

static void
find_subject (TyPopulation *self,
              Found        *found)
{
  if (self->node == TY_NODE_WHO && !found->known)
    *found = (Found){ TRUE, ty_who_get_subject (self->who), self->who };
  if (self->a != NULL)
    find_subject (self->a, found);
  if (self->b != NULL)
    find_subject (self->b, found);
}

static gboolean
suits (TyPopulation *self,
       const Found  *found)
{
  switch (self->node)
    {
    case TY_NODE_WHO:
      return ty_who_get_subject (self->who) == found->subject;
    case TY_NODE_CONDITION:
      /* What asks for present posts is met by nobody who has none. */
      return ty_condition_suits (self->condition, TY_WHO_SECRETARIES)
               ? found->subject == TY_SUBJECT_PEOPLE
                 || ty_condition_suits (self->condition, found->who)
               : ty_condition_suits (self->condition, found->who);
    case TY_NODE_VALUE:
    case TY_NODE_IN:
      return ty_dimension_suits (self->dimension, found->subject);
    case TY_NODE_LIST:
      return found->subject == TY_SUBJECT_PEOPLE;
    case TY_NODE_TEST:
      return found->subject == TY_SUBJECT_PEOPLE;
    case TY_NODE_ROWS:
    case TY_NODE_AND:
    case TY_NODE_OR:
    case TY_NODE_NOT:
    case TY_NODE_AT:
    default:
      return TRUE;
    }
}

static gboolean
check (TyPopulation  *self,
       const Found   *found,
       GError       **error)
{
  if (!suits (self, found))
    return refuse (self, error);
  if (self->test != NULL && !ty_filter_test_check (self->test, NULL, error))
    return FALSE;

  return (self->a == NULL || check (self->a, found, error))
         && (self->b == NULL || check (self->b, found, error));
}

/**
 * ty_population_get_subject:
 * @self: a population
 * @subject: (out) (optional): of what it is
 * @error: %TY_POPULATION_ERROR_MIXED where its parts are of different things, another
 *   `TY_POPULATION_ERROR` where a test of it makes no sense
 *
 * Returns: whether it can be asked
 */
gboolean
ty_population_get_subject (TyPopulation  *self,
                           TySubject     *subject,
                           GError       **error)
{
  Found found = { FALSE, TY_SUBJECT_PEOPLE, TY_WHO_EVERYBODY };

  find_subject (self, &found);
  if (subject != NULL)
    *subject = found.subject;
  return check (self, &found, error);
}

/**
 * ty_population_mark:
 * @self: a population for which ty_population_get_subject() returns %TRUE
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: (transfer full): the rows that are in it: of people those of the columns, of villages
 * numbers of units, of posts those of ty_matcher_get_post_rows()
 */
TyBitmap *
ty_population_mark (TyPopulation *self,
                    TyView       *view,
                    TyViews      *views)
{
  g_autoptr(TyMatcher) matcher = ty_matcher_new (self, view, views);

  return ty_matcher_mark (matcher);
}

/**
 * ty_population_count:
 * @self: a population
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: how many ty_population_list() gives
 */
guint
ty_population_count (TyPopulation *self,
                     TyView       *view,
                     TyViews      *views)
{
  g_autoptr(TyBitmap) rows = ty_population_mark (self, view, views);

  return ty_bitmap_count (rows);
}

/**
 * ty_population_list:
 * @self: a population
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: (transfer full): keys of the people or of the units, a #gint64 each, or a #TyPostRef for
 * each post
 */
GArray *
ty_population_list (TyPopulation *self,
                    TyView       *view,
                    TyViews      *views)
{
  g_autoptr(TyMatcher) matcher = ty_matcher_new (self, view, views);
  g_autoptr(TyBitmap) rows = ty_matcher_mark (matcher);

  return ty_matcher_list (matcher, rows);
}
