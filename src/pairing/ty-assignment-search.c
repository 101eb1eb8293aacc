/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

#define NOWHERE G_MAXUINT
#define ROUND 64

/* A search for the cheapest way to place one more mentee: over the mentors whom the mentee could have,
 * those whom their mentees could have instead, and so on, to a free place or to somebody who is left
 * alone. All distances are by prices, so that none is negative. */
typedef struct
{
  TyAssignment *assignment;
  gint64 *distances;
  guint *from; /* from which mentee a mentor was reached */
  guint *places; /* in the heap, or NOWHERE */
  guint *heap;
  guint n_heap;
  guint *reached;
  guint n_reached;
  guint *firsts; /* the first mentee of a mentor, and who follows and goes before */
  guint *nexts;
  guint *previous;
  gint64 shortest;
  guint end_mentor;
  guint end_mentee;
} Search;

static void
search_init (Search       *self,
             TyAssignment *assignment)
{
  guint n_mentors = assignment->mentors->len + 1;
  guint n_mentees = assignment->mentees->len + 1;

  *self = (Search){ .assignment = assignment };
  self->distances = g_new (gint64, n_mentors);
  self->from = g_new (guint, n_mentors);
  self->places = g_new (guint, n_mentors);
  self->heap = g_new (guint, n_mentors);
  self->reached = g_new (guint, n_mentors);
  self->firsts = g_new (guint, n_mentors);
  self->nexts = g_new (guint, n_mentees);
  self->previous = g_new (guint, n_mentees);
  for (guint i = 0; i < n_mentors; i++)
    {
      self->distances[i] = G_MAXINT64;
      self->places[i] = NOWHERE;
      self->firsts[i] = TY_ASSIGNMENT_NOBODY;
    }
}

static void
search_clear (Search *self)
{
  g_free (self->distances);
  g_free (self->from);
  g_free (self->places);
  g_free (self->heap);
  g_free (self->reached);
  g_free (self->firsts);
  g_free (self->nexts);
  g_free (self->previous);
}

/* Ties are broken by the rank of the mentor, and that follows from the key. */
static gboolean
is_before (const Search *self,
           guint         first,
           guint         second)
{
  if (self->distances[first] != self->distances[second])
    return self->distances[first] < self->distances[second];
  return first < second;
}

static void
sift_up (Search *self,
         guint   place)
{
  guint mentor = self->heap[place];

  while (place > 0 && is_before (self, mentor, self->heap[(place - 1) / 2]))
    {
      self->heap[place] = self->heap[(place - 1) / 2];
      self->places[self->heap[place]] = place;
      place = (place - 1) / 2;
    }
  self->heap[place] = mentor;
  self->places[mentor] = place;
}

static void
sift_down (Search *self,
           guint   place)
{
  guint mentor = self->heap[place];

  for (;;)
    {
      guint child = 2 * place + 1;

      if (child + 1 < self->n_heap && is_before (self, self->heap[child + 1], self->heap[child]))
        child++;
      if (child >= self->n_heap || !is_before (self, self->heap[child], mentor))
        break;
      self->heap[place] = self->heap[child];
      self->places[self->heap[place]] = place;
      place = child;
    }
  self->heap[place] = mentor;
  self->places[mentor] = place;
}

static guint
pop (Search *self)
{
  guint mentor = self->heap[0];

  self->places[mentor] = NOWHERE;
  self->n_heap--;
  if (self->n_heap > 0)
    {
      self->heap[0] = self->heap[self->n_heap];
      sift_down (self, 0);
    }
  return mentor;
}

static void
reach (Search *self,
       guint   mentor,
       guint   mentee,
       gint64  distance)
{
  TyAssignment *assignment = self->assignment;

  if (self->distances[mentor] == G_MAXINT64)
    self->reached[self->n_reached++] = mentor;
  self->distances[mentor] = distance;
  self->from[mentor] = mentee;
  if (assignment->loads[mentor] < assignment->free[mentor])
    {
      gint64 end = distance - assignment->prices[mentor]
                   + ty_assignment_get_place_cost (assignment, mentor, assignment->loads[mentor]);

      if (end < self->shortest)
        {
          self->shortest = end;
          self->end_mentor = mentor;
          self->end_mentee = TY_ASSIGNMENT_NOBODY;
        }
    }
  if (self->places[mentor] == NOWHERE)
    {
      self->places[mentor] = self->n_heap;
      self->heap[self->n_heap++] = mentor;
    }
  sift_up (self, self->places[mentor]);
}

/* Goes on from a mentee to all whom the mentee could have. What is no shorter than an end that is known
 * leads nowhere. */
