/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cell-range"

#include "config.h"

#include "ty-cell-range.h"

#include "ty-xlsx-error.h"

static gboolean
take_place (const char **cursor,
            guint       *row,
            guint       *column,
            GError     **error)
{
  const char *p = *cursor;
  guint letters = 0;
  guint digits = 0;

  if (*p == '$')
    p++;
  for (; g_ascii_isalpha (*p); p++)
    {
      letters = letters * 26 + (guint) (g_ascii_toupper (*p) - 'A' + 1);
      if (letters > TY_SHEET_MAX_COLUMNS)
        {
          ty_xlsx_error_beyond (error);
          return FALSE;
        }
    }
  if (*p == '$')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    {
      digits = digits * 10 + (guint) g_ascii_digit_value (*p);
      if (digits > TY_SHEET_MAX_ROWS)
        {
          ty_xlsx_error_beyond (error);
          return FALSE;
        }
    }
  if (letters == 0 || digits == 0)
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  *cursor = p;
  *row = digits;
  *column = letters - 1;
  return TRUE;
}

/**
 * ty_cell_place_parse:
 * @text: a place such as `B12` or `$B$12`
 * @row: (out): the row, from 1
 * @column: (out): the column, from 0
 * @error: %TY_XLSX_ERROR_TRUNCATED or %TY_XLSX_ERROR_TOO_LARGE
 *
 * Returns: whether @text is a place within a sheet
 */
gboolean
ty_cell_place_parse (const char  *text,
                     guint       *row,
                     guint       *column,
                     GError     **error)
{
  const char *cursor = text;

  g_return_val_if_fail (text != NULL && row != NULL && column != NULL, FALSE);

  if (!take_place (&cursor, row, column, error))
    return FALSE;
  if (*cursor != '\0')
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  return TRUE;
}

/**
 * ty_cell_place_to_string:
 * @row: the row, from 1
 * @column: the column, from 0
 *
 * Returns: (transfer full): the place as people name it, `B12`
 */
char *
ty_cell_place_to_string (guint row,
                         guint column)
{
  char letters[8];
  guint n = sizeof letters;

  letters[--n] = '\0';
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--n] = (char) ('A' + (rest - 1) % 26);

  return g_strdup_printf ("%s%u", letters + n, row);
}

/**
 * ty_cell_range_parse:
 * @text: a range such as `A3:B7`, or one place
 * @range: (out caller-allocates): the range
 * @error: %TY_XLSX_ERROR_TRUNCATED or %TY_XLSX_ERROR_TOO_LARGE
 *
 * Returns: whether @text is a range within a sheet
 */
gboolean
ty_cell_range_parse (const char   *text,
                     TyCellRange  *range,
                     GError      **error)
{
  const char *cursor = text;

  g_return_val_if_fail (text != NULL && range != NULL, FALSE);

  if (!take_place (&cursor, &range->first_row, &range->first_column, error))
    return FALSE;

  range->last_row = range->first_row;
  range->last_column = range->first_column;
  if (*cursor == ':')
    {
      cursor++;
      if (!take_place (&cursor, &range->last_row, &range->last_column, error))
        return FALSE;
    }
  if (*cursor != '\0' || range->last_row < range->first_row
      || range->last_column < range->first_column)
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  return TRUE;
}
