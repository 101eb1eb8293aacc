/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-matcher"

#include "config.h"

#include "ty-matcher-private.h"

#include "ty-view-private.h"

/* The parts of a population, and what they say of villages and posts. */

/* To what the scope is narrowed above a part: a list of nodes that grows downwards. */
typedef struct _Narrowing Narrowing;
struct _Narrowing
{
  TyPopulation *population;
  const Narrowing *outer;
};

/* What is the same for all parts while they are made. */
typedef struct
{
  TyViews *views;
  guint *n_parts;
} Making;

void
ty_part_free (TyPart *self)
{
  if (self == NULL)
    return;

  ty_part_free (self->a);
  ty_part_free (self->b);
  ty_view_unref (self->view);
  g_clear_pointer (&self->scale, ty_scale_unref);
  g_clear_pointer (&self->years, ty_part_years_free);
  g_free (self->own_narrow);
  g_free (self->groups);
  g_free (self);
}

static guint
count_units (TyView *view)
{
  return ty_units_get_n (ty_columns_get_units (ty_view_get_columns (view)));
}

/* On another date the four batches are those of the term of that date. */
static TyView *
find_view (TyPopulation *population,
           TyView       *view,
           TyViews      *views)
{
  gboolean dated = ty_date_is_known (population->as_of);
  TyDate as_of = dated ? population->as_of : ty_view_get_as_of (view);
  gint64 scope = population->scope != 0 ? population->scope : ty_view_get_scope (view);
  int term = dated ? 0 : ty_view_get_term (view);

  if (population->node != TY_NODE_AT)
    return ty_view_ref (view);
  if (views != NULL)
    return ty_views_get (views, ty_view_get_columns (view), as_of, scope, term);
  return ty_view_new (ty_view_get_columns (view), as_of, scope, term, NULL);
}

static void
restrict_units (TyPopulation *population,
                TyView       *view,
                guint32      *table)
{
  g_autoptr(TyScale) scale = ty_dimension_measure (population->dimension, view);
  guint value;
  gboolean known = ty_scale_find (scale, population->key, &value);

  for (guint unit = 0; unit < count_units (view); unit++)
    table[unit] = table[unit] && known && scale->table[unit] == value;
}

/* The units of the scope that have all values to which it is narrowed. */
static guint32 *
make_narrow (TyView          *view,
             const Narrowing *narrowing)
{
  guint n = count_units (view);
  guint32 *table = g_new0 (guint32, n + 1);

  for (guint unit = 0; unit < n; unit++)
    table[unit] = ty_view_has_unit (view, unit);
  for (; narrowing != NULL; narrowing = narrowing->outer)
    restrict_units (narrowing->population, view, table);
  return table;
}

static void
set_condition (TyPart      *self,
               TyCondition  condition)
{
  self->facts = ty_condition_get_facts (condition);
  self->by_age = ty_condition_get_age (condition) != 0;
  self->limit = ty_view_get_age_limit (self->view, ty_condition_get_age (condition));
}

/* What can be said without a test is. */
static TyPopulation *
lower (TyPopulation *population,
       TyView       *view)
{
  TyPopulation *lowered = population->test != NULL ? ty_filter_test_lower (population->test, view) : NULL;

  return lowered != NULL ? lowered : ty_population_ref (population);
}

static void
set_test (TyPart       *self,
          TyPopulation *population)
{
  if (population->test->field->kind == TY_FILTER_YEARS)
    {
      self->years = ty_part_years_new (population->test, self->view);
      return;
    }
  g_critical ("The field %s of a filter is asked of records that were not read.",
              population->test->field->key);
  self->unknown = TRUE;
}

static gboolean
is_scoped (const TyPart *self)
{
  switch (self->node)
    {
    case TY_NODE_WHO:
    case TY_NODE_CONDITION:
      return self->facts != 0 && (self->facts & ~TY_FACTS_OF_SCOPE) == 0;
    case TY_NODE_VALUE:
      return (self->scale->fill == NULL || self->scale->scoped) && self->value != TY_SCALE_NONE;
    case TY_NODE_AND:
      return self->a->scoped || self->b->scoped;
    case TY_NODE_OR:
      return self->a->scoped && self->b->scoped;
    case TY_NODE_IN:
      return self->a->scoped;
    case TY_NODE_LIST:
    case TY_NODE_TEST:
    case TY_NODE_ROWS:
    case TY_NODE_NOT:
    case TY_NODE_AT:
    default:
      return FALSE;
    }
}

