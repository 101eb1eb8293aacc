/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-cell.h"

G_BEGIN_DECLS

/**
 * TY_XLSX_MAX_SHEET_BYTES:
 *
 * The most that a sheet may unpack to. 100,000 rows of 30 columns are some 200 MB.
 */
#define TY_XLSX_MAX_SHEET_BYTES (G_GUINT64_CONSTANT (512) << 20)

/**
 * TY_XLSX_MAX_ROW_BYTES:
 *
 * The most text that the cells of one row may hold together.
 */
#define TY_XLSX_MAX_ROW_BYTES (16 << 20)

/**
 * TyRowFunc:
 * @row: the row as the sheet counts it, from 1
 * @cells: (array length=n_cells): the cells that hold something, by column; valid during the call
 * @n_cells: how many, never 0
 * @data: the caller's
 * @error: (out) (optional): where an error goes
 *
 * Takes one row.
 *
 * Returns: whether to go on; %FALSE without an error ends the reading early, which is no failure
 */
typedef gboolean (*TyRowFunc) (guint         row,
                               const TyCell *cells,
                               guint         n_cells,
                               gpointer      data,
                               GError      **error);

TyXlsxSheet *ty_xlsx_sheet_new        (TyXmlPart      *part,
                                       TyXlsxStrings  *strings,
                                       TyXlsxStyles   *styles,
                                       gboolean        since_1904,
                                       const char     *name) G_GNUC_WARN_UNUSED_RESULT;
void         ty_xlsx_sheet_free       (TyXlsxSheet    *self);
gboolean     ty_xlsx_sheet_read       (TyXlsxSheet    *self,
                                       TyRowFunc       func,
                                       gpointer        data,
                                       GCancellable   *cancellable,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsxSheet, ty_xlsx_sheet_free)

G_END_DECLS
