/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-crop.h"
#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_CROP_VIEW (ty_crop_view_get_type ())
G_DECLARE_FINAL_TYPE (TyCropView, ty_crop_view, TY, CROP_VIEW, GtkWidget)

/* Signal “changed”: another part of the picture is kept, or it was turned. */
GtkWidget *ty_crop_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_crop_view_set_picture (TyCropView   *self,
                                     GdkPixbuf    *picture);
GdkPixbuf *ty_crop_view_get_picture (TyCropView   *self);
void       ty_crop_view_get_crop    (TyCropView   *self,
                                     TyCrop       *crop);
void       ty_crop_view_set_crop    (TyCropView   *self,
                                     const TyCrop *crop);
void       ty_crop_view_turn        (TyCropView   *self,
                                     gboolean      clockwise);
void       ty_crop_view_reset       (TyCropView   *self);

G_END_DECLS
