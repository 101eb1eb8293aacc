/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grouping"

#include "config.h"

#include "ty-grouping-private.h"

#include "ty-parallel.h"
#include "ty-view-private.h"

/* All groupings that are counted together: each chunk is gone through by one thread for all of them, while what
 * was found of its people is at hand. */
typedef struct
{
  TyGrouping **groupings;
  guint n_groupings;
  guint n_chunks;
  TyGroupingShare *shares;      /* (owned): by thread and grouping */
  GCancellable *cancellable;
  gint next;
} Run;

static void
begin_share (TyGrouping      *self,
             TyGroupingShare *share)
{
  share->cells = g_new0 (TyTallyBlock, (ty_grouping_count_cells (self) + 2) * self->tally.n_blocks);
}

/* The same is asked of the same people once. */
static void
ask_chunk (Run             *run,
           TyGroupingShare *shares,
           guint            which,
           guint            number)
{
  TyGrouping *self = run->groupings[which];
  TyGroupingShare *share = &shares[which];

  if (self->like != which)
    {
      share->asked = shares[self->like].asked;
      share->words = shares[self->like].words;
      return;
    }
  if (share->room == NULL)
    share->room = ty_matcher_room_new (self->matcher);
  share->asked = share->room;
  share->words = ty_matcher_scan (self->matcher, number, share->room);
}

static void
count_share (guint    item,
             gpointer data)
{
  Run *run = data;
  TyGroupingShare *shares = &run->shares[(gsize) item * run->n_groupings];
  g_autoptr(GArray) filled = g_array_new (FALSE, FALSE, sizeof (TyGroupingFilled));

  g_array_set_clear_func (filled, ty_grouping_filled_clear);
  while (!g_cancellable_is_cancelled (run->cancellable))
    {
      guint number = (guint) g_atomic_int_add (&run->next, 1);

      if (number >= run->n_chunks)
        return;
      for (guint i = 0; i < run->n_groupings; i++)
        {
          TyGrouping *self = run->groupings[i];

          if (number >= ty_columns_get_n_chunks (ty_view_get_columns (self->view))
              || ty_matcher_is_far (self->matcher, number))
            continue;
          if (shares[i].cells == NULL)
            begin_share (self, &shares[i]);
          ask_chunk (run, shares, i, number);
          ty_grouping_count_chunk (self, &shares[i], number, filled);
        }
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
  return self->cells + ty_grouping_count_cells (self) * 4 * self->tally.n_blocks;
}

/* Behind the cells: those whom none of them holds, less what they hold more than once. */
static void
take_share (TyGrouping      *self,
            TyGroupingShare *share)
{
  gsize n = ty_grouping_count_cells (self);
  guint width = 4 * self->tally.n_blocks;

  if (share->cells == NULL)
    return;

  for (gsize i = 0; i < n; i++)
    take_cell (self, share->cells + i * self->tally.n_blocks, self->cells + i * width);
  take_cell (self, ty_grouping_get_others (self, share), get_total (self));
  for (guint i = 0; i < width; i++)
    get_total (self)[i] -= ty_grouping_get_repeats (self, share)[i / 4][i % 4];
  g_free (share->cells);
  g_clear_pointer (&share->room, ty_matcher_room_free);
  for (guint i = 0; i < TY_GROUPING_DIMENSIONS; i++)
    g_free (share->values[i].values);
  g_free (share->units.values);
}

static void
add_up (TyGrouping *self)
{
  guint width = 4 * self->tally.n_blocks;
  guint64 *total = get_total (self);

  for (gsize cell = 0; cell < ty_grouping_count_cells (self); cell++)
    for (guint i = 0; i < width; i++)
      total[i] += self->cells[cell * width + i];
}

static void
finish (guint    item,
        gpointer data)
{
  Run *run = data;
  TyGrouping *self = run->groupings[item];

  self->cells = g_new0 (guint64, (ty_grouping_count_cells (self) + 1) * 4 * self->tally.n_blocks);
  for (guint i = 0; i < ty_parallel_get_n_threads (); i++)
    take_share (self, &run->shares[(gsize) i * run->n_groupings + item]);
  add_up (self);
}

/* Whether two ask the same of the same people on the same date. */
static gboolean
is_like (const TyGrouping *a,
         const TyGrouping *b)
{
  return a->view == b->view && ty_population_equal (a->spec.population, b->spec.population);
}

static void
find_likes (Run *run)
{
  for (guint i = 0; i < run->n_groupings; i++)
    {
      TyGrouping *self = run->groupings[i];

      for (self->like = 0; self->like < i; self->like++)
        if (is_like (self, run->groupings[self->like]))
          break;
      if (self->like < i)
        self->like = run->groupings[self->like]->like;
    }
}

/**
 * ty_grouping_run:
 * @groupings: (array length=n_groupings): what ty_grouping_prepare() returned, none of it counted yet
 * @n_groupings: their number
 * @cancellable: (nullable): stops it; then the figures are of no use
 *
 * Counts them together, which takes less time than one after the other: what several ask of the same people on
 * the same date is found once.
 */
void
ty_grouping_run (TyGrouping   **groupings,
                 guint          n_groupings,
                 GCancellable  *cancellable)
{
  guint n = ty_parallel_get_n_threads ();
  g_autofree TyGroupingShare *shares = g_new0 (TyGroupingShare, (gsize) n * MAX (n_groupings, 1));
  Run run = { groupings, n_groupings, 0, shares, cancellable, 0 };

  for (guint i = 0; i < n_groupings; i++)
    run.n_chunks = MAX (run.n_chunks, ty_columns_get_n_chunks (ty_view_get_columns (groupings[i]->view)));
  find_likes (&run);
  ty_parallel_run (MIN (n, run.n_chunks), count_share, &run);
  ty_parallel_run (n_groupings, finish, &run);
  for (guint i = 0; i < n_groupings; i++)
    groupings[i]->spec.population = NULL;
}

static const guint32 *
get_places (TyGrouping *self)
{
  const TyScale *scale = self->scales[self->by_units];
  const TyDimension *dimension = self->spec.dimensions[self->by_units];
  guint n = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));
  g_autofree char *name = g_strconcat ("places/", dimension->key, NULL);
  guint32 *places = ty_view_get_kept (self->view, name);

  if (places != NULL)
    return places;

  places = g_new (guint32, n + 1);
  places[n] = TY_GROUPING_MANY;
  for (guint unit = 0; unit < n; unit++)
    places[unit] = ty_view_is_in_scope (self->view, unit, (TyGroups){ NULL, 0 }) ? scale->table[unit]
                                                                                 : TY_GROUPING_MANY;
  ty_view_keep (self->view, name, places, g_free);
  return ty_view_get_kept (self->view, name);
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

  self->places = get_places (self);
  ty_matcher_set_groups (self->matcher, self->spec.dimensions[self->by_units],
                         self->scales[self->by_units]);
}

