/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-writer"

#include "config.h"

#include "ty-xlsx-writer.h"

#include "ty-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_BYTES 65536

/* Below it spreadsheets count a day that never was. */
#define FIRST_DAY ((TyDate){ 1900, 3, 1 })
#define DAY_ZERO ((TyDate){ 1899, 12, 30 })

/**
 * TyXlsxWriter:
 *
 * Writes a workbook, sheet by sheet and row by row; a row is gone when it is written. Texts stand in their
 * cells: a table of shared ones would be kept until the end. Nothing is written as a formula, so that a
 * text which begins with `=` is a text.
 */
struct _TyXlsxWriter
{
  TyZipWriter *zip;   /* (owned) */
  GString *buffer;    /* (owned): what is not in the zip yet */
  GString *merges;    /* (owned) */
  GPtrArray *letters; /* (owned): of the columns */
  TyXlsxPage *pages;  /* (owned) (array length=n_pages), with texts and widths of their own */
  guint n_pages;
  guint sheet;        /* from 0 */
  guint n_merges;
  guint row;          /* from 1 */
  guint column;       /* the next one, from 0 */
  guint n_cut;
  gint32 day_zero;
  char number[16];    /* of the row */
};

static const char *
get_letters (TyXlsxWriter *self,
             guint         column)
{
  while (self->letters->len <= column)
    {
      char letters[4];
      guint at = G_N_ELEMENTS (letters);

      letters[--at] = '\0';
      for (guint rest = self->letters->len + 1; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char) ('A' + (rest - 1) % 26);
      g_ptr_array_add (self->letters, g_strdup (letters + at));
    }
  return g_ptr_array_index (self->letters, column);
}

static gboolean
flush_buffer (TyXlsxWriter  *self,
              GError       **error)
{
  gboolean done = ty_zip_writer_add (self->zip, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);
  return done;
}

static void
copy_page (TyXlsxPage       *to,
           const TyXlsxPage *from)
{
  *to = *from;
  to->name = g_strdup (from->name);
  to->widths = g_memdup2 (from->widths, from->n_columns * sizeof (double));
  for (guint i = 0; i < 3; i++)
    {
      to->header[i] = g_strdup (from->header[i]);
      to->footer[i] = g_strdup (from->footer[i]);
    }
}

static void
clear_page (TyXlsxPage *page)
{
  g_free ((char *) page->name);
  g_free ((double *) page->widths);
  for (guint i = 0; i < 3; i++)
    {
      g_free ((char *) page->header[i]);
      g_free ((char *) page->footer[i]);
    }
}

static gboolean
begin_sheet (TyXlsxWriter  *self,
             GError       **error)
{
  if (!ty_xlsx_parts_begin_sheet (self->zip, self->sheet, error))
    return FALSE;

  ty_xlsx_parts_append_begin (self->buffer, &self->pages[self->sheet]);
  return TRUE;
}

/**
 * ty_xlsx_writer_new:
 * @fd: a regular file that stays open until the writer is gone
 * @page: how the sheet looks
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a writer of one sheet, before the first row
 */
TyXlsxWriter *
ty_xlsx_writer_new (int                fd,
                    const TyXlsxPage  *page,
                    GError           **error)
{
  return ty_xlsx_writer_new_book (fd, page, 1, error);
}

/**
 * ty_xlsx_writer_new_book:
 * @fd: a regular file that stays open until the writer is gone
 * @pages: (array length=n_pages): how the sheets look, in their order; they are copied
 * @n_pages: how many, at least 1
 * @error: a `G_IO_ERROR`
 *
 * Returns: (transfer full) (nullable): a writer before the first row of the first sheet
 */
