/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TY_TYPE_GALLERY_WINDOW (ty_gallery_window_get_type ())
G_DECLARE_FINAL_TYPE (TyGalleryWindow, ty_gallery_window, TY, GALLERY_WINDOW, AdwWindow)

GtkWindow *ty_gallery_window_new         (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_gallery_window_get_content (TyGalleryWindow *self);

G_END_DECLS
