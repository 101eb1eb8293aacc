/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xls-reader"

#include "config.h"

#include "ty-xls-reader.h"

#include "ty-cell-range.h"
#include "ty-ole-file.h"
#include "ty-row-buffer.h"
#include "ty-xls-globals.h"
#include "ty-xls-record.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_ROWS 65536
#define MAX_COLUMNS 256
#define ROWS_TO_CANCEL 256

/**
 * TyXlsReader:
 *
 * Reads the cells of a workbook of Excel 97 to 2003, of WPS and others (.xls, BIFF8; [MS-XLS]) row by row.
 * Formulas give the value that was saved with them. As with newer workbooks nothing of the file is
 * trusted; what it may take is bounded by %TY_OLE_MAX_FILE_BYTES and the limits of ty-xlsx-reader.h.
 */
struct _TyXlsReader
{
  GBytes *stream;        /* (owned) */
  TyXlsGlobals *globals; /* (owned) */
};

/* One reading of a sheet. */
typedef struct
{
  TyXlsReader *self;
  TyRowBuffer *buffer; /* (owned) */
  TyRowFunc func;
  gpointer data;
  guint row;           /* from 1; 0 before the first */
  int column;          /* of the last cell; -1 before the first of a row */
  TyCell pending;      /* a formula whose text follows */
  gboolean stopped;    /* the caller wants no more */
} Reading;

static gboolean
fail_unless_workbook (GBytes   *file,
                      gboolean  found,
                      GError  **error)
{
  static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  if (memmem (data, size, package, sizeof package) != NULL)
    {
      g_clear_error (error);
      ty_xlsx_error_set (error, TY_XLSX_ERROR_ENCRYPTED,
                         _("The file is encrypted. Open it in WPS or Excel, remove the password and "
                           "save it again."));
    }
  else if (!found && error != NULL && *error == NULL)
    ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                       _("The file is no workbook and no table as text. Open it in WPS or Excel and save "
                         "it as .xlsx."));
  return FALSE;
}

/* A workbook of Excel 5 has another name; it is told by its first record. */
static GBytes *
read_stream (GBytes  *file,
             GError **error)
{
  static const char *const names[] = { "Workbook", "Book" };
  gboolean found = FALSE;
  GError *local_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && !found && local_error == NULL; i++)
    {
      GBytes *stream = ty_ole_file_read (file, names[i], &found, &local_error);

      if (stream != NULL)
        return stream;
    }
  fail_unless_workbook (file, found, &local_error);
  g_propagate_error (error, local_error);
  return NULL;
}

/**
 * ty_xls_reader_new:
 * @file: the bytes of a compound file
 * @error: a `TY_XLSX_ERROR` whose message tells the user what to do
 *
 * Returns: (transfer full) (nullable): a reader
 */
TyXlsReader *
ty_xls_reader_new (GBytes  *file,
                   GError **error)
{
  g_autoptr(GBytes) stream = read_stream (file, error);
  g_autoptr(TyXlsGlobals) globals = stream != NULL ? ty_xls_globals_new (stream, error) : NULL;
  TyXlsReader *self;

  if (globals == NULL)
    return NULL;

  self = g_new0 (TyXlsReader, 1);
  self->stream = g_steal_pointer (&stream);
  self->globals = g_steal_pointer (&globals);
  return self;
}

void
ty_xls_reader_free (TyXlsReader *self)
{
  g_clear_pointer (&self->globals, ty_xls_globals_free);
  g_clear_pointer (&self->stream, g_bytes_unref);
  g_free (self);
}

/**
 * ty_xls_reader_get_n_sheets:
 * @self: a reader
 *
 * Returns: how many worksheets the workbook has, at least 1
 */
guint
ty_xls_reader_get_n_sheets (TyXlsReader *self)
{
  return self->globals->sheets->len;
}

static TyXlsSheetInfo *
get_sheet (TyXlsReader *self,
           guint        sheet)
{
  return &g_array_index (self->globals->sheets, TyXlsSheetInfo, sheet);
}

/**
 * ty_xls_reader_get_sheet_name:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: (transfer none): the text on its tab
 */
const char *
ty_xls_reader_get_sheet_name (TyXlsReader *self,
                              guint        sheet)
{
  g_return_val_if_fail (sheet < self->globals->sheets->len, NULL);

  return get_sheet (self, sheet)->name;
}

