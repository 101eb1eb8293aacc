/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Instead of a mentor: the mentee stays alone. */
#define TY_ASSIGNMENT_NOBODY G_MAXUINT
/* Instead of a cost: the two may not be paired. */
#define TY_ASSIGNMENT_NEVER (1 << 30)
/* Costs are at most so far from zero, so that no sum of a province overflows. */
#define TY_ASSIGNMENT_MAX_COST 100000
#define TY_ASSIGNMENT_MAX_LOAD_COST 1000
#define TY_ASSIGNMENT_MAX_URGENCY 9

typedef struct _TyAssignment TyAssignment;

/**
 * TyLockState:
 * @TY_LOCK_KEPT: the two are paired
 * @TY_LOCK_FORBIDDEN: the two are no candidates
 * @TY_LOCK_OTHER: the mentee is locked to another mentor
 * @TY_LOCK_FULL: other locks fill the mentor
 *
 * What became of a lock.
 */
typedef enum
{
  TY_LOCK_KEPT,
  TY_LOCK_FORBIDDEN,
  TY_LOCK_OTHER,
  TY_LOCK_FULL
} TyLockState;

/**
 * TyAssignmentProgress:
 * @n_done: of how many mentees it is known
 * @n_all: how many there are
 * @user_data: as given
 *
 * Told while an assignment is solved, in the thread that solves it.
 */
typedef void (*TyAssignmentProgress) (guint    n_done,
                                      guint    n_all,
                                      gpointer user_data);

TyAssignment *ty_assignment_new            (void);
void          ty_assignment_free           (TyAssignment         *self);
guint         ty_assignment_add_mentee     (TyAssignment         *self,
                                            gint64                key,
                                            int                   unmatched_cost,
                                            guint                 urgency);
guint         ty_assignment_add_mentor     (TyAssignment         *self,
                                            gint64                key,
                                            guint                 capacity,
                                            guint                 load_cost);
void          ty_assignment_add_candidate  (TyAssignment         *self,
                                            guint                 mentee,
                                            guint                 mentor,
                                            int                   cost);
guint         ty_assignment_add_row        (TyAssignment         *self,
                                            const int            *costs);
void          ty_assignment_set_row        (TyAssignment         *self,
                                            guint                 mentee,
                                            guint                 row);
guint         ty_assignment_lock           (TyAssignment         *self,
                                            guint                 mentee,
                                            guint                 mentor);
void          ty_assignment_begin_with     (TyAssignment         *self,
                                            TyAssignment         *earlier);
gboolean      ty_assignment_is_resumed     (TyAssignment         *self);
gboolean      ty_assignment_solve          (TyAssignment         *self,
                                            TyAssignmentProgress  progress,
                                            gpointer              user_data,
                                            GCancellable         *cancellable,
                                            GError              **error);
guint         ty_assignment_get_mentor     (TyAssignment         *self,
                                            guint                 mentee);
guint         ty_assignment_get_load       (TyAssignment         *self,
                                            guint                 mentor);
gint64        ty_assignment_get_price      (TyAssignment         *self,
                                            guint                 mentor);
guint         ty_assignment_get_runner_up  (TyAssignment         *self,
                                            guint                 mentee,
                                            gint64               *extra);
TyLockState   ty_assignment_get_lock_state (TyAssignment         *self,
                                            guint                 lock);
gint64        ty_assignment_get_cost       (TyAssignment         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAssignment, ty_assignment_free)

G_END_DECLS
