/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

/* A pair must be a candidate, and cost what the candidate costs. */
static gboolean
is_candidate (const TyAssignment *self,
              guint               mentee)
{
  for (guint i = self->starts[mentee]; i < self->starts[mentee + 1]; i++)
    if (self->edge_mentors[i] == self->partners[mentee])
      return self->edge_costs[i] == self->pair_costs[mentee];
  return FALSE;
}

/* What a mentee pays at least, if each mentor asks the price of a place. */
static gint64
find_least (const TyAssignment *self,
            guint               mentee)
{
  gint64 least = self->unmatched[mentee];

  for (guint i = self->starts[mentee]; i < self->starts[mentee + 1]; i++)
    {
      guint mentor = self->edge_mentors[i];

      if (self->free[mentor] > 0)
        least = MIN (least, self->edge_costs[i] + self->prices[mentor]);
    }
  return least;
}

/* What the places of a mentor cost less what they bring in, for the best number of places. */
static gint64
find_gain (const TyAssignment *self,
           guint               mentor)
{
  gint64 sum = 0;
  gint64 least = 0;

  for (guint i = 0; i < self->free[mentor]; i++)
    {
      sum += ty_assignment_get_place_cost (self, mentor, i) - self->prices[mentor];
      least = MIN (least, sum);
    }
  return least;
}

/* Looks at all candidates once more, by nothing but the pairs and the prices: no rule is broken, and
 * no assignment can cost less than what the mentees pay at least and the mentors gain at most. Locked
 * pairs cost the same in all of them. */
gboolean
ty_assignment_prove (TyAssignment *self)
{
  g_autofree guint *loads = g_new0 (guint, self->mentors->len + 1);
  gint64 cost = 0;
  gint64 bound = 0;

  for (guint i = 0; i < self->mentees->len; i++)
    {
      guint partner = self->partners[i];

      if (partner != TY_ASSIGNMENT_NOBODY && !is_candidate (self, i))
        return FALSE;
      if (self->locked[i])
        continue;
      if (partner != TY_ASSIGNMENT_NOBODY)
        loads[partner]++;
      cost += partner != TY_ASSIGNMENT_NOBODY ? self->pair_costs[i] : self->unmatched[i];
      bound += find_least (self, i);
    }
  for (guint i = 0; i < self->mentors->len; i++)
    {
      if (loads[i] > self->free[i] || loads[i] != self->loads[i])
        return FALSE;
      for (guint j = 0; j < loads[i]; j++)
        cost += ty_assignment_get_place_cost (self, i, j);
      bound += find_gain (self, i);
    }
  return cost == bound;
}
