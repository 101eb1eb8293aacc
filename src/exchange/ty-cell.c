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

/* Days of living people, 1920 to 2099, counted from 1900; five digits are nobody's date otherwise. */
#define FIRST_SERIAL 7306
#define LAST_SERIAL 73050

/**
 * ty_cell_set_serial:
 * @self: (inout): a number
 * @is_date: whether its format shows it as a date
 * @since_1904: whether the workbook counts its days from 1904
 *
 * Makes a date of a number that is one, and keeps the day of a whole number that only lost its format.
 */
void
ty_cell_set_serial (TyCell   *self,
                    gboolean  is_date,
                    gboolean  since_1904)
{
  if (self->number < 0 || self->number >= G_MAXINT32)
    return;
  if (!is_date && (self->number != floor (self->number) || self->number < FIRST_SERIAL - 1462
                   || self->number > LAST_SERIAL))
    return;

  self->date = ty_date_from_serial ((gint64) floor (self->number), since_1904);
  if (is_date && ty_date_is_known (self->date))
    self->kind = TY_CELL_DATE;
}

/* A number such as 1990.1 lost a zero: October, since January would have been typed as 1990.01. */
static gboolean
is_short_october (const TyCell *cell,
                  const char   *text)
{
  const char *point = strchr (text, '.');

  return cell->kind == TY_CELL_NUMBER && point != NULL && strcmp (point, ".1") == 0;
}

/* 19781 may as well be January 1978, typed without a point. */
static gboolean
is_serial (const TyCell *cell)
{
  return cell->kind == TY_CELL_NUMBER && ty_date_is_known (cell->date) && cell->number >= 10000
         && (cell->number < 19000 || cell->number > 20999);
}

/**
 * ty_cell_parse_date:
 * @self: a cell
 * @date: (out): the date, as far as the cell says it
 * @remarks: (out): what to tell of it
 *
 * Reads a date of a table: one that is typed as such, one that is written in any of the ways of
 * ty_date_parse_record(), or the number of a day whose cell has lost its format. A date cell of the first
 * of a month is taken for the month: offices show no day there.
 *
 * Returns: whether it is a date
 */
gboolean
ty_cell_parse_date (const TyCell      *self,
                    TyDate            *date,
                    TyCellDateRemarks *remarks)
{
  g_autofree char *text = ty_cell_dup_text (self);
  g_autofree char *whole = NULL;
  gboolean month_unknown = FALSE;

  *remarks = 0;
  if (is_short_october (self, text))
    {
      whole = g_strconcat (text, "0", NULL);
      *remarks |= TY_CELL_DATE_OCTOBER;
    }
  if (!ty_date_parse_record (whole != NULL ? whole : text, date, &month_unknown, NULL))
    {
      if (!is_serial (self))
        return FALSE;
      *date = self->date;
      *remarks |= TY_CELL_DATE_SERIAL;
    }
  if (month_unknown)
    *remarks |= TY_CELL_DATE_NO_MONTH;
  if (self->kind == TY_CELL_DATE && date->day == 1)
    date->day = 0;
  return TRUE;
}
