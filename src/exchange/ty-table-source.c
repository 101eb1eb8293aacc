/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-source"

#include "config.h"

#include "ty-table-source.h"

#include "ty-delimited.h"
#include "ty-xlsx-reader.h"

#include <glib/gi18n-lib.h>

/**
 * TyTableSource:
 *
 * A table, or several sheets of tables, whatever file they come from. What a file is follows from its
 * content and never from its name. All readers give rows of cells in the same way, hold the same limits
 * and have the errors of `TY_XLSX_ERROR`.
 *
 * A source is used by one thread at a time. It keeps the file open, or its text in memory.
 */
struct _TyTableSource
{
  GObject parent_instance;

  /* Owned, one of them */
  TyXlsxReader *xlsx;
  TyDelimited *text;

  char *name;           /* (owned) (nullable): of the only sheet of a text */
  const char *format;
  const char *encoding; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TyTableSource, ty_table_source, G_TYPE_OBJECT)

static void
ty_table_source_finalize (GObject *object)
{
  TyTableSource *self = TY_TABLE_SOURCE (object);

  g_clear_object (&self->xlsx);
  g_clear_pointer (&self->text, ty_delimited_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ty_table_source_parent_class)->finalize (object);
}

static void
ty_table_source_class_init (TyTableSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_table_source_finalize;
}

static void
ty_table_source_init (TyTableSource *self)
{
}

/**
 * ty_table_source_open:
 * @file: an .xlsx, .xls or a text with delimiters (.csv, .tsv, .txt)
 * @error: a `TY_XLSX_ERROR` whose message tells the user what to do
 *
 * Returns: (transfer full) (nullable): its sheets
 */
TyTableSource *
ty_table_source_open (GFile   *file,
                      GError **error)
{
  g_autoptr(TyTableSource) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TY_TYPE_TABLE_SOURCE, NULL);
  self->format = "xlsx";
  self->xlsx = ty_xlsx_reader_new (file, error);
  return self->xlsx != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_table_source_new_for_text:
 * @text: what was pasted: lines with tabs, commas or semicolons between the cells
 *
 * Returns: (transfer full): a source of one sheet
 */
TyTableSource *
ty_table_source_new_for_text (const char *text)
{
  TyTableSource *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (TY_TYPE_TABLE_SOURCE, NULL);
  self->format = "text";
  self->encoding = "UTF-8";
  self->name = g_strdup (C_("name of a sheet", "Pasted"));
  self->text = ty_delimited_new (g_utf8_make_valid (text, -1), FALSE);
  return self;
}

/**
 * ty_table_source_get_n_sheets:
 * @self: a source
 *
 * Returns: how many sheets it has, at least 1; hidden ones count
 */
guint
ty_table_source_get_n_sheets (TyTableSource *self)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), 0);

  return self->xlsx != NULL ? ty_xlsx_reader_get_n_sheets (self->xlsx) : 1;
}

/**
 * ty_table_source_get_sheet_name:
 * @self: a source
 * @sheet: the number of a sheet, from 0
 *
 * Returns: (transfer none): the text on its tab; of a csv the name of the file without its ending
 */
const char *
ty_table_source_get_sheet_name (TyTableSource *self,
                                guint          sheet)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), NULL);

  return self->xlsx != NULL ? ty_xlsx_reader_get_sheet_name (self->xlsx, sheet) : self->name;
}

/**
 * ty_table_source_get_sheet_shown:
 * @self: a source
 * @sheet: the number of a sheet, from 0
 *
 * Returns: whether its tab is shown; a hidden one is often a list of choices
 */
gboolean
ty_table_source_get_sheet_shown (TyTableSource *self,
                                 guint          sheet)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), FALSE);

  return self->xlsx == NULL || ty_xlsx_reader_get_sheet_shown (self->xlsx, sheet);
}

/**
 * ty_table_source_read_sheet:
 * @self: a source
 * @sheet: the number of a sheet, from 0
 * @func: (scope call): takes each row that holds something, in their order
 * @data: for @func
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR` that names the place, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Reads a sheet, as often as wanted. A damaged file may give many rows before the damage is met: what was
 * taken is good only once this has returned %TRUE.
 *
 * Returns: whether the sheet was read to its end or to where @func wanted no more
 */
gboolean
ty_table_source_read_sheet (TyTableSource  *self,
                            guint           sheet,
                            TyRowFunc       func,
                            gpointer        data,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), FALSE);

  if (self->xlsx != NULL)
    return ty_xlsx_reader_read_sheet (self->xlsx, sheet, func, data, cancellable, error);

  return ty_delimited_read (self->text, self->name, func, data, cancellable, error);
}

typedef struct
{
  GPtrArray *lines;
  guint n_lines;
} Peek;

static gboolean
keep_line (guint          row,
           const TyCell  *cells,
           guint          n_cells,
           gpointer       data,
           GError       **error)
{
  Peek *peek = data;

  if (peek->lines->len < peek->n_lines)
    g_ptr_array_add (peek->lines, ty_table_line_new (row, cells, n_cells));
  return peek->lines->len < peek->n_lines;
}

/**
 * ty_table_source_peek:
 * @self: a source
 * @sheet: the number of a sheet, from 0
 * @n_lines: how many lines at most
 * @cancellable: (nullable): stops the reading
 * @error: as ty_table_source_read_sheet()
 *
 * Reads the first lines of a sheet that hold something, from which its heading is told.
 *
 * Returns: (transfer full) (nullable) (element-type TyTableLine): the lines
 */
GPtrArray *
ty_table_source_peek (TyTableSource  *self,
                      guint           sheet,
                      guint           n_lines,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(GPtrArray) lines
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_table_line_free);
  Peek peek = { lines, n_lines };

  if (!ty_table_source_read_sheet (self, sheet, keep_line, &peek, cancellable, error))
    return NULL;

  return g_steal_pointer (&lines);
}

/**
 * ty_table_source_scan_merges:
 * @self: a source
 * @sheet: the number of a sheet, from 0
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Looks up which cells of a sheet are merged, before its rows are read. A text has none.
 *
 * Returns: (transfer full) (nullable) (element-type TyCellRange): the merged blocks; each holds
 *   its value in its first row and column
 */
GArray *
ty_table_source_scan_merges (TyTableSource  *self,
                             guint           sheet,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), NULL);

  if (self->xlsx != NULL)
    return ty_xlsx_reader_scan_merges (self->xlsx, sheet, cancellable, error);

  return g_array_new (FALSE, FALSE, sizeof (TyCellRange));
}

/**
 * ty_table_source_get_format:
 * @self: a source
 *
 * Returns: (transfer none): `xlsx`, `xls`, `csv` for any text from a file, or `text` for what was pasted
 */
const char *
ty_table_source_get_format (TyTableSource *self)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), NULL);

  return self->format;
}

/**
 * ty_table_source_get_encoding:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): how a text is encoded: `UTF-8`, `UTF-16`, `GB18030` or `Big5`; %NULL
 *   where the format says it itself
 */
const char *
ty_table_source_get_encoding (TyTableSource *self)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), NULL);

  return self->encoding;
}
