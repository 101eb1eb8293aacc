/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

/* A pair must be possible, and cost what it is said to cost. */
static gboolean
is_candidate (const TyAssignment *self,
              guint               mentee)
{
  int cost;

  return ty_assignment_find_cost (self, mentee, self->partners[mentee], &cost) && cost == self->pair_costs[mentee];
}

/* Who asks least in each row, found anew among all of it. */
TyAssignmentEntry *
ty_assignment_find_least_of_rows (const TyAssignment *self)
{
  TyAssignmentEntry *least = g_new (TyAssignmentEntry, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TyAssignmentRow *row = &g_array_index (self->rows, TyAssignmentRow, i);

      least[i] = (TyAssignmentEntry){ TY_ASSIGNMENT_NOBODY, 0, G_MAXINT64 };
      for (guint j = 0; j < self->mentors->len; j++)
        if (self->free[j] > 0 && row->costs[j] != TY_ASSIGNMENT_NEVER
            && row->costs[j] + self->prices[j] < least[i].asked)
          least[i] = (TyAssignmentEntry){ j, row->costs[j], row->costs[j] + self->prices[j] };
    }
  return least;
}

/* What a mentee pays at least, if each mentor asks the price of a place. */
gint64
ty_assignment_find_least (const TyAssignment      *self,
                          const TyAssignmentEntry *of_rows,
                          guint                    mentee)
{
  const TyAssignmentRow *row = ty_assignment_get_row (self, mentee);
  gint64 least = self->unmatched[mentee];
  int cost;

  for (guint i = self->starts[mentee]; i < self->starts[mentee + 1]; i++)
    {
      guint mentor = self->edge_mentors[i];

      if (self->edge_costs[i] != TY_ASSIGNMENT_NEVER && self->free[mentor] > 0)
        least = MIN (least, self->edge_costs[i] + self->prices[mentor]);
    }
  if (row != NULL)
    {
      const TyAssignmentEntry *of_row = &of_rows[self->row_of[mentee]];
      guint found;

      if (of_row->asked < least && ty_assignment_find_candidate (self, mentee, of_row->mentor, &cost))
        least = MIN (least, ty_assignment_row_find_least (self, row, mentee, TY_ASSIGNMENT_NOBODY, &found));
      else
        least = MIN (least, of_row->asked);
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

/* Looks at all pairs once more, by nothing but the pairs and the prices: no rule is broken, and
 * no assignment can cost less than what the mentees pay at least and the mentors gain at most. Locked
 * pairs cost the same in all of them. */
gboolean
ty_assignment_prove (TyAssignment *self)
{
  g_autofree TyAssignmentEntry *of_rows = ty_assignment_find_least_of_rows (self);
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
      bound += ty_assignment_find_least (self, of_rows, i);
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