/**
 * ty_xls_reader_get_sheet_shown:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: whether its tab is shown
 */
gboolean
ty_xls_reader_get_sheet_shown (TyXlsReader *self,
                               guint        sheet)
{
  g_return_val_if_fail (sheet < self->globals->sheets->len, FALSE);

  return get_sheet (self, sheet)->shown;
}

static gboolean
fail_order (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TRUNCATED,
                     _("The rows or cells of the file are not in order. Open it in WPS or Excel "
                       "and save it again."));
  return FALSE;
}

/* Hands over what was read before the row; there may be no row behind. */
static gboolean
end_row (Reading  *reading,
         GError  **error)
{
  if (reading->row > 0
      && !ty_row_buffer_give (reading->buffer, reading->row, reading->func, reading->data, error))
    {
      reading->stopped = TRUE;
      return FALSE;
    }
  return TRUE;
}

/* Row and column of a cell stand in the file from 0, and before its style. */
static gboolean
begin_cell (Reading  *reading,
            guint     row,
            guint     column,
            guint     style,
            TyCell   *cell,
            GError  **error)
{
  *cell = (TyCell){ .column = column, .style = style, .decimals = -1, .text = "" };
  if (row >= MAX_ROWS || column >= MAX_COLUMNS)
    {
      ty_xlsx_error_beyond (error);
      return FALSE;
    }
  if (row + 1 != reading->row)
    {
      if (row + 1 < reading->row)
        return fail_order (error);
      if (!end_row (reading, error))
        return FALSE;
      reading->row = row + 1;
      reading->column = -1;
    }
  if ((int) column <= reading->column)
    return fail_order (error);

  reading->column = (int) column;
  return TRUE;
}

static gboolean
add_number (Reading  *reading,
            TyCell   *cell,
            double    number,
            GError  **error)
{
  TyXlsGlobals *globals = reading->self->globals;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }
  cell->kind = TY_CELL_NUMBER;
  cell->number = number;
  cell->decimals = ty_xlsx_styles_get_decimals (globals->styles, cell->style);
  ty_cell_set_serial (cell, ty_xlsx_styles_is_date (globals->styles, cell->style), globals->since_1904);
  g_ascii_formatd (text, sizeof text, fabs (number) >= 1e15 && fabs (number) < 1e20 ? "%.0f" : "%.15g",
                   number);
  return ty_row_buffer_add (reading->buffer, *cell, text, strlen (text), error);
}

static gboolean
add_text (Reading     *reading,
          TyCell      *cell,
          const char  *text,
          GError     **error)
{
  cell->kind = TY_CELL_TEXT;
  return ty_row_buffer_add (reading->buffer, *cell, text, strlen (text), error);
}

