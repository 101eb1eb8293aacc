/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-query"

#include "config.h"

#include "ty-roster-query.h"

#include "ty-finder.h"
#include "ty-grouping.h"

/**
 * ty_roster_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same, with its own texts
 */
TyRosterQuery *
ty_roster_query_copy (const TyRosterQuery *self)
{
  TyRosterQuery *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  for (guint i = 0; i < self->n_filters; i++)
    copy->filters[i].values = (const char * const *) g_strdupv ((char **) self->filters[i].values);
  if (self->population != NULL)
    ty_population_ref (self->population);
  return copy;
}

void
ty_roster_query_free (TyRosterQuery *self)
{
  g_free ((char *) self->search);
  for (guint i = 0; i < self->n_filters; i++)
    g_strfreev ((char **) self->filters[i].values);
  g_clear_pointer (&self->population, ty_population_unref);
  g_free (self);
}

void
ty_facet_free (TyFacet *self)
{
  g_strfreev (self->keys);
  g_strfreev (self->labels);
  g_free (self->counts);
  g_free (self);
}

/* Who has one of the values. */
static TyPopulation *
make_filter (const TyRosterFilter *filter)
{
  g_autoptr(TyPopulation) any = NULL;

  for (guint i = 0; filter->values[i] != NULL; i++)
    {
      g_autoptr(TyPopulation) value = ty_population_new_value (filter->dimension, filter->values[i]);
      g_autoptr(TyPopulation) before = g_steal_pointer (&any);

      any = before != NULL ? ty_population_new_or (before, value) : ty_population_ref (value);
    }
  return g_steal_pointer (&any);
}

static void
narrow (TyPopulation **population,
        TyPopulation  *by)
{
  g_autoptr(TyPopulation) before = *population;

  *population = ty_population_new_and (before, by);
}

/**
 * ty_roster_query_make_population:
 * @self: a query
 * @left_out: (nullable): a dimension whose filter is left out
 *
 * Returns: (transfer full): whom it asks for, but for the search
 */
TyPopulation *
ty_roster_query_make_population (const TyRosterQuery *self,
                                 const TyDimension   *left_out)
{
  TyPopulation *population = ty_population_new_simple (self->who, self->condition);

  if (self->population != NULL)
    narrow (&population, self->population);
  for (guint i = 0; i < self->n_filters; i++)
    {
      g_autoptr(TyPopulation) filter = make_filter (&self->filters[i]);

      if (filter != NULL && self->filters[i].dimension != left_out)
        narrow (&population, filter);
    }
  return population;
}

/**
 * ty_roster_query_resolve:
 * @self: a query
 * @view: the date and the scope in which it will be asked
 * @database: a connection
 * @error: a `TY_STORE_ERROR`, or a `TY_POPULATION_ERROR` where it asks for different things
 *
 * Returns: (transfer full) (nullable): the same, where what its population asks of records was read
 */
TyRosterQuery *
ty_roster_query_resolve (const TyRosterQuery  *self,
                         TyView               *view,
                         TyDatabase           *database,
                         GError              **error)
{
  g_autoptr(TyPopulation) whole = ty_roster_query_make_population (self, NULL);
  TyPopulation *resolved;
  TyRosterQuery *query;

  if (!ty_population_get_subject (whole, NULL, error))
    return NULL;
  if (self->population == NULL)
    return ty_roster_query_copy (self);

  resolved = ty_population_resolve (self->population, view, database, error);
  if (resolved == NULL)
    return NULL;
  query = ty_roster_query_copy (self);
  ty_population_unref (query->population);
  query->population = resolved;
  return query;
}

/**
 * ty_roster_query_find:
 * @self: a query
 * @order: everybody on a date
 * @views: where views of other dates are kept
 * @database: a connection
 * @error: a `TY_STORE_ERROR`, or a `TY_POPULATION_ERROR` where it asks for different things
 *
 * Returns: (transfer full) (nullable): the rows of whom it asks for
 */
TyBitmap *
ty_roster_query_find (const TyRosterQuery  *self,
                      TyOrder              *order,
                      TyViews              *views,
                      TyDatabase           *database,
                      GError              **error)
{
  g_autoptr(TyRosterQuery) resolved = ty_roster_query_resolve (self, ty_order_get_view (order), database,
                                                               error);
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(TyBitmap) found = NULL;

  if (resolved == NULL)
    return NULL;

  population = ty_roster_query_make_population (resolved, NULL);
  rows = ty_population_mark (population, ty_order_get_view (order), views);
  if (ty_finder_is_empty (self->search))
    return g_steal_pointer (&rows);

  found = ty_finder_find (order, database, self->search, error);
  if (found == NULL)
    return NULL;
  ty_bitmap_and (rows, found);
  return g_steal_pointer (&rows);
}

static TyFacet *
make_facet (const TyDimension *dimension,
            TyGrouping        *grouping)
{
  TyScale *scale = ty_grouping_get_scale (grouping, 0);
  guint n = ty_scale_get_n (scale);
  TyFacet *facet = g_new0 (TyFacet, 1);

  facet->dimension = dimension;
  facet->keys = g_new0 (char *, n + 1);
  facet->labels = g_new0 (char *, n + 1);
  facet->counts = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    {
      facet->keys[i] = g_strdup (ty_scale_get_key (scale, i));
      facet->labels[i] = g_strdup (ty_scale_get_label (scale, i));
      facet->counts[i] = (guint) ty_grouping_get_amount (grouping, i, 0, 0).sum;
    }
  return facet;
}

/**
 * ty_roster_query_count:
 * @self: a query of ty_roster_query_resolve()
 * @dimension: by what
 * @order: everybody on a date
 * @found: (nullable): rows to which it is restricted: those of its search
 * @views: where views of other dates are kept
 * @error: a `TY_POPULATION_ERROR` where it asks for different things
 *
 * Returns: (transfer full) (nullable): how many people have each value, of those whom all filters but
 * that of the dimension let through
 */
TyFacet *
ty_roster_query_count (const TyRosterQuery  *self,
                       const TyDimension    *dimension,
                       TyOrder              *order,
                       const TyBitmap       *found,
                       TyViews              *views,
                       GError              **error)
{
  g_autoptr(TyPopulation) population = ty_roster_query_make_population (self, dimension);
  TyGroupingSpec spec = {
    .population = population,
    .rows = found,
    .held = TRUE,
    .dimensions = { dimension },
    .n_dimensions = 1,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
  };
  g_autoptr(TyGrouping) grouping = NULL;

  if (!ty_population_get_subject (population, NULL, error))
    return NULL;

  grouping = ty_grouping_new (&spec, ty_order_get_view (order), views);
  return make_facet (dimension, grouping);
}
