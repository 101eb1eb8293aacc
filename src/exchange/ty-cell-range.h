/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_SHEET_MAX_ROWS:
 *
 * Rows of a worksheet (ECMA-376).
 */
#define TY_SHEET_MAX_ROWS 1048576

/**
 * TY_SHEET_MAX_COLUMNS:
 *
 * Columns of a worksheet, A to XFD (ECMA-376).
 */
#define TY_SHEET_MAX_COLUMNS 16384

/**
 * TyCellRange:
 * @first_row: the upper row, from 1
 * @last_row: the lower row
 * @first_column: the left column, from 0
 * @last_column: the right column
 *
 * A block of cells, such as one that was merged.
 */
struct _TyCellRange
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
};

gboolean  ty_cell_place_parse     (const char   *text,
                                   guint        *row,
                                   guint        *column,
                                   GError      **error);
char     *ty_cell_place_to_string (guint         row,
                                   guint         column) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ty_cell_range_parse     (const char   *text,
                                   TyCellRange  *range,
                                   GError      **error);

G_END_DECLS
