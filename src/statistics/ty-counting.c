/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-counting"

#include "config.h"

#include "ty-counting.h"

#include "ty-post-ref.h"

/**
 * TyCounting:
 *
 * How many villages or posts have each value of one or two dimensions. Each has one value, so that the
 * counts add up to the total. People are counted by `TyGrouping`.
 */
struct _TyCounting
{
  TyScale *scales[TY_COUNTING_DIMENSIONS]; /* (owned) */
  guint n_values[TY_COUNTING_DIMENSIONS];
  guint *cells;                         /* (owned): by value and value */
  guint total;
};

static guint
find_value (const TyScale *scale,
            guint32        unit,
            guint16        post)
{
  if (scale == NULL)
    return 0;
  if (scale->kind == TY_SCALE_POSTS)
    return scale->table[post];

  return unit != TY_UNIT_NONE ? scale->table[unit] : TY_SCALE_NONE;
}

static void
count (TyCounting *self,
       guint32  unit,
       guint16  post)
{
  guint first = find_value (self->scales[0], unit, post);
  guint second = find_value (self->scales[1], unit, post);

  self->cells[(gsize) first * self->n_values[1] + second]++;
  self->total++;
}

static void
count_villages (TyCounting *self,
                GArray  *villages,
                TyView  *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));

  for (guint i = 0; i < villages->len; i++)
    count (self, ty_units_find (units, g_array_index (villages, gint64, i)), 0);
}

static void
count_posts (TyCounting *self,
             GArray  *posts,
             TyView  *view)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const TyPostRef *ref = &g_array_index (posts, TyPostRef, i);
      TyPostPlace place;

      if (ty_post_ref_find (ref, ty_view_get_columns (view), &place))
        count (self, place.unit, place.post);
    }
}

/**
 * ty_counting_new:
 * @population: villages or posts
 * @dimensions: (array length=n_dimensions): by what; each sorts them
 * @n_dimensions: none, one or two
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: (transfer full): the counts
 */
TyCounting *
ty_counting_new (TyPopulation              *population,
              const TyDimension * const *dimensions,
              guint                      n_dimensions,
              TyView                    *view,
              TyViews                   *views)
{
  TyCounting *self = g_new0 (TyCounting, 1);
  g_autoptr(GArray) list = ty_population_list (population, view, views);
  TySubject subject;

  ty_population_get_subject (population, &subject, NULL);
  for (guint i = 0; i < TY_COUNTING_DIMENSIONS; i++)
    {
      if (i < n_dimensions)
        self->scales[i] = ty_dimension_measure (dimensions[i], view);
      self->n_values[i] = i < n_dimensions ? ty_scale_get_n (self->scales[i]) : 1;
    }
  self->cells = g_new0 (guint, (gsize) self->n_values[0] * self->n_values[1]);
  if (subject == TY_SUBJECT_VILLAGES)
    count_villages (self, list, view);
  else
    count_posts (self, list, view);
  return self;
}

void
ty_counting_free (TyCounting *self)
{
  for (guint i = 0; i < TY_COUNTING_DIMENSIONS; i++)
    g_clear_pointer (&self->scales[i], ty_scale_unref);
  g_free (self->cells);
  g_free (self);
}

/**
 * ty_counting_get_scale:
 * @self: counts
 * @dimension: which of its dimensions
 *
 * Returns: (transfer none): the values of the dimension
 */
TyScale *
ty_counting_get_scale (TyCounting *self,
                    guint    dimension)
{
  g_return_val_if_fail (dimension < TY_COUNTING_DIMENSIONS && self->scales[dimension] != NULL, NULL);

  return self->scales[dimension];
}

/**
 * ty_counting_get_count:
 * @self: counts
 * @first: a value of the first dimension
 * @second: a value of the second, or 0 where there is none
 *
 * Returns: how many have both
 */
guint
ty_counting_get_count (TyCounting *self,
                    guint    first,
                    guint    second)
{
  g_return_val_if_fail (first < self->n_values[0] && second < self->n_values[1], 0);

  return self->cells[(gsize) first * self->n_values[1] + second];
}

/**
 * ty_counting_get_total:
 * @self: counts
 *
 * Returns: how many there are
 */
guint
ty_counting_get_total (TyCounting *self)
{
  return self->total;
}
