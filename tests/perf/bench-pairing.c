/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-lookup.h"
#include "ty-pairing-plan.h"

#include <stdlib.h>
#include <time.h>

/* usage: bench-pairing FILE PROGRAMME DATE
 *
 * How long a plan takes that is kept, as in the window: it is read once, and solved again for each lock. Prints
 * milliseconds of processor time, since it is one thread that never waits, and asserts only that the plan is proven. */

static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
measure (const char *what,
         double      since)
{
  g_print ("pairing %-44s %8.1f ms\n", what, get_time () - since);
}

static void
solve (TyPairingPlan       *plan,
       const TyPairingLock *locks,
       guint                n_locks,
       const char          *what)
{
  double begin = get_time ();
  g_autoptr(GError) error = NULL;

  g_assert_true (ty_pairing_plan_solve (plan, locks, n_locks, NULL, NULL, NULL, &error));
  measure (what, begin);
  g_assert_true (ty_pairing_plan_is_proved (plan));
}

/* Somebody who has a mentor is locked to the next best. */
static TyPairingLock
find_lock (TyPairingPlan *plan)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (plan);

  for (guint i = 0; i < mentees->len; i++)
    {
      const TyPlanMentee *mentee = g_ptr_array_index (mentees, i);

      if (mentee->runner_up != NULL)
        return (TyPairingLock){ mentee->fit.person, mentee->runner_up->fit.person };
    }
  return (TyPairingLock){ 0, 0 };
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyLookup) lookup = ty_lookup_open (argv[1], &error);
  g_autoptr(TyPairingPlan) plan = NULL;
  g_autoptr(TyView) view = NULL;
  TyPairingLock lock;
  TyDate as_of;
  double begin;

  g_assert_no_error (error);
  g_assert_true (ty_date_parse_iso (argv[3], &as_of, NULL));
  view = ty_lookup_get_view (lookup, as_of, 0, 0, &error);
  g_assert_no_error (error);
  begin = get_time ();
  plan = ty_pairing_plan_new (view, ty_lookup_get_database (lookup), strtoll (argv[2], NULL, 10), NULL, &error);
  g_assert_no_error (error);
  measure ("needs, mentors, ties read", begin);
  g_print ("pairing mentees %u, mentors %u\n", ty_pairing_plan_get_mentees (plan)->len,
           ty_pairing_plan_get_mentors (plan)->len);
  solve (plan, NULL, 0, "solved, of all pairs");
  lock = find_lock (plan);
  solve (plan, &lock, 1, "again after one lock");
  g_print ("pairing left over %u\n", ty_pairing_plan_count (plan, TY_PLAN_ALONE));
  return 0;
}
