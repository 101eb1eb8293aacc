/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cell.h"
#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyTableLine:
 * @row: the row of the sheet, from 1
 * @cells: (owned) (array length=n_cells): the cells with something in them, by column, with texts of
 *   their own
 * @n_cells: their number
 * @texts: (owned): the texts of the cells that the row had when it was read, one behind the other
 * @n_texts: how many bytes these are
 *
 * A row of a sheet that outlives its reading.
 */
struct _TyTableLine
{
  guint row;
  TyCell *cells;
  guint n_cells;
  char *texts;
  gsize n_texts;
};

TyTableLine *ty_table_line_new      (guint         row,
                                       const TyCell *cells,
                                       guint         n_cells) G_GNUC_WARN_UNUSED_RESULT;
void          ty_table_line_free     (TyTableLine *self);
char         *ty_table_line_dup_text (TyTableLine *self,
                                       guint         column) G_GNUC_WARN_UNUSED_RESULT;
void          ty_table_line_fill     (TyTableLine *self,
                                       TyTableLine *from,
                                       guint         column);

G_END_DECLS