static TyPart *
make_part (Making          *making,
           TyPopulation    *asked,
           TyView          *outer,
           const guint32   *narrow,
           const Narrowing *narrowing)
{
  g_autoptr(TyPopulation) population = lower (asked, outer);
  TyPart *self = g_new0 (TyPart, 1);
  Narrowing inner = { population, narrowing };

  self->node = population->node;
  self->number = (*making->n_parts)++;
  self->view = find_view (population, outer, making->views);
  self->fixed = self->node == TY_NODE_AT && population->scope != 0;
  if (self->fixed)
    narrowing = NULL;
  if (self->node == TY_NODE_IN)
    narrowing = &inner;
  /* On another date, other units have the same values. */
  if (self->node == TY_NODE_IN || self->node == TY_NODE_AT)
    narrow = self->own_narrow = narrowing != NULL ? make_narrow (self->view, narrowing) : NULL;
  self->narrow = narrow;
  if (self->node == TY_NODE_WHO)
    self->facts = ty_who_get_facts (population->who);
  if (self->node == TY_NODE_CONDITION)
    set_condition (self, population->condition);
  if (self->node == TY_NODE_VALUE)
    {
      self->scale = ty_dimension_measure (population->dimension, self->view);
      self->unknown = !ty_scale_find (self->scale, population->key, &self->value);
    }
  if (self->node == TY_NODE_LIST)
    self->list = ty_person_lists_find (ty_columns_get_lists (ty_view_get_columns (self->view)),
                                       population->list);
  if (self->node == TY_NODE_TEST)
    set_test (self, population);
  self->rows = population->rows;
  if (population->a != NULL)
    self->a = make_part (making, population->a, self->view, narrow, narrowing);
  if (population->b != NULL)
    self->b = make_part (making, population->b, self->view, narrow, narrowing);
  self->scoped = is_scoped (self);
  return self;
}

/**
 * ty_part_new:
 * @population: a population
 * @outer: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 * @n_parts: (inout): how many parts there are
 *
 * Returns: (transfer full): its part, with those below it
 */
TyPart *
ty_part_new (TyPopulation *population,
             TyView       *outer,
             TyViews      *views,
             guint        *n_parts)
{
  Making making = { views, n_parts };

  return make_part (&making, population, outer, NULL, NULL);
}

static guint32 *
make_groups (const TyPart      *self,
             const TyDimension *dimension,
             TyScale           *scale)
{
  g_autoptr(TyScale) here = ty_dimension_measure (dimension, self->view);
  guint n = count_units (self->view);
  guint32 *groups = g_new (guint32, n + 1);
  g_autofree guint32 *values = g_new (guint32, ty_scale_get_n (here));

  /* On another date, a value has another number. */
  for (guint i = 0; i < ty_scale_get_n (here); i++)
    {
      guint value;

      values[i] = here == scale ? i
                  : ty_scale_find (scale, ty_scale_get_key (here, i), &value) ? value : G_MAXUINT32;
    }
  for (guint unit = 0; unit < n; unit++)
    groups[unit] = self->narrow == NULL || self->narrow[unit] ? values[here->table[unit]]
                                                              : G_MAXUINT32;
  groups[n] = G_MAXUINT32;
  return groups;
}

/**
 * ty_part_set_groups:
 * @self: a part
 * @dimension: a dimension of units
 * @scale: its values in the view that is set
 *
 * Makes what is asked on another date, or in units of a value, ready to be asked in groups.
 */
void
ty_part_set_groups (TyPart            *self,
                    const TyDimension *dimension,
                    TyScale           *scale)
{
  if (self->fixed)
    return;

  if (self->node == TY_NODE_IN || self->node == TY_NODE_AT)
    {
      g_free (self->groups);
      self->groups = make_groups (self, dimension, scale);
    }
  if (self->a != NULL)
    ty_part_set_groups (self->a, dimension, scale);
  if (self->b != NULL)
    ty_part_set_groups (self->b, dimension, scale);
}

