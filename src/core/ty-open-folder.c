/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-open-folder"

#include "config.h"

#include "ty-open-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Copies for other programs to show. They stand in a folder that only the user can enter, cannot be
 * written, so that nobody works in a copy that will be thrown away, and go with the program; what a
 * program leaves that was killed, the next one clears away. */

#define PREFIX "touyan-open-"

static GMutex mutex;
static char *folder;   /* (owned) (nullable), below the mutex */
static guint n_copies; /* below the mutex */

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_lstat (child, &info) == 0 && S_ISDIR (info.st_mode))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Each copy has a folder of its own, so that two of one name do not meet. */
static char *
make_place (GError **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *number = NULL;
  g_autofree char *place = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *pattern = g_strdup_printf (PREFIX "%d-XXXXXX", (int) getpid ());

      g_free (folder);
      folder = g_dir_make_tmp (pattern, error);
      if (folder == NULL)
        return NULL;
    }
  number = g_strdup_printf ("%u", ++n_copies);
  place = g_build_filename (folder, number, NULL);
  if (g_mkdir (place, 0700) == 0)
    return g_steal_pointer (&place);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder for temporary files cannot be written: %s. Make room there."),
               g_strerror (errno));
  return NULL;
}

/**
 * ty_open_folder_add:
 * @name: what the copy is called, without a folder
 * @bytes: the file
 * @error: a `G_FILE_ERROR` or `G_IO_ERROR`
 *
 * Writes a copy that another program can show. It is there until the program ends.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
ty_open_folder_add (const char  *name,
                    GBytes      *bytes,
                    GError     **error)
{
  g_autofree char *place = make_place (error);
  g_autofree char *path = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (strchr (name, '/') == NULL, NULL);

  if (place == NULL)
    return NULL;
  path = g_build_filename (place, name, NULL);
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0400, error))
    return NULL;

  return g_steal_pointer (&path);
}

/**
 * ty_open_folder_clear:
 *
 * Removes all copies of this program.
 */
void
ty_open_folder_clear (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (folder != NULL)
    remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

/* Whether the program that made the folder is gone. */
static gboolean
is_stale (const char *path,
          const char *name)
{
  gint64 pid = g_ascii_strtoll (name + strlen (PREFIX), NULL, 10);
  GStatBuf info;

  if (g_lstat (path, &info) != 0 || !S_ISDIR (info.st_mode) || info.st_uid != getuid ())
    return FALSE;
  return pid > 0 && pid != getpid () && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

/**
 * ty_open_folder_clear_stale:
 *
 * Removes what programs left behind that ended without clearing up.
 */
void
ty_open_folder_clear_stale (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

      if (g_str_has_prefix (name, PREFIX) && is_stale (path, name))
        remove_tree (path);
    }
}