static gboolean
add_boolean_or_error (Reading  *reading,
                      TyCell   *cell,
                      guint     value,
                      gboolean  is_error,
                      GError  **error)
{
  static const struct { guint code; const char *text; } errors[] = {
    { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" }, { 0x17, "#REF!" },
    { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2A, "#N/A" },
  };
  const char *text = value != 0 ? "1" : "0";

  cell->kind = is_error ? TY_CELL_ERROR : TY_CELL_BOOLEAN;
  cell->number = value != 0;
  for (guint i = 0; is_error && i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == value)
      text = errors[i].text;
  return ty_row_buffer_add (reading->buffer, *cell, text, strlen (text), error);
}

/* Thirty bits of a whole number or of a binary fraction, and whether it is hundredths. */
static double
expand_number (guint32 packed)
{
  double number;

  if ((packed & 2) != 0)
    number = (gint32) packed >> 2;
  else
    {
      guint64 bits = (guint64) (packed & ~3u) << 32;

      memcpy (&number, &bits, sizeof number);
    }
  return (packed & 1) != 0 ? number / 100 : number;
}

static gboolean
take_numbers (Reading      *reading,
              TyXlsRecord  *record,
              GError      **error)
{
  guint row = ty_xls_record_take_16 (record);
  guint column = ty_xls_record_take_16 (record);

  for (; ty_xls_record_get_left (record) >= 8; column++)
    {
      guint style = ty_xls_record_take_16 (record);
      double number = expand_number (ty_xls_record_take_32 (record));
      TyCell cell;

      if (!begin_cell (reading, row, column, style, &cell, error)
          || !add_number (reading, &cell, number, error))
        return FALSE;
    }
  return TRUE;
}

/* What a formula gave: a number, or where that cannot be one, what kind of value it is. A text stands in a
 * record of its own. */
static gboolean
take_formula (Reading      *reading,
              TyXlsRecord  *record,
              TyCell       *cell,
              GError      **error)
{
  TyXlsRecord ahead = *record;
  guint kind = ty_xls_record_take_8 (&ahead);
  guint value;

  ty_xls_record_skip (&ahead, 1);
  value = ty_xls_record_take_8 (&ahead);
  ty_xls_record_skip (&ahead, 3);
  if (ty_xls_record_take_16 (&ahead) != 0xFFFF)
    return add_number (reading, cell, ty_xls_record_take_double (record), error);
  if (kind == 1 || kind == 2)
    return add_boolean_or_error (reading, cell, value, kind == 2, error);
  if (kind == 0)
    {
      reading->pending = *cell;
      reading->pending.kind = TY_CELL_TEXT;
    }
  return TRUE;
}

static gboolean
take_text (Reading      *reading,
           TyXlsRecord  *record,
           TyCell       *cell,
           GError      **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  ty_xls_record_take_text (record, ty_xls_record_take_16 (record), text);
  return record->failed || add_text (reading, cell, text->str, error);
}

static gboolean
take_shared (Reading      *reading,
             TyXlsRecord  *record,
             TyCell       *cell,
             GError      **error)
{
  GPtrArray *strings = reading->self->globals->strings;
  guint32 index = ty_xls_record_take_32 (record);

  if (index < strings->len)
    return add_text (reading, cell, g_ptr_array_index (strings, index), error);

  ty_xlsx_error_damaged (error);
  return FALSE;
}

/* A text belongs to the formula before it. */
static gboolean
take_result (Reading      *reading,
             TyXlsRecord  *record,
             GError      **error)
{
  TyCell cell = reading->pending;

  reading->pending.kind = TY_CELL_EMPTY;
  return cell.kind == TY_CELL_EMPTY || take_text (reading, record, &cell, error);
}

static gboolean
take_cell (Reading      *reading,
           TyXlsRecord  *record,
           GError      **error)
{
  guint row = ty_xls_record_take_16 (record);
  guint column = ty_xls_record_take_16 (record);
  guint style = ty_xls_record_take_16 (record);
  guint value;
  TyCell cell;

  reading->pending.kind = TY_CELL_EMPTY;
  if (!begin_cell (reading, row, column, style, &cell, error))
    return FALSE;

  switch (record->type)
    {
    case TY_XLS_NUMBER:
      return add_number (reading, &cell, ty_xls_record_take_double (record), error);
    case TY_XLS_SHORT_NUMBER:
      return add_number (reading, &cell, expand_number (ty_xls_record_take_32 (record)), error);
    case TY_XLS_SHARED_TEXT:
      return take_shared (reading, record, &cell, error);
    case TY_XLS_BOOLEAN_OR_ERROR:
      value = ty_xls_record_take_8 (record);
      return add_boolean_or_error (reading, &cell, value, ty_xls_record_take_8 (record) != 0, error);
    case TY_XLS_FORMULA:
      return take_formula (reading, record, &cell, error);
    case TY_XLS_TEXT:
    case TY_XLS_RICH_TEXT:
    default:
      return take_text (reading, record, &cell, error);
    }
}

static gboolean
take_record (Reading      *reading,
             TyXlsRecord  *record,
             GError      **error)
{
  gboolean ok = TRUE;

  switch (record->type)
    {
    case TY_XLS_NUMBER:
    case TY_XLS_SHORT_NUMBER:
    case TY_XLS_SHARED_TEXT:
    case TY_XLS_BOOLEAN_OR_ERROR:
    case TY_XLS_FORMULA:
    case TY_XLS_TEXT:
    case TY_XLS_RICH_TEXT:
      ok = take_cell (reading, record, error);
      break;
    case TY_XLS_NUMBERS:
      ok = take_numbers (reading, record, error);
      break;
    case TY_XLS_RESULT:
      ok = take_result (reading, record, error);
      break;
    default:
      break;
    }
  if (ok && record->failed)
    ty_xlsx_error_damaged (error);
  return ok && !record->failed;
}

/* Goes to the next record of the sheet itself, over charts that are embedded in it. */
static gboolean
step_in_sheet (TyXlsRecord  *record,
               guint        *depth,
               gboolean     *done,
               GError      **error)
{
  *done = FALSE;
  if (!ty_xls_record_step (record))
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }
  if (record->type == TY_XLS_BEGIN)
    (*depth)++;
  else if (record->type == TY_XLS_EOF)
    *done = --(*depth) == 0;

  return TRUE;
}

