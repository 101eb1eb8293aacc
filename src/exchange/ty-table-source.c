/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-source"

#include "config.h"

#include "ty-table-source.h"

#include "ty-delimited.h"
#include "ty-ole-file.h"
#include "ty-text-encoding.h"
#include "ty-xls-reader.h"
#include "ty-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_BYTES 8

/* A text of 100,000 rows of 30 columns has some 40 MB; it is held in memory. */
#define MAX_TEXT_BYTES (64u << 20)

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
  TyXlsReader *xls;
  TyDelimited *text;

  GHashTable *merges;   /* (owned) (nullable): of sheets that were scanned, perhaps shared */
  char *name;           /* (owned) (nullable): of the only sheet of a text */
  const char *format;
  const char *encoding; /* (nullable) */
};

/* Of the tables of merged cells that sources share. */
G_LOCK_DEFINE_STATIC (merges);

G_DEFINE_FINAL_TYPE (TyTableSource, ty_table_source, G_TYPE_OBJECT)

static void
ty_table_source_finalize (GObject *object)
{
  TyTableSource *self = TY_TABLE_SOURCE (object);

  g_clear_object (&self->xlsx);
  g_clear_pointer (&self->xls, ty_xls_reader_free);
  g_clear_pointer (&self->text, ty_delimited_free);
  g_clear_pointer (&self->merges, g_hash_table_unref);
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

static GBytes *
load_bytes (GFile   *file,
            GError **error)
{
  GError *local_error = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, &local_error);
  const gsize most = MAX (MAX_TEXT_BYTES, TY_OLE_MAX_FILE_BYTES);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  /* The size that a file says it has may be another one while it is read. */
  if (stream != NULL)
    {
      g_autoptr(GFileInfo) info = g_file_input_stream_query_info (stream, "standard::size", NULL, NULL);
      goffset size = info != NULL ? g_file_info_get_size (info) : 0;

      if (size > (goffset) most)
        {
          ty_xlsx_error_unpacks (error);
          return NULL;
        }
      bytes = g_malloc ((gsize) size + 1);
      g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, (gsize) size, &length, NULL,
                               &local_error);
    }
  if (local_error != NULL)
    {
      ty_xlsx_error_propagate (error, local_error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

static gboolean
begins_with (const char *bytes,
             gsize       length,
             const char *word)
{
  gsize n = strlen (word);

  return length >= n && g_ascii_strncasecmp (bytes, word, n) == 0;
}

/* What many programs save as “.xls” is a page of the web; PDF and RTF are chosen by mistake. */
static gboolean
is_other_text (const char *bytes,
               gsize       length)
{
  static const char *const words[] = { "<html", "<!doctype", "<?xml", "<table", "<meta", "<style",
                                       "%PDF", "{\\rtf", "MIME-Version" };

  for (; length > 0 && (g_ascii_isspace (*bytes) || (guchar) *bytes >= 0xBB); length--)
    bytes++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (begins_with (bytes, length, words[i]))
      return TRUE;

  return FALSE;
}

/* Workbooks of before 1993 are no compound files. */
static gboolean
is_bare_workbook (const char *bytes,
                  gsize       length)
{
  return length >= 4 && bytes[0] == 0x09 && bytes[1] >= 0 && bytes[1] <= 8 && bytes[3] == 0;
}

static gboolean
check_text (const char  *bytes,
            gsize        length,
            GError     **error)
{
  if (is_bare_workbook (bytes, length))
    ty_xlsx_error_set (error, TY_XLSX_ERROR_OLD_XLS,
                       _("This is an old .xls workbook. Open it in WPS or Excel and save it as an "
                         ".xlsx workbook."));
  else if (is_other_text (bytes, length))
    ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                       _("The file is no workbook and no table as text. Open it in WPS or Excel and save "
                         "it as .xlsx."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
open_text (TyTableSource  *self,
           GFile          *file,
           GBytes         *bytes,
           GError        **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");
  char *dot = strrchr (shown, '.');
  char *text;

  if (!check_text (data, length, error))
    return FALSE;
  text = ty_text_encoding_decode (data, length, &self->encoding, error);
  if (text == NULL)
    return FALSE;

  if (dot != NULL && dot != shown)
    *dot = '\0';
  self->name = g_steal_pointer (&shown);
  self->format = "csv";
  self->text = ty_delimited_new (text, TRUE);
  return TRUE;
}

/* Of a zip, and of what cannot be read at all, the reader of .xlsx says what is wrong. */
static gboolean
is_xlsx (GFile *file)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[HEAD_BYTES] = { 0 };
  gsize n = 0;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, NULL);
  return n == 0 || memcmp (head, "PK", 2) == 0;
}

static gboolean
open_bytes (TyTableSource  *self,
            GFile          *file,
            GError        **error)
{
  g_autoptr(GBytes) bytes = load_bytes (file, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (!ty_ole_file_is (data, length))
    return open_text (self, file, bytes, error);

  self->format = "xls";
  self->xls = ty_xls_reader_new (bytes, error);
  return self->xls != NULL;
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
  if (!is_xlsx (file))
    return open_bytes (self, file, error) ? g_steal_pointer (&self) : NULL;

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

  if (self->xls != NULL)
    return ty_xls_reader_get_n_sheets (self->xls);

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

  if (self->xls != NULL)
    return ty_xls_reader_get_sheet_name (self->xls, sheet);

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

  if (self->xls != NULL)
    return ty_xls_reader_get_sheet_shown (self->xls, sheet);

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
  if (self->xls != NULL)
    return ty_xls_reader_read_sheet (self->xls, sheet, func, data, cancellable, error);

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
 * ty_table_source_new_merges:
 *
 * Returns: (transfer full): a table for ty_table_source_set_merges()
 */
GHashTable *
ty_table_source_new_merges (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/**
 * ty_table_source_set_merges:
 * @self: a source
 * @known: which cells are merged, by sheet
 *
 * Has what another source of the same file found out used, and used by others: the list stands behind the rows,
 * so that finding it is a pass over the whole sheet.
 */
void
ty_table_source_set_merges (TyTableSource *self,
                            GHashTable    *known)
{
  g_return_if_fail (TY_IS_TABLE_SOURCE (self));

  g_clear_pointer (&self->merges, g_hash_table_unref);
  self->merges = g_hash_table_ref (known);
}

static GArray *
find_merges (TyTableSource *self,
             guint          sheet)
{
  GArray *known = NULL;

  G_LOCK (merges);
  if (self->merges != NULL)
    known = g_hash_table_lookup (self->merges, GUINT_TO_POINTER (sheet));
  if (known != NULL)
    g_array_ref (known);
  G_UNLOCK (merges);
  return known;
}

static void
keep_merges (TyTableSource *self,
             guint          sheet,
             GArray        *found)
{
  G_LOCK (merges);
  if (self->merges != NULL)
    g_hash_table_insert (self->merges, GUINT_TO_POINTER (sheet), g_array_ref (found));
  G_UNLOCK (merges);
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
 *   its value in its first row and column. It is not changed.
 */
GArray *
ty_table_source_scan_merges (TyTableSource  *self,
                             guint           sheet,
                             GCancellable   *cancellable,
                             GError        **error)
{
  GArray *found;

  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), NULL);

  found = find_merges (self, sheet);
  if (found != NULL)
    return found;

  if (self->xlsx != NULL)
    found = ty_xlsx_reader_scan_merges (self->xlsx, sheet, cancellable, error);
  else if (self->xls != NULL)
    found = ty_xls_reader_scan_merges (self->xls, sheet, cancellable, error);
  else
    found = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  if (found != NULL)
    keep_merges (self, sheet, found);
  return found;
}

/**
 * ty_table_source_has_merges:
 * @self: a source
 *
 * Returns: whether its format knows merged cells; a text has only empty ones where some were
 */
gboolean
ty_table_source_has_merges (TyTableSource *self)
{
  g_return_val_if_fail (TY_IS_TABLE_SOURCE (self), FALSE);

  return self->text == NULL;
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
