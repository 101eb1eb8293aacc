/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-assignment.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  int unmatched_cost;
  guint urgency;
  guint row;
} TyAssignmentMentee;

typedef struct
{
  gint64 key;
  guint capacity;
  guint load_cost;
} TyAssignmentMentor;

typedef struct
{
  guint mentee;
  guint mentor;
  int cost;
} TyAssignmentCandidate;

typedef struct
{
  guint mentee;
  guint mentor;
  TyLockState state;
} TyAssignmentLock;

/**
 * TyAssignmentEntry:
 * @mentor: rank of a mentor
 * @cost: what a pair with the mentor costs
 * @asked: cost and price of a place when the mentor was found, and so at least what they are later
 */
typedef struct
{
  guint mentor;
  int cost;
  gint64 asked;
} TyAssignmentEntry;

/**
 * TyAssignmentRow:
 * @costs: (owned): by mentor, %TY_ASSIGNMENT_NEVER for those who may not
 * @entries: (owned): who asked least when it was looked, the lowest first
 * @beyond: who is not among @entries asks at least this
 * @mentee: in a search, who came by and pays least on the way, or %TY_ASSIGNMENT_NOBODY
 * @base: what the way to @mentee costs
 * @looked: in a search, whether @entries are of the prices of now
 *
 * What all mentors cost, for all mentees for whom it is the same.
 */
typedef struct
{
  int *costs;
  int least;
  int most;
  guint n_mentees;

  TyAssignmentEntry *entries;
  guint n_entries;
  gint64 beyond;

  guint mentee;
  gint64 base;
  gboolean looked;
} TyAssignmentRow;

/* So many mentors of a row are compared with a limit at once. */
#define TY_ASSIGNMENT_CHUNK 16

/* Below the line everybody is called by rank: by the order of the keys, whatever the order in which
 * they were added. Places of a mentor that locks take are not among @free. */
struct _TyAssignment
{
  GArray *mentees;
  GArray *mentors;
  GArray *candidates;
  GArray *locks;
  GArray *rows; /* (element-type TyAssignmentRow) */
  TyAssignment *earlier;
  gboolean solved;
  gboolean resumed;

  guint *mentee_ranks;
  guint *mentor_ranks;
  guint *mentor_indexes;

  guint *row_of; /* of a mentee, or nobody */
  guint *starts; /* of the candidates of a mentee, one more than mentees; they stand instead of the row */
  guint *edge_mentors;
  int *edge_costs;

  gint64 weight; /* what one step of urgency costs */
  gint64 *unmatched;
  guint *partners;
  int *pair_costs;
  gboolean *locked;
  gboolean *placed; /* (nullable): before the search, by what was found earlier */

  guint *n_locked; /* of a mentor */
  guint *free;
  guint *loads; /* without the locked ones */
  guint *load_costs;
  gint64 *prices;
  int *floors; /* of a mentor: at most the price, and more than any where there is no place */
};

gint64   ty_assignment_get_place_cost (const TyAssignment    *self,
                                       guint                  mentor,
                                       guint                  place);
gboolean ty_assignment_find_candidate (const TyAssignment    *self,
                                       guint                  mentee,
                                       guint                  mentor,
                                       int                   *cost);
gboolean ty_assignment_find_cost      (const TyAssignment    *self,
                                       guint                  mentee,
                                       guint                  mentor,
                                       int                   *cost);
void     ty_assignment_row_clear      (gpointer               row);
void     ty_assignment_row_look       (const TyAssignment    *self,
                                       TyAssignmentRow       *row,
                                       guint                  n_wanted);
void     ty_assignment_set_floor      (TyAssignment          *self,
                                       guint                  mentor);
void     ty_assignment_row_sort       (const TyAssignment    *self,
                                       TyAssignmentRow       *row);
gint64   ty_assignment_row_find_least (const TyAssignment    *self,
                                       const TyAssignmentRow *row,
                                       guint                  mentee,
                                       guint                  but,
                                       guint                 *found);
void     ty_assignment_prepare        (TyAssignment          *self);
void     ty_assignment_begin          (TyAssignment          *self);
gboolean ty_assignment_resume         (TyAssignment          *self,
                                       const TyAssignment    *earlier);
gboolean ty_assignment_search         (TyAssignment          *self,
                                       TyAssignmentProgress   progress,
                                       gpointer               user_data,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean ty_assignment_prove          (TyAssignment          *self);
gint64   ty_assignment_find_least     (const TyAssignment      *self,
                                       const TyAssignmentEntry *of_rows,
                                       guint                    mentee);
TyAssignmentEntry *
         ty_assignment_find_least_of_rows (const TyAssignment *self);

/* Whether any of the mentors from @first on could ask less than @limit. There are no branches, since this is what is
 * done most often of all. */
static inline gboolean
ty_assignment_row_may_be_below (const TyAssignment    *self,
                                const TyAssignmentRow *row,
                                guint                  first,
                                guint                  end,
                                int                    limit)
{
  const int *costs = row->costs + first;
  const int *floors = self->floors + first;
  int below = 0;

  if (end - first < TY_ASSIGNMENT_CHUNK)
    return TRUE;
  for (guint i = 0; i < TY_ASSIGNMENT_CHUNK; i++)
    below |= costs[i] + floors[i] < limit;
  return below != 0;
}

static inline TyAssignmentRow *
ty_assignment_get_row (const TyAssignment *self,
                       guint               mentee)
{
  guint row = self->row_of[mentee];

  return row != TY_ASSIGNMENT_NOBODY ? &g_array_index (self->rows, TyAssignmentRow, row) : NULL;
}

G_END_DECLS
