/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-layout-columns.h"
#include "ty-office-export.h"

G_BEGIN_DECLS

#define TY_TYPE_EXPORT_WINDOW (ty_export_window_get_type ())
G_DECLARE_FINAL_TYPE (TyExportWindow, ty_export_window, TY, EXPORT_WINDOW, AdwWindow)

TyExportWindow  *ty_export_window_new         (GtkWindow            *parent,
                                               TyOffice             *office,
                                               const TyRosterQuery  *query,
                                               const char           *filter_text,
                                               GArray               *people);
void             ty_export_window_set_printing (TyExportWindow      *self);
gboolean         ty_export_window_is_ready    (TyExportWindow       *self);
TyLayoutColumns *ty_export_window_get_columns (TyExportWindow       *self);
const char      *ty_export_window_get_preview (TyExportWindow       *self,
                                               guint                 row,
                                               guint                 column);
void             ty_export_window_export      (TyExportWindow       *self,
                                               const char           *path);

G_END_DECLS
