/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-backup-folder"

#include "config.h"

#include "ty-backup-folder.h"

#include "ty-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define SUFFIX ".touyan"
#define STAMP_FORMAT "%Y%m%d-%H%M%S"

/* How many are kept: all of the last days, then the last of each of so many days, weeks, months. */
#define KEEP_ALL_SECONDS (2 * 24 * 60 * 60)
#define KEEP_DAYS 12
#define KEEP_WEEKS 10
#define KEEP_MONTHS 9

/* The name of a county file without its ending: backups begin with it. */
static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/**
 * ty_backup_folder_get_default:
 * @path: a county file
 *
 * Returns: (transfer full): the folder of its backups below the user's data folder; files of the
 * same name in two places have two folders
 */
char *
ty_backup_folder_get_default (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = dup_stem (absolute);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  g_autofree char *folder = NULL;

  folder = g_strdup_printf ("%s-%.8s", name, sum);
  return g_build_filename (g_get_user_data_dir (), "touyan", "backups", folder, NULL);
}

/* The time in a backup's name, or 0 for another file: a folder on a stick may hold those of several
 * counties, and anything else. */
static gint64
parse_time (const char *name,
            const char *stem)
{
  size_t length = strlen (name);
  const size_t tail = strlen ("20210101-000000") + strlen (SUFFIX);
  int parts[6];
  g_autoptr(GDateTime) time = NULL;

  if (stem != NULL && (length != strlen (stem) + 1 + tail || !g_str_has_prefix (name, stem)))
    return 0;
  if (length < tail || !g_str_has_suffix (name, SUFFIX)
      || sscanf (name + length - tail, "%4d%2d%2d-%2d%2d%2d", &parts[0], &parts[1], &parts[2],
                 &parts[3], &parts[4], &parts[5]) != 6)
    return 0;

  time = g_date_time_new_utc (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
} Span;

static gint64
get_span (gint64 time,
          Span   span)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time);

  switch (span)
    {
    case UNIT_DAY:
      return time / (24 * 60 * 60);
    case UNIT_WEEK:
      return g_date_time_get_week_numbering_year (utc) * 100 + g_date_time_get_week_of_year (utc);
    case UNIT_MONTH:
    default:
      return g_date_time_get_year (utc) * 12 + g_date_time_get_month (utc);
    }
}

/* Marks the last of each of the newest @n spans that have a backup. */
static void
keep_spans (GArray   *times,
            gboolean *keep,
            gint64    now,
            Span      span,
            guint     n)
{
  gint64 last = G_MININT64;

  for (guint i = times->len; i > 0 && n > 0; i--)
    {
      gint64 time = g_array_index (times, gint64, i - 1);
      gint64 this = get_span (time, span);

      if (now - time < KEEP_ALL_SECONDS || this == last)
        continue;
      keep[i - 1] = TRUE;
      last = this;
      n--;
    }
}

/**
 * ty_backup_folder_choose:
 * @times: (element-type gint64): when the backups were made, in seconds, the oldest first
 * @now: the time now, in seconds
 *
 * Chooses what to thin out: all of the last 2 days are kept, then the last of each of 12 days, 10
 * weeks and 9 months that have one. A backup from the future, by a clock that was set back, is
 * kept.
 *
 * Returns: (transfer full) (element-type gint64): those to remove
 */
GArray *
ty_backup_folder_choose (GArray *times,
                         gint64  now)
{
  g_autofree gboolean *keep = g_new0 (gboolean, times->len + 1);
  GArray *remove = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < times->len; i++)
    keep[i] = now - g_array_index (times, gint64, i) < KEEP_ALL_SECONDS;
  keep_spans (times, keep, now, UNIT_DAY, KEEP_DAYS);
  keep_spans (times, keep, now, UNIT_WEEK, KEEP_WEEKS);
  keep_spans (times, keep, now, UNIT_MONTH, KEEP_MONTHS);

  for (guint i = 0; i < times->len; i++)
    if (!keep[i])
      g_array_append_val (remove, g_array_index (times, gint64, i));
  return remove;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static GArray *
list_times (const char *folder,
            const char *stem,
            GHashTable *names)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 time = parse_time (name, stem);

      if (time == 0)
        continue;
      g_array_append_val (times, time);
      if (names != NULL)
        g_hash_table_insert (names, g_memdup2 (&time, sizeof time),
                             g_build_filename (folder, name, NULL));
    }
  g_array_sort (times, compare_times);
  return times;
}

static void
thin_out (const char *folder,
          const char *stem,
          gint64      now)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GArray) times = list_times (folder, stem, names);
  g_autoptr(GArray) remove = ty_backup_folder_choose (times, now);

  for (guint i = 0; i < remove->len; i++)
    g_unlink (g_hash_table_lookup (names, &g_array_index (remove, gint64, i)));
}

static char *
choose_name (const char *folder,
             const char *stem,
             gint64      now)
{
  /* Two within a second: the second one moves on. */
  while (TRUE)
    {
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now);
      g_autofree char *stamp = g_date_time_format (time, STAMP_FORMAT);
      g_autofree char *file = g_strdup_printf ("%s-%s" SUFFIX, stem, stamp);
      g_autofree char *full = g_build_filename (folder, file, NULL);

      if (!g_file_test (full, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&full);
      now++;
    }
}

/**
 * ty_backup_folder_add:
 * @folder: a folder of backups, made where it is missing
 * @store: a store
 * @error: a `TY_STORE_ERROR`
 *
 * Adds a backup named by file and time (UTC) and thins out the older ones.
 *
 * Returns: (transfer full) (nullable): the path of the backup
 */
char *
ty_backup_folder_add (const char  *folder,
                      TyStore     *store,
                      GError     **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *stem = dup_stem (ty_store_get_path (store));
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                   _("The folder of backups “%s” cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }

  path = choose_name (folder, stem, now);
  if (!ty_backup_write (store, path, NULL, error))
    return NULL;

  thin_out (folder, stem, now);
  return g_steal_pointer (&path);
}

/**
 * ty_backup_folder_get_last:
 * @folder: a folder of backups
 *
 * Returns: (transfer full) (nullable): when the last good one was made, in local time
 */
GDateTime *
ty_backup_folder_get_last (const char *folder)
{
  g_autoptr(GArray) times = list_times (folder, NULL, NULL);
  g_autoptr(GDateTime) utc = NULL;

  if (times->len == 0)
    return NULL;

  utc = g_date_time_new_from_unix_utc (g_array_index (times, gint64, times->len - 1));
  return g_date_time_to_local (utc);
}
