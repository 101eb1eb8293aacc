/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cell"

#include "config.h"

#include "ty-cell.h"

#include <math.h>
#include <string.h>

/**
 * ty_cell_at:
 * @cells: (array length=n_cells): the cells of a row, by column
 * @n_cells: how many
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell in @column; an empty one where the row has none
 */
const TyCell *
ty_cell_at (const TyCell *cells,
            guint         n_cells,
            guint         column)
{
  static const TyCell nothing = { .kind = TY_CELL_EMPTY, .decimals = -1, .text = "" };
  guint low = 0;
  guint high = n_cells;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n_cells && cells[low].column == column ? &cells[low] : &nothing;
}

/* Zeros that the number format shows are added; digits that it hides are not dropped. */
static char *
number_to_text (const TyCell *self)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text;
  const char *point;
  int shown;

  if (fabs (self->number) >= 1e15)
    return g_strdup (self->text);

  /* 15 digits are what a spreadsheet keeps; a 16th is the noise of the binary fraction. */
  g_ascii_formatd (plain, sizeof plain, "%.15g", self->number == 0 ? 0 : self->number);
  point = strchr (plain, '.');
  shown = point != NULL ? (int) strlen (point + 1) : 0;
  if (strchr (plain, 'e') != NULL || self->decimals <= shown)
    return g_strdup (plain);

  text = g_string_new (plain);
  if (point == NULL)
    g_string_append_c (text, '.');
  for (; shown < self->decimals; shown++)
    g_string_append_c (text, '0');

  return g_string_free (text, FALSE);
}

/**
 * ty_cell_dup_text:
 * @self: a cell
 *
 * Gives the text as a person reads it on the sheet: 1978.1 in a cell that shows two decimals is
 * `1978.10`, a whole number has no exponent up to 15 digits, a date is `2021-10-01`. A number of
 * more digits is given as the file holds it.
 *
 * Returns: (transfer full): the text, which may be empty
 */
char *
ty_cell_dup_text (const TyCell *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case TY_CELL_NUMBER:
      return number_to_text (self);
    case TY_CELL_DATE:
      return ty_date_to_iso (self->date);
    case TY_CELL_BOOLEAN:
      return g_strdup (self->number != 0 ? "TRUE" : "FALSE");
    case TY_CELL_EMPTY:
    case TY_CELL_TEXT:
    case TY_CELL_ERROR:
    default:
      return g_strdup (self->text);
    }
}
