/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grouping"

#include "config.h"

#include "ty-grouping-private.h"

#include "ty-view-private.h"

#include <string.h>

/* How the people of a chunk are counted: most have one value of each dimension, and those who have several are
 * looked at one by one. */

#define MANY TY_GROUPING_MANY

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
add_value (TyGroupingValues *values,
           guint32           value)
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
collect_marks (guint32           marks,
               TyGroupingValues *values)
{
  for (guint32 rest = marks; rest != 0; rest &= rest - 1)
    add_value (values, (guint32) __builtin_ctz (rest) + 1);
}

/* Of the posts held in the scope, or in the one group of it. */
static void
collect_held (TyGrouping       *self,
              const TyChunk    *chunk,
              guint             index,
              const TyScale    *scale,
              TyGroups          groups,
              TyGroupingValues *values)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (ty_view_holds_post (self->view, chunk, i, groups))
      add_value (values, scale->table[scale->kind == TY_SCALE_POSTS ? post[i] : unit[i]]);
}

static void
collect (TyGrouping      *self,
         TyGroupingShare *share,
         guint            dimension,
         const TyChunk   *chunk,
         guint            index,
         TyGroups         groups)
{
  const TyScale *scale = self->scales[dimension];
  TyGroupingValues *values = &share->values[dimension];

  values->n = 0;
  if (scale == NULL)
    add_value (values, 0);
  else if ((int) dimension == self->by_units)
    add_value (values, groups.group);
  else if (scale->kind == TY_SCALE_PEOPLE && scale->find != NULL && groups.groups != NULL)
    add_value (values, scale->find (scale, self->view, chunk, index, groups));
  else if (scale->kind == TY_SCALE_PEOPLE)
    add_value (values, share->filled[dimension][index]);
  else if (scale->kind == TY_SCALE_MARKS && scale->find != NULL && groups.groups != NULL)
    collect_marks (scale->find (scale, self->view, chunk, index, groups), values);
  else if (scale->kind == TY_SCALE_MARKS)
    collect_marks (share->filled[dimension][index], values);
  else
    collect_held (self, chunk, index, scale, groups, values);
  if (values->n == 0)
    add_value (values, TY_SCALE_NONE);
}

/* In each cell of the person’s values. */
static void
add_to_cells (TyGrouping      *self,
              TyGroupingShare *share,
              const TyChunk   *chunk,
              guint            index,
              guint32          facts,
              TyGroups         groups)
{
  const TyGroupingValues *first = &share->values[0];
  const TyGroupingValues *second = &share->values[1];

  collect (self, share, 0, chunk, index, groups);
  collect (self, share, 1, chunk, index, groups);
  for (guint i = 0; i < first->n; i++)
    for (guint j = 0; j < second->n; j++)
      {
        add_person (self, chunk, index, facts, groups,
                    ty_grouping_get_cell (self, share, first->values[i], second->values[j]));
        add_person (self, chunk, index, facts, groups, ty_grouping_get_repeats (self, share));
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

/* The group to which everything belongs that the person holds or held; MANY where there are several, where
 * something lies outside of the scope, and where there is nothing. Most hold one post or two: both are looked at,
 * which may be the same, without a branch. */
static guint32
find_group (const TyGrouping *self,
            const TyChunk    *chunk,
            guint             index,
            guint32           n_units)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  guint n_holdings = first[index + 1] - first[index];
  guint32 lowest = MANY, highest = 0;

  if (n_holdings > 0)
    {
      widen (self, chunk, first[index], n_units, &lowest, &highest);
      widen (self, chunk, first[index] + (n_holdings > 1), n_units, &lowest, &highest);
    }
  for (guint j = 2; j < n_holdings; j++)
    widen (self, chunk, first[index] + j, n_units, &lowest, &highest);
  return lowest | (0u - (guint32) (lowest != highest));
}

/* Who is in a population of the scope holds or held something there, and who only ever had to do with one unit
 * belongs to its group: that needs no look at the holdings. */
static void
fill_homes (TyGrouping    *self,
            const TyChunk *chunk,
            guint32       *values)
{
  const guint32 *home = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_HOME);
  guint32 n_units = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));
  guint n = ty_chunk_get_n (chunk);

  for (guint i = 0; i < n; i++)
    values[i] = self->places[MIN (home[i], n_units)];
  for (guint i = 0; i < n; i++)
    if (G_UNLIKELY (home[i] == TY_UNIT_NONE))
      values[i] = find_group (self, chunk, i, n_units);
}

static void
fill_units (TyGrouping    *self,
            const TyChunk *chunk,
            guint32       *values)
{
  guint32 n_units = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));
  guint n = ty_chunk_get_n (chunk);

  if (ty_matcher_is_scoped (self->matcher))
    fill_homes (self, chunk, values);
  else
    for (guint i = 0; i < n; i++)
      values[i] = find_group (self, chunk, i, n_units);
}

/* The groups of everything that the person holds or held in the scope. */
static void
collect_units (TyGrouping       *self,
               const TyChunk    *chunk,
               guint             index,
               TyGroupingValues *values)
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
add_by_units (TyGrouping      *self,
              TyGroupingShare *share,
              guint            number,
              const TyChunk   *chunk,
              guint            index)
{
  TyGroupingValues *units = &share->units;

  if (self->spec.rows != NULL
      && !ty_bitmap_get (self->spec.rows, (number << TY_CHUNK_SHIFT) | index))
    return;

  collect_units (self, chunk, index, units);
  for (guint i = 0; i < units->n; i++)
    {
      TyGroups groups = { self->places, units->values[i] };
      guint32 narrow = ty_view_scan_person (self->view, number, index, groups);

      if (ty_matcher_matches_narrow (self->matcher, number, index, narrow, groups, share->asked))
        add_to_cells (self, share, chunk, index, narrow, groups);
    }
}

