/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-reader"

#include "config.h"

#include "ty-xlsx-reader.h"

#include "ty-xlsx-strings.h"
#include "ty-xlsx-styles.h"
#include "ty-xlsx-workbook.h"
#include "ty-xml-part.h"
#include "ty-zip-file.h"

/**
 * TyXlsxReader:
 *
 * Reads the cells of an `.xlsx` workbook row by row (ECMA-376, Transitional and Strict).
 *
 * The file comes from another office and is not trusted. It is only read, nothing is unpacked to
 * a disk, no formula is computed, no link is followed. What may grow is bounded while it is
 * read, whatever the file says of its own sizes:
 *
 * - the file: %TY_ZIP_MAX_FILE_BYTES, %TY_ZIP_MAX_MEMBERS;
 * - a member: %TY_ZIP_MAX_RATIO times the file, and %TY_XLSX_MAX_SHEET_BYTES for a sheet;
 * - the XML: %TY_XML_MAX_DEPTH, no document type, no entities;
 * - a sheet: %TY_SHEET_MAX_ROWS, %TY_SHEET_MAX_COLUMNS, %TY_XLSX_MAX_ROW_BYTES,
 *   %TY_XLSX_MAX_MERGES;
 * - the texts: %TY_XLSX_MAX_CELL_CHARS, %TY_XLSX_MAX_STRINGS, %TY_XLSX_MAX_STRING_BYTES.
 *
 * A reader is used by one thread at a time. It keeps the file open.
 */
struct _TyXlsxReader
{
  GObject parent_instance;

  /* Owned */
  TyZipFile *zip;
  TyXlsxWorkbook *workbook;
  TyXlsxStrings *strings; /* (nullable): before the first sheet */
  TyXlsxStyles *styles;   /* (nullable): before the first sheet */
};

G_DEFINE_FINAL_TYPE (TyXlsxReader, ty_xlsx_reader, G_TYPE_OBJECT)

static gboolean
load_tables (TyXlsxReader  *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->styles == NULL)
    self->styles = ty_xlsx_styles_load (self->zip,
                                        ty_xlsx_workbook_get_styles_part (self->workbook),
                                        cancellable, error);
  if (self->styles == NULL)
    return FALSE;

  if (self->strings == NULL)
    self->strings = ty_xlsx_strings_load (self->zip,
                                          ty_xlsx_workbook_get_strings_part (self->workbook),
                                          cancellable, error);
  return self->strings != NULL;
}

static TyXmlPart *
open_sheet (TyXlsxReader  *self,
            guint          sheet,
            GCancellable  *cancellable,
            GError       **error)
{
  return ty_xml_part_open (self->zip, ty_xlsx_workbook_get_sheet_part (self->workbook, sheet),
                           TY_XLSX_MAX_SHEET_BYTES, cancellable, error);
}

static gboolean
take_merge (TyXmlPart  *part,
            GArray     *merges,
            GError    **error)
{
  g_autofree char *reference = ty_xml_part_dup_attribute (part, "ref");
  TyCellRange range;

  if (!ty_cell_range_parse (reference != NULL ? reference : "", &range, error))
    return FALSE;
  if (merges->len >= TY_XLSX_MAX_MERGES)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  g_array_append_val (merges, range);
  return TRUE;
}

static gboolean
read_merges (TyXmlPart  *part,
             GArray     *merges,
             GError    **error)
{
  gboolean in_merges = FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);
      guint depth;

      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        return step == TY_XML_DONE;
      if (step != TY_XML_START)
        continue;

      depth = ty_xml_part_get_depth (part);
      if (depth == 1 && ty_xml_part_is (part, "sheetData"))
        {
          if (!ty_xml_part_skip (part, error))
            return FALSE;
        }
      else if (depth == 1)
        in_merges = ty_xml_part_is (part, "mergeCells");
      else if (in_merges && depth == 2 && ty_xml_part_is (part, "mergeCell")
               && !take_merge (part, merges, error))
        return FALSE;
    }
}

static void
ty_xlsx_reader_finalize (GObject *object)
{
  TyXlsxReader *self = TY_XLSX_READER (object);

  g_clear_pointer (&self->styles, ty_xlsx_styles_free);
  g_clear_pointer (&self->strings, ty_xlsx_strings_free);
  g_clear_pointer (&self->workbook, ty_xlsx_workbook_free);
  g_clear_pointer (&self->zip, ty_zip_file_free);

  G_OBJECT_CLASS (ty_xlsx_reader_parent_class)->finalize (object);
}

static void
ty_xlsx_reader_class_init (TyXlsxReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_xlsx_reader_finalize;
}

