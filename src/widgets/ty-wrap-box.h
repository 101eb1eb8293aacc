/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_WRAP_BOX (ty_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (TyWrapBox, ty_wrap_box, TY, WRAP_BOX, GtkWidget)

GtkWidget *ty_wrap_box_new    (int        spacing) G_GNUC_WARN_UNUSED_RESULT;
void       ty_wrap_box_append (TyWrapBox *self,
                               GtkWidget *child);
void       ty_wrap_box_clear  (TyWrapBox *self);

G_END_DECLS
