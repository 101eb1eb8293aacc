/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-filter-node"

#include "config.h"

#include "ty-filter-node.h"

#include "ty-population-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TyFilterNode *
new_node (void)
{
  TyFilterNode *self = g_new0 (TyFilterNode, 1);

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ty_filter_node_new_group:
 * @any: whether one of its conditions is enough
 *
 * Returns: (transfer full): a group without conditions
 */
TyFilterNode *
ty_filter_node_new_group (gboolean any)
{
  TyFilterNode *self = new_node ();

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_filter_node_free);
  self->any = any;
  return self;
}

/**
 * ty_filter_node_new_condition:
 * @field: (nullable): what is asked
 *
 * Returns: (transfer full): a condition without values
 */
TyFilterNode *
ty_filter_node_new_condition (const TyFilterField *field)
{
  TyFilterNode *self = new_node ();

  ty_filter_node_set_field (self, field);
  return self;
}

/**
 * ty_filter_node_copy:
 * @self: a filter
 *
 * Returns: (transfer full): the same
 */
TyFilterNode *
ty_filter_node_copy (TyFilterNode *self)
{
  TyFilterNode *copy = self->children != NULL ? ty_filter_node_new_group (self->any) : new_node ();

  copy->negated = self->negated;
  copy->field = self->field;
  copy->how = self->how;
  copy->other = self->other != NULL ? ty_population_ref (self->other) : NULL;
  for (guint i = 0; i < self->values->len; i++)
    ty_filter_node_add_value (copy, g_ptr_array_index (self->values, i),
                              g_ptr_array_index (self->labels, i));
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    g_ptr_array_add (copy->children, ty_filter_node_copy (g_ptr_array_index (self->children, i)));
  return copy;
}

void
ty_filter_node_free (TyFilterNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->other, ty_population_unref);
  g_free (self);
}

/**
 * ty_filter_node_set_field:
 * @self: a condition
 * @field: (nullable): what is asked
 *
 * What it was compared with goes, where the field is another.
 */
void
ty_filter_node_set_field (TyFilterNode        *self,
                          const TyFilterField *field)
{
  if (self->field == field)
    return;

  self->field = field;
  ty_filter_node_clear_values (self);
  for (self->how = 0; field != NULL && !ty_filter_field_allows (field, self->how);)
    self->how++;
}

/**
 * ty_filter_node_add_value:
 * @self: a condition
 * @key: a value
 * @label: (nullable): its name, where it is known
 */
void
ty_filter_node_add_value (TyFilterNode *self,
                          const char   *key,
                          const char   *label)
{
  g_ptr_array_add (self->values, g_strdup (key));
  g_ptr_array_add (self->labels,
                   label != NULL || self->field == NULL
                     ? g_strdup (label) : ty_filter_field_dup_value_label (self->field, key));
}

/**
 * ty_filter_node_clear_values:
 * @self: a condition
 */
void
ty_filter_node_clear_values (TyFilterNode *self)
{
  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_set_size (self->labels, 0);
}

/**
 * ty_filter_node_is_empty:
 * @self: a filter
 *
 * Returns: whether it asks for nothing
 */
gboolean
ty_filter_node_is_empty (TyFilterNode *self)
{
  if (self->children == NULL)
    return self->field == NULL && self->other == NULL;
  for (guint i = 0; i < self->children->len; i++)
    if (!ty_filter_node_is_empty (g_ptr_array_index (self->children, i)))
      return FALSE;

  return TRUE;
}

static TyFilterTest *
make_test (TyFilterNode *self)
{
  TyFilterTest *test;

  g_ptr_array_add (self->values, NULL);
  test = ty_filter_test_new (self->field, self->how, (const char * const *) self->values->pdata);
  g_ptr_array_set_size (self->values, (int) self->values->len - 1);
  return test;
}

/**
 * ty_filter_node_check:
 * @self: a condition
 * @wrong: (out) (optional): which value is wrong, from 0
 * @error: a `TY_POPULATION_ERROR`
 *
 * Returns: whether it can be asked
 */
