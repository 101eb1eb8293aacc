/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-counting"

#include "config.h"

#include "ty-counting.h"

#include "ty-matcher.h"
#include "ty-post-ref.h"

/**
 * TyCounting:
 *
 * Measures of villages or posts by the values of one or two dimensions. Each has one value, so that the
 * cells add up to the total. People are counted by `TyGrouping`.
 */
struct _TyCounting
{
  const TyMeasure **measures;              /* (owned) */
  guint n_measures;
  TyScale *scales[TY_COUNTING_DIMENSIONS]; /* (owned) */
  guint n_values[TY_COUNTING_DIMENSIONS];
  TyAmount *cells;                         /* (owned): by value, value and measure */
  TyAmount *totals;                        /* (owned): by measure */
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

static TyAmount *
find_cell (TyCounting *self,
           guint32     unit,
           guint16     post)
{
  guint first = find_value (self->scales[0], unit, post);
  guint second = find_value (self->scales[1], unit, post);

  return self->cells + ((gsize) first * self->n_values[1] + second) * self->n_measures;
}

static void
add (TyAmount *amount,
     TyAmount  other)
{
  amount->sum += other.sum;
  amount->n += other.n;
}

static void
count_villages (TyCounting     *self,
                const TyBitmap *rows,
                TyView         *view)
{
  g_autoptr(GArray) villages = ty_bitmap_list (rows);

  for (guint i = 0; i < villages->len; i++)
    {
      guint32 unit = g_array_index (villages, guint32, i);
      TyAmount *cell = find_cell (self, unit, 0);

      for (guint measure = 0; measure < self->n_measures; measure++)
        {
          TyAmount amount = { 0, 0 };

          ty_measure_add_unit (self->measures[measure], view, unit, &amount);
          add (&cell[measure], amount);
          add (&self->totals[measure], amount);
        }
    }
}

static void
count_posts (TyCounting *self,
             GArray     *posts,
             TyView     *view)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const TyPostRef *ref = &g_array_index (posts, TyPostRef, i);
      TyPostPlace place;

      if (!ty_post_ref_find (ref, ty_view_get_columns (view), &place))
        continue;
      for (guint measure = 0; measure < self->n_measures; measure++)
        {
          add (&find_cell (self, place.unit, place.post)[measure], (TyAmount){ 1, 1 });
          add (&self->totals[measure], (TyAmount){ 1, 1 });
        }
    }
}

/**
 * ty_counting_new:
 * @spec: what is counted
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: (transfer full): the amounts
 */
TyCounting *
ty_counting_new (const TyCountingSpec *spec,
                 TyView               *view,
                 TyViews              *views)
{
  TyCounting *self = g_new0 (TyCounting, 1);
  g_autoptr(TyMatcher) matcher = ty_matcher_new (spec->population, view, views);
  g_autoptr(TyBitmap) rows = ty_matcher_mark (matcher);

  self->n_measures = spec->n_measures;
  self->measures = g_memdup2 (spec->measures, spec->n_measures * sizeof *spec->measures);
  for (guint i = 0; i < TY_COUNTING_DIMENSIONS; i++)
    {
      if (i < spec->n_dimensions)
        self->scales[i] = ty_dimension_measure (spec->dimensions[i], view);
      self->n_values[i] = i < spec->n_dimensions ? ty_scale_get_n (self->scales[i]) : 1;
    }
  self->cells = g_new0 (TyAmount, (gsize) self->n_values[0] * self->n_values[1] * self->n_measures);
  self->totals = g_new0 (TyAmount, self->n_measures);
  if (ty_matcher_get_subject (matcher) == TY_SUBJECT_VILLAGES)
    count_villages (self, rows, view);
  else
    {
      g_autoptr(GArray) posts = ty_matcher_list (matcher, rows);

      count_posts (self, posts, view);
    }
  return self;
}

void
ty_counting_free (TyCounting *self)
{
  for (guint i = 0; i < TY_COUNTING_DIMENSIONS; i++)
    g_clear_pointer (&self->scales[i], ty_scale_unref);
  g_free (self->measures);
  g_free (self->cells);
  g_free (self->totals);
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
                       guint       dimension)
{
  g_return_val_if_fail (dimension < TY_COUNTING_DIMENSIONS && self->scales[dimension] != NULL, NULL);

  return self->scales[dimension];
}

/**
 * ty_counting_get_amount:
 * @self: counts
 * @first: a value of the first dimension
 * @second: a value of the second, or 0 where there is none
 * @measure: which of its measures
 *
 * Returns: what those with both have
 */
TyAmount
ty_counting_get_amount (TyCounting *self,
                        guint       first,
                        guint       second,
                        guint       measure)
{
  g_return_val_if_fail (first < self->n_values[0] && second < self->n_values[1], ((TyAmount){ 0, 0 }));
  g_return_val_if_fail (measure < self->n_measures, ((TyAmount){ 0, 0 }));

  return self->cells[((gsize) first * self->n_values[1] + second) * self->n_measures + measure];
}

/**
 * ty_counting_get_total:
 * @self: counts
 * @measure: which of its measures
 *
 * Returns: what all have
 */
TyAmount
ty_counting_get_total (TyCounting *self,
                       guint       measure)
{
  g_return_val_if_fail (measure < self->n_measures, ((TyAmount){ 0, 0 }));

  return self->totals[measure];
}
