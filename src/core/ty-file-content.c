/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-content"

#include "config.h"

#include "ty-file-content.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads what somebody else made, whole or not at all: never more than was agreed, never a pipe that
 * waits or a device that goes on for ever, and never through a link in a folder that was only given
 * for its files. */

#define BLOCK (256 * 1024)

G_DEFINE_QUARK (ty-file-content-error-quark, ty_file_content_error)

static int
fail_open (int      code,
           GError **error)
{
  if (code == ELOOP)
    g_set_error_literal (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_LINK,
                         _("This is a link to another place. Copy the file itself into the folder."));
  else
    g_set_error (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_UNREADABLE,
                 _("The file cannot be read: %s. Look at its permissions, or copy it to another folder."),
                 g_strerror (code));
  return -1;
}

static gboolean
check_size (int           fd,
            gsize         most,
            struct stat  *info,
            GError      **error)
{
  g_autofree char *limit = ty_file_content_dup_size (most);

  if (fstat (fd, info) != 0)
    return fail_open (errno, error) == 0;
  if (!S_ISREG (info->st_mode))
    g_set_error_literal (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_NO_FILE,
                         _("This is not a file. Choose files only."));
  else if (info->st_size == 0)
    g_set_error_literal (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_EMPTY,
                         _("The file is empty. Copy or scan it again."));
  else if ((guint64) info->st_size > most)
    g_set_error (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_TOO_LARGE,
                 _("The file is larger than %s. Make it smaller, for instance by scanning it with a "
                   "lower resolution."), limit);
  else
    return TRUE;

  return FALSE;
}

static int
open_file (const char    *path,
           gboolean       follow_links,
           GError       **error)
{
  /* A pipe that nobody writes into would be waited for. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow_links ? 0 : O_NOFOLLOW));

  return fd >= 0 ? fd : fail_open (errno, error);
}

static gboolean
read_all (int                 fd,
          GByteArray         *bytes,
          gsize               size,
          gsize               most,
          TyFileContentFunc   func,
          gpointer            data,
          GCancellable       *cancellable,
          GError            **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autofree char *limit = ty_file_content_dup_size (most);

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      ssize_t n = read (fd, block, BLOCK);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_open (errno, error) == 0;
      if (n == 0)
        return TRUE;
      if (bytes->len + (gsize) n > most)
        {
          g_set_error (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_TOO_LARGE,
                       _("The file is larger than %s. Make it smaller, for instance by scanning it with a "
                         "lower resolution."), limit);
          return FALSE;
        }
      g_byte_array_append (bytes, block, (guint) n);
      if (func != NULL)
        func (bytes->len, size, data);
    }
  return FALSE;
}

/**
 * ty_file_content_read:
 * @path: a file
 * @most: how many bytes it may have
 * @follow_links: whether it may be a link: what somebody chose by name, but not what lies in a folder
 * @func: (nullable): hears how far it is
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: a `TY_FILE_CONTENT_ERROR`, a sentence that says what to do; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): all of it
 */
GBytes *
ty_file_content_read (const char         *path,
                      gsize               most,
                      gboolean            follow_links,
                      TyFileContentFunc   func,
                      gpointer            data,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  struct stat info;
  gboolean done;
  int fd = open_file (path, follow_links, error);

  if (fd < 0)
    return NULL;
  if (!check_size (fd, most, &info, error))
    {
      close (fd);
      return NULL;
    }

  bytes = g_byte_array_sized_new ((guint) info.st_size);
  done = read_all (fd, bytes, (gsize) info.st_size, most, func, data, cancellable, error);
  close (fd);
  if (!done)
    return NULL;
  if (bytes->len == 0)
    {
      g_set_error_literal (error, TY_FILE_CONTENT_ERROR, TY_FILE_CONTENT_EMPTY,
                           _("The file is empty. Copy or scan it again."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ty_file_content_dup_size:
 * @bytes: how many
 *
 * The signs of the units are the same in all languages.
 *
 * Returns: (transfer full): the size as people say it: `820 KB`, `1.4 MB`
 */
char *
ty_file_content_dup_size (guint64 bytes)
{
  if (bytes < 1024)
    return g_strdup_printf ("%u B", (guint) bytes);
  if (bytes < 1024 * 1024)
    return g_strdup_printf ("%u KB", (guint) ((bytes + 512) / 1024));
  if (bytes % (1024 * 1024) == 0)
    return g_strdup_printf ("%u MB", (guint) (bytes / (1024 * 1024)));

  return g_strdup_printf ("%.1f MB", (double) bytes / (1024 * 1024));
}
