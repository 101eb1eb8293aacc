/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-value"

#include "config.h"

#include "ty-xlsx-value.h"

#include "ty-xlsx-error.h"
#include "ty-xlsx-strings.h"
#include "ty-xlsx-styles.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * ty_xlsx_value_fail:
 * @error: (out) (optional): where the error goes
 *
 * Sets %TY_XLSX_ERROR_TRUNCATED for a value that makes no sense.
 *
 * Returns: %FALSE
 */
gboolean
ty_xlsx_value_fail (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TRUNCATED,
                     _("What the file holds for this cell cannot be read. Open it in WPS or Excel "
                       "and save it again."));
  return FALSE;
}

static gboolean
parse_number (const char *text,
              double     *number)
{
  char *end;

  if (*text == '\0' || strspn (text, "0123456789+-.eE") != strlen (text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

static gboolean
set_number (TyCell               *cell,
            const char           *text,
            const TyXlsxContext  *context,
            GError              **error)
{
  if (!parse_number (text, &cell->number))
    return ty_xlsx_value_fail (error);

  cell->kind = TY_CELL_NUMBER;
  cell->decimals = ty_xlsx_styles_get_decimals (context->styles, cell->style);
  ty_cell_set_serial (cell, ty_xlsx_styles_is_date (context->styles, cell->style), context->since_1904);
  return TRUE;
}

static gboolean
set_shared (TyCell               *cell,
            const char           *text,
            const TyXlsxContext  *context,
            GError              **error)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &index, NULL))
    return ty_xlsx_value_fail (error);
  cell->text = ty_xlsx_strings_get (context->strings, index);
  if (cell->text == NULL)
    return ty_xlsx_value_fail (error);

  cell->kind = *cell->text != '\0' ? TY_CELL_TEXT : TY_CELL_EMPTY;
  return TRUE;
}

static void
set_iso_date (TyCell     *cell,
              const char *text)
{
  g_autofree char *day = g_strndup (text, 10);

  cell->kind = TY_CELL_TEXT;
  cell->date = ty_date_from_iso (day);
  if (strlen (day) == 10 && ty_date_is_known (cell->date))
    cell->kind = TY_CELL_DATE;
}

/**
 * ty_xlsx_value_set:
 * @cell: (inout): an empty cell whose style is known
 * @type: the type that the cell has in the file
 * @text: the characters that the file holds for it
 * @context: what the workbook says of values
 * @error: %TY_XLSX_ERROR_TRUNCATED where @text is no value of this type
 *
 * Gives a cell its kind and its value. Its text is set for a shared string only.
 *
 * Returns: whether there is such a value
 */
gboolean
ty_xlsx_value_set (TyCell               *cell,
                   TyXlsxValueType       type,
                   const char           *text,
                   const TyXlsxContext  *context,
                   GError              **error)
{
  if (*text == '\0')
    return TRUE;

  switch (type)
    {
    case TY_XLSX_VALUE_NUMBER:
      return set_number (cell, text, context, error);
    case TY_XLSX_VALUE_SHARED:
      return set_shared (cell, text, context, error);
    case TY_XLSX_VALUE_BOOLEAN:
      if (!parse_number (text, &cell->number) && strcmp (text, "true") != 0
          && strcmp (text, "false") != 0)
        return ty_xlsx_value_fail (error);
      cell->kind = TY_CELL_BOOLEAN;
      cell->number = cell->number != 0 || strcmp (text, "true") == 0;
      return TRUE;
    case TY_XLSX_VALUE_ERROR:
      cell->kind = TY_CELL_ERROR;
      return TRUE;
    case TY_XLSX_VALUE_ISO_DATE:
      set_iso_date (cell, text);
      return TRUE;
    case TY_XLSX_VALUE_INLINE:
    case TY_XLSX_VALUE_RESULT:
    default:
      cell->kind = TY_CELL_TEXT;
      return TRUE;
    }
}

/**
 * ty_xlsx_value_parse_type:
 * @text: the attribute `t` of a cell
 * @type: (out): the type
 * @error: %TY_XLSX_ERROR_TRUNCATED
 *
 * Returns: whether there is such a type (ECMA-376 18.18.11)
 */
gboolean
ty_xlsx_value_parse_type (const char       *text,
                          TyXlsxValueType  *type,
                          GError          **error)
{
  static const char *const names[] = {
    [TY_XLSX_VALUE_NUMBER] = "n",
    [TY_XLSX_VALUE_SHARED] = "s",
    [TY_XLSX_VALUE_INLINE] = "inlineStr",
    [TY_XLSX_VALUE_RESULT] = "str",
    [TY_XLSX_VALUE_BOOLEAN] = "b",
    [TY_XLSX_VALUE_ERROR] = "e",
    [TY_XLSX_VALUE_ISO_DATE] = "d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      {
        *type = (TyXlsxValueType) i;
        return TRUE;
      }

  return ty_xlsx_value_fail (error);
}
