/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-roster-import.h"
#include "ty-test-county.h"

#include <stdlib.h>

/* What one acknowledged act costs, on the disk where files for a time lie. Prints medians and
 * asserts nothing about them.
 *
 * usage: bench-store ROSTER.xlsx */

#define N_EDITS 200
#define N_UNDOS 5

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
since (gint64 started)
{
  return (double) (g_get_monotonic_time () - started) / 1000;
}

static void
print_median (const char *what,
              double     *times,
              guint       n,
              const char *target)
{
  qsort (times, n, sizeof *times, compare_doubles);
  g_print ("%-44s %9.1f ms  %9.1f ms  %s\n", what, times[n / 2], times[n * 9 / 10], target);
}

static void
bench_edits (TyStore *store)
{
  double times[N_EDITS];

  ty_test_county_add (store, "被编辑的人");
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *phone = g_strdup_printf ("1990000%04u", i);
      gint64 started = g_get_monotonic_time ();

      ty_test_county_set_phone (store, "被编辑的人", phone);
      times[i] = since (started);
    }
  print_median ("One edit acknowledged", times, N_EDITS, "< 20 ms");
}

static void
bench_undo (TyStore    *store,
            const char *roster)
{
  TyRosterImportOptions options = { .path = roster, .user = "tester",
                                    .as_of = ty_date_new (2020, 12, 31) };
  double undos[N_UNDOS], redos[N_UNDOS];
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportReport) report = ty_roster_import_run (store, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (report->imported);
  for (guint i = 0; i < N_UNDOS; i++)
    {
      gint64 started = g_get_monotonic_time ();

      g_assert_true (ty_store_undo (store, "tester", 0, NULL, &error));
      undos[i] = since (started);
      started = g_get_monotonic_time ();
      g_assert_true (ty_store_redo (store, "tester", NULL, &error));
      redos[i] = since (started);
    }
  print_median ("Undo of an import of 500 people", undos, N_UNDOS, "< 1000 ms");
  print_median ("Redo of it", redos, N_UNDOS, "");
}

int
main (int   argc,
      char *argv[])
{
  TyTestCounty county;

  if (argc != 2)
    {
      g_printerr ("usage: bench-store ROSTER.xlsx\n");
      return 2;
    }

  g_print ("%-44s %12s  %12s  %s\n", "", "median", "9 in 10", "target");
  ty_test_county_set_up (&county, NULL);
  bench_edits (county.store);
  bench_undo (county.store, argv[1]);
  ty_test_county_tear_down (&county, NULL);
  return 0;
}
