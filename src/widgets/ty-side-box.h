/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_SIDE_BOX (ty_side_box_get_type ())
G_DECLARE_FINAL_TYPE (TySideBox, ty_side_box, TY, SIDE_BOX, GtkWidget)

GtkWidget *ty_side_box_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
