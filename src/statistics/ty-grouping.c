/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grouping"

#include "config.h"

#include "ty-grouping.h"

#include "ty-matcher.h"
#include "ty-parallel.h"

#include <string.h>

/**
 * TyGrouping:
 *
 * Measures of a population by the values of one or two dimensions. Who has two values of a
 * dimension counts once in each, and once in the total.
 */
struct _TyGrouping
{
  TyGroupingSpec spec;   /* the population is not kept */
  TyView *view;          /* (owned) */
  TyMatcher *matcher;    /* (owned) */
  TyScale *scales[TY_GROUPING_DIMENSIONS]; /* (owned) */
  TyMeasuring measuring[TY_GROUPING_MEASURES];
  guint n_values[TY_GROUPING_DIMENSIONS];
  int by_units;          /* which dimension is of units, or -1 */
  TyAmount *cells;       /* (owned): by value, value and measure; behind them the totals */
};

/* The values of one person in one dimension, each once. */
typedef struct
{
  guint n;
  guint n_allocated;
  guint32 *values; /* (owned) */
} Values;

/* What one thread counts, added up at the end. */
typedef struct
{
  TyAmount *cells;                         /* (owned) (nullable) until it has a chunk */
  TyMatcherRoom *room;                     /* (owned) */
  guint32 *filled[TY_GROUPING_DIMENSIONS]; /* (owned): the values of a chunk */
  Values values[TY_GROUPING_DIMENSIONS];
  Values units;
} Share;

typedef struct
{
  TyGrouping *grouping;
  Share *shares;
  gint next;
} Run;

static guint
count_cells (TyGrouping *self)
{
  return self->n_values[0] * self->n_values[1] * self->spec.n_measures;
}

static void
add_value (Values  *values,
           guint32  value)
{
  for (guint i = 0; i < values->n; i++)
    if (values->values[i] == value)
      return;
  if (values->n == values->n_allocated)
    {
      values->n_allocated = values->n_allocated * 2 + 8;
      values->values = g_renew (guint32, values->values, values->n_allocated);
    }
  values->values[values->n++] = value;
}

static void
collect_marks (guint32  marks,
               Values  *values)
{
  for (guint32 rest = marks; rest != 0; rest &= rest - 1)
    add_value (values, (guint32) __builtin_ctz (rest) + 1);
}

/* Of the posts held in the scope, or in the one group of it. */
static void
collect_held (TyGrouping    *self,
              const TyChunk *chunk,
              guint          index,
              const TyScale *scale,
              TyGroups       groups,
              Values        *values)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (ty_view_is_held (self->view, chunk, i) && ty_view_has_unit (self->view, unit[i])
        && (groups.groups == NULL || groups.groups[unit[i]] == groups.group)
        && (ty_view_get_post_facts (self->view, post[i]) & TY_FACT_ANYWHERE) != 0)
      add_value (values, scale->table[scale->kind == TY_SCALE_POSTS ? post[i] : unit[i]]);
}

/* The units of everything that the person holds or held, in the scope; whether that is all that the
 * person holds or held. */
static gboolean
collect_units (TyGrouping    *self,
               const TyChunk *chunk,
               guint          index,
               const TyScale *scale,
               Values        *values)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  gint32 day = ty_view_get_day (self->view);
  gboolean all = TRUE;

  values->n = 0;
  for (guint i = first[index]; i < first[index + 1]; i++)
    if (from[i] <= day && ty_view_has_unit (self->view, unit[i]))
      add_value (values, scale->table[unit[i]]);
    else if (from[i] <= day)
      all = FALSE;
  return all;
}

static void
collect (TyGrouping    *self,
         Share         *share,
         guint          dimension,
         const TyChunk *chunk,
         guint          index,
         TyGroups       groups)
{
  const TyScale *scale = self->scales[dimension];
  Values *values = &share->values[dimension];

  values->n = 0;
  if (scale == NULL)
    add_value (values, 0);
  else if (scale->kind == TY_SCALE_PEOPLE)
    add_value (values, share->filled[dimension][index]);
  else if (scale->kind == TY_SCALE_MARKS)
    collect_marks (share->filled[dimension][index], values);
  else if ((int) dimension == self->by_units)
    add_value (values, groups.group);
  else
    collect_held (self, chunk, index, scale, groups, values);
  if (values->n == 0)
    add_value (values, TY_SCALE_NONE);
}

