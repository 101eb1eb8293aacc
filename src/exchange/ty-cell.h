/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyCellKind:
 * @TY_CELL_EMPTY: nothing, or a text without a character
 * @TY_CELL_TEXT: text
 * @TY_CELL_NUMBER: a number; an ID number that is one has lost digits
 * @TY_CELL_DATE: a number that the cell shows as a date
 * @TY_CELL_BOOLEAN: true or false
 * @TY_CELL_ERROR: the failure of a formula, such as `#N/A`
 *
 * What a cell holds; a formula holds the result that was saved with it.
 */
typedef enum
{
  TY_CELL_EMPTY,
  TY_CELL_TEXT,
  TY_CELL_NUMBER,
  TY_CELL_DATE,
  TY_CELL_BOOLEAN,
  TY_CELL_ERROR,
} TyCellKind;

/**
 * TyCell:
 * @column: from 0
 * @kind: what it holds
 * @style: the index of its cell style
 * @decimals: how many decimals its number format always shows, or -1 where it is free
 * @text: the text, or the characters of the number as the file holds them; never %NULL
 * @number: the number, or 1 for true
 * @date: the day of a date; the time of day is dropped. Of a whole number that is shown as one, the day that
 *   the workbook would count so, or none
 *
 * One cell while its row is read.
 */
struct _TyCell
{
  guint column;
  TyCellKind kind;
  guint style;
  int decimals;
  const char *text;
  double number;
  TyDate date;
};

/**
 * TyCellDateRemarks:
 * @TY_CELL_DATE_OCTOBER: a number `1990.1` was read as October
 * @TY_CELL_DATE_NO_MONTH: the month was written as 00
 * @TY_CELL_DATE_SERIAL: a whole number was read as a day that spreadsheets count so
 *
 * What somebody should know of a date that was read.
 */
typedef enum
{
  TY_CELL_DATE_OCTOBER = 1 << 0,
  TY_CELL_DATE_NO_MONTH = 1 << 1,
  TY_CELL_DATE_SERIAL = 1 << 2,
} TyCellDateRemarks;

const TyCell *ty_cell_at       (const TyCell *cells,
                                guint         n_cells,
                                guint         column);
char         *ty_cell_dup_text (const TyCell *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_cell_parse_date (const TyCell      *self,
                                  TyDate            *date,
                                  TyCellDateRemarks *remarks);
void          ty_cell_set_serial (TyCell            *self,
                                  gboolean           is_date,
                                  gboolean           since_1904);

G_END_DECLS
