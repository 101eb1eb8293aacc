/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-cell-range.h"
#include "ty-cell.h"
#include "ty-table-line.h"
#include "ty-xlsx-error.h"
#include "ty-xlsx-sheet.h"

G_BEGIN_DECLS

#define TY_TYPE_TABLE_SOURCE (ty_table_source_get_type ())
G_DECLARE_FINAL_TYPE (TyTableSource, ty_table_source, TY, TABLE_SOURCE, GObject)

TyTableSource *ty_table_source_open            (GFile          *file,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyTableSource *ty_table_source_new_for_text    (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
guint          ty_table_source_get_n_sheets    (TyTableSource  *self);
const char    *ty_table_source_get_sheet_name  (TyTableSource  *self,
                                                guint           sheet);
gboolean       ty_table_source_get_sheet_shown (TyTableSource  *self,
                                                guint           sheet);
gboolean       ty_table_source_read_sheet      (TyTableSource  *self,
                                                guint           sheet,
                                                TyRowFunc       func,
                                                gpointer        data,
                                                GCancellable   *cancellable,
                                                GError        **error);
GPtrArray     *ty_table_source_peek            (TyTableSource  *self,
                                                guint           sheet,
                                                guint           n_lines,
                                                GCancellable   *cancellable,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GArray        *ty_table_source_scan_merges     (TyTableSource  *self,
                                                guint           sheet,
                                                GCancellable   *cancellable,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_table_source_has_merges      (TyTableSource  *self);
const char    *ty_table_source_get_format      (TyTableSource  *self);
const char    *ty_table_source_get_encoding    (TyTableSource  *self);

GHashTable    *ty_table_source_new_merges (void) G_GNUC_WARN_UNUSED_RESULT;
void           ty_table_source_set_merges (TyTableSource *self,
                                           GHashTable    *known);

G_END_DECLS
