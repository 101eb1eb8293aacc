/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-tree"

#include "config.h"

#include "ty-unit-tree.h"

#include <string.h>

/**
 * TyUnitTree:
 *
 * The units as they stood on a date, in the official order: each before those below it, so that a
 * scope is a range of ranks.
 *
 * A unit whose parent did not exist on that date stands at the top. So does one of those who are by
 * mistake their own ancestors: the one that comes first in the official order. Such circles come
 * behind all others.
 */
struct _TyUnitTree
{
  gatomicrefcount count;
  TyUnits *units;      /* (unowned): who asks for a tree keeps its units */
  gint32 from;         /* the days on which it holds */
  gint32 until;

  /* Owned */
  guint32 *spans;      /* by unit: number of its span, or TY_UNIT_NONE */
  guint32 *parents;    /* by unit: the unit above it, TY_UNIT_NONE at the top */
  guint32 *ranks;      /* by unit, from 0; TY_RANK_NONE */
  guint32 *ends;       /* by unit: the first rank behind those below it */
  guint32 *order;      /* by rank: the unit */
  GArray *loops;       /* (element-type guint32): units that were cut from their own descendants */
  guint n;             /* how many existed */
};

/* Children of each unit by number, those at the top under the number behind the last. */
typedef struct
{
  guint32 *first;
  guint32 *units;
} Children;

static void
find_spans (TyUnitTree *self,
            gint32      day)
{
  guint n = ty_units_get_n (self->units);

  memset (self->spans, 0xff, n * sizeof *self->spans);
  for (guint i = 0; i < ty_units_get_n_spans (self->units); i++)
    {
      const TyUnitSpan *span = ty_units_get_span (self->units, i);
      gboolean holds = span->from <= day && day < span->until;
      guint32 other = self->spans[span->unit];

      /* It holds until the next change of any unit. */
      self->from = MAX (self->from, holds ? span->from : span->until <= day ? span->until
                                                                            : TY_DAY_FIRST);
      self->until = MIN (self->until, holds ? span->until : span->from > day ? span->from
                                                                             : TY_DAY_LAST);
      if (holds
          && (other == TY_UNIT_NONE || span == ty_units_find_span (self->units, span->unit, day)))
        self->spans[span->unit] = i;
    }
}

static void
find_parents (TyUnitTree *self)
{
  guint n = ty_units_get_n (self->units);

  memset (self->parents, 0xff, n * sizeof *self->parents);
  for (guint unit = 0; unit < n; unit++)
    {
      guint32 parent = self->spans[unit] != TY_UNIT_NONE
                         ? ty_units_get_span (self->units, self->spans[unit])->parent : TY_UNIT_NONE;

      if (parent != TY_UNIT_NONE && self->spans[parent] != TY_UNIT_NONE)
        self->parents[unit] = parent;
    }
}

static guint
get_slot (TyUnitTree *self,
          guint32     unit)
{
  return self->parents[unit] != TY_UNIT_NONE ? self->parents[unit] : ty_units_get_n (self->units);
}

/* Counting keeps the order of the spans, which is that of siblings. */
static void
list_children (TyUnitTree *self,
               Children   *children)
{
  guint n = ty_units_get_n (self->units);
  guint n_spans = ty_units_get_n_spans (self->units);

  children->first = g_new0 (guint32, n + 3);
  children->units = g_new (guint32, n + 1);
  for (guint unit = 0; unit < n; unit++)
    if (self->spans[unit] != TY_UNIT_NONE)
      children->first[get_slot (self, unit) + 2]++;
  for (guint i = 1; i < n + 3; i++)
    children->first[i] += children->first[i - 1];
  for (guint i = 0; i < n_spans; i++)
    {
      guint32 unit = ty_units_get_span (self->units, i)->unit;

      if (self->spans[unit] == i)
        children->units[children->first[get_slot (self, unit) + 1]++] = unit;
    }
}

static void
rank (TyUnitTree *self,
      guint32     unit)
{
  self->ranks[unit] = self->n;
  self->order[self->n] = unit;
  self->n++;
}

/* Without recursion: a chain of units may be as long as the file. While a unit is walked, its end
 * says which of its children is next. */
static void
walk (TyUnitTree     *self,
      const Children *children,
      guint32         top)
{
  guint32 unit = top;

  rank (self, top);
  while (TRUE)
    {
      guint32 *next = &self->ends[unit];

      if (*next == children->first[unit + 1])
        {
          *next = self->n;
          if (unit == top)
            return;
          unit = self->parents[unit];
        }
      else if (children->units[*next] == top)
        (*next)++;
      else
        {
          unit = children->units[(*next)++];
          rank (self, unit);
        }
    }
}