static void
add_person (TyGrouping    *self,
            const TyChunk *chunk,
            guint          index,
            guint32        facts,
            TyAmount      *amounts)
{
  for (guint i = 0; i < self->spec.n_measures; i++)
    ty_measuring_add (&self->measuring[i], chunk, index, facts, &amounts[i]);
}

static void
add_to_cells (TyGrouping    *self,
              Share         *share,
              const TyChunk *chunk,
              guint          index,
              guint32        facts,
              TyGroups       groups)
{
  const Values *first = &share->values[0];
  const Values *second = &share->values[1];

  collect (self, share, 0, chunk, index, groups);
  collect (self, share, 1, chunk, index, groups);
  for (guint i = 0; i < first->n; i++)
    for (guint j = 0; j < second->n; j++)
      add_person (self, chunk, index, facts,
                  share->cells + ((gsize) first->values[i] * self->n_values[1] + second->values[j])
                                   * self->spec.n_measures);
}

/* Who has to do with one group only is there what the person is in the whole scope. */
static void
add_by_units (TyGrouping    *self,
              Share         *share,
              guint          number,
              const TyChunk *chunk,
              guint          index,
              gboolean       is_in)
{
  const TyScale *scale = self->scales[self->by_units];
  const guint32 *facts = ty_view_get_facts (self->view, number);
  Values *units = &share->units;

  if (collect_units (self, chunk, index, scale, units) && units->n == 1)
    {
      if (is_in)
        add_to_cells (self, share, chunk, index, facts[index],
                      (TyGroups){ scale->table, units->values[0] });
      return;
    }
  for (guint i = 0; i < units->n; i++)
    {
      TyGroups groups = { scale->table, units->values[i] };
      guint32 narrow = ty_view_scan_person (self->view, number, index, groups);

      if (ty_matcher_matches_narrow (self->matcher, number, index, narrow, groups, share->room))
        add_to_cells (self, share, chunk, index, narrow, groups);
    }
}

static void
count_chunk (TyGrouping *self,
             Share      *share,
             guint       number)
{
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  const guint64 *words = ty_matcher_scan (self->matcher, number, share->room);
  const guint32 *facts = ty_view_get_facts (self->view, number);
  TyAmount *totals = share->cells + count_cells (self);

  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    if (self->scales[i] != NULL && self->scales[i]->fill != NULL)
      self->scales[i]->fill (self->scales[i], self->view, number, share->filled[i]);
  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      gboolean is_in = (words[i / 64] >> (i % 64)) & 1;

      if (self->spec.rows != NULL
          && !ty_bitmap_get (self->spec.rows, (number << TY_CHUNK_SHIFT) | i))
        continue;
      if (is_in)
        add_person (self, chunk, i, facts[i], totals);
      if (self->by_units >= 0)
        add_by_units (self, share, number, chunk, i, is_in);
      else if (is_in && self->spec.n_dimensions > 0)
        add_to_cells (self, share, chunk, i, facts[i], (TyGroups){ NULL, 0 });
    }
}

static void
count_share (guint    item,
             gpointer data)
{
  Run *run = data;
  TyGrouping *self = run->grouping;
  Share *share = &run->shares[item];
  guint n = ty_columns_get_n_chunks (ty_view_get_columns (self->view));

  while (TRUE)
    {
      guint number = (guint) g_atomic_int_add (&run->next, 1);

      if (number >= n)
        return;
      if (share->cells == NULL)
        {
          share->cells = g_new0 (TyAmount, count_cells (self) + self->spec.n_measures);
          share->room = ty_matcher_room_new (self->matcher);
          for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
            share->filled[i] = g_new (guint32, TY_CHUNK_PEOPLE);
        }
      count_chunk (self, share, number);
    }
}