TyXlsxWriter *
ty_xlsx_writer_new_book (int                fd,
                         const TyXlsxPage  *pages,
                         guint              n_pages,
                         GError           **error)
{
  g_autoptr(TyXlsxWriter) self = NULL;

  g_return_val_if_fail (n_pages > 0, NULL);

  self = g_new0 (TyXlsxWriter, 1);
  self->buffer = g_string_sized_new (BUFFER_BYTES * 2);
  self->merges = g_string_new (NULL);
  self->letters = g_ptr_array_new_with_free_func (g_free);
  self->day_zero = ty_date_to_days (DAY_ZERO);
  self->pages = g_new0 (TyXlsxPage, n_pages);
  self->n_pages = n_pages;
  for (guint i = 0; i < n_pages; i++)
    {
      g_return_val_if_fail (pages[i].n_columns <= TY_XLSX_MAX_COLUMNS, NULL);
      copy_page (&self->pages[i], &pages[i]);
    }
  self->zip = ty_zip_writer_new (fd, error);
  if (self->zip == NULL || !ty_xlsx_parts_write (self->zip, pages, n_pages, error)
      || !begin_sheet (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ty_xlsx_writer_free (TyXlsxWriter *self)
{
  for (guint i = 0; i < self->n_pages; i++)
    clear_page (&self->pages[i]);
  g_free (self->pages);
  g_clear_pointer (&self->zip, ty_zip_writer_free);
  g_ptr_array_unref (self->letters);
  g_string_free (self->merges, TRUE);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
begin_row (TyXlsxWriter *self,
           double        height,
           gboolean      fixed)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  self->row++;
  self->column = 0;
  g_snprintf (self->number, sizeof self->number, "%u", self->row);
  g_string_append (self->buffer, "<row r=\"");
  g_string_append (self->buffer, self->number);
  if (height > 0)
    {
      g_string_append (self->buffer, fixed ? "\" customHeight=\"1\" ht=\"" : "\" ht=\"");
      g_string_append (self->buffer, g_ascii_formatd (text, sizeof text, "%.6g", height));
    }
  g_string_append (self->buffer, "\">");
}

/**
 * ty_xlsx_writer_begin_row:
 * @self: a writer
 * @height: in points, or 0 for the usual one
 *
 * Begins a row whose height stays whatever is written into it.
 */
void
ty_xlsx_writer_begin_row (TyXlsxWriter *self,
                          double        height)
{
  begin_row (self, height, TRUE);
}

/**
 * ty_xlsx_writer_begin_fitting_row:
 * @self: a writer
 * @estimate: in points: how high its texts are, as far as that can be told without their font
 *
 * Begins a row whose height follows its texts. Not every spreadsheet measures them when it opens the
 * file; those that do not take the estimate.
 */
void
ty_xlsx_writer_begin_fitting_row (TyXlsxWriter *self,
                                  double        estimate)
{
  begin_row (self, estimate, FALSE);
}

/* `<c r="B7" s="1"`, which the caller goes on with. */
static void
begin_cell (TyXlsxWriter *self,
            TyXlsxStyle   style)
{
  g_string_append (self->buffer, "<c r=\"");
  g_string_append (self->buffer, get_letters (self, self->column++));
  g_string_append (self->buffer, self->number);
  g_string_append (self->buffer, "\" s=\"");
  if (style >= 10)
    g_string_append_c (self->buffer, (char) ('0' + style / 10));
  g_string_append_c (self->buffer, (char) ('0' + style % 10));
  g_string_append_c (self->buffer, '"');
}

/* Blanks at the ends are part of the text, and lines only stay so. */
static gboolean
has_blanks (const char *text)
{
  gsize n = strlen (text);

  return g_ascii_isspace (text[0]) || g_ascii_isspace (text[n - 1]) || strchr (text, '\n') != NULL;
}

/**
 * ty_xlsx_writer_add_text:
 * @self: a writer in a row
 * @style: how it looks
 * @text: (nullable): the next cell; none = an empty one
 */
void
ty_xlsx_writer_add_text (TyXlsxWriter *self,
                         TyXlsxStyle   style,
                         const char   *text)
{
  begin_cell (self, style);
  if (text == NULL || *text == '\0')
    {
      g_string_append (self->buffer, "/>");
      return;
    }

  g_string_append (self->buffer, has_blanks (text)
                                   ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                   : " t=\"inlineStr\"><is><t>");
  self->n_cut += ty_xlsx_parts_append_text (self->buffer, text);
  g_string_append (self->buffer, "</t></is></c>");
}

/**
 * ty_xlsx_writer_add_number:
 * @self: a writer in a row
 * @style: how it looks
 * @number: the next cell, a number that is one
 */
void
ty_xlsx_writer_add_number (TyXlsxWriter *self,
                           TyXlsxStyle   style,
                           double        number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (self, style);
  g_string_append (self->buffer, "><v>");
  g_string_append (self->buffer, g_ascii_formatd (text, sizeof text, "%.15g", number));
  g_string_append (self->buffer, "</v></c>");
}

/**
 * ty_xlsx_writer_add_date:
 * @self: a writer in a row
 * @style: how it looks
 * @date: the next cell
 *
 * A date whose day is known is typed as one. Others are texts as rosters write them, `1978.05` or
 * `1978`: a cell could only hold a day that nobody knows.
 */
void
ty_xlsx_writer_add_date (TyXlsxWriter *self,
                         TyXlsxStyle   style,
                         TyDate        date)
{
  g_autofree char *text = NULL;

  if (date.day != 0 && ty_date_compare (date, FIRST_DAY) >= 0)
    {
      ty_xlsx_writer_add_number (self, style, ty_date_to_days (date) - self->day_zero);
      return;
    }

  text = ty_date_to_record (date);
  ty_xlsx_writer_add_text (self, style == TY_XLSX_DAY ? TY_XLSX_CENTRED : style, text);
}

/**
 * ty_xlsx_writer_merge:
 * @self: a writer in a row
 * @first: the first column, from 0
 * @last: the last column
 * @n_rows: how many rows, from this one on
 *
 * Makes one cell of several.
 */
void
ty_xlsx_writer_merge (TyXlsxWriter *self,
                      guint         first,
                      guint         last,
                      guint         n_rows)
{
  if (first == last && n_rows < 2)
    return;

  g_string_append_printf (self->merges, "<mergeCell ref=\"%s%u:", get_letters (self, first),
                          self->row);
  g_string_append_printf (self->merges, "%s%u\"/>", get_letters (self, last),
                          self->row + n_rows - 1);
  self->n_merges++;
}

/**
 * ty_xlsx_writer_end_row:
 * @self: a writer in a row
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all could be written up to here
 */
gboolean
ty_xlsx_writer_end_row (TyXlsxWriter  *self,
                        GError       **error)
{
  g_string_append (self->buffer, "</row>");
  if (self->row > TY_XLSX_MAX_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("A sheet has at most %d rows. Narrow the list, or choose CSV."),
                   TY_XLSX_MAX_ROWS);
      return FALSE;
    }
  return self->buffer->len < BUFFER_BYTES || flush_buffer (self, error);
}

static gboolean
end_sheet (TyXlsxWriter  *self,
           GError       **error)
{
  ty_xlsx_parts_append_end (self->buffer, &self->pages[self->sheet], self->merges, self->n_merges,
                            self->row);
  return flush_buffer (self, error);
}

/**
 * ty_xlsx_writer_next_sheet:
 * @self: a writer after the last row of a sheet that is not the last
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the next sheet was begun
 */
gboolean
ty_xlsx_writer_next_sheet (TyXlsxWriter  *self,
                           GError       **error)
{
  g_return_val_if_fail (self->sheet + 1 < self->n_pages, FALSE);

  if (!end_sheet (self, error))
    return FALSE;

  self->sheet++;
  self->row = 0;
  self->n_merges = 0;
  g_string_truncate (self->merges, 0);
  return begin_sheet (self, error);
}

/**
 * ty_xlsx_writer_finish:
 * @self: a writer after the last row of the last sheet
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the workbook is whole
 */
gboolean
ty_xlsx_writer_finish (TyXlsxWriter  *self,
                       GError       **error)
{
  g_return_val_if_fail (self->sheet + 1 == self->n_pages, FALSE);

  return end_sheet (self, error) && ty_zip_writer_finish (self->zip, error);
}

/**
 * ty_xlsx_writer_get_n_cut:
 * @self: a writer
 *
 * Returns: how many texts were longer than a cell may be, and end in dots
 */
guint
ty_xlsx_writer_get_n_cut (TyXlsxWriter *self)
{
  return self->n_cut;
}