/* Of those who are their own ancestors, the one that comes first. Who goes twice as fast meets the
 * other where the way goes round. */
static guint32
find_in_loop (TyUnitTree *self,
              guint32     unit)
{
  guint32 slow = unit, fast = unit;
  guint32 first;

  do
    {
      slow = self->parents[slow];
      fast = self->parents[self->parents[fast]];
    }
  while (slow != fast);

  first = slow;
  for (guint32 other = self->parents[slow]; other != slow; other = self->parents[other])
    if (self->spans[other] < self->spans[first])
      first = other;
  return first;
}

static void
walk_all (TyUnitTree *self)
{
  guint n = ty_units_get_n (self->units);
  Children children;

  list_children (self, &children);
  memcpy (self->ends, children.first, n * sizeof *self->ends);
  for (guint32 i = children.first[n]; i < children.first[n + 1]; i++)
    walk (self, &children, children.units[i]);
  /* By the order of the spans: the numbers of units are others in another generation. */
  for (guint i = 0; i < ty_units_get_n_spans (self->units); i++)
    {
      guint32 unit = ty_units_get_span (self->units, i)->unit;
      guint32 top;

      if (self->spans[unit] != i || self->ranks[unit] != TY_RANK_NONE)
        continue;
      top = find_in_loop (self, unit);
      g_array_append_val (self->loops, top);
      walk (self, &children, top);
      self->parents[top] = TY_UNIT_NONE;
    }
  g_free (children.first);
  g_free (children.units);
}

/**
 * ty_unit_tree_new:
 * @units: the units, which must outlive the tree
 * @day: a day
 *
 * Returns: (transfer full): the units as they stood on that day; ty_units_get_tree() keeps it
 */
TyUnitTree *
ty_unit_tree_new (TyUnits *units,
                  gint32   day)
{
  TyUnitTree *self = g_new0 (TyUnitTree, 1);
  guint n = ty_units_get_n (units);

  g_atomic_ref_count_init (&self->count);
  self->units = units;
  self->from = TY_DAY_FIRST;
  self->until = TY_DAY_LAST;
  self->spans = g_new (guint32, n + 1);
  self->parents = g_new (guint32, n + 1);
  self->ranks = g_new (guint32, n + 1);
  self->ends = g_new0 (guint32, n + 1);
  self->order = g_new0 (guint32, n + 1);
  self->loops = g_array_new (FALSE, FALSE, sizeof (guint32));
  memset (self->ranks, 0xff, (n + 1) * sizeof *self->ranks);
  find_spans (self, day);
  find_parents (self);
  walk_all (self);
  return self;
}

/**
 * ty_unit_tree_ref:
 * @self: a tree
 *
 * Returns: (transfer full): the same
 */