gboolean
ty_filter_node_check (TyFilterNode  *self,
                      guint         *wrong,
                      GError       **error)
{
  g_autoptr(TyFilterTest) test = NULL;

  if (self->field == NULL)
    return TRUE;

  test = make_test (self);
  return ty_filter_test_check (test, wrong, error);
}

static TyPopulation *
make_group (TyFilterNode *self)
{
  g_autoptr(TyPopulation) whole = NULL;

  for (guint i = 0; i < self->children->len; i++)
    {
      g_autoptr(TyPopulation) part = ty_filter_node_make_population (g_ptr_array_index (self->children, i));
      g_autoptr(TyPopulation) before = g_steal_pointer (&whole);

      if (part == NULL || before == NULL)
        whole = before != NULL ? ty_population_ref (before)
                : part != NULL ? ty_population_ref (part) : NULL;
      else
        whole = self->any ? ty_population_new_or (before, part) : ty_population_new_and (before, part);
    }
  return g_steal_pointer (&whole);
}

static TyPopulation *
make_condition (TyFilterNode *self)
{
  g_autoptr(TyFilterTest) test = NULL;

  if (self->other != NULL)
    return ty_population_ref (self->other);
  if (self->field == NULL)
    return NULL;

  test = make_test (self);
  return ty_population_new_test (test->field, test->how, (const char * const *) test->values);
}

/**
 * ty_filter_node_make_population:
 * @self: a filter
 *
 * Conditions in which no field was chosen, and groups without conditions, ask for nothing.
 *
 * Returns: (transfer full) (nullable): whom it asks for; %NULL where it asks for nothing
 */
TyPopulation *
ty_filter_node_make_population (TyFilterNode *self)
{
  g_autoptr(TyPopulation) plain = self->children != NULL ? make_group (self) : make_condition (self);

  return plain != NULL && self->negated ? ty_population_new_not (plain) : g_steal_pointer (&plain);
}

/* A population as a filter. */

static TyFilterNode *
new_value (const char *field,
           const char *value)
{
  TyFilterNode *self = ty_filter_node_new_condition (ty_filter_field_find (field));

  self->how = TY_FILTER_IS;
  ty_filter_node_add_value (self, value, NULL);
  return self;
}

static TyFilterNode *
new_other (TyPopulation *population)
{
  TyFilterNode *self = new_node ();

  self->other = ty_population_ref (population);
  return self;
}

static TyFilterNode *
new_test (const TyFilterTest *test)
{
  TyFilterNode *self = ty_filter_node_new_condition (test->field);

  self->how = test->how;
  for (guint i = 0; test->values[i] != NULL; i++)
    ty_filter_node_add_value (self, test->values[i], NULL);
  return self;
}

static gboolean
is_level (const TyDimension *dimension)
{
  static const char *const levels[] = { "city", "county", "township", "village", NULL };

  return g_strv_contains (levels, dimension->key);
}

/* What is joined in the same way stands in one group. */
static void
add_parts (TyFilterNode *group,
           TyPopulation *population)
{
  TyNode joined = group->any ? TY_NODE_OR : TY_NODE_AND;

  if (population->node == joined)
    {
      add_parts (group, population->a);
      add_parts (group, population->b);
      return;
    }
  g_ptr_array_add (group->children, ty_filter_node_new_for (population));
}

static TyFilterNode *
new_negated (TyPopulation *population)
{
  g_autoptr(TyFilterNode) inner = ty_filter_node_new_for (population->a);
  TyFilterNode *group;

  if (!inner->negated)
    {
      inner->negated = TRUE;
      return g_steal_pointer (&inner);
    }
  group = ty_filter_node_new_group (FALSE);
  group->negated = TRUE;
  g_ptr_array_add (group->children, g_steal_pointer (&inner));
  return group;
}

/**
 * ty_filter_node_new_for:
 * @population: a population of people
 *
 * Returns: (transfer full): the filter that asks for it
 */
