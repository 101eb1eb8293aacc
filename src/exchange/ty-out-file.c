/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-out-file"

#include "config.h"

#include "ty-out-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * TyOutFile:
 *
 * A file that is written beside its place and comes there whole, or not at all. What was there before
 * stays until then.
 */
struct _TyOutFile
{
  char *path;  /* (owned) */
  char *draft; /* (owned) (nullable) once it is in its place */
  int fd;      /* -1 once it is closed */
};

static gboolean
fail (TyOutFile  *self,
      int         code,
      GError    **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The file %s cannot be written: %s. Choose another folder, or make room there."),
               name, g_strerror (code));
  return FALSE;
}

/* A folder of that name would otherwise be noticed only when everything was written. */
static gboolean
open_draft (TyOutFile  *self,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *pattern = g_strdup_printf (".%s.XXXXXX", name);

  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    return fail (self, EISDIR, error);

  self->draft = g_build_filename (folder, pattern, NULL);
  self->fd = g_mkstemp_full (self->draft, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd >= 0)
    return TRUE;

  g_clear_pointer (&self->draft, g_free);
  return fail (self, errno, error);
}

/**
 * ty_out_file_new:
 * @path: where the file is to be
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a file to write
 */
TyOutFile *
ty_out_file_new (const char  *path,
                 GError     **error)
{
  g_autoptr(TyOutFile) self = g_new0 (TyOutFile, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;
  self->path = g_canonicalize_filename (path, NULL);
  if (!open_draft (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_out_file_free:
 * @self: (transfer full): a file
 *
 * What is not in its place yet is thrown away.
 */
void
ty_out_file_free (TyOutFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}

/**
 * ty_out_file_get_fd:
 * @self: a file
 *
 * Returns: where it is written; it stays with the file
 */
int
ty_out_file_get_fd (TyOutFile *self)
{
  return self->fd;
}

/**
 * ty_out_file_get_path:
 * @self: a file
 *
 * Returns: (transfer none): where it will be
 */
const char *
ty_out_file_get_path (TyOutFile *self)
{
  return self->path;
}

/**
 * ty_out_file_seal:
 * @self: a file that was written
 * @error: a `G_IO_ERROR`
 *
 * Brings what was written to the disk, so that only the name is missing.
 *
 * Returns: whether it is there
 */
gboolean
ty_out_file_seal (TyOutFile  *self,
                  GError    **error)
{
  int fd = self->fd;

  if (fd < 0)
    return TRUE;

  self->fd = -1;
  if (fsync (fd) != 0)
    {
      int code = errno;

      close (fd);
      return fail (self, code, error);
    }
  return close (fd) == 0 || fail (self, errno, error);
}

/**
 * ty_out_file_commit:
 * @self: a file that was written
 * @error: a `G_IO_ERROR`
 *
 * Puts the file into its place.
 *
 * Returns: whether it is there; if not, what was there before is still there
 */
gboolean
ty_out_file_commit (TyOutFile  *self,
                    GError    **error)
{
  if (!ty_out_file_seal (self, error))
    return FALSE;
  if (self->draft == NULL)
    return TRUE;
  if (g_rename (self->draft, self->path) != 0)
    return fail (self, errno, error);

  g_clear_pointer (&self->draft, g_free);
  return TRUE;
}
