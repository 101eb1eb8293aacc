/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_PHOTOS_WINDOW (ty_photos_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPhotosWindow, ty_photos_window, TY, PHOTOS_WINDOW, AdwWindow)

/* Signal “imported” (s text): the photos are in the file; the text says how many. */
TyPhotosWindow *ty_photos_window_new      (GtkWindow      *parent,
                                           TyOffice       *office,
                                           const char *const *paths) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ty_photos_window_is_ready (TyPhotosWindow *self);
char           *ty_photos_window_dup_text (TyPhotosWindow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
