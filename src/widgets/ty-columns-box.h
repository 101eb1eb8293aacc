/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_COLUMNS_BOX (ty_columns_box_get_type ())
G_DECLARE_FINAL_TYPE (TyColumnsBox, ty_columns_box, TY, COLUMNS_BOX, GtkWidget)

GtkWidget *ty_columns_box_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_columns_box_append (TyColumnsBox *self,
                                  GtkWidget    *child);
void       ty_columns_box_clear  (TyColumnsBox *self);

G_END_DECLS
