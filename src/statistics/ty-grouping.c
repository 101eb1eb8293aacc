/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grouping"

#include "config.h"

#include "ty-grouping.h"

#include "ty-matcher.h"
#include "ty-parallel.h"
#include "ty-tally.h"
#include "ty-view-private.h"

#include <string.h>

/* Who has to do with several groups. */
#define MANY G_MAXUINT32

/**
 * TyGrouping:
 *
 * Measures of a population by the values of one or two dimensions. Who has two values of a
 * dimension counts once in each, and once in the total.
 */
struct _TyGrouping
{
  TyGroupingSpec spec;   /* the population and the rows are not kept */
  TyView *view;          /* (owned) */
  TyMatcher *matcher;    /* (owned) */
  TyScale *scales[TY_GROUPING_DIMENSIONS]; /* (owned) */
  TyTally tally;
  guint n_values[TY_GROUPING_DIMENSIONS];
  int by_units;          /* which dimension is of units, or -1 */
  gboolean single;       /* whether each person has one value of each dimension, or MANY */
  guint32 *places;       /* (owned) (nullable): by number of the unit: its group, MANY outside */
  guint64 *cells;        /* (owned): by value, value and count; behind them the total */
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
  TyTallyBlock *cells;                     /* (owned) (nullable) until it has a chunk */
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

static gsize
count_cells (TyGrouping *self)
{
  return (gsize) self->n_values[0] * self->n_values[1];
}

/* Behind the cells: who was not counted through one of them, and what was counted through more than
 * one. */
static TyTallyBlock *
get_others (TyGrouping *self,
            Share      *share)
{
  return share->cells + count_cells (self) * self->tally.n_blocks;
}

static TyTallyBlock *
get_repeats (TyGrouping *self,
             Share      *share)
{
  return get_others (self, share) + self->tally.n_blocks;
}

static inline TyTallyBlock *
get_cell (const TyGrouping *self,
          Share            *share,
          guint32           first,
          guint32           second)
{
  return share->cells + ((gsize) first * self->n_values[1] + second) * self->tally.n_blocks;
}

/* Each person of a large county comes by here: nothing is called but what must be. */
static inline void
add_person (const TyGrouping *self,
            const TyChunk    *chunk,
            guint             index,
            guint32           facts,
            TyGroups          groups,
            TyTallyBlock     *cell)
{
  const TyTally *tally = &self->tally;
  guint32 birth = (guint32) TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index];
  guint32 days = (guint32) self->view->last_day - birth;
  guint64 known = days < self->view->n_ages;
  guint64 age = known ? self->view->ages[days] : 0;
  TyTallyPair *head = (TyTallyPair *) cell;
  TyTallyBlock facts_block = { facts, facts, facts, facts };
  TyTallyBlock days_block = { days, days, days, days };
  TyTallyBlock *place = cell + 1;

  head[0] += TY_TALLY_PAIR (1, age);
  head[1] += TY_TALLY_PAIR (known, 0);
  /* What is true is all bits, which is less by one. */
  for (guint i = 0; i < tally->n_facts; i++)
    *place++ -= (TyTallyBlock) ((facts_block & tally->facts[i]) == tally->facts[i]);
  for (guint i = 0; i < tally->n_limits; i++)
    *place++ -= (TyTallyBlock) (days_block < tally->limits[i]);
  if (tally->n_funcs > 0)
    ty_tally_add_slow (tally, chunk, index, groups, cell);
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
    if (ty_view_holds_post (self->view, chunk, i, groups))
      add_value (values, scale->table[scale->kind == TY_SCALE_POSTS ? post[i] : unit[i]]);
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
  else if ((int) dimension == self->by_units)
    add_value (values, groups.group);
  else if (scale->kind == TY_SCALE_PEOPLE && scale->find != NULL && groups.groups != NULL)
    add_value (values, scale->find (scale, self->view, chunk, index, groups));
  else if (scale->kind == TY_SCALE_PEOPLE)
    add_value (values, share->filled[dimension][index]);
  else if (scale->kind == TY_SCALE_MARKS)
    collect_marks (share->filled[dimension][index], values);
  else
    collect_held (self, chunk, index, scale, groups, values);
  if (values->n == 0)
    add_value (values, TY_SCALE_NONE);
}

/* In each cell of the person’s values. */
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
      {
        add_person (self, chunk, index, facts, groups,
                    get_cell (self, share, first->values[i], second->values[j]));
        add_person (self, chunk, index, facts, groups, get_repeats (self, share));
      }
}

/* The lowest and the highest group of what begins at a holding; of what has not begun yet, none. */
static inline void
widen (const TyGrouping *self,
       const TyChunk    *chunk,
       guint             holding,
       guint32           n_units,
       guint32          *lowest,
       guint32          *highest)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  guint32 place = self->places[MIN (unit[holding], n_units)];
  guint32 begun = 0u - (guint32) (from[holding] <= self->view->day);

  *lowest = MIN (*lowest, place | ~begun);
  *highest = MAX (*highest, place & begun);
}

