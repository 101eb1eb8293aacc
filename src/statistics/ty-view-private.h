/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyView:
 *
 * Everybody on one date in one scope: the holdings in force are scanned once, and give each person
 * the facts from which figures, lists and groups are counted.
 */
struct _TyView
{
  gatomicrefcount count;
  TyColumns *columns;    /* (owned) */
  TyUnitTree *tree;      /* (owned) */
  TyDate as_of;
  gint32 day;
  TyDate date;           /* of that day */
  gint64 scope;
  GQuark village;        /* the level of villages */
  int term;              /* year of the term whose four batches are asked for, 0 = none */
  const guint32 *ranks;  /* (unowned): by number of the unit */
  guint32 first_rank;    /* the scope as a range of the tree’s order */
  guint32 n_ranks;
  guint32 lowest_unit;   /* of the units in it by their numbers */
  guint32 highest_unit;

  /* Owned */
  guint32 *post_facts;   /* by number of the post */
  guint32 *study_facts;  /* by number of the kind of study */
  guint8 *batch_shifts;  /* by number of the batch: the bit of its fact, or 0 */
  guint8 party[256];     /* by number of the political status: whether it is the Communist Party */
  guint han;             /* number of the Han among the ethnicities */
  GPtrArray *facts;      /* (element-type guint32 *): by chunk; of far chunks only once they are asked for */
  guint16 *ages;         /* by days before the end of the month */
  guint n_ages;
  gint32 last_day;       /* the end of the month of the date */

  GData *kept;           /* what else was made for it, by name; locked by itself */
  GMutex mutex;
  guint32 *unit_facts[3]; /* (nullable): by number of the unit, without and with those of pairs, and with
                           * those of teams; guarded until they are made */
};

void    ty_view_scan_chunk (const TyView  *self,
                            const TyChunk *chunk,
                            guint32       *facts);
guint32 ty_view_scan_pairs (const TyView  *self,
                            const TyChunk *chunk,
                            guint          first,
                            guint          holding);

/* Whether a unit existed on the date in the scope, or in the one group of it. For scans of millions:
 * what needs no speed calls the functions of ty-view.h. */
static inline gboolean
ty_view_is_in_scope (const TyView *self,
                     guint32       unit,
                     TyGroups      groups)
{
  return unit != TY_UNIT_NONE && self->ranks[unit] - self->first_rank < self->n_ranks
         && (groups.groups == NULL || groups.groups[unit] == groups.group);
}

/* Whether nobody of a chunk has anything to do with the scope, now or formerly. Where it is not said, it may be
 * so all the same. */
static inline gboolean
ty_view_is_far (const TyView  *self,
                const TyChunk *chunk)
{
  return self->scope != 0
         && (chunk->highest_unit < self->lowest_unit || chunk->lowest_unit > self->highest_unit);
}

/* Whether it is a post, not a membership in a pool. */
static inline gboolean
ty_view_is_post (const TyView *self,
                 guint         post)
{
  return (self->post_facts[post] & TY_FACT_ANYWHERE) != 0;
}

/* Whether a holding is a post that is held on the date, in the scope or in the one group of it. */
static inline gboolean
ty_view_holds_post (const TyView  *self,
                    const TyChunk *chunk,
                    guint          holding,
                    TyGroups       groups)
{
  return TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[holding] <= self->day
         && self->day < TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL)[holding]
         && ty_view_is_post (self, TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding])
         && ty_view_is_in_scope (self, TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding],
                                 groups);
}

G_END_DECLS
