/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-lock"

#include "config.h"

#include "ty-file-lock.h"

#include "ty-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * TyFileLock:
 *
 * The right to write a county file, held by one process. It lies on a file beside the county
 * file: a lock on the database itself, once closed, would drop SQLite's own (POSIX). The kernel
 * lets it go when the process dies, however it dies.
 */
struct _TyFileLock
{
  char *path; /* (owned): of the lock file */
  int fd;
};

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, lock, NULL);
}

/**
 * ty_file_lock_dup_holder:
 * @path: the county file
 *
 * Returns: (transfer full) (nullable): who holds the file, as a name, machine and process number,
 * if that is known
 */
char *
ty_file_lock_dup_holder (const char *path)
{
  g_autofree char *lock = lock_path (path);
  g_autofree char *holder = NULL;

  if (!g_file_get_contents (lock, &holder, NULL, NULL) || *g_strstrip (holder) == '\0'
      || !g_utf8_validate (holder, -1, NULL))
    return NULL;

  return g_steal_pointer (&holder);
}

static void
write_holder (int fd)
{
  g_autofree char *holder = g_strdup_printf ("%s@%s, %d\n", g_get_user_name (), g_get_host_name (),
                                             (int) getpid ());

  /* Only a courtesy to the second user: the lock holds without it. */
  if (ftruncate (fd, 0) == 0 && write (fd, holder, strlen (holder)) < 0)
    g_debug ("The holder was not noted: %s", g_strerror (errno));
}

/* Whether @fd is still the file of that name: the holder before removes it when it lets go. */
static gboolean
is_current (int         fd,
            const char *path)
{
  struct stat mine, there;

  return fstat (fd, &mine) == 0 && stat (path, &there) == 0 && mine.st_ino == there.st_ino
         && mine.st_dev == there.st_dev;
}

/**
 * ty_file_lock_take:
 * @path: the county file
 * @error: %TY_STORE_ERROR_BUSY where another process holds it; %TY_STORE_ERROR_READ_ONLY where no
 *   lock file can be made beside it
 *
 * Returns: (transfer full) (nullable): the right to write the file
 */
TyFileLock *
ty_file_lock_take (const char  *path,
                   GError     **error)
{
  g_autofree char *lock = lock_path (path);

  while (TRUE)
    {
      TyFileLock *self;
      int fd = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd < 0)
        {
          g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                       _("The folder of “%s” cannot be written. Copy the file to a folder of your own "
                         "and open the copy."), path);
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          g_autofree char *holder = ty_file_lock_dup_holder (path);

          close (fd);
          g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_BUSY,
                       _("“%s” is being edited by %s. It can be opened for reading only."), path,
                       holder != NULL ? holder : _("another program"));
          return NULL;
        }
      if (!is_current (fd, lock))
        {
          close (fd);
          continue;
        }

      write_holder (fd);
      self = g_new0 (TyFileLock, 1);
      self->path = g_steal_pointer (&lock);
      self->fd = fd;
      return self;
    }
}

/**
 * ty_file_lock_release:
 * @self: (transfer full): a lock
 *
 * Lets the file go.
 */
void
ty_file_lock_release (TyFileLock *self)
{
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
