/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

#include <glib/gi18n-lib.h>

/**
 * TyAssignment:
 *
 * Mentees and mentors, what each pair would cost, and the assignment that costs least for all at once.
 * A mentor has a number of places, of which the second and further ones may be dearer; pairs that are
 * no candidates are never made; a mentee may stay alone, at a cost.
 *
 * Where not all can be served, those of greater urgency are served first: as many as possible of the
 * greatest urgency, then as many as possible of the next, and so on; only between assignments that are
 * equal in this does the cost decide. For those of urgency 0 it decides alone, also whether they stay
 * alone. That each step of urgency weighs the same, more than all costs together, is enough for it: sets
 * of mentees who can be served at once are a matroid, in which the heaviest set has as many as possible
 * of the heaviest.
 *
 * What is found depends on keys and costs, and not on the order in which anything was added.
 */

/**
 * ty_assignment_new:
 *
 * Returns: (transfer full): an assignment of nobody, free with ty_assignment_free()
 */
TyAssignment *
ty_assignment_new (void)
{
  TyAssignment *self = g_new0 (TyAssignment, 1);

  self->mentees = g_array_new (FALSE, FALSE, sizeof (TyAssignmentMentee));
  self->mentors = g_array_new (FALSE, FALSE, sizeof (TyAssignmentMentor));
  self->candidates = g_array_new (FALSE, FALSE, sizeof (TyAssignmentCandidate));
  self->locks = g_array_new (FALSE, FALSE, sizeof (TyAssignmentLock));
  return self;
}

/**
 * ty_assignment_free:
 * @self: (transfer full): what is no longer needed
 */
void
ty_assignment_free (TyAssignment *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->mentees);
  g_array_unref (self->mentors);
  g_array_unref (self->candidates);
  g_array_unref (self->locks);
  g_free (self->mentee_ranks);
  g_free (self->mentor_ranks);
  g_free (self->mentor_indexes);
  g_free (self->starts);
  g_free (self->edge_mentors);
  g_free (self->edge_costs);
  g_free (self->unmatched);
  g_free (self->partners);
  g_free (self->pair_costs);
  g_free (self->locked);
  g_free (self->n_locked);
  g_free (self->free);
  g_free (self->loads);
  g_free (self->load_costs);
  g_free (self->prices);
  g_free (self);
}

/**
 * ty_assignment_add_mentee:
 * @self: an assignment that is not solved yet
 * @key: by which ties are broken, of this mentee alone
 * @unmatched_cost: what it costs if the mentee stays alone
 * @urgency: 0 for none, up to %TY_ASSIGNMENT_MAX_URGENCY
 *
 * Returns: the number of the mentee
 */