TyUnitTree *
ty_unit_tree_ref (TyUnitTree *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_unit_tree_unref (TyUnitTree *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_free (self->spans);
  g_free (self->parents);
  g_free (self->ranks);
  g_free (self->ends);
  g_free (self->order);
  g_array_unref (self->loops);
  g_free (self);
}

/**
 * ty_unit_tree_holds_on:
 * @self: a tree
 * @day: a day
 *
 * Returns: whether the units stood like that on the day too
 */
gboolean
ty_unit_tree_holds_on (TyUnitTree *self,
                       gint32      day)
{
  return self->from <= day && day < self->until;
}

/**
 * ty_unit_tree_get_n:
 * @self: a tree
 *
 * Returns: how many units there were
 */
guint
ty_unit_tree_get_n (TyUnitTree *self)
{
  return self->n;
}

/**
 * ty_unit_tree_get_unit:
 * @self: a tree
 * @rank: a place in the official order of the whole tree, from 0
 *
 * Returns: number of the unit there
 */
guint32
ty_unit_tree_get_unit (TyUnitTree *self,
                       guint       rank)
{
  g_return_val_if_fail (rank < self->n, TY_UNIT_NONE);

  return self->order[rank];
}

/**
 * ty_unit_tree_get_order:
 * @self: a tree
 *
 * Returns: (transfer none): by place in the official order of the whole tree: number of the unit
 */
const guint32 *
ty_unit_tree_get_order (TyUnitTree *self)
{
  return self->order;
}

/**
 * ty_unit_tree_get_ranks:
 * @self: a tree
 *
 * Returns: (transfer none): by number of the unit: its place in the official order of the whole
 * tree, from 0; %TY_RANK_NONE where it did not exist
 */
const guint32 *
ty_unit_tree_get_ranks (TyUnitTree *self)
{
  return self->ranks;
}

/**
 * ty_unit_tree_get_span:
 * @self: a tree
 * @unit: number of a unit, or %TY_UNIT_NONE
 *
 * Returns: (transfer none) (nullable): what it was, if it existed
 */
const TyUnitSpan *
ty_unit_tree_get_span (TyUnitTree *self,
                       guint32     unit)
{
  if (unit >= ty_units_get_n (self->units) || self->spans[unit] == TY_UNIT_NONE)
    return NULL;

  return ty_units_get_span (self->units, self->spans[unit]);
}

/**
 * ty_unit_tree_get_span_number:
 * @self: a tree
 * @unit: number of a unit that existed
 *
 * Returns: the number of its span
 */
guint
ty_unit_tree_get_span_number (TyUnitTree *self,
                              guint32     unit)
{
  g_return_val_if_fail (unit < ty_units_get_n (self->units), 0);

  return self->spans[unit];
}

/**
 * ty_unit_tree_get_parent:
 * @self: a tree
 * @unit: number of a unit
 *
 * Returns: number of the unit above it, %TY_UNIT_NONE at the top
 */
guint32
ty_unit_tree_get_parent (TyUnitTree *self,
                         guint32     unit)
{
  return unit < ty_units_get_n (self->units) ? self->parents[unit] : TY_UNIT_NONE;
}

/**
 * ty_unit_tree_get_end:
 * @self: a tree
 * @unit: number of a unit that existed
 *
 * Returns: the first rank behind those below it: its children begin at the rank behind its own, and
 * each ends where the next one begins
 */
guint
ty_unit_tree_get_end (TyUnitTree *self,
                      guint32     unit)
{
  g_return_val_if_fail (unit < ty_units_get_n (self->units), self->n);

  return self->ends[unit];
}

/**
 * ty_unit_tree_get_range:
 * @self: a tree
 * @scope: key of a unit in the file, or 0 for everything
 * @first: (out): the rank at which the scope begins
 * @n: (out): how many ranks it has; 0 where it did not exist on that date
 *
 * Finds the units of a scope: those whose rank less @first is less than @n.
 */
void
ty_unit_tree_get_range (TyUnitTree *self,
                        gint64      scope,
                        guint32    *first,
                        guint32    *n)
{
  guint32 unit;

  *first = 0;
  *n = self->n;
  if (scope == 0)
    return;

  *n = 0;
  unit = ty_units_find (self->units, scope);
  if (unit == TY_UNIT_NONE || self->ranks[unit] == TY_RANK_NONE)
    return;

  *first = self->ranks[unit];
  *n = self->ends[unit] - *first;
}

/**
 * ty_unit_tree_get_at_level:
 * @self: a tree
 * @unit: number of a unit
 * @level: key of a level, such as `township`
 *
 * Returns: number of the unit of that level to which @unit belongs, which may be itself, or
 * %TY_UNIT_NONE
 */
guint32
ty_unit_tree_get_at_level (TyUnitTree *self,
                           guint32     unit,
                           const char *level)
{
  GQuark word = g_quark_try_string (level);
  const TyUnitSpan *span;

  while ((span = ty_unit_tree_get_span (self, unit)) != NULL)
    {
      if (span->level == word)
        return unit;
      unit = self->parents[unit];
    }
  return TY_UNIT_NONE;
}

/**
 * ty_unit_tree_dup_groups:
 * @self: a tree
 * @level: key of a level, such as `township`
 *
 * Returns: (transfer full): by number of the unit: what ty_unit_tree_get_at_level() says
 */
guint32 *
ty_unit_tree_dup_groups (TyUnitTree *self,
                         const char *level)
{
  const TyUnitSpan *spans = ty_units_get_span (self->units, 0);
  guint n = ty_units_get_n (self->units);
  guint32 *groups = g_new (guint32, n + 1);
  GQuark word = g_quark_try_string (level);

  memset (groups, 0xff, (n + 1) * sizeof *groups);
  for (guint i = 0; i < self->n; i++)
    {
      guint32 unit = self->order[i];
      guint32 parent = self->parents[unit];

      if (spans[self->spans[unit]].level == word)
        groups[unit] = unit;
      else if (parent != TY_UNIT_NONE)
        groups[unit] = groups[parent];
    }
  return groups;
}

/**
 * ty_unit_tree_list_loops:
 * @self: a tree
 *
 * Returns: (transfer none) (element-type guint32): units that by mistake are their own ancestors, of
 * each circle the one that was put at the top
 */
GArray *
ty_unit_tree_list_loops (TyUnitTree *self)
{
  return self->loops;
}
