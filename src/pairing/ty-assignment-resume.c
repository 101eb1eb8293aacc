/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

#define MOST_REFILLS 64 /* with more of them it is as quick to begin anew */

/* An assignment that was solved before, with other locks, is a good beginning: nearly everybody still pays the least.
 * Whoever does not has to be placed again, and a place that has become free while its price says that it is wanted
 * goes to whoever gains most by it: backwards over those who would rather come and the places that they leave, to
 * somebody who was alone, or to a mentor whose last place is not worth its price. All distances are by prices, so
 * that none is negative; prices fall where the search came by before its end. */
typedef struct
{
  TyAssignment *assignment;
  gint64 *pays;      /* of a mentee, now */
  gint64 *distances; /* of a mentor, to the place that is free */
  gboolean *settled;
  guint *movers;     /* of a mentor: who would leave, and for whom */
  guint *targets;
  gint64 shortest;
  guint end_mentor;
  guint end_mentee;
} Refill;

static void
refill_init (Refill       *self,
             TyAssignment *assignment)
{
  guint n_mentors = assignment->mentors->len + 1;

  *self = (Refill){ .assignment = assignment };
  self->pays = g_new0 (gint64, assignment->mentees->len + 1);
  self->distances = g_new (gint64, n_mentors);
  self->settled = g_new (gboolean, n_mentors);
  self->movers = g_new (guint, n_mentors);
  self->targets = g_new (guint, n_mentors);
}

static void
refill_clear (Refill *self)
{
  g_free (self->pays);
  g_free (self->distances);
  g_free (self->settled);
  g_free (self->movers);
  g_free (self->targets);
}

static gint64
get_pay (const TyAssignment *self,
         guint               mentee)
{
  guint partner = self->partners[mentee];

  return partner != TY_ASSIGNMENT_NOBODY ? self->pair_costs[mentee] + self->prices[partner] : self->unmatched[mentee];
}

/* Who pays more by now than somewhere else has to be placed again. */
static void
keep_who_pays_least (Refill *self)
{
  TyAssignment *assignment = self->assignment;
  g_autofree TyAssignmentEntry *of_rows = ty_assignment_find_least_of_rows (assignment);

  for (guint i = 0; i < assignment->mentees->len; i++)
    {
      guint partner = assignment->partners[i];

      if (assignment->locked[i])
        continue;
      self->pays[i] = get_pay (assignment, i);
      assignment->placed[i] = assignment->placed[i]
                              && self->pays[i] == ty_assignment_find_least (assignment, of_rows, i);
      if (!assignment->placed[i] && partner != TY_ASSIGNMENT_NOBODY)
        {
          assignment->partners[i] = TY_ASSIGNMENT_NOBODY;
          assignment->loads[partner]--;
        }
    }
}

/* Takes over prices and pairs. Who finds the places taken by locks, or the pair no longer possible, has to be
 * placed again. */
static void
take_over (TyAssignment       *self,
           const TyAssignment *earlier)
{
  for (guint i = 0; i < self->mentees->len; i++)
    {
      guint partner = earlier->partners[i];

      if (self->locked[i])
        continue;
      if (partner == TY_ASSIGNMENT_NOBODY)
        self->placed[i] = TRUE;
      else if (self->loads[partner] < self->free[partner]
               && ty_assignment_find_cost (self, i, partner, &self->pair_costs[i]))
        {
          self->placed[i] = TRUE;
          self->partners[i] = partner;
          self->loads[partner]++;
        }
    }
  for (guint i = 0; i < self->mentors->len; i++)
    {
      self->prices[i] = earlier->prices[i];
      /* The last place of a mentor is worth what it costs. */
      if (self->loads[i] > 0)
        self->prices[i] = MAX (self->prices[i], ty_assignment_get_place_cost (self, i, self->loads[i] - 1));
      ty_assignment_set_floor (self, i);
    }
}

static guint
find_nearest (const Refill *self)
{
  guint nearest = TY_ASSIGNMENT_NOBODY;

  for (guint i = 0; i < self->assignment->mentors->len; i++)
    if (!self->settled[i] && self->distances[i] < self->shortest
        && (nearest == TY_ASSIGNMENT_NOBODY || self->distances[i] < self->distances[nearest]))
      nearest = i;
  return nearest;
}

/* What the way ends with, if nobody is to come in place of whoever leaves the mentor. */
static void
try_end (Refill *self,
         guint   mentor,
         guint   place)
{
  const TyAssignment *assignment = self->assignment;
  gint64 end = self->distances[mentor] + assignment->prices[mentor]
               - ty_assignment_get_place_cost (assignment, mentor, place);

  if (end < self->shortest)
    {
      self->shortest = end;
      self->end_mentor = mentor;
      self->end_mentee = TY_ASSIGNMENT_NOBODY;
    }
}

