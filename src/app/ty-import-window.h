/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_IMPORT_WINDOW (ty_import_window_get_type ())
G_DECLARE_FINAL_TYPE (TyImportWindow, ty_import_window, TY, IMPORT_WINDOW, AdwWindow)

TyImportWindow *ty_import_window_new         (GtkWindow      *parent,
                                              TyOffice       *office,
                                              const char     *path);
void            ty_import_window_take        (TyImportWindow *self,
                                              const char *const *paths);
gboolean        ty_import_window_is_busy     (TyImportWindow *self);
gboolean        ty_import_window_is_looked_at (TyImportWindow *self);
gboolean        ty_import_window_is_compared (TyImportWindow *self);
void            ty_import_window_tell        (TyImportWindow *self,
                                              const char     *message);

G_END_DECLS