static void
take_share (TyGrouping *self,
            Share      *share)
{
  guint n = count_cells (self) + self->spec.n_measures;

  if (share->cells == NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      self->cells[i].sum += share->cells[i].sum;
      self->cells[i].n += share->cells[i].n;
    }
  g_free (share->cells);
  ty_matcher_room_free (share->room);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    {
      g_free (share->filled[i]);
      g_free (share->values[i].values);
    }
  g_free (share->units.values);
}

static void
count_all (TyGrouping *self)
{
  guint n = ty_parallel_get_n_threads ();
  g_autofree Share *shares = g_new0 (Share, n);
  Run run = { self, shares, 0 };

  self->cells = g_new0 (TyAmount, count_cells (self) + self->spec.n_measures);
  ty_parallel_run (MIN (n, ty_columns_get_n_chunks (ty_view_get_columns (self->view))), count_share,
                   &run);
  for (guint i = 0; i < n; i++)
    take_share (self, &shares[i]);
}

/**
 * ty_grouping_new:
 * @spec: what is counted, of whom, by what
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * In a group of units, the population is asked as if they were the whole scope: the figure is that
 * which the scope would show, and ty_population_new_in() leads to its people.
 *
 * Returns: (transfer full): the figures
 */
TyGrouping *
ty_grouping_new (const TyGroupingSpec *spec,
                 TyView               *view,
                 TyViews              *views)
{
  TyGrouping *self = g_new0 (TyGrouping, 1);

  self->spec = *spec;
  self->view = ty_view_ref (view);
  self->matcher = ty_matcher_new (spec->population, view, views);
  self->by_units = -1;
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    self->n_values[i] = 1;
  for (guint i = 0; i < spec->n_dimensions; i++)
    {
      self->scales[i] = ty_dimension_measure (spec->dimensions[i], view);
      self->n_values[i] = ty_scale_get_n (self->scales[i]);
      if (self->scales[i]->kind == TY_SCALE_UNITS && self->by_units < 0 && !spec->held)
        self->by_units = (int) i;
    }
  for (guint i = 0; i < spec->n_measures; i++)
    ty_measuring_init (&self->measuring[i], spec->measures[i], view);
  count_all (self);
  return self;
}

void
ty_grouping_free (TyGrouping *self)
{
  for (guint i = 0; i < self->spec.n_measures; i++)
    ty_measuring_clear (&self->measuring[i]);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    g_clear_pointer (&self->scales[i], ty_scale_free);
  ty_matcher_free (self->matcher);
  ty_view_unref (self->view);
  g_free (self->cells);
  g_free (self);
}

/**
 * ty_grouping_get_scale:
 * @self: figures by groups
 * @dimension: which of its dimensions
 *
 * Returns: (transfer none): the values of the dimension
 */
TyScale *
ty_grouping_get_scale (TyGrouping *self,
                       guint       dimension)
{
  g_return_val_if_fail (dimension < self->spec.n_dimensions, NULL);

  return self->scales[dimension];
}

/**
 * ty_grouping_get_amount:
 * @self: figures by groups
 * @first: a value of the first dimension
 * @second: a value of the second, or 0 where there is none
 * @measure: which of its measures
 *
 * Returns: the figure of the group
 */
TyAmount
ty_grouping_get_amount (TyGrouping *self,
                        guint       first,
                        guint       second,
                        guint       measure)
{
  g_return_val_if_fail (first < self->n_values[0] && second < self->n_values[1], (TyAmount){ 0 });

  return self->cells[((gsize) first * self->n_values[1] + second) * self->spec.n_measures + measure];
}

/**
 * ty_grouping_get_total:
 * @self: figures by groups
 * @measure: which of its measures
 *
 * Returns: the figure of the whole population, in which everybody counts once
 */
TyAmount
ty_grouping_get_total (TyGrouping *self,
                       guint       measure)
{
  return self->cells[count_cells (self) + measure];
}
