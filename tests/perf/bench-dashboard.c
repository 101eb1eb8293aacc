/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-dashboard-counter.h"
#include "ty-lookup.h"

#include <locale.h>
#include <time.h>

/* What the dashboards of the program cost on a file: counted for the first time, again, and narrowed to the
 * first township. Prints the best of some rounds, with the processor time of all threads in brackets, which says
 * more on a busy machine, and asserts nothing about it.
 *
 * usage: bench-dashboard FILE.touyan DATE [DASHBOARD] */

#define N_ROUNDS 7

static gint64
find_township (TyView *view)
{
  TyUnitTree *tree = ty_view_get_tree (view);
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));

  for (guint i = 0; i < ty_unit_tree_get_n (tree); i++)
    {
      guint32 unit = ty_unit_tree_get_unit (tree, i);

      if (ty_unit_tree_get_span (tree, unit)->level == g_quark_from_static_string ("township"))
        return ty_units_get_id (units, unit);
    }
  return 0;
}

/* In milliseconds. */
typedef struct
{
  double elapsed;
  double work;
} Time;

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static Time
count (const TyDashboard      *dashboard,
       const TyDashboardPlace *place)
{
  gint64 start = g_get_monotonic_time ();
  double work = get_work ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_dashboard_count (dashboard, place, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, dashboard->cards->len);
  return (Time){ (double) (g_get_monotonic_time () - start) / 1000, get_work () - work };
}

static Time
count_again (const TyDashboard      *dashboard,
             const TyDashboardPlace *place)
{
  Time best = count (dashboard, place);

  for (guint i = 1; i < N_ROUNDS; i++)
    {
      Time time = count (dashboard, place);

      best.elapsed = MIN (best.elapsed, time.elapsed);
      best.work = MIN (best.work, time.work);
    }
  return best;
}

static void
measure (const TyDashboard *dashboard,
         TyDashboardPlace   place,
         gint64             township)
{
  Time first = count (dashboard, &place);
  Time again = count_again (dashboard, &place);
  Time narrowed;

  place.scope = township;
  narrowed = count_again (dashboard, &place);
  g_print ("%-12s %2u cards: first %8.2f ms (%8.2f), again %8.2f ms (%8.2f), narrowed %8.2f ms (%8.2f)\n",
           dashboard->word, dashboard->cards->len, first.elapsed, first.work, again.elapsed, again.work,
           narrowed.elapsed, narrowed.work);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyLookup) lookup = NULL;
  g_autoptr(TyView) view = NULL;
  g_autoptr(GPtrArray) dashboards = NULL;
  TyDashboardPlace place = { 0 };

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      g_printerr ("usage: %s FILE.touyan DATE [DASHBOARD]\n", argv[0]);
      return 2;
    }

  lookup = ty_lookup_open (argv[1], &error);
  g_assert_no_error (error);
  place.as_of = ty_date_from_iso (argv[2]);
  view = ty_lookup_get_view (lookup, place.as_of, 0, 0, &error);
  g_assert_no_error (error);
  place.columns = ty_view_get_columns (view);
  place.views = ty_lookup_get_views (lookup);
  place.database = ty_lookup_get_database (lookup);
  dashboards = ty_dashboard_list_shipped ();
  for (guint i = 0; i < dashboards->len; i++)
    {
      const TyDashboard *dashboard = g_ptr_array_index (dashboards, i);

      if (argc < 4 || g_strcmp0 (argv[3], dashboard->word) == 0)
        measure (dashboard, place, find_township (view));
    }
  return 0;
}
