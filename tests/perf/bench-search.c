/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-search.h"
#include "ty-office-units.h"

#include <locale.h>
#include <stdlib.h>

/* How long one who types into the search of the window waits for people and for units. Prints
 * milliseconds and asserts nothing about them. */

#define N_ROUNDS 9
#define LIMIT 6

static gint64 started;

static double
since_start (void)
{
  return (double) (g_get_monotonic_time () - started) / 1000;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
ask (TyOffice   *office,
     const char *text,
     gboolean    for_units,
     guint      *n)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) found = NULL;

  started = g_get_monotonic_time ();
  if (for_units)
    ty_office_find_units_async (office, text, LIMIT, NULL, keep_result, &result);
  else
    ty_office_find_people_async (office, text, LIMIT, NULL, keep_result, &result);
  await (&result);
  found = for_units ? ty_office_find_units_finish (office, result, NULL)
                    : ty_office_find_people_finish (office, result, NULL);
  *n = found != NULL ? found->len : 0;
  return since_start ();
}

static void
bench (TyOffice   *office,
       const char *text,
       gboolean    for_units)
{
  double times[N_ROUNDS];
  guint n;

  for (guint i = 0; i < N_ROUNDS; i++)
    times[i] = ask (office, text, for_units, &n);
  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  g_print ("%-7s %-16s %8.1f ms  at most %.1f ms, %u shown\n", for_units ? "units" : "people", text,
           times[N_ROUNDS / 2], times[N_ROUNDS - 1], n);
}

static TyOffice *
open_office (const char *path)
{
  TyOffice *office = ty_office_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_open_async (office, path, NULL, keep_result, &result);
  if (!ty_office_open_finish (office, await (&result), &error))
    g_error ("%s", error->message);
  return office;
}

int
main (int    argc,
      char **argv)
{
  static const char * const people[] = { "王", "w", "wang", "lihua", "lh", "李华", "李華", "zzz",
                                         "990101198002210018" };
  static const char * const units[] = { "村", "松", "song", "sc", "zzz" };
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  double time;
  guint n;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return EXIT_FAILURE;

  office = open_office (argv[1]);
  time = ask (office, "王", FALSE, &n);
  g_print ("the first answer after the file is open: %.0f ms\n", time);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    bench (office, people[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    bench (office, units[i], TRUE);

  ty_office_close_async (office, keep_result, &closed);
  ty_office_close_finish (office, await (&closed), NULL);
  return EXIT_SUCCESS;
}
