/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-sheet"

#include "config.h"

#include "ty-xlsx-sheet.h"

#include "ty-cell-range.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-text.h"
#include "ty-xlsx-value.h"
#include "ty-xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEPTH_OF_DATA 1
#define DEPTH_OF_ROW 2
#define DEPTH_OF_CELL 3

/**
 * TyXlsxSheet:
 *
 * One reading of a worksheet. A row is held at a time.
 */
struct _TyXlsxSheet
{
  /* Borrowed */
  TyXmlPart *part;
  TyXlsxContext context;
  const char *name;

  /* Owned */
  GArray *cells;     /* (element-type TyCell) */
  GArray *offsets;   /* (element-type gsize): of each cell's text in texts, or NOT_HERE */
  GString *texts;    /* of the row, one behind the other */

  guint row;         /* from 1; 0 before the first */
  int column;        /* of the last cell, from 0; -1 before the first of a row */
};

#define NOT_HERE G_MAXSIZE

/**
 * ty_xlsx_sheet_new:
 * @part: the part of a worksheet, before its first step
 * @strings: the shared strings
 * @styles: the styles
 * @since_1904: whether dates count from 1904
 * @name: the sheet's name, for messages
 *
 * All of these live longer than the reading.
 *
 * Returns: (transfer full): a reading
 */
TyXlsxSheet *
ty_xlsx_sheet_new (TyXmlPart     *part,
                   TyXlsxStrings *strings,
                   TyXlsxStyles  *styles,
                   gboolean       since_1904,
                   const char    *name)
{
  TyXlsxSheet *self = g_new0 (TyXlsxSheet, 1);

  self->part = part;
  self->context = (TyXlsxContext){ strings, styles, since_1904 };
  self->name = name;
  self->cells = g_array_new (FALSE, FALSE, sizeof (TyCell));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->texts = g_string_new (NULL);
  return self;
}

void
ty_xlsx_sheet_free (TyXlsxSheet *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->offsets);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static gboolean
fail_order (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TRUNCATED,
                     _("The rows or cells of the file are not in order. Open it in WPS or Excel "
                       "and save it again."));
  return FALSE;
}

static gboolean
place_cell (TyXlsxSheet  *self,
            const char   *reference,
            GError      **error)
{
  guint row, column;

  if (!ty_cell_place_parse (reference, &row, &column, error))
    return FALSE;
  if (row != self->row || (int) column <= self->column)
    return fail_order (error);

  self->column = (int) column;
  return TRUE;
}

static gboolean
begin_cell (TyXlsxSheet      *self,
            TyCell           *cell,
            TyXlsxValueType  *type,
            GError          **error)
{
  const char *name, *value;
  gboolean placed = FALSE;

  *type = TY_XLSX_VALUE_NUMBER;
  while (ty_xml_part_next_attribute (self->part, &name, &value))
    {
      if (strcmp (name, "r") == 0)
        {
          if (placed || !place_cell (self, value, error))
            return placed ? fail_order (error) : FALSE;
          placed = TRUE;
        }
      else if (strcmp (name, "s") == 0)
        cell->style = (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT32);
      else if (strcmp (name, "t") == 0 && !ty_xlsx_value_parse_type (value, type, error))
        return FALSE;
    }

  if (!placed && ++self->column >= TY_SHEET_MAX_COLUMNS)
    {
      ty_xlsx_error_beyond (error);
      return FALSE;
    }
  cell->column = (guint) self->column;
  return TRUE;
}

/* Reads to the end of the cell; its v or, for a text of its own, its is goes to self->texts. */
static gboolean
read_content (TyXlsxSheet      *self,
              TyXlsxValueType   type,
              GError          **error)
{
  const gsize start = self->texts->len;
  gboolean in_value = FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (self->part, error);
      guint depth = ty_xml_part_get_depth (self->part);

      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        return FALSE;
      if (step == TY_XML_END && depth == DEPTH_OF_CELL)
        break;

      if (step == TY_XML_START)
        {
          in_value = depth == DEPTH_OF_CELL + 1 && ty_xml_part_is (self->part, "v");
          if (type == TY_XLSX_VALUE_INLINE && depth == DEPTH_OF_CELL + 1
              && ty_xml_part_is (self->part, "is")
              && !ty_xlsx_text_read_rich (self->part, self->texts, error))
            return FALSE;
        }
      else if (step == TY_XML_END)
        in_value = FALSE;
      else if (in_value
               && !ty_xlsx_text_append (self->texts, start, ty_xml_part_get_text (self->part),
                                        error))
        return FALSE;
    }

  /* The escapes are those of texts; a text of its own was finished where it was read. */
  return type != TY_XLSX_VALUE_RESULT || ty_xlsx_text_finish (self->texts, start, error);
}

