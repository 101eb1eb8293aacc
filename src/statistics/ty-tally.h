/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-measure.h"
#include "ty-view.h"

G_BEGIN_DECLS

#define TY_TALLY_MEASURES 32

/* Of a cell at most: the people, and two counts for each measure, each kind beginning a block. */
#define TY_TALLY_BLOCKS (TY_TALLY_MEASURES / 2 + 4)

/* Four counts that are added to at once, on whatever processor. A sum over the people of one thread:
 * 66 million people of 65 years fit. */
typedef guint32 TyTallyBlock __attribute__ ((vector_size (16)));

/* Two of them at once: the people and their ages come by one addition. */
typedef guint64 __attribute__ ((may_alias)) TyTallyPair;

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define TY_TALLY_PAIR(first, second) ((guint64) (first) | (guint64) (second) << 32)
#else
#define TY_TALLY_PAIR(first, second) ((guint64) (first) << 32 | (guint64) (second))
#endif

/**
 * TyTally:
 * @view: (unowned): the date and the scope
 * @n_blocks: how many blocks a cell has; in the first are the people, their ages added up, and of how
 *   many these are
 * @n_facts: how many blocks of facts follow
 * @facts: which; behind the last what does not matter
 * @n_limits: how many blocks of ages follow them
 * @limits: which, in days
 * @n_funcs: how many other measures follow, two counts each
 * @funcs: which
 * @ranks: (owned) (nullable): of posts, where they are needed
 * @sums: by measure: which count of a cell is its sum
 * @ns: by measure: which is the number of people of whom it is
 *
 * Measures made ready to be counted together, so that a person is looked at once.
 */
typedef struct
{
  TyView *view;
  guint n_blocks;
  guint n_facts;
  TyTallyBlock facts[TY_TALLY_MEASURES / 4];
  guint n_limits;
  TyTallyBlock limits[TY_TALLY_MEASURES / 4];
  guint n_funcs;
  TyMeasureFunc funcs[TY_TALLY_MEASURES];
  guint32 *ranks;
  guint sums[TY_TALLY_MEASURES];
  guint ns[TY_TALLY_MEASURES];
} TyTally;

void ty_tally_init      (TyTally           *self,
                         const TyMeasure  **measures,
                         guint              n_measures,
                         TyView            *view);
void ty_tally_clear     (TyTally           *self);
void ty_tally_add_slow  (const TyTally     *self,
                         const TyChunk     *chunk,
                         guint              index,
                         TyGroups           groups,
                         TyTallyBlock      *cell);

G_END_DECLS