TyFilterNode *
ty_filter_node_new_for (TyPopulation *population)
{
  TyFilterNode *group;

  switch (population->node)
    {
    case TY_NODE_AND:
    case TY_NODE_OR:
      group = ty_filter_node_new_group (population->node == TY_NODE_OR);
      add_parts (group, population);
      return group;
    case TY_NODE_NOT:
      return new_negated (population);
    case TY_NODE_WHO:
      return new_value ("who", ty_who_to_string (population->who));
    case TY_NODE_CONDITION:
      return population->condition != TY_CONDITION_NONE
               ? new_value ("is", ty_condition_to_string (population->condition)) : new_other (population);
    case TY_NODE_VALUE:
      if (is_level (population->dimension) && *population->key != '\0')
        return new_value ("unit", population->key);
      return ty_filter_field_find (population->dimension->key) != NULL
               ? new_value (population->dimension->key, population->key) : new_other (population);
    case TY_NODE_TEST:
      return new_test (population->test);
    case TY_NODE_ROWS:
    case TY_NODE_AT:
    case TY_NODE_IN:
    default:
      return new_other (population);
    }
}

static char *
find_unit_label (const char *key,
                 TyView     *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));
  guint32 unit = ty_units_find (units, g_ascii_strtoll (key, NULL, 10));
  const TyUnitSpan *span = unit != TY_UNIT_NONE ? ty_unit_tree_get_span (ty_view_get_tree (view), unit)
                                                : NULL;

  return span != NULL ? g_strdup (span->name) : NULL;
}

static char *
find_list_label (const char *key,
                 TyView     *view)
{
  const TyNamedList *list = ty_person_lists_find (ty_columns_get_lists (ty_view_get_columns (view)),
                                                  g_ascii_strtoll (key, NULL, 10));

  return g_strdup (list != NULL ? list->name : _("a list that was removed"));
}

static char *
find_label (TyFilterNode *self,
            const char   *key,
            TyView       *view)
{
  g_autoptr(TyScale) scale = NULL;
  guint value;

  if (self->field->kind == TY_FILTER_UNIT)
    return find_unit_label (key, view);
  if (self->field->source == TY_FILTER_OF_LISTS)
    return find_list_label (key, view);
  if (self->field->source != TY_FILTER_OF_DIMENSION)
    return NULL;

  scale = ty_dimension_measure (ty_dimension_find (self->field->key), view);
  return ty_scale_find (scale, key, &value) ? g_strdup (ty_scale_get_label (scale, value)) : NULL;
}

/* What a figure of a unit, or of another day, leads to has no field; it has words. */
static char *
dup_other (TyPopulation *other,
           TyView       *view)
{
  gboolean in = other->node == TY_NODE_IN;
  g_autofree char *inner = NULL;
  g_autofree char *where = NULL;
  g_autoptr(TyFilterNode) node = NULL;

  if (!in && (other->node != TY_NODE_AT || !ty_date_is_known (other->as_of)))
    return g_strdup (_("a condition that is not shown here"));

  node = ty_filter_node_new_for (other->a);
  ty_filter_node_find_labels (node, view);
  inner = ty_filter_node_dup_text (node);
  if (in)
    {
      g_autoptr(TyScale) scale = ty_dimension_measure (other->dimension, view);
      guint value;

      where = g_strdup (ty_scale_find (scale, other->key, &value) ? ty_scale_get_label (scale, value)
                                                                 : other->key);
    }
  else
    {
      g_autofree char *day = ty_date_to_record (other->as_of);

      where = g_strdup_printf (_("As of %s"), day);
    }
  /* Translators: a place or a day, and what is asked there: “Stone Town: women” */
  return g_strdup_printf (C_("filter", "%s: %s"), where, inner);
}

/**
 * ty_filter_node_find_labels:
 * @self: a filter
 * @view: a date
 *
 * Finds the names of the values that are not known yet.
 */
void
ty_filter_node_find_labels (TyFilterNode *self,
                            TyView       *view)
{
  if (self->other != NULL && self->labels->len == 0)
    {
      g_autofree char *words = dup_other (self->other, view);

      ty_filter_node_add_value (self, "", words);
    }
  for (guint i = 0; self->field != NULL && i < self->labels->len; i++)
    if (self->labels->pdata[i] == NULL)
      self->labels->pdata[i] = find_label (self, g_ptr_array_index (self->values, i), view);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    ty_filter_node_find_labels (g_ptr_array_index (self->children, i), view);
}
