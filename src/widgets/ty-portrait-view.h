/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PORTRAIT_VIEW (ty_portrait_view_get_type ())
G_DECLARE_FINAL_TYPE (TyPortraitView, ty_portrait_view, TY, PORTRAIT_VIEW, GtkWidget)

void ty_portrait_view_set_photo (TyPortraitView *self,
                                 GBytes         *photo,
                                 const char     *name);
void ty_portrait_view_set_texture (TyPortraitView *self,
                                   GdkTexture     *texture);

G_END_DECLS
