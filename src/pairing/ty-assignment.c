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
  self->rows = g_array_new (FALSE, TRUE, sizeof (TyAssignmentRow));
  g_array_set_clear_func (self->rows, ty_assignment_row_clear);
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
  g_array_unref (self->rows);
  g_free (self->row_of);
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
  g_free (self->placed);
  g_free (self->n_locked);
  g_free (self->free);
  g_free (self->loads);
  g_free (self->load_costs);
  g_free (self->prices);
  g_free (self->floors);
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
  TyAssignmentMentee mentee = { key, unmatched_cost, urgency, TY_ASSIGNMENT_NOBODY };

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
 * @cost: what the pair costs; lower is better, and of one pair the lowest counts; or %TY_ASSIGNMENT_NEVER
 *
 * Says that the two may be paired, or, if the mentee has a row, what this pair costs instead.
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
  g_return_if_fail (cost == TY_ASSIGNMENT_NEVER || ABS (cost) <= TY_ASSIGNMENT_MAX_COST);

  g_array_append_val (self->candidates, candidate);
}

/**
 * ty_assignment_add_row:
 * @self: an assignment that is not solved yet, to which all mentors were added
 * @costs: by number of the mentor: what a pair costs, or %TY_ASSIGNMENT_NEVER
 *
 * Adds what mentors cost for many mentees at once, so that all pairs of a county can be looked at: those who
 * have the row may be paired with all whom it does not exclude.
 *
 * Returns: the number of the row, for ty_assignment_set_row()
 */
guint
ty_assignment_add_row (TyAssignment *self,
                       const int    *costs)
{
  TyAssignmentRow row = { NULL };

  g_return_val_if_fail (self != NULL && !self->solved, TY_ASSIGNMENT_NOBODY);

  row.costs = g_new (int, self->mentors->len + 1);
  for (guint i = 0; i < self->mentors->len; i++)
    row.costs[i] = costs[i];
  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

/**
 * ty_assignment_set_row:
 * @self: an assignment that is not solved yet
 * @mentee: the number of a mentee
 * @row: the number of a row
 *
 * Says what mentors cost this mentee, but for those with whom the pair is a candidate of its own.
 */
void
ty_assignment_set_row (TyAssignment *self,
                       guint         mentee,
                       guint         row)
{
  g_return_if_fail (self != NULL && !self->solved);
  g_return_if_fail (mentee < self->mentees->len && row < self->rows->len);

  g_array_index (self->mentees, TyAssignmentMentee, mentee).row = row;
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
 * ty_assignment_begin_with:
 * @self: an assignment that is not solved yet
 * @earlier: (nullable): a solved one, which has to live until this one is solved
 *
 * Says where to begin: where the people are the same, in the order in which they were added, and little else is other
 * than it was, such as a lock, only what follows from that is looked for. The assignment that is found costs the
 * least of all, too, and is proven to; of several that do it is one near to the earlier one.
 */
void
ty_assignment_begin_with (TyAssignment *self,
                          TyAssignment *earlier)
{
  g_return_if_fail (self != NULL && !self->solved);

  self->earlier = earlier;
}

/**
 * ty_assignment_is_resumed:
 * @self: a solved assignment
 *
 * Returns: whether an earlier one was the beginning
 */
gboolean
ty_assignment_is_resumed (TyAssignment *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->resumed;
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
  if (self->earlier != NULL)
    self->resumed = ty_assignment_resume (self, g_steal_pointer (&self->earlier));
  if (!ty_assignment_search (self, progress, user_data, cancellable, error))
    return FALSE;
  if (self->resumed && !ty_assignment_prove (self))
    {
      self->resumed = FALSE;
      ty_assignment_begin (self);
      if (!ty_assignment_search (self, progress, user_data, cancellable, error))
        return FALSE;
    }
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

/* The mentors whom a row keeps in sight stand in the order of what they ask. */
static gint64
find_least_of_row (TyAssignment *self,
                   guint         mentee,
                   guint        *found)
{
  TyAssignmentRow *row = ty_assignment_get_row (self, mentee);
  int cost;

  *found = TY_ASSIGNMENT_NOBODY;
  if (row == NULL)
    return G_MAXINT64;
  for (guint i = 0; i < row->n_entries; i++)
    if (row->entries[i].mentor != self->partners[mentee]
        && !ty_assignment_find_candidate (self, mentee, row->entries[i].mentor, &cost))
      {
        *found = row->entries[i].mentor;
        return row->entries[i].asked;
      }
  return row->beyond != G_MAXINT64 ? ty_assignment_row_find_least (self, row, mentee, self->partners[mentee], found)
                                   : G_MAXINT64;
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
  guint in_row;
  gint64 asked;
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
  asked = find_least_of_row (self, rank, &in_row);
  if (in_row != TY_ASSIGNMENT_NOBODY)
    {
      found = in_row;
      least = asked;
    }
  for (guint i = self->starts[rank]; i < self->starts[rank + 1]; i++)
    {
      guint mentor = self->edge_mentors[i];
      gint64 cost = self->edge_costs[i] + self->prices[mentor];

      if (self->edge_costs[i] != TY_ASSIGNMENT_NEVER && mentor != self->partners[rank] && self->free[mentor] > 0
          && (found == TY_ASSIGNMENT_NOBODY || cost < least || (cost == least && mentor < found)))
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
