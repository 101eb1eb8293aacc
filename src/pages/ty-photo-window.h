/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-crop-view.h"
#include "ty-office.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PHOTO_WINDOW (ty_photo_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPhotoWindow, ty_photo_window, TY, PHOTO_WINDOW, AdwWindow)

/* Signal “saved”: the photo is in the file. */
TyPhotoWindow *ty_photo_window_new      (GtkWindow     *parent,
                                         TyOffice      *office,
                                         gint64         person,
                                         const char    *name,
                                         const char    *path) G_GNUC_WARN_UNUSED_RESULT;
TyCropView    *ty_photo_window_get_view (TyPhotoWindow *self);
const char    *ty_photo_window_get_page (TyPhotoWindow *self);

G_END_DECLS