/* Of each person the group to which everything belongs that the person holds or held; MANY where
 * there are several, where something lies outside of the scope, and where there is nothing. Most
 * hold one post or two: both are looked at, which may be the same, without a branch. */
static void
fill_units (TyGrouping    *self,
            const TyChunk *chunk,
            guint32       *values)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  guint32 n_units = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));
  guint32 dated = 0u - (guint32) ty_matcher_is_dated (self->matcher);
  guint n = ty_chunk_get_n (chunk);

  for (guint i = 0; i < n; i++)
    {
      guint n_holdings = first[i + 1] - first[i];
      guint32 lowest = MANY, highest = 0;

      if (n_holdings > 0)
        {
          widen (self, chunk, first[i], n_units, &lowest, &highest);
          widen (self, chunk, first[i] + (n_holdings > 1), n_units, &lowest, &highest);
        }
      for (guint j = 2; j < n_holdings; j++)
        widen (self, chunk, first[i] + j, n_units, &lowest, &highest);
      values[i] = lowest | (0u - (guint32) (lowest != highest)) | dated;
    }
}

/* The groups of everything that the person holds or held in the scope. */
static void
collect_units (TyGrouping    *self,
               const TyChunk *chunk,
               guint          index,
               Values        *values)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);

  values->n = 0;
  for (guint i = first[index]; i < first[index + 1]; i++)
    if (from[i] <= self->view->day && unit[i] != TY_UNIT_NONE && self->places[unit[i]] != MANY)
      add_value (values, self->places[unit[i]]);
}

/* In each group the person is asked as if there were no other. */
static void
add_by_units (TyGrouping    *self,
              Share         *share,
              guint          number,
              const TyChunk *chunk,
              guint          index)
{
  Values *units = &share->units;

  if (self->spec.rows != NULL
      && !ty_bitmap_get (self->spec.rows, (number << TY_CHUNK_SHIFT) | index))
    return;

  collect_units (self, chunk, index, units);
  for (guint i = 0; i < units->n; i++)
    {
      TyGroups groups = { self->places, units->values[i] };
      guint32 narrow = ty_view_scan_person (self->view, number, index, groups);

      if (ty_matcher_matches_narrow (self->matcher, number, index, narrow, groups, share->room))
        add_to_cells (self, share, chunk, index, narrow, groups);
    }
}

/* Who has one value of each dimension is counted in one cell, and so also in the total. */
static void
count_single (TyGrouping    *self,
              Share         *share,
              const TyChunk *chunk,
              const guint32 *facts,
              const guint64 *words)
{
  const guint32 *first = self->spec.n_dimensions > 0 ? share->filled[0] : NULL;
  const guint32 *second = self->spec.n_dimensions > 1 ? share->filled[1] : NULL;
  const guint32 *units = self->by_units >= 0 ? share->filled[self->by_units] : NULL;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i += 64)
    for (guint64 word = words[i / 64]; word != 0; word &= word - 1)
      {
        guint index = i + (guint) __builtin_ctzll (word);

        if (units == NULL || units[index] != MANY)
          add_person (self, chunk, index, facts[index], (TyGroups){ NULL, 0 },
                      get_cell (self, share, first != NULL ? first[index] : 0,
                                second != NULL ? second[index] : 0));
      }
}

/* Who may have several values is counted in each cell, and once more for the total. */
static void
count_several (TyGrouping    *self,
               Share         *share,
               guint          number,
               const TyChunk *chunk,
               const guint32 *facts,
               const guint64 *words)
{
  const guint32 *units = self->by_units >= 0 ? share->filled[self->by_units] : NULL;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      gboolean many = units != NULL && units[i] == MANY;
      gboolean is_in;

      if (self->single && !many)
        continue;
      is_in = (words[i / 64] >> (i % 64)) & 1;
      if (is_in)
        add_person (self, chunk, i, facts[i], (TyGroups){ NULL, 0 }, get_others (self, share));
      if (many)
        add_by_units (self, share, number, chunk, i);
      else if (is_in)
        add_to_cells (self, share, chunk, i, facts[i],
                      (TyGroups){ units != NULL ? self->places : NULL,
                                  units != NULL ? units[i] : TY_SCALE_NONE });
    }
}

static void
restrict_words (TyGrouping *self,
                guint       number,
                guint64    *words)
{
  const guint64 *rows = self->spec.rows->words + (gsize) number * TY_MATCHER_WORDS;

  for (guint i = 0; i < TY_MATCHER_WORDS; i++)
    words[i] &= rows[i];
}

static void
count_chunk (TyGrouping *self,
             Share      *share,
             guint       number)
{
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  const guint32 *facts = ty_view_get_facts (self->view, number);
  guint64 words[TY_MATCHER_WORDS];

  memcpy (words, ty_matcher_scan (self->matcher, number, share->room), sizeof words);
  if (self->spec.rows != NULL)
    restrict_words (self, number, words);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    if ((int) i == self->by_units)
      fill_units (self, chunk, share->filled[i]);
    else if (self->scales[i] != NULL && self->scales[i]->fill != NULL)
      self->scales[i]->fill (self->scales[i], self->view, number, share->filled[i]);
  if (self->single)
    count_single (self, share, chunk, facts, words);
  if (!self->single || self->by_units >= 0)
    count_several (self, share, number, chunk, facts, words);
}

