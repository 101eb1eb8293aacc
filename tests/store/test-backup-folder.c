/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-backup-folder.h"
#include "ty-test-county.h"

#include <glib/gstdio.h>
#include <string.h>

/* Which backups are kept in a folder, and which go. */

#define DAY (24 * 60 * 60)

static char *
dup_content_of (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  ty_test_county_assert_sound (store);
  return ty_test_county_dup_content (store);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = dup_content_of (path);

  g_assert_cmpstr (content, ==, expected);
}

/* Which are kept. */

typedef int (*SpanFunc) (GDate *day);

static int
number_of_day (GDate *day)
{
  return (int) g_date_get_julian (day);
}

/* The days since a Monday, by sevens: ISO weeks without their names. */
static int
number_of_week (GDate *day)
{
  return ((int) g_date_get_julian (day) - 1) / 7;
}

static int
number_of_month (GDate *day)
{
  return g_date_get_year (day) * 12 + (int) g_date_get_month (day);
}

static int
span_of (gint64   time,
         SpanFunc func)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (&day, (guint) (time / DAY));
  return func (&day);
}

/* Whether the rule keeps one backup: the last of its span, and fewer than @n newer spans have one. */
static gboolean
is_kept_for (GArray   *times,
             gint64    time,
             gint64    now,
             SpanFunc  func,
             guint     n)
{
  g_autoptr(GHashTable) newer = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < times->len; i++)
    {
      gint64 other = g_array_index (times, gint64, i);

      if (now - other < 2 * DAY || other <= time)
        continue;
      if (span_of (other, func) == span_of (time, func))
        return FALSE;
      g_hash_table_add (newer, GINT_TO_POINTER (span_of (other, func)));
    }
  return g_hash_table_size (newer) < n;
}

static gboolean
is_kept (GArray *times,
         gint64  time,
         gint64  now)
{
  return now - time < 2 * DAY
         || is_kept_for (times, time, now, number_of_day, 12)
         || is_kept_for (times, time, now, number_of_week, 10)
         || is_kept_for (times, time, now, number_of_month, 9);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Backups of different habits: many a day, now and then, none for months. */
static GArray *
draw_times (gint64 now)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  int n = g_test_rand_int_range (0, 150);
  int longest = g_test_rand_int_range (1, 40);
  gint64 time = now + g_test_rand_int_range (-3, 2) * DAY / 2;

  for (int i = 0; i < n; i++)
    {
      g_array_append_val (times, time);
      time -= 1 + g_test_rand_int_range (0, longest * DAY / 4);
      if (g_test_rand_int_range (0, 30) == 0)
        time -= g_test_rand_int_range (0, 100) * DAY;
    }
  g_array_sort (times, compare_times);
  return times;
}

static void
test_kept (void)
{
  for (int round = 0; round < 300; round++)
    {
      gint64 now = 1637000000 + (gint64) g_test_rand_int_range (0, 2000) * DAY
                   + g_test_rand_int_range (0, DAY);
      g_autoptr(GArray) times = draw_times (now);
      g_autoptr(GArray) removed = ty_backup_folder_choose (times, now);
      guint n = 0;

      for (guint i = 0; i < times->len; i++)
        {
          gint64 time = g_array_index (times, gint64, i);

          if (is_kept (times, time, now))
            continue;
          g_assert_cmpuint (n, <, removed->len);
          g_assert_cmpint (g_array_index (removed, gint64, n), ==, time);
          n++;
        }
      g_assert_cmpuint (n, ==, removed->len);
    }
}

/* A year of backups at every hour, by hand: 48 of two days, 12 days, 10 weeks, 9 months. */
static void
test_kept_year (void)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) removed = NULL;
  const gint64 now = 1640995199; /* 2021-12-31 23:59:59 UTC, a Friday */

  for (gint64 time = now - 365 * DAY + 3600; time <= now; time += 3600)
    g_array_append_val (times, time);
  removed = ty_backup_folder_choose (times, now);
  /* Days: 18 to 29 December. Weeks: those that end on 29, 26, 19 December are kept already, there
   * remain the Sundays from 12 December to 31 October. Months: 29 December and 31 October are kept
   * already, there remain November and April to September. */
  g_assert_cmpuint (times->len - removed->len, ==, 48 + 12 + 7 + 7);
}

static void
touch (const char *folder,
       const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
assert_there (const char *folder,
              const char *name,
              gboolean    there)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, there);
}

static void
test_folder (TyTestCounty  *county,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (county->folder, "new", "backups", NULL);
  g_autofree char *content = ty_test_county_dup_content (county->store);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GDateTime) last = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GError) error = NULL;

  g_assert_null (ty_backup_folder_get_last (folder));
  for (int i = 0; i < 3; i++)
    {
      char *path = ty_backup_folder_add (folder, county->store, &error);

      g_assert_no_error (error);
      assert_content (path, content);
      g_assert_true (g_hash_table_add (names, path));
    }
  last = ty_backup_folder_get_last (folder);
  g_assert_cmpint (ABS (g_date_time_difference (last, now)), <, 60 * G_TIME_SPAN_SECOND);

  /* Thinned out is only what is a backup of this county. */
  touch (folder, "石城县-20200101-080000.touyan");
  touch (folder, "石城县-20200101-090000.touyan");
  touch (folder, "石城县-20200101-100000.touyan");
  touch (folder, "龙溪县-20200101-080000.touyan");
  touch (folder, "龙溪县-20200101-090000.touyan");
  touch (folder, "石城县-龙溪县-20200101-080000.touyan");
  touch (folder, "石城县-20200101-080000.xlsx");
  touch (folder, "石城县.touyan");
  g_hash_table_add (names, ty_backup_folder_add (folder, county->store, &error));
  g_assert_no_error (error);
  assert_there (folder, "石城县-20200101-080000.touyan", FALSE);
  assert_there (folder, "石城县-20200101-090000.touyan", FALSE);
  assert_there (folder, "石城县-20200101-100000.touyan", TRUE);
  assert_there (folder, "龙溪县-20200101-080000.touyan", TRUE);
  assert_there (folder, "龙溪县-20200101-090000.touyan", TRUE);
  assert_there (folder, "石城县-龙溪县-20200101-080000.touyan", TRUE);
  assert_there (folder, "石城县-20200101-080000.xlsx", TRUE);
  assert_there (folder, "石城县.touyan", TRUE);
  g_assert_cmpuint (g_hash_table_size (names), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-folder/kept", test_kept);
  g_test_add_func ("/backup-folder/kept-year", test_kept_year);
  TY_TEST_ADD ("/backup-folder/folder", test_folder);
  return g_test_run ();
}
