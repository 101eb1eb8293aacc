/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-assignment.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  int unmatched_cost;
  guint urgency;
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

/* Below the line everybody is called by rank: by the order of the keys, whatever the order in which
 * they were added. Places of a mentor that locks take are not among @free. */
struct _TyAssignment
{
  GArray *mentees;
  GArray *mentors;
  GArray *candidates;
  GArray *locks;
  gboolean solved;

  guint *mentee_ranks;
  guint *mentor_ranks;
  guint *mentor_indexes;

  guint *starts; /* of the candidates of a mentee, one more than mentees */
  guint *edge_mentors;
  int *edge_costs;

  gint64 weight; /* what one step of urgency costs */
  gint64 *unmatched;
  guint *partners;
  int *pair_costs;
  gboolean *locked;

  guint *n_locked; /* of a mentor */
  guint *free;
  guint *loads; /* without the locked ones */
  guint *load_costs;
  gint64 *prices;
};

gint64   ty_assignment_get_place_cost (const TyAssignment    *self,
                                       guint                  mentor,
                                       guint                  place);
void     ty_assignment_prepare        (TyAssignment          *self);
gboolean ty_assignment_search         (TyAssignment          *self,
                                       TyAssignmentProgress   progress,
                                       gpointer               user_data,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean ty_assignment_prove          (TyAssignment          *self);

G_END_DECLS
