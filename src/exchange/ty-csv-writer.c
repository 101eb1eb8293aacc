/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-csv-writer"

#include "config.h"

#include "ty-csv-writer.h"

#include "ty-csv-guard.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

/**
 * TyCsvWriter:
 *
 * Writes comma-separated values row by row (RFC 4180). A text that a spreadsheet would take for a
 * formula is guarded (ty_csv_guard_take_off()).
 */
struct _TyCsvWriter
{
  int fd;          /* (unowned) */
  TyCsvEncoding encoding;
  GString *buffer; /* (owned): whole rows, and the one that is being written */
  gboolean in_row;
};

/**
 * ty_csv_writer_new:
 * @fd: a file that stays open until the writer is gone
 * @encoding: how characters are written
 *
 * Returns: (transfer full): a writer at the first cell
 */
TyCsvWriter *
ty_csv_writer_new (int           fd,
                   TyCsvEncoding encoding)
{
  TyCsvWriter *self = g_new0 (TyCsvWriter, 1);

  self->fd = fd;
  self->encoding = encoding;
  self->buffer = g_string_sized_new (BUFFER_BYTES * 2);
  if (encoding == TY_CSV_UTF_8)
    g_string_append (self->buffer, "\xEF\xBB\xBF");
  return self;
}

void
ty_csv_writer_free (TyCsvWriter *self)
{
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
begin_cell (TyCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->buffer, ',');
  self->in_row = TRUE;
}

/**
 * ty_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): the next cell
 */
void
ty_csv_writer_add_text (TyCsvWriter *self,
                        const char  *text)
{
  g_autofree char *valid = NULL;

  begin_cell (self);
  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      if (ty_csv_guard_is_needed (text))
        g_string_append_c (self->buffer, '\'');
      g_string_append (self->buffer, text);
      return;
    }

  g_string_append_c (self->buffer, '"');
  if (ty_csv_guard_is_needed (text))
    g_string_append_c (self->buffer, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->buffer, '"');
      g_string_append_c (self->buffer, *p);
    }
  g_string_append_c (self->buffer, '"');
}

/**
 * ty_csv_writer_add_number:
 * @self: a writer
 * @number: the next cell
 */
void
ty_csv_writer_add_number (TyCsvWriter *self,
                          double       number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (self);
  g_string_append (self->buffer, g_ascii_formatd (text, sizeof text, "%.15g", number));
}

static gboolean
write_all (int          fd,
           const char  *bytes,
           gsize        n,
           GError     **error)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("The table cannot be written: %s."), g_strerror (errno));
          return FALSE;
        }
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

/* Between two rows, so that no character is cut. */
static gboolean
flush_buffer (TyCsvWriter  *self,
              GError      **error)
{
  gboolean done;

  if (self->encoding == TY_CSV_GB18030)
    {
      gsize n;
      g_autofree char *bytes = g_convert (self->buffer->str, (gssize) self->buffer->len, "GB18030",
                                          "UTF-8", NULL, &n, error);

      done = bytes != NULL && write_all (self->fd, bytes, n, error);
    }
  else
    done = write_all (self->fd, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);
  return done;
}

/**
 * ty_csv_writer_end_row:
 * @self: a writer
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all could be written up to here
 */
gboolean
ty_csv_writer_end_row (TyCsvWriter  *self,
                       GError      **error)
{
  self->in_row = FALSE;
  g_string_append (self->buffer, "\r\n");
  return self->buffer->len < BUFFER_BYTES || flush_buffer (self, error);
}

/**
 * ty_csv_writer_finish:
 * @self: a writer after its last row
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all was written
 */
gboolean
ty_csv_writer_finish (TyCsvWriter  *self,
                      GError      **error)
{
  return flush_buffer (self, error);
}
