/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-grouping.h"

#include "ty-matcher.h"
#include "ty-tally.h"

G_BEGIN_DECLS

/* Who has to do with several groups. */
#define TY_GROUPING_MANY G_MAXUINT32

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
  const guint32 *places; /* (unowned) (nullable): by number of the unit: its group, MANY outside; the view keeps
                          * it */
  guint64 *cells;        /* (owned): by value, value and count; behind them the total */
  guint like;            /* while it is counted: which of those counted with it asks the same of the same people */
};

/* The values of one person in one dimension, each once. */
typedef struct
{
  guint n;
  guint n_allocated;
  guint32 *values; /* (owned) */
} TyGroupingValues;

/* What one thread counts of a grouping, added up at the end. */
typedef struct
{
  TyTallyBlock *cells;                           /* (owned) (nullable) until it has a chunk */
  TyMatcherRoom *room;                           /* (owned) (nullable): of one like another, none */
  TyMatcherRoom *asked;                          /* (unowned): where the people of the chunk are marked */
  const guint64 *words;                          /* (unowned): which */
  const guint32 *filled[TY_GROUPING_DIMENSIONS]; /* (unowned): the values of a chunk */
  TyGroupingValues values[TY_GROUPING_DIMENSIONS];
  TyGroupingValues units;
} TyGroupingShare;

/* The values of the people of a chunk, or their groups, which several groupings ask for. */
typedef struct
{
  gconstpointer of;   /* a scale, or the places of groups */
  gboolean scoped;    /* of groups: only whose holdings are in the scope matter */
  guint number;       /* of the chunk of which they are */
  guint32 *values;    /* (owned) */
} TyGroupingFilled;


/* ty-grouping-chunk.c */
void ty_grouping_count_chunk   (TyGrouping      *self,
                                TyGroupingShare *share,
                                guint            number,
                                GArray          *filled);
void ty_grouping_filled_clear  (gpointer         data);

static inline gsize
ty_grouping_count_cells (TyGrouping *self)
{
  return (gsize) self->n_values[0] * self->n_values[1];
}

/* Behind the cells: who was not counted through one of them, and what was counted through more than
 * one. */
static inline TyTallyBlock *
ty_grouping_get_others (TyGrouping      *self,
                        TyGroupingShare *share)
{
  return share->cells + ty_grouping_count_cells (self) * self->tally.n_blocks;
}

static inline TyTallyBlock *
ty_grouping_get_repeats (TyGrouping      *self,
                         TyGroupingShare *share)
{
  return ty_grouping_get_others (self, share) + self->tally.n_blocks;
}

static inline TyTallyBlock *
ty_grouping_get_cell (const TyGrouping *self,
                      TyGroupingShare  *share,
                      guint32           first,
                      guint32           second)
{
  return share->cells + ((gsize) first * self->n_values[1] + second) * self->tally.n_blocks;
}

G_END_DECLS
