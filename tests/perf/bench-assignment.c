/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-assignment.h"

#include <time.h>

/* How long the best assignment of everybody takes, without finding candidates. Prints milliseconds of
 * processor time, since it is one thread that never waits, and asserts nothing about them. */

static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static double
measure (guint    n_mentees,
         guint    n_mentors,
         guint    n_candidates,
         guint    capacity,
         guint    load_cost,
         guint    n_urgencies,
         gboolean lock)
{
  g_autoptr(TyAssignment) assignment = ty_assignment_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (5);
  double started;

  for (guint i = 0; i < n_mentees; i++)
    ty_assignment_add_mentee (assignment, i, 2000, i % n_urgencies);
  for (guint i = 0; i < n_mentors; i++)
    ty_assignment_add_mentor (assignment, i,
                              1 + (guint) g_rand_int_range (random, 0, 2 * (int) capacity - 1),
                              load_cost);
  for (guint i = 0; i < n_mentees; i++)
    for (guint j = 0; j < n_candidates; j++)
      ty_assignment_add_candidate (assignment, i,
                                   n_candidates < n_mentors
                                     ? (guint) g_rand_int_range (random, 0, (int) n_mentors)
                                     : j,
                                   g_rand_int_range (random, 0, 1000));
  if (lock)
    {
      ty_assignment_add_candidate (assignment, 7, 7, 900);
      ty_assignment_lock (assignment, 7, 7);
    }
  started = get_time ();
  g_assert_true (ty_assignment_solve (assignment, NULL, NULL, NULL, NULL));
  return get_time () - started;
}

static void
print (const char *name,
       double      time)
{
  g_print ("assignment %-44s %8.1f ms\n", name, time);
}

int
main (void)
{
  print ("10,000 x 4,000, 30 candidates, room", measure (10000, 4000, 30, 3, 0, 1, FALSE));
  print ("10,000 x 4,000, 30 candidates, one lock", measure (10000, 4000, 30, 3, 0, 1, TRUE));
  print ("10,000 x 4,000, 30 candidates, scarce", measure (10000, 4000, 30, 2, 0, 1, FALSE));
  print ("10,000 x 4,000, 30 candidates, urgency, load", measure (10000, 4000, 30, 2, 20, 4, FALSE));
  print ("2,000 x 500, all candidates, room", measure (2000, 500, 500, 5, 0, 1, FALSE));
  print ("2,000 x 500, all candidates, scarce", measure (2000, 500, 500, 3, 0, 1, FALSE));
  print ("2,000 x 500, all candidates, urgency, load", measure (2000, 500, 500, 3, 20, 4, FALSE));
  return 0;
}
