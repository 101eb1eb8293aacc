/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a popover shows to choose and move the columns of a roster. Signal: "changed": by hand. */
#define TY_TYPE_COLUMN_CHOOSER (ty_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TyColumnChooser, ty_column_chooser, TY, COLUMN_CHOOSER, GtkBox)

void ty_column_chooser_set_view (TyColumnChooser *self,
                                 GtkColumnView   *view);

G_END_DECLS