/**
 * ty_grouping_prepare:
 * @spec: what is counted, of whom, by what; its population and its rows have to stay until ty_grouping_run()
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * In a group of units, the population is asked as if they were the whole scope: the figure is that
 * which the scope would show, and ty_population_new_in() leads to its people.
 *
 * Returns: (transfer full): what ty_grouping_run() counts
 */
TyGrouping *
ty_grouping_prepare (const TyGroupingSpec *spec,
                     TyView               *view,
                     TyViews              *views)
{
  TyGrouping *self = g_new0 (TyGrouping, 1);

  self->spec = *spec;
  self->view = ty_view_ref (view);
  self->matcher = ty_matcher_new (spec->population, view, views);
  make_scales (self);
  ty_tally_init (&self->tally, self->spec.measures, spec->n_measures, view);
  return self;
}

/**
 * ty_grouping_new:
 * @spec: what is counted, of whom, by what
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Prepares and counts one.
 *
 * Returns: (transfer full): the figures
 */
TyGrouping *
ty_grouping_new (const TyGroupingSpec *spec,
                 TyView               *view,
                 TyViews              *views)
{
  TyGrouping *self = ty_grouping_prepare (spec, view, views);

  ty_grouping_run (&self, 1, NULL);
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
 * ty_grouping_get_view:
 * @self: figures by groups
 *
 * Returns: (transfer none): the date and the scope of which they are
 */
TyView *
ty_grouping_get_view (TyGrouping *self)
{
  return self->view;
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

  return get_amount (self, ty_grouping_count_cells (self), measure);
}
