/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-cell-range.h"
#include "ty-cell.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-sheet.h"

G_BEGIN_DECLS

/**
 * TY_XLSX_MAX_MERGES:
 *
 * The most merged blocks of a sheet.
 */
#define TY_XLSX_MAX_MERGES 100000

#define TY_TYPE_XLSX_READER (ty_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (TyXlsxReader, ty_xlsx_reader, TY, XLSX_READER, GObject)

TyXlsxReader *ty_xlsx_reader_new              (GFile         *file,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
guint         ty_xlsx_reader_get_n_sheets     (TyXlsxReader  *self);
const char   *ty_xlsx_reader_get_sheet_name   (TyXlsxReader  *self,
                                               guint          sheet);
gboolean      ty_xlsx_reader_get_sheet_shown  (TyXlsxReader  *self,
                                               guint          sheet);
gboolean      ty_xlsx_reader_read_sheet       (TyXlsxReader  *self,
                                               guint          sheet,
                                               TyRowFunc      func,
                                               gpointer       data,
                                               GCancellable  *cancellable,
                                               GError       **error);
GArray       *ty_xlsx_reader_scan_merges      (TyXlsxReader  *self,
                                               guint          sheet,
                                               GCancellable  *cancellable,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
