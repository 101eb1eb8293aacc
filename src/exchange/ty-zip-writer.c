/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-zip-writer"

#include "config.h"

#include "ty-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* Tables repeat themselves so much that a higher level costs twice the time for a tenth of the
 * size. */
#define COMPRESSION "1"

/**
 * TyZipWriter:
 *
 * Writes a zip member by member, each piece by piece, so that nothing of it is kept in memory.
 */
struct _TyZipWriter
{
  struct archive *archive; /* (owned) */
};

static gboolean
fail (TyZipWriter  *self,
      GError      **error)
{
  const char *text = archive_error_string (self->archive);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (archive_errno (self->archive)),
               _("The file cannot be written: %s."), text != NULL ? text : "?");
  return FALSE;
}

/* Of a member whose size is not known before, the zip would say that it may be above 4 GB, which
 * some spreadsheets do not read. A sheet never is. */
static gboolean
open_archive (TyZipWriter  *self,
              int           fd)
{
  return archive_write_set_format_zip (self->archive) == ARCHIVE_OK
         && archive_write_set_format_option (self->archive, "zip", "compression-level",
                                             COMPRESSION) == ARCHIVE_OK
         && archive_write_set_format_option (self->archive, "zip", "zip64", NULL) == ARCHIVE_OK
         && archive_write_set_format_option (self->archive, "zip", "hdrcharset", "UTF-8") == ARCHIVE_OK
         && archive_write_open_fd (self->archive, fd) == ARCHIVE_OK;
}

/**
 * ty_zip_writer_new:
 * @fd: a regular file that stays open until the writer is gone
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a writer without a member
 */
TyZipWriter *
ty_zip_writer_new (int      fd,
                   GError **error)
{
  g_autoptr(TyZipWriter) self = g_new0 (TyZipWriter, 1);

  self->archive = archive_write_new ();
  if (!open_archive (self, fd))
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ty_zip_writer_free (TyZipWriter *self)
{
  archive_write_free (self->archive);
  g_free (self);
}

/**
 * ty_zip_writer_begin:
 * @self: a writer
 * @name: name of a member
 * @error: a `G_IO_ERROR`
 *
 * Ends the member before and begins another one. It bears no time, so that the same table is the same
 * file.
 *
 * Returns: whether it can be written
 */
gboolean
ty_zip_writer_begin (TyZipWriter  *self,
                     const char   *name,
                     GError      **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean done;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  done = archive_write_header (self->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);
  return done || fail (self, error);
}

/**
 * ty_zip_writer_add:
 * @self: a writer in a member
 * @bytes: (array length=n): more of it
 * @n: their number
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether they were written
 */
gboolean
ty_zip_writer_add (TyZipWriter  *self,
                   const char   *bytes,
                   gsize         n,
                   GError      **error)
{
  return archive_write_data (self->archive, bytes, n) == (la_ssize_t) n || fail (self, error);
}

/**
 * ty_zip_writer_finish:
 * @self: a writer after its last member
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the zip is whole
 */
gboolean
ty_zip_writer_finish (TyZipWriter  *self,
                      GError      **error)
{
  return archive_write_close (self->archive) == ARCHIVE_OK || fail (self, error);
}