static void
ty_xlsx_reader_init (TyXlsxReader *self)
{
}

/**
 * ty_xlsx_reader_new:
 * @file: a file
 * @error: a `TY_XLSX_ERROR` whose message tells the user what to do
 *
 * Opens a workbook and reads the names of its sheets.
 *
 * Returns: (transfer full) (nullable): a reader
 */
TyXlsxReader *
ty_xlsx_reader_new (GFile   *file,
                    GError **error)
{
  g_autoptr(TyXlsxReader) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (TY_TYPE_XLSX_READER, NULL);
  self->zip = ty_zip_file_new (file, error);
  if (self->zip == NULL)
    return NULL;
  self->workbook = ty_xlsx_workbook_load (self->zip, error);
  if (self->workbook == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_xlsx_reader_get_n_sheets:
 * @self: a reader
 *
 * Returns: how many worksheets the workbook has, at least 1; hidden ones count
 */
guint
ty_xlsx_reader_get_n_sheets (TyXlsxReader *self)
{
  g_return_val_if_fail (TY_IS_XLSX_READER (self), 0);

  return ty_xlsx_workbook_get_n_sheets (self->workbook);
}

/**
 * ty_xlsx_reader_get_sheet_name:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: (transfer none): the text on its tab
 */
const char *
ty_xlsx_reader_get_sheet_name (TyXlsxReader *self,
                               guint         sheet)
{
  g_return_val_if_fail (TY_IS_XLSX_READER (self), NULL);
  g_return_val_if_fail (sheet < ty_xlsx_workbook_get_n_sheets (self->workbook), NULL);

  return ty_xlsx_workbook_get_sheet_name (self->workbook, sheet);
}

/**
 * ty_xlsx_reader_get_sheet_shown:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: whether its tab is shown; a hidden one is often a list of choices
 */
gboolean
ty_xlsx_reader_get_sheet_shown (TyXlsxReader *self,
                                guint         sheet)
{
  g_return_val_if_fail (TY_IS_XLSX_READER (self), FALSE);
  g_return_val_if_fail (sheet < ty_xlsx_workbook_get_n_sheets (self->workbook), FALSE);

  return ty_xlsx_workbook_get_sheet_shown (self->workbook, sheet);
}

/**
 * ty_xlsx_reader_read_sheet:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 * @func: (scope call): takes each row that holds something, in their order
 * @data: for @func
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR` that names the place, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Reads a sheet. A damaged file may give many rows before the damage is met, at the latest by
 * the check sum behind the last: what was taken is good only once this has returned %TRUE.
 *
 * Returns: whether the sheet was read to its end or to where @func wanted no more
 */
gboolean
ty_xlsx_reader_read_sheet (TyXlsxReader  *self,
                           guint          sheet,
                           TyRowFunc      func,
                           gpointer       data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(TyXmlPart) part = NULL;
  g_autoptr(TyXlsxSheet) reading = NULL;

  g_return_val_if_fail (TY_IS_XLSX_READER (self), FALSE);
  g_return_val_if_fail (sheet < ty_xlsx_workbook_get_n_sheets (self->workbook), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!load_tables (self, cancellable, error))
    return FALSE;
  part = open_sheet (self, sheet, cancellable, error);
  if (part == NULL)
    return FALSE;

  reading = ty_xlsx_sheet_new (part, self->strings, self->styles,
                               ty_xlsx_workbook_get_since_1904 (self->workbook),
                               ty_xlsx_workbook_get_sheet_name (self->workbook, sheet));
  return ty_xlsx_sheet_read (reading, func, data, cancellable, error);
}

/**
 * ty_xlsx_reader_scan_merges:
 * @self: a reader
 * @sheet: the number of a worksheet, from 0
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Looks up which cells of a sheet are merged. The list stands behind the rows, so that this is
 * a pass of its own, made before the rows are read.
 *
 * Returns: (transfer full) (nullable) (element-type TyCellRange): the merged blocks; each holds
 *   its value in its first row and column
 */
GArray *
ty_xlsx_reader_scan_merges (TyXlsxReader  *self,
                            guint          sheet,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(TyXmlPart) part = NULL;
  g_autoptr(GArray) merges = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (TY_IS_XLSX_READER (self), NULL);
  g_return_val_if_fail (sheet < ty_xlsx_workbook_get_n_sheets (self->workbook), NULL);

  merges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  part = open_sheet (self, sheet, cancellable, &local_error);
  if (part == NULL || !read_merges (part, merges, &local_error))
    {
      ty_xlsx_error_add_place (&local_error,
                               ty_xlsx_workbook_get_sheet_name (self->workbook, sheet), 0, -1);
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&merges);
}
