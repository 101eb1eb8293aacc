/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-dashboard-counter.h"
#include "ty-lookup.h"

#include <locale.h>

/* What the dashboards of the program cost on a file: counted for the first time, again, and narrowed to the
 * first township. Prints the best of some rounds, and asserts nothing about it.
 *
 * usage: bench-dashboard FILE.touyan DATE */

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
static double
count (const TyDashboard      *dashboard,
       const TyDashboardPlace *place)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = ty_dashboard_count (dashboard, place, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, dashboard->cards->len);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
count_again (const TyDashboard      *dashboard,
             const TyDashboardPlace *place)
{
  double best = count (dashboard, place);

  for (guint i = 1; i < N_ROUNDS; i++)
    best = MIN (best, count (dashboard, place));
  return best;
}

static void
measure (const TyDashboard *dashboard,
         TyDashboardPlace   place,
         gint64             township)
{
  double first = count (dashboard, &place);
  double again = count_again (dashboard, &place);

  place.scope = township;
  g_print ("%-12s %2u cards: first %8.2f ms, again %8.2f ms, narrowed %8.2f ms\n", dashboard->word,
           dashboard->cards->len, first, again, count_again (dashboard, &place));
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
  if (argc != 3)
    {
      g_printerr ("usage: %s FILE.touyan DATE\n", argv[0]);
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
    measure (g_ptr_array_index (dashboards, i), place, find_township (view));
  return 0;
}