/**
 * ty_part_is_dated:
 * @self: a part
 *
 * Returns: whether it asks on another date in the scope that is set
 */
gboolean
ty_part_is_dated (const TyPart *self)
{
  return !self->fixed
         && (self->node == TY_NODE_AT || (self->a != NULL && ty_part_is_dated (self->a))
             || (self->b != NULL && ty_part_is_dated (self->b)));
}

static gboolean
is_village (const TyPart *self,
            guint32       unit)
{
  const TyUnitSpan *span;

  if (!ty_view_is_in_scope (self->view, unit, (TyGroups){ NULL, 0 }))
    return FALSE;

  span = ty_unit_tree_get_span (ty_view_get_tree (self->view), unit);
  return span != NULL && span->level == self->view->village && (self->narrow == NULL || self->narrow[unit]);
}

/**
 * ty_part_matches_unit:
 * @self: a part of a population of villages
 * @unit: number of a unit
 *
 * Whatever is asked, it is asked of villages that existed where it is asked.
 *
 * Returns: whether the unit is in the population
 */
gboolean
ty_part_matches_unit (const TyPart *self,
                      guint32       unit)
{
  switch (self->node)
    {
    case TY_NODE_WHO:
      return is_village (self, unit);
    case TY_NODE_CONDITION:
      return is_village (self, unit)
             && (self->facts == 0
                 || (ty_view_get_unit_facts (self->view, self->facts)[unit] & self->facts) != 0);
    case TY_NODE_VALUE:
      return !self->unknown && is_village (self, unit) && self->scale->table[unit] == self->value;
    case TY_NODE_TEST:
    case TY_NODE_ROWS:
      return FALSE;
    case TY_NODE_AND:
      return ty_part_matches_unit (self->a, unit) && ty_part_matches_unit (self->b, unit);
    case TY_NODE_OR:
      return ty_part_matches_unit (self->a, unit) || ty_part_matches_unit (self->b, unit);
    case TY_NODE_NOT:
      return is_village (self, unit) && !ty_part_matches_unit (self->a, unit);
    case TY_NODE_LIST:
      return FALSE; /* of people only */
    case TY_NODE_AT:
    case TY_NODE_IN:
    default:
      return ty_part_matches_unit (self->a, unit);
    }
}

static gboolean
is_post (const TyPart  *self,
         const TyChunk *chunk,
         guint          holding)
{
  return ty_view_holds_post (self->view, chunk, holding, (TyGroups){ self->narrow, 1 });
}

static gboolean
has_value (const TyPart  *self,
           const TyChunk *chunk,
           guint          holding)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  return self->scale->table[self->scale->kind == TY_SCALE_POSTS ? post : unit] == self->value;
}

/**
 * ty_part_matches_post:
 * @self: a part of a population of posts
 * @chunk: a chunk of its generation
 * @holding: one of its holdings
 *
 * Whatever is asked, it is asked of posts that are held where it is asked.
 *
 * Returns: whether the holding is in the population
 */
gboolean
ty_part_matches_post (const TyPart  *self,
                      const TyChunk *chunk,
                      guint          holding)
{
  switch (self->node)
    {
    case TY_NODE_WHO:
    case TY_NODE_CONDITION:
      return is_post (self, chunk, holding);
    case TY_NODE_VALUE:
      return !self->unknown && is_post (self, chunk, holding) && has_value (self, chunk, holding);
    case TY_NODE_TEST:
    case TY_NODE_ROWS:
      return FALSE;
    case TY_NODE_AND:
      return ty_part_matches_post (self->a, chunk, holding)
             && ty_part_matches_post (self->b, chunk, holding);
    case TY_NODE_OR:
      return ty_part_matches_post (self->a, chunk, holding)
             || ty_part_matches_post (self->b, chunk, holding);
    case TY_NODE_NOT:
      return is_post (self, chunk, holding) && !ty_part_matches_post (self->a, chunk, holding);
    case TY_NODE_LIST:
      return FALSE; /* of people only */
    case TY_NODE_AT:
    case TY_NODE_IN:
    default:
      return ty_part_matches_post (self->a, chunk, holding);
    }
}