/* All in one cell. An addition waits for the one before it in the same place, so there are four places. */
static void
count_whole (TyGrouping      *self,
             TyGroupingShare *share,
             const TyChunk   *chunk,
             const guint32   *facts,
             const guint64   *words)
{
  TyTallyBlock places[4][TY_TALLY_BLOCKS] = { 0 };
  const TyGroups all = { NULL, 0 };
  guint next = 0;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i += 64)
    for (guint64 word = words[i / 64]; word != 0; word &= word - 1)
      {
        guint index = i + (guint) __builtin_ctzll (word);

        add_person (self, chunk, index, facts[index], all, places[next++ % 4]);
      }
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < self->tally.n_blocks; j++)
      share->cells[j] += places[i][j];
}

/* Who has one value of each dimension is counted in one cell, and so also in the total. */
static void
count_single (TyGrouping      *self,
              TyGroupingShare *share,
              const TyChunk   *chunk,
              const guint32   *facts,
              const guint64   *words)
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
                      ty_grouping_get_cell (self, share, first != NULL ? first[index] : 0,
                                second != NULL ? second[index] : 0));
      }
}

/* Who may have several values is counted in each cell, and once more for the total. */
static void
count_several (TyGrouping      *self,
               TyGroupingShare *share,
               guint            number,
               const TyChunk   *chunk,
               const guint32   *facts,
               const guint64   *words)
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
        add_person (self, chunk, i, facts[i], (TyGroups){ NULL, 0 }, ty_grouping_get_others (self, share));
      if (many)
        add_by_units (self, share, number, chunk, i);
      else if (is_in)
        add_to_cells (self, share, chunk, i, facts[i],
                      (TyGroups){ units != NULL ? self->places : NULL,
                                  units != NULL ? units[i] : TY_SCALE_NONE });
    }
}

/* Of the chunk that the thread counts, found once for all that ask for the same. */
static TyGroupingFilled *
get_filled (GArray        *filled,
            gconstpointer  of,
            gboolean       scoped)
{
  TyGroupingFilled made = { of, scoped, G_MAXUINT, NULL };

  for (guint i = 0; i < filled->len; i++)
    {
      TyGroupingFilled *one = &g_array_index (filled, TyGroupingFilled, i);

      if (one->of == of && one->scoped == scoped)
        return one;
    }

  made.values = g_new (guint32, TY_CHUNK_PEOPLE);
  g_array_append_val (filled, made);
  return &g_array_index (filled, TyGroupingFilled, filled->len - 1);
}

void
ty_grouping_filled_clear (gpointer data)
{
  g_free (((TyGroupingFilled *) data)->values);
}

/* What was asked on another date has other groups then: everybody is looked at by group. */
static const guint32 *
get_many (void)
{
  static const guint32 *many = NULL;

  if (g_once_init_enter (&many))
    {
      guint32 *values = g_new (guint32, TY_CHUNK_PEOPLE);

      memset (values, 0xff, TY_CHUNK_PEOPLE * sizeof *values);
      g_once_init_leave (&many, values);
    }
  return many;
}

static const guint32 *
fill_dimension (TyGrouping    *self,
                guint          dimension,
                guint          number,
                const TyChunk *chunk,
                GArray        *filled)
{
  TyScale *scale = self->scales[dimension];
  gboolean units = (int) dimension == self->by_units;
  TyGroupingFilled *one;

  if (units && ty_matcher_is_dated (self->matcher))
    return get_many ();
  if (scale == NULL || (!units && scale->fill == NULL))
    return NULL;

  one = get_filled (filled, units ? (gconstpointer) self->places : scale,
                    units && ty_matcher_is_scoped (self->matcher));
  if (one->number == number)
    return one->values;

  if (units)
    fill_units (self, chunk, one->values);
  else
    scale->fill (scale, self->view, number, one->values);
  one->number = number;
  return one->values;
}

static const guint64 *
restrict_words (TyGrouping    *self,
                guint          number,
                const guint64 *words,
                guint64       *restricted)
{
  const guint64 *rows = self->spec.rows->words + (gsize) number * TY_MATCHER_WORDS;

  for (guint i = 0; i < TY_MATCHER_WORDS; i++)
    restricted[i] = words[i] & rows[i];
  return restricted;
}

/**
 * ty_grouping_count_chunk: (skip)
 * @self: a grouping
 * @share: what the thread counts of it, in which the people of the chunk are marked
 * @number: which chunk
 * @filled: (element-type TyGroupingFilled): what the thread found of the chunk for others
 *
 * Counts the people of a chunk.
 */
void
ty_grouping_count_chunk (TyGrouping      *self,
                         TyGroupingShare *share,
                         guint            number,
                         GArray          *filled)
{
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  const guint32 *facts = ty_view_get_facts (self->view, number);
  guint64 restricted[TY_MATCHER_WORDS];
  const guint64 *words = self->spec.rows == NULL
                           ? share->words : restrict_words (self, number, share->words, restricted);

  for (guint i = 0; i < self->spec.n_dimensions; i++)
    share->filled[i] = fill_dimension (self, i, number, chunk, filled);
  if (self->spec.n_dimensions == 0)
    count_whole (self, share, chunk, facts, words);
  else if (self->single)
    count_single (self, share, chunk, facts, words);
  if (!self->single || self->by_units >= 0)
    count_several (self, share, number, chunk, facts, words);
}