/* Looks who would come to the mentor, and how much dearer that is for them than what they have. */
static void
look_who_comes (Refill *self,
                guint   mentor)
{
  const TyAssignment *assignment = self->assignment;

  for (guint i = 0; i < assignment->mentees->len; i++)
    {
      guint partner = assignment->partners[i];
      gint64 distance;
      int cost;

      if (assignment->locked[i] || !assignment->placed[i] || partner == mentor
          || !ty_assignment_find_cost (assignment, i, mentor, &cost))
        continue;
      distance = self->distances[mentor] + cost + assignment->prices[mentor] - self->pays[i];
      if (distance >= self->shortest)
        continue;
      if (partner == TY_ASSIGNMENT_NOBODY)
        {
          self->shortest = distance;
          self->end_mentor = mentor;
          self->end_mentee = i;
        }
      else if (!self->settled[partner] && distance < self->distances[partner])
        {
          self->distances[partner] = distance;
          self->movers[partner] = i;
          self->targets[partner] = mentor;
        }
    }
}

static void
move (Refill *self,
      guint   mentee,
      guint   mentor)
{
  TyAssignment *assignment = self->assignment;

  assignment->partners[mentee] = mentor;
  ty_assignment_find_cost (assignment, mentee, mentor, &assignment->pair_costs[mentee]);
}

/* Moves everybody along the way that was found, from its end to the free place. */
static void
follow (Refill *self,
        guint   mentor)
{
  TyAssignment *assignment = self->assignment;
  guint last = self->end_mentor;

  if (self->end_mentee == TY_ASSIGNMENT_NOBODY && last == mentor)
    return;
  if (self->end_mentee != TY_ASSIGNMENT_NOBODY)
    move (self, self->end_mentee, last);
  else
    assignment->loads[last]--;
  for (; last != mentor; last = self->targets[last])
    move (self, self->movers[last], self->targets[last]);
  assignment->loads[mentor]++;
}

static void
lower_prices (Refill *self)
{
  TyAssignment *assignment = self->assignment;

  for (guint i = 0; i < assignment->mentors->len; i++)
    if (self->distances[i] < self->shortest)
      {
        assignment->prices[i] -= self->shortest - self->distances[i];
        ty_assignment_set_floor (assignment, i);
      }
  for (guint i = 0; i < assignment->mentees->len; i++)
    self->pays[i] = get_pay (assignment, i);
}

/* Gives away one place, or finds that it is not worth more than it costs. */
static void
refill (Refill *self,
        guint   mentor)
{
  guint nearest;

  for (guint i = 0; i < self->assignment->mentors->len; i++)
    {
      self->distances[i] = G_MAXINT64;
      self->settled[i] = FALSE;
    }
  self->shortest = G_MAXINT64;
  self->distances[mentor] = 0;
  try_end (self, mentor, self->assignment->loads[mentor]);
  while ((nearest = find_nearest (self)) != TY_ASSIGNMENT_NOBODY)
    {
      self->settled[nearest] = TRUE;
      if (nearest != mentor)
        try_end (self, nearest, self->assignment->loads[nearest] - 1);
      look_who_comes (self, nearest);
    }
  follow (self, mentor);
  lower_prices (self);
}

static gboolean
is_wanted (const TyAssignment *self,
           guint               mentor)
{
  return self->loads[mentor] < self->free[mentor]
         && self->prices[mentor] > ty_assignment_get_place_cost (self, mentor, self->loads[mentor]);
}

static gboolean
refill_all (Refill *self)
{
  guint n_refills = 0;

  for (guint i = 0; i < self->assignment->mentors->len; i++)
    while (is_wanted (self->assignment, i))
      {
        if (n_refills++ == MOST_REFILLS)
          return FALSE;
        refill (self, i);
      }
  return TRUE;
}

static gboolean
has_same_people (const TyAssignment *self,
                 const TyAssignment *other)
{
  if (other->prices == NULL || self->mentees->len != other->mentees->len || self->mentors->len != other->mentors->len)
    return FALSE;
  for (guint i = 0; i < self->mentees->len; i++)
    if (g_array_index (self->mentees, TyAssignmentMentee, i).key
        != g_array_index (other->mentees, TyAssignmentMentee, i).key)
      return FALSE;
  for (guint i = 0; i < self->mentors->len; i++)
    if (g_array_index (self->mentors, TyAssignmentMentor, i).key
        != g_array_index (other->mentors, TyAssignmentMentor, i).key)
      return FALSE;
  return TRUE;
}

/* Begins with what was found before. Returns whether it could; else nobody is placed yet. */
gboolean
ty_assignment_resume (TyAssignment       *self,
                      const TyAssignment *earlier)
{
  gboolean refilled;
  Refill refill;

  if (!has_same_people (self, earlier))
    return FALSE;

  self->placed = g_new0 (gboolean, self->mentees->len + 1);
  take_over (self, earlier);
  refill_init (&refill, self);
  keep_who_pays_least (&refill);
  refilled = refill_all (&refill);
  refill_clear (&refill);
  if (!refilled)
    ty_assignment_begin (self);
  return refilled;
}