static gboolean
begin_sheet (TyXlsReader  *self,
             guint         sheet,
             TyXlsRecord  *record,
             GError      **error)
{
  ty_xls_record_init (record, self->stream, get_sheet (self, sheet)->offset);
  if (ty_xls_record_step (record) && record->type == TY_XLS_BEGIN)
    return TRUE;

  ty_xlsx_error_damaged (error);
  return FALSE;
}

static gboolean
read_records (Reading       *reading,
              TyXlsRecord   *record,
              GCancellable  *cancellable,
              GError       **error)
{
  guint depth = 1;
  gboolean done = FALSE;

  for (guint n = 0; !done; n++)
    {
      if (n % ROWS_TO_CANCEL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!step_in_sheet (record, &depth, &done, error)
          || (depth == 1 && !done && !take_record (reading, record, error)))
        return FALSE;
    }
  return end_row (reading, error);
}

/**
 * ty_xls_reader_read_sheet:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 * @func: (scope call): takes each row that holds something, in their order
 * @data: for @func
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR` that names the place, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Returns: whether the sheet was read to its end or to where @func wanted no more
 */
gboolean
ty_xls_reader_read_sheet (TyXlsReader   *self,
                          guint          sheet,
                          TyRowFunc      func,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(TyRowBuffer) buffer = ty_row_buffer_new ();
  Reading reading = { .self = self, .buffer = buffer, .func = func, .data = data, .column = -1 };
  GError *local_error = NULL;
  TyXlsRecord record;

  g_return_val_if_fail (sheet < self->globals->sheets->len, FALSE);

  if (begin_sheet (self, sheet, &record, &local_error)
      && read_records (&reading, &record, cancellable, &local_error))
    return TRUE;
  if (local_error == NULL)
    return TRUE;

  if (!reading.stopped)
    ty_xlsx_error_add_place (&local_error, get_sheet (self, sheet)->name, reading.row, reading.column);
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
take_merges (TyXlsRecord  *record,
             GArray       *merges,
             GError      **error)
{
  guint n = ty_xls_record_take_16 (record);

  for (guint i = 0; i < n && !record->failed; i++)
    {
      TyCellRange range;

      range.first_row = ty_xls_record_take_16 (record) + 1;
      range.last_row = ty_xls_record_take_16 (record) + 1;
      range.first_column = ty_xls_record_take_16 (record);
      range.last_column = ty_xls_record_take_16 (record);
      if (range.last_row < range.first_row || range.last_column < range.first_column)
        record->failed = TRUE;
      else if (merges->len >= TY_XLSX_MAX_MERGES)
        {
          ty_xlsx_error_unpacks (error);
          return FALSE;
        }
      else
        g_array_append_val (merges, range);
    }
  if (record->failed)
    ty_xlsx_error_damaged (error);
  return !record->failed;
}

static gboolean
read_merges (TyXlsReader   *self,
             guint          sheet,
             GArray        *merges,
             GCancellable  *cancellable,
             GError       **error)
{
  TyXlsRecord record;
  guint depth = 1;
  gboolean done = FALSE;

  if (!begin_sheet (self, sheet, &record, error))
    return FALSE;
  for (guint n = 0; !done; n++)
    {
      if (n % ROWS_TO_CANCEL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!step_in_sheet (&record, &depth, &done, error)
          || (record.type == TY_XLS_MERGES && depth == 1
              && !take_merges (&record, merges, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_xls_reader_scan_merges:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type TyCellRange): the merged blocks
 */
GArray *
ty_xls_reader_scan_merges (TyXlsReader   *self,
                           guint          sheet,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  GError *local_error = NULL;

  g_return_val_if_fail (sheet < self->globals->sheets->len, NULL);

  if (read_merges (self, sheet, merges, cancellable, &local_error))
    return g_steal_pointer (&merges);

  ty_xlsx_error_add_place (&local_error, get_sheet (self, sheet)->name, 0, -1);
  g_propagate_error (error, local_error);
  return NULL;
}
