/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-buffer"

#include "config.h"

#include "ty-row-buffer.h"

#include "ty-xlsx-error.h"
#include "ty-xlsx-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyRowBuffer:
 *
 * The cells of one row while a reader puts them together, with their texts one behind the other.
 */
struct _TyRowBuffer
{
  GArray *cells;   /* (owned) (element-type TyCell) */
  GArray *offsets; /* (owned) (element-type gsize): of each cell's text in texts */
  GString *texts;  /* (owned) */
};

/**
 * ty_row_buffer_new:
 *
 * Returns: (transfer full): a row without cells
 */
TyRowBuffer *
ty_row_buffer_new (void)
{
  TyRowBuffer *self = g_new0 (TyRowBuffer, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (TyCell));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->texts = g_string_new (NULL);
  return self;
}

void
ty_row_buffer_free (TyRowBuffer *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->offsets);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

/**
 * ty_row_buffer_clear:
 * @self: a row
 *
 * Begins the next row.
 */
void
ty_row_buffer_clear (TyRowBuffer *self)
{
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->offsets, 0);
  g_string_truncate (self->texts, 0);
}

static gboolean
is_too_long (const char *text,
             gsize       length)
{
  return length > TY_XLSX_MAX_CELL_CHARS
         && g_utf8_strlen (text, (gssize) length) > TY_XLSX_MAX_CELL_CHARS;
}

/**
 * ty_row_buffer_add:
 * @self: a row
 * @cell: the next cell; its own text does not count
 * @text: (array length=length): its text, UTF-8 without a zero
 * @length: in bytes
 * @error: %TY_XLSX_ERROR_TOO_LARGE above %TY_XLSX_MAX_CELL_CHARS or %TY_XLSX_MAX_ROW_BYTES
 *
 * Adds a cell, unless it holds nothing. The text is copied.
 *
 * Returns: whether there was room
 */
gboolean
ty_row_buffer_add (TyRowBuffer  *self,
                   TyCell        cell,
                   const char   *text,
                   gsize         length,
                   GError      **error)
{
  gsize offset = self->texts->len;

  if (cell.kind == TY_CELL_EMPTY || (cell.kind == TY_CELL_TEXT && length == 0))
    return TRUE;
  if (is_too_long (text, length))
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_TOO_LARGE,
                         _("The cell holds more than 32,767 characters. Shorten its text and save the "
                           "workbook again."));
      return FALSE;
    }
  if (offset + length >= TY_XLSX_MAX_ROW_BYTES)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  g_string_append_len (self->texts, text, (gssize) length);
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->cells, cell);
  g_array_append_val (self->offsets, offset);
  return TRUE;
}

/**
 * ty_row_buffer_give:
 * @self: a row
 * @row: its number, from 1
 * @func: (scope call): takes it
 * @data: for @func
 * @error: what @func sets
 *
 * Hands the row over unless it is blank, and begins the next.
 *
 * Returns: what @func returned; %TRUE for a blank row
 */
gboolean
ty_row_buffer_give (TyRowBuffer  *self,
                    guint         row,
                    TyRowFunc     func,
                    gpointer      data,
                    GError      **error)
{
  TyCell *cells = (TyCell *) (void *) self->cells->data;
  gboolean more = TRUE;

  /* The buffer of the texts has moved while it grew. */
  for (guint i = 0; i < self->cells->len; i++)
    cells[i].text = self->texts->str + g_array_index (self->offsets, gsize, i);
  if (self->cells->len > 0)
    more = func (row, cells, self->cells->len, data, error);
  ty_row_buffer_clear (self);
  return more;
}
