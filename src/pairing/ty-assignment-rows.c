/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

#include <string.h>

/* Rows say of many mentees at once what each mentor costs, so that nobody is left out of the search however many
 * pairs there are. Of a row only the mentors who ask least are kept in sight: prices never fall while everybody is
 * placed, so that the others ask at least what they asked when it was looked. */

void
ty_assignment_row_clear (gpointer row)
{
  TyAssignmentRow *self = row;

  g_clear_pointer (&self->costs, g_free);
  g_clear_pointer (&self->entries, g_free);
}

/* Finds a pair for which there is a candidate of its own: such stand instead of the row. */
gboolean
ty_assignment_find_candidate (const TyAssignment *self,
                              guint               mentee,
                              guint               mentor,
                              int                *cost)
{
  guint low = self->starts[mentee];
  guint high = self->starts[mentee + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->edge_mentors[middle] < mentor)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->starts[mentee + 1] || self->edge_mentors[low] != mentor)
    return FALSE;
  *cost = self->edge_costs[low];
  return TRUE;
}

/* What a pair costs, if the two may be paired. */
gboolean
ty_assignment_find_cost (const TyAssignment *self,
                         guint               mentee,
                         guint               mentor,
                         int                *cost)
{
  const TyAssignmentRow *row = ty_assignment_get_row (self, mentee);

  if (!ty_assignment_find_candidate (self, mentee, mentor, cost))
    {
      if (row == NULL)
        return FALSE;
      *cost = row->costs[mentor];
    }
  return *cost != TY_ASSIGNMENT_NEVER;
}

static inline gint64
get_asked (const TyAssignment    *self,
           const TyAssignmentRow *row,
           guint                  mentor)
{
  if (row->costs[mentor] == TY_ASSIGNMENT_NEVER || self->free[mentor] == 0)
    return G_MAXINT64;
  return row->costs[mentor] + self->prices[mentor];
}

/* Prices that are compared in the width of a cost: those of a province may be greater, and are compared again. */
void
ty_assignment_set_floor (TyAssignment *self,
                         guint         mentor)
{
  const gint64 most = TY_ASSIGNMENT_NEVER - 1;

  self->floors[mentor] = (int) (self->free[mentor] > 0 ? MIN (self->prices[mentor], most) : most);
}

/* Those who were in sight are still as many: nobody who asks more than all of them comes into question. */
static gint64
find_limit (const TyAssignment    *self,
            const TyAssignmentRow *row,
            guint                  n_wanted)
{
  gint64 limit = G_MININT64;

  for (guint i = 0; i < row->n_entries; i++)
    limit = MAX (limit, row->entries[i].cost + self->prices[row->entries[i].mentor]);
  return row->n_entries == n_wanted ? limit + 1 : G_MAXINT64;
}

/* Looks at the prices of now for the @n_wanted mentors who ask least. Of equals those come first who stand first in
 * the order of the keys. */
void
ty_assignment_row_look (const TyAssignment *self,
                        TyAssignmentRow    *row,
                        guint               n_wanted)
{
  gint64 limit = find_limit (self, row, n_wanted);
  TyAssignmentEntry *entries = row->entries = g_renew (TyAssignmentEntry, row->entries, n_wanted);
  guint n_mentors = self->mentors->len;
  guint n = 0;

  for (guint first = 0; first < n_mentors; first += TY_ASSIGNMENT_CHUNK)
    {
      guint end = MIN (first + TY_ASSIGNMENT_CHUNK, n_mentors);

      if (!ty_assignment_row_may_be_below (self, row, first, end, (int) MIN (limit, G_MAXINT)))
        continue;
      for (guint i = first; i < end; i++)
        {
          gint64 asked = get_asked (self, row, i);
          guint j;

          if (asked >= limit)
            continue;
          for (j = n < n_wanted ? n++ : n_wanted - 1; j > 0 && entries[j - 1].asked > asked; j--)
            entries[j] = entries[j - 1];
          entries[j] = (TyAssignmentEntry){ i, row->costs[i], asked };
          if (n == n_wanted)
            limit = MIN (limit, entries[n - 1].asked);
        }
    }
  row->n_entries = n;
  row->beyond = n == n_wanted ? entries[n - 1].asked : G_MAXINT64;
}

/* Brings those in sight into the order of the prices of now. */
void
ty_assignment_row_sort (const TyAssignment *self,
                        TyAssignmentRow    *row)
{
  TyAssignmentEntry *entries = row->entries;

  for (guint i = 0; i < row->n_entries; i++)
    {
      TyAssignmentEntry moved = { entries[i].mentor, entries[i].cost,
                                  entries[i].cost + self->prices[entries[i].mentor] };
      guint j;

      for (j = i; j > 0 && entries[j - 1].asked > moved.asked; j--)
        entries[j] = entries[j - 1];
      entries[j] = moved;
    }
}

/* Finds who asks least of a mentee, looking at everybody in the row. */
gint64
ty_assignment_row_find_least (const TyAssignment    *self,
                              const TyAssignmentRow *row,
                              guint                  mentee,
                              guint                  but,
                              guint                 *found)
{
  gint64 least = G_MAXINT64;
  int cost;

  *found = TY_ASSIGNMENT_NOBODY;
  for (guint i = 0; i < self->mentors->len; i++)
    {
      gint64 asked = get_asked (self, row, i);

      if (asked < least && i != but && !ty_assignment_find_candidate (self, mentee, i, &cost))
        {
          least = asked;
          *found = i;
        }
    }
  return least;
}