static gboolean
read_cell (TyXlsxSheet  *self,
           GError      **error)
{
  TyCell cell = { .decimals = -1 };
  const gsize start = self->texts->len;
  gsize offset = start;
  TyXlsxValueType type;

  if (!begin_cell (self, &cell, &type, error)
      || !read_content (self, type, error)
      || !ty_xlsx_value_set (&cell, type, self->texts->str + start, &self->context, error))
    return FALSE;

  if (cell.kind == TY_CELL_EMPTY)
    {
      g_string_truncate (self->texts, start);
      return TRUE;
    }
  if (type == TY_XLSX_VALUE_SHARED)
    {
      g_string_truncate (self->texts, start);
      offset = NOT_HERE;
    }
  else
    g_string_append_c (self->texts, '\0');

  g_array_append_val (self->cells, cell);
  g_array_append_val (self->offsets, offset);
  if (self->texts->len > TY_XLSX_MAX_ROW_BYTES)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
begin_row (TyXlsxSheet  *self,
           GError      **error)
{
  g_autofree char *number = ty_xml_part_dup_attribute (self->part, "r");
  const guint before = self->row;
  guint64 row = (guint64) before + 1;

  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT32, &row, NULL))
    return ty_xlsx_value_fail (error);

  self->row = (guint) row;
  if (row <= before)
    return fail_order (error);
  if (row > TY_SHEET_MAX_ROWS)
    {
      ty_xlsx_error_beyond (error);
      return FALSE;
    }

  self->column = -1;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->offsets, 0);
  g_string_truncate (self->texts, 0);
  return TRUE;
}

static gboolean
end_row (TyXlsxSheet  *self,
         TyRowFunc     func,
         gpointer      data,
         GError      **error)
{
  if (self->cells->len == 0)
    return TRUE;

  /* The buffer of the texts has moved while it grew. */
  for (guint i = 0; i < self->cells->len; i++)
    {
      gsize offset = g_array_index (self->offsets, gsize, i);

      if (offset != NOT_HERE)
        g_array_index (self->cells, TyCell, i).text = self->texts->str + offset;
    }

  return func (self->row, (const TyCell *) (void *) self->cells->data, self->cells->len, data,
               error);
}

static void
add_place (TyXlsxSheet  *self,
           guint         depth,
           GError      **error)
{
  if (depth >= DEPTH_OF_CELL)
    ty_xlsx_error_add_place (error, self->name, self->row, self->column);
  else
    ty_xlsx_error_add_place (error, self->name, self->row, -1);
}

static gboolean
check_root (TyXlsxSheet  *self,
            GError      **error)
{
  if (ty_xml_part_is (self->part, "worksheet"))
    return TRUE;

  ty_xlsx_error_damaged (error);
  return FALSE;
}

/**
 * ty_xlsx_sheet_read:
 * @self: a reading that was not used yet
 * @func: (scope call): takes each row
 * @data: for @func
 * @cancellable: (nullable): asked before each row
 * @error: a `TY_XLSX_ERROR` that names the place, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Reads the rows of the sheet in their order.
 *
 * Returns: whether the sheet was read to its end or to where @func wanted no more
 */
gboolean
ty_xlsx_sheet_read (TyXlsxSheet   *self,
                    TyRowFunc      func,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  GError *local_error = NULL;
  gboolean in_data = FALSE;
  gboolean ok = TRUE;
  guint depth = 0;

  while (ok)
    {
      TyXmlStep step = ty_xml_part_next (self->part, &local_error);

      depth = ty_xml_part_get_depth (self->part);
      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        break;

      if (step == TY_XML_START && depth == 0)
        ok = check_root (self, &local_error);
      else if (step == TY_XML_START && depth == DEPTH_OF_DATA)
        in_data = ty_xml_part_is (self->part, "sheetData");
      else if (step == TY_XML_START && in_data && depth == DEPTH_OF_ROW
               && ty_xml_part_is (self->part, "row"))
        ok = !g_cancellable_set_error_if_cancelled (cancellable, &local_error)
             && begin_row (self, &local_error);
      else if (step == TY_XML_START && in_data && depth == DEPTH_OF_CELL
               && ty_xml_part_is (self->part, "c"))
        ok = read_cell (self, &local_error);
      else if (step == TY_XML_END && in_data && depth == DEPTH_OF_ROW
               && ty_xml_part_is (self->part, "row"))
        {
          if (end_row (self, func, data, &local_error))
            continue;
          if (local_error == NULL)
            return TRUE;
          g_propagate_error (error, local_error);
          return FALSE;
        }
    }

  if (local_error == NULL)
    return TRUE;

  add_place (self, depth, &local_error);
  g_propagate_error (error, local_error);
  return FALSE;
}