guint
ty_assignment_add_mentee (TyAssignment *self,
                          gint64        key,
                          int           unmatched_cost,
                          guint         urgency)
{
  TyAssignmentMentee mentee = { key, unmatched_cost, urgency };

  g_return_val_if_fail (self != NULL && !self->solved, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (ABS (unmatched_cost) <= TY_ASSIGNMENT_MAX_COST, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (urgency <= TY_ASSIGNMENT_MAX_URGENCY, TY_ASSIGNMENT_NOBODY);

  g_array_append_val (self->mentees, mentee);
  return self->mentees->len - 1;
}

/**
 * ty_assignment_add_mentor:
 * @self: an assignment that is not solved yet
 * @key: by which ties are broken, of this mentor alone
 * @capacity: for how many mentees there is room
 * @load_cost: how much dearer each place is than the one before; the first costs nothing
 *
 * Returns: the number of the mentor
 */
guint
ty_assignment_add_mentor (TyAssignment *self,
                          gint64        key,
                          guint         capacity,
                          guint         load_cost)
{
  TyAssignmentMentor mentor = { key, capacity, load_cost };

  g_return_val_if_fail (self != NULL && !self->solved, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (load_cost <= TY_ASSIGNMENT_MAX_LOAD_COST, TY_ASSIGNMENT_NOBODY);

  g_array_append_val (self->mentors, mentor);
  return self->mentors->len - 1;
}

/**
 * ty_assignment_add_candidate:
 * @self: an assignment that is not solved yet
 * @mentee: the number of a mentee
 * @mentor: the number of a mentor
 * @cost: what the pair costs; lower is better, and of one pair the lowest counts
 *
 * Says that the two may be paired.
 */
void
ty_assignment_add_candidate (TyAssignment *self,
                             guint         mentee,
                             guint         mentor,
                             int           cost)
{
  TyAssignmentCandidate candidate = { mentee, mentor, cost };

  g_return_if_fail (self != NULL && !self->solved);
  g_return_if_fail (mentee < self->mentees->len && mentor < self->mentors->len);
  g_return_if_fail (ABS (cost) <= TY_ASSIGNMENT_MAX_COST);

  g_array_append_val (self->candidates, candidate);
}

/**
 * ty_assignment_lock:
 * @self: an assignment that is not solved yet
 * @mentee: the number of a mentee
 * @mentor: the number of a mentor
 *
 * Demands that the two are paired, whatever it costs. Of locks that contradict each other the one of the
 * lower keys is kept; ty_assignment_get_lock_state() says what became of it.
 *
 * Returns: the number of the lock
 */
guint
ty_assignment_lock (TyAssignment *self,
                    guint         mentee,
                    guint         mentor)
{
  TyAssignmentLock lock = { mentee, mentor, TY_LOCK_KEPT };

  g_return_val_if_fail (self != NULL && !self->solved, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (mentee < self->mentees->len, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (mentor < self->mentors->len, TY_ASSIGNMENT_NOBODY);

  g_array_append_val (self->locks, lock);
  return self->locks->len - 1;
}

/**
 * ty_assignment_solve:
 * @self: an assignment that is not solved yet
 * @progress: (scope call) (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Finds the assignment that costs least, and proves it: from prices of the mentors follows what any
 * assignment costs at least, and it is what this one costs.
 *
 * Returns: whether it was found; it fails with %G_IO_ERROR_CANCELLED, or with %G_IO_ERROR_FAILED where
 *   the proof does not hold, which would be a fault of the program
 */
gboolean
ty_assignment_solve (TyAssignment         *self,
                     TyAssignmentProgress  progress,
                     gpointer              user_data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_return_val_if_fail (self != NULL && !self->solved, FALSE);

  self->solved = TRUE;
  ty_assignment_prepare (self);
  if (!ty_assignment_search (self, progress, user_data, cancellable, error))
    return FALSE;
  if (!ty_assignment_prove (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("No assignment is proposed, since it could not be proven to be the best. "
                             "Please report this."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_assignment_get_mentor:
 * @self: a solved assignment
 * @mentee: the number of a mentee
 *
 * Returns: the number of the mentor, or %TY_ASSIGNMENT_NOBODY
 */
guint
ty_assignment_get_mentor (TyAssignment *self,
                          guint         mentee)
{
  guint partner;

  g_return_val_if_fail (self != NULL && self->prices != NULL, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (mentee < self->mentees->len, TY_ASSIGNMENT_NOBODY);

  partner = self->partners[self->mentee_ranks[mentee]];
  return partner != TY_ASSIGNMENT_NOBODY ? self->mentor_indexes[partner] : partner;
}

/**
 * ty_assignment_get_load:
 * @self: a solved assignment
 * @mentor: the number of a mentor
 *
 * Returns: how many mentees the mentor has
 */
guint
ty_assignment_get_load (TyAssignment *self,
                        guint         mentor)
{
  guint rank;

  g_return_val_if_fail (self != NULL && self->prices != NULL, 0);
  g_return_val_if_fail (mentor < self->mentors->len, 0);

  rank = self->mentor_ranks[mentor];
  return self->n_locked[rank] + self->loads[rank];
}

/**
 * ty_assignment_get_price:
 * @self: a solved assignment
 * @mentor: the number of a mentor
 *
 * The price of a place: how much more one would cost elsewhere who wants to come and finds it taken.
 *
 * Returns: the price, 0 where a place is free and costs nothing
 */
gint64
ty_assignment_get_price (TyAssignment *self,
                         guint         mentor)
{
  g_return_val_if_fail (self != NULL && self->prices != NULL, 0);
  g_return_val_if_fail (mentor < self->mentors->len, 0);

  return self->prices[self->mentor_ranks[mentor]];
}

/**
 * ty_assignment_get_value:
 * @self: a solved assignment
 * @mentee: the number of a mentee who is not locked
 *
 * Tells what a mentee pays at least, if each mentor asks the price of a place. A pair that was not among the
 * candidates could make the assignment better only if its cost and the price of its mentor are less than this;
 * so whoever left candidates out can find those that are missing, or that none is.
 *
 * Returns: the least that the mentee pays
 */
gint64
ty_assignment_get_value (TyAssignment *self,
                         guint         mentee)
{
  gint64 least;
  guint rank;

  g_return_val_if_fail (self != NULL && self->prices != NULL, 0);
  g_return_val_if_fail (mentee < self->mentees->len, 0);

  rank = self->mentee_ranks[mentee];
  least = self->unmatched[rank];
  for (guint i = self->starts[rank]; i < self->starts[rank + 1]; i++)
    if (self->free[self->edge_mentors[i]] > 0)
      least = MIN (least, self->edge_costs[i] + self->prices[self->edge_mentors[i]]);
  return least;
}

/**
 * ty_assignment_get_runner_up:
 * @self: a solved assignment
 * @mentee: the number of a mentee
 * @extra: (out) (optional): how much more all together would cost at least
 *
 * Finds the next best for a mentee. Mentors whose places are all taken by locks are none.
 *
 * Returns: the number of another mentor, or %TY_ASSIGNMENT_NOBODY where there is none; @extra is then
 *   what it costs if the mentee stays alone
 */
guint
ty_assignment_get_runner_up (TyAssignment *self,
                             guint         mentee,
                             gint64       *extra)
{
  guint found = TY_ASSIGNMENT_NOBODY;
  gint64 least;
  gint64 now;
  guint rank;

  g_return_val_if_fail (self != NULL && self->prices != NULL, TY_ASSIGNMENT_NOBODY);
  g_return_val_if_fail (mentee < self->mentees->len, TY_ASSIGNMENT_NOBODY);

  rank = self->mentee_ranks[mentee];
  least = self->unmatched[rank];
  now = least;
  if (self->partners[rank] != TY_ASSIGNMENT_NOBODY)
    now = self->pair_costs[rank] + self->prices[self->partners[rank]];
  for (guint i = self->starts[rank]; i < self->starts[rank + 1]; i++)
    {
      guint mentor = self->edge_mentors[i];
      gint64 cost = self->edge_costs[i] + self->prices[mentor];

      if (mentor != self->partners[rank] && self->free[mentor] > 0
          && (found == TY_ASSIGNMENT_NOBODY || cost < least))
        {
          found = mentor;
          least = cost;
        }
    }
  if (extra != NULL)
    *extra = least - now;
  return found != TY_ASSIGNMENT_NOBODY ? self->mentor_indexes[found] : found;
}

/**
 * ty_assignment_get_lock_state:
 * @self: a solved assignment
 * @lock: the number of a lock
 *
 * Returns: what became of it
 */
TyLockState
ty_assignment_get_lock_state (TyAssignment *self,
                              guint         lock)
{
  g_return_val_if_fail (self != NULL && self->prices != NULL, TY_LOCK_FORBIDDEN);
  g_return_val_if_fail (lock < self->locks->len, TY_LOCK_FORBIDDEN);

  return g_array_index (self->locks, TyAssignmentLock, lock).state;
}

/**
 * ty_assignment_get_cost:
 * @self: a solved assignment
 *
 * Adds up what the pairs cost, with the dearer places of mentors, and who stays alone, without urgency.
 *
 * Returns: the cost
 */
gint64
ty_assignment_get_cost (TyAssignment *self)
{
  gint64 cost = 0;

  g_return_val_if_fail (self != NULL && self->prices != NULL, 0);

  for (guint i = 0; i < self->mentees->len; i++)
    {
      const TyAssignmentMentee *mentee = &g_array_index (self->mentees, TyAssignmentMentee, i);
      guint rank = self->mentee_ranks[i];

      cost += self->partners[rank] != TY_ASSIGNMENT_NOBODY ? self->pair_costs[rank]
                                                           : mentee->unmatched_cost;
    }
  for (guint i = 0; i < self->mentors->len; i++)
    for (guint j = 0; j < self->n_locked[i] + self->loads[i]; j++)
      cost += (gint64) j * self->load_costs[i];
  return cost;
}

/* What the @place of a mentor costs, the locked ones being taken. */
gint64
ty_assignment_get_place_cost (const TyAssignment *self,
                              guint               mentor,
                              guint               place)
{
  return (gint64) (self->n_locked[mentor] + place) * self->load_costs[mentor];
}