static void
begin_share (TyGrouping *self,
             Share      *share)
{
  share->cells = g_new0 (TyTallyBlock, (count_cells (self) + 2) * self->tally.n_blocks);
  share->room = ty_matcher_room_new (self->matcher);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    share->filled[i] = g_new (guint32, TY_CHUNK_PEOPLE);
}

static void
count_share (guint    item,
             gpointer data)
{
  Run *run = data;
  Share *share = &run->shares[item];
  guint n = ty_columns_get_n_chunks (ty_view_get_columns (run->grouping->view));

  while (TRUE)
    {
      guint number = (guint) g_atomic_int_add (&run->next, 1);

      if (number >= n)
        return;
      if (share->cells == NULL)
        begin_share (run->grouping, share);
      count_chunk (run->grouping, share, number);
    }
}

static void
take_cell (TyGrouping         *self,
           const TyTallyBlock *cell,
           guint64            *counts)
{
  for (guint i = 0; i < 4 * self->tally.n_blocks; i++)
    counts[i] += cell[i / 4][i % 4];
}

static guint64 *
get_total (TyGrouping *self)
{
  return self->cells + count_cells (self) * 4 * self->tally.n_blocks;
}

/* Behind the cells: those whom none of them holds, less what they hold more than once. */
static void
take_share (TyGrouping *self,
            Share      *share)
{
  gsize n = count_cells (self);
  guint width = 4 * self->tally.n_blocks;

  if (share->cells == NULL)
    return;

  for (gsize i = 0; i < n; i++)
    take_cell (self, share->cells + i * self->tally.n_blocks, self->cells + i * width);
  take_cell (self, get_others (self, share), get_total (self));
  for (guint i = 0; i < width; i++)
    get_total (self)[i] -= get_repeats (self, share)[i / 4][i % 4];
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
add_up (TyGrouping *self)
{
  guint width = 4 * self->tally.n_blocks;
  guint64 *total = get_total (self);

  for (gsize cell = 0; cell < count_cells (self); cell++)
    for (guint i = 0; i < width; i++)
      total[i] += self->cells[cell * width + i];
}

static void
count_all (TyGrouping *self)
{
  guint n = ty_parallel_get_n_threads ();
  g_autofree Share *shares = g_new0 (Share, n);
  Run run = { self, shares, 0 };

  self->cells = g_new0 (guint64, (count_cells (self) + 1) * 4 * self->tally.n_blocks);
  ty_parallel_run (MIN (n, ty_columns_get_n_chunks (ty_view_get_columns (self->view))), count_share,
                   &run);
  for (guint i = 0; i < n; i++)
    take_share (self, &shares[i]);
  add_up (self);
}

static void
make_places (TyGrouping *self)
{
  const TyScale *scale = self->scales[self->by_units];
  guint n = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));

  self->places = g_new (guint32, n + 1);
  self->places[n] = MANY;
  for (guint unit = 0; unit < n; unit++)
    self->places[unit] = ty_view_is_in_scope (self->view, unit, (TyGroups){ NULL, 0 })
                           ? scale->table[unit] : MANY;
}

static void
make_scales (TyGrouping *self)
{
  self->by_units = -1;
  self->single = TRUE;
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    self->n_values[i] = 1;
  for (guint i = 0; i < self->spec.n_dimensions; i++)
    {
      TyScale *scale = ty_dimension_measure (self->spec.dimensions[i], self->view);

      self->scales[i] = scale;
      self->n_values[i] = ty_scale_get_n (scale);
      if (scale->kind == TY_SCALE_UNITS && self->by_units < 0 && !self->spec.held)
        self->by_units = (int) i;
      else
        self->single = self->single && scale->kind == TY_SCALE_PEOPLE;
    }
  if (self->by_units < 0)
    return;

  make_places (self);
  ty_matcher_set_groups (self->matcher, self->spec.dimensions[self->by_units],
                         self->scales[self->by_units]);
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
  make_scales (self);
  ty_tally_init (&self->tally, self->spec.measures, spec->n_measures, view);
  count_all (self);
  return self;
}

void
ty_grouping_free (TyGrouping *self)
{
  ty_tally_clear (&self->tally);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    g_clear_pointer (&self->scales[i], ty_scale_unref);
  ty_matcher_free (self->matcher);
  ty_view_unref (self->view);
  g_free (self->places);
  g_free (self->cells);
  g_free (self);
}

static TyAmount
get_amount (TyGrouping *self,
            gsize       cell,
            guint       measure)
{
  const guint64 *counts = self->cells + cell * 4 * self->tally.n_blocks;

  return (TyAmount){ counts[self->tally.sums[measure]], counts[self->tally.ns[measure]] };
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

  g_return_val_if_fail (measure < self->spec.n_measures, (TyAmount){ 0 });

  return get_amount (self, (gsize) first * self->n_values[1] + second, measure);
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
  g_return_val_if_fail (measure < self->spec.n_measures, (TyAmount){ 0 });

  return get_amount (self, count_cells (self), measure);
}