static void
scan (Search *self,
      guint   mentee,
      gint64  base)
{
  const TyAssignment *assignment = self->assignment;
  const guint *mentors = assignment->edge_mentors;
  const int *costs = assignment->edge_costs;
  const gint64 *prices = assignment->prices;
  guint end = assignment->starts[mentee + 1];

  if (base + assignment->unmatched[mentee] < self->shortest)
    {
      self->shortest = base + assignment->unmatched[mentee];
      self->end_mentor = TY_ASSIGNMENT_NOBODY;
      self->end_mentee = mentee;
    }
  for (guint i = assignment->starts[mentee]; i < end; i++)
    {
      gint64 distance = base + costs[i] + prices[mentors[i]];

      if (distance < self->shortest && distance < self->distances[mentors[i]]
          && assignment->free[mentors[i]] > 0)
        reach (self, mentors[i], mentee, distance);
    }
}

static void
take_away (Search *self,
           guint   mentee)
{
  guint mentor = self->assignment->partners[mentee];
  guint next = self->nexts[mentee];
  guint before = self->previous[mentee];

  if (before != TY_ASSIGNMENT_NOBODY)
    self->nexts[before] = next;
  else
    self->firsts[mentor] = next;
  if (next != TY_ASSIGNMENT_NOBODY)
    self->previous[next] = before;
  self->assignment->partners[mentee] = TY_ASSIGNMENT_NOBODY;
}

static void
give (Search *self,
      guint   mentee,
      guint   mentor)
{
  TyAssignment *assignment = self->assignment;
  guint i = assignment->starts[mentee];

  while (assignment->edge_mentors[i] != mentor)
    i++;
  assignment->partners[mentee] = mentor;
  assignment->pair_costs[mentee] = assignment->edge_costs[i];
  self->nexts[mentee] = self->firsts[mentor];
  self->previous[mentee] = TY_ASSIGNMENT_NOBODY;
  if (self->firsts[mentor] != TY_ASSIGNMENT_NOBODY)
    self->previous[self->firsts[mentor]] = mentee;
  self->firsts[mentor] = mentee;
}

/* Moves everybody along the way that was found, from its end. */
static void
follow (Search *self,
        guint   mentee)
{
  TyAssignment *assignment = self->assignment;
  guint mentor = self->end_mentor;

  if (mentor != TY_ASSIGNMENT_NOBODY)
    assignment->loads[mentor]++;
  else if (self->end_mentee != mentee)
    {
      mentor = assignment->partners[self->end_mentee];
      take_away (self, self->end_mentee);
    }
  while (mentor != TY_ASSIGNMENT_NOBODY)
    {
      guint moved = self->from[mentor];
      guint left = assignment->partners[moved];

      if (left != TY_ASSIGNMENT_NOBODY)
        take_away (self, moved);
      give (self, moved, mentor);
      mentor = left;
    }
}

/* Prices rise where the search came by before its end: everybody still pays the least. */
static void
raise_prices (Search *self)
{
  for (guint i = 0; i < self->n_reached; i++)
    {
      guint mentor = self->reached[i];

      if (self->distances[mentor] < self->shortest)
        self->assignment->prices[mentor] += self->shortest - self->distances[mentor];
      self->distances[mentor] = G_MAXINT64;
      self->places[mentor] = NOWHERE;
    }
  self->n_reached = 0;
  self->n_heap = 0;
}

static void
place (Search *self,
       guint   mentee)
{
  const TyAssignment *assignment = self->assignment;

  self->shortest = G_MAXINT64;
  scan (self, mentee, 0);
  while (self->n_heap > 0 && self->distances[self->heap[0]] < self->shortest)
    {
      guint mentor = pop (self);
      gint64 base = self->distances[mentor] - assignment->prices[mentor];

      for (guint i = self->firsts[mentor]; i != TY_ASSIGNMENT_NOBODY; i = self->nexts[i])
        scan (self, i, base - assignment->pair_costs[i]);
    }
  follow (self, mentee);
  raise_prices (self);
}

/* Places one mentee after the other, in the order of the keys. */
gboolean
ty_assignment_search (TyAssignment          *self,
                      TyAssignmentProgress   progress,
                      gpointer               user_data,
                      GCancellable          *cancellable,
                      GError               **error)
{
  guint n = self->mentees->len;
  gboolean going_on = TRUE;
  Search search;

  search_init (&search, self);
  for (guint i = 0; i < n && going_on; i++)
    {
      if (i % ROUND == 0)
        {
          going_on = !g_cancellable_set_error_if_cancelled (cancellable, error);
          if (going_on && progress != NULL)
            progress (i, n, user_data);
        }
      if (going_on && !self->locked[i])
        place (&search, i);
    }
  if (going_on && progress != NULL)
    progress (n, n, user_data);
  search_clear (&search);
  return going_on;
}
