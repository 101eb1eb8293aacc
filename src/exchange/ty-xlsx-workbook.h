/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_XLSX_MAX_SHEETS:
 *
 * The most worksheets of a workbook.
 */
#define TY_XLSX_MAX_SHEETS 1024

TyXlsxWorkbook *ty_xlsx_workbook_load             (TyZipFile       *zip,
                                                   GError         **error)
  G_GNUC_WARN_UNUSED_RESULT;
void            ty_xlsx_workbook_free             (TyXlsxWorkbook  *self);
guint           ty_xlsx_workbook_get_n_sheets     (TyXlsxWorkbook  *self);
const char     *ty_xlsx_workbook_get_sheet_name   (TyXlsxWorkbook  *self,
                                                   guint            sheet);
const char     *ty_xlsx_workbook_get_sheet_part   (TyXlsxWorkbook  *self,
                                                   guint            sheet);
gboolean        ty_xlsx_workbook_get_sheet_shown  (TyXlsxWorkbook  *self,
                                                   guint            sheet);
const char     *ty_xlsx_workbook_get_strings_part (TyXlsxWorkbook  *self);
const char     *ty_xlsx_workbook_get_styles_part  (TyXlsxWorkbook  *self);
gboolean        ty_xlsx_workbook_get_since_1904   (TyXlsxWorkbook  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsxWorkbook, ty_xlsx_workbook_free)

G_END_DECLS
