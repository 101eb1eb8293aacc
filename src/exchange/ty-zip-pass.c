/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-zip-pass"

#include "config.h"

#include "ty-zip-pass.h"

#include "ty-xlsx-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_BYTES 65536

/**
 * TyZipPass:
 *
 * One pass over the members of a zip, front to back. A member is unpacked only when it is read,
 * piece by piece, and no further than its limit; what the zip says of sizes is not believed.
 */
struct _TyZipPass
{
  struct archive *archive;     /* (owned) (nullable) */
  GInputStream *stream;        /* (owned) */
  GCancellable *cancellable;   /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable): of the stream */
  guint64 limit;
  guint64 n_read;
  guint8 buffer[BUFFER_BYTES];
};

static la_ssize_t
read_cb (struct archive  *archive,
         void            *data,
         const void     **buffer)
{
  TyZipPass *self = data;

  *buffer = self->buffer;
  if (self->error != NULL)
    return -1;

  return g_input_stream_read (self->stream, self->buffer, sizeof self->buffer, self->cancellable,
                              &self->error);
}

static la_int64_t
seek_cb (struct archive *archive,
         void           *data,
         la_int64_t      offset,
         int             whence)
{
  TyZipPass *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (self->error != NULL
      || !g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable,
                           &self->error))
    return ARCHIVE_FATAL;

  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* Offsets out of a damaged zip make seeking fail; that is no fault of the disk. */
static void
set_error (TyZipPass  *self,
           GError    **error)
{
  if (self->error != NULL
      && !g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    ty_xlsx_error_propagate (error, g_steal_pointer (&self->error));
  else
    ty_xlsx_error_damaged (error);
}

static gboolean
open_archive (TyZipPass  *self,
              GError    **error)
{
  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, self->cancellable, &self->error))
    {
      set_error (self, error);
      return FALSE;
    }

  self->archive = archive_read_new ();
  /* The seeking reader alone: it needs the directory at the end, which a cut-off file lacks. */
  archive_read_support_format_zip_seekable (self->archive);
  archive_read_set_read_callback (self->archive, read_cb);
  archive_read_set_seek_callback (self->archive, seek_cb);
  archive_read_set_callback_data (self->archive, self);
  if (archive_read_open1 (self->archive) != ARCHIVE_OK)
    {
      set_error (self, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * ty_zip_pass_new:
 * @stream: a seekable stream, used by one pass at a time
 * @cancellable: (nullable): stops the reading
 *
 * Returns: (transfer full): a pass before its first member
 */
TyZipPass *
ty_zip_pass_new (GInputStream *stream,
                 GCancellable *cancellable)
{
  TyZipPass *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && G_IS_SEEKABLE (stream), NULL);

  self = g_new0 (TyZipPass, 1);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

void
ty_zip_pass_free (TyZipPass *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * ty_zip_pass_next:
 * @self: a pass
 * @name: (out) (transfer full) (nullable): the member's name in lower case with `/` between its
 *   parts and none before, since part names know no case (ECMA-376-2); %NULL after the last member
 * @error: a `TY_XLSX_ERROR`; %TY_XLSX_ERROR_ENCRYPTED for an encrypted member
 *
 * Steps to the next member.
 *
 * Returns: whether there was no error
 */
gboolean
ty_zip_pass_next (TyZipPass  *self,
                  char      **name,
                  GError    **error)
{
  struct archive_entry *entry;
  const char *pathname;
  int result;

  *name = NULL;
  if (self->archive == NULL && !open_archive (self, error))
    return FALSE;

  result = archive_read_next_header (self->archive, &entry);
  if (result == ARCHIVE_EOF)
    return TRUE;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
    {
      set_error (self, error);
      return FALSE;
    }
  if (archive_entry_is_data_encrypted (entry) || archive_entry_is_metadata_encrypted (entry))
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_ENCRYPTED,
                         _("The file is encrypted. Open it in WPS or Excel, remove the password "
                           "and save it again."));
      return FALSE;
    }

  pathname = archive_entry_pathname (entry);
  if (pathname == NULL)
    pathname = archive_entry_pathname_utf8 (entry);
  *name = g_ascii_strdown (pathname != NULL ? pathname : "", -1);
  g_strdelimit (*name, "\\", '/');
  if (**name == '/')
    memmove (*name, *name + 1, strlen (*name));
  return TRUE;
}

/**
 * ty_zip_pass_begin:
 * @self: a pass that stands on a member
 * @limit: the most bytes that the member may unpack to
 * @error: %TY_XLSX_ERROR_TRUNCATED
 *
 * Gets ready to read the member.
 *
 * Returns: whether it is packed as the members of workbooks are: not at all or by deflate, whose
 *   memory is bounded
 */
gboolean
ty_zip_pass_begin (TyZipPass  *self,
                   guint64     limit,
                   GError    **error)
{
  const char *format = archive_format_name (self->archive);

  self->limit = limit;
  self->n_read = 0;
  if (format == NULL
      || (strstr (format, "(deflation)") == NULL && strstr (format, "(uncompressed)") == NULL))
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  return TRUE;
}

/**
 * ty_zip_pass_read:
 * @self: a pass whose member was begun
 * @buffer: (out caller-allocates): where the bytes go
 * @length: the size of @buffer
 * @error: %TY_XLSX_ERROR_TOO_LARGE above the limit, %TY_XLSX_ERROR_TRUNCATED where the check sum
 *   differs
 *
 * Returns: the number of bytes read, 0 at the end, -1 on an error
 */
gssize
ty_zip_pass_read (TyZipPass  *self,
                  void       *buffer,
                  gsize       length,
                  GError    **error)
{
  la_ssize_t n = archive_read_data (self->archive, buffer, length);

  if (n < 0)
    {
      set_error (self, error);
      return -1;
    }

  self->n_read += (guint64) n;
  if (self->n_read > self->limit)
    {
      ty_xlsx_error_unpacks (error);
      return -1;
    }

  return n;
}
