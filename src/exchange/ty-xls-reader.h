/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-xlsx-sheet.h"

G_BEGIN_DECLS

TyXlsReader *ty_xls_reader_new             (GBytes        *file,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         ty_xls_reader_free            (TyXlsReader   *self);
guint        ty_xls_reader_get_n_sheets    (TyXlsReader   *self);
const char  *ty_xls_reader_get_sheet_name  (TyXlsReader   *self,
                                            guint          sheet);
gboolean     ty_xls_reader_get_sheet_shown (TyXlsReader   *self,
                                            guint          sheet);
gboolean     ty_xls_reader_read_sheet      (TyXlsReader   *self,
                                            guint          sheet,
                                            TyRowFunc      func,
                                            gpointer       data,
                                            GCancellable  *cancellable,
                                            GError       **error);
GArray      *ty_xls_reader_scan_merges     (TyXlsReader   *self,
                                            guint          sheet,
                                            GCancellable  *cancellable,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsReader, ty_xls_reader_free)

G_END_DECLS
