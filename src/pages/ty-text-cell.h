/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_TEXT_CELL (ty_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (TyTextCell, ty_text_cell, TY, TEXT_CELL, GtkWidget)

GtkWidget *ty_text_cell_new      (PangoLayout *layout,
                                  int          least,
                                  gboolean     at_end) G_GNUC_WARN_UNUSED_RESULT;
void       ty_text_cell_set_text (TyTextCell  *self,
                                  const char  *text);

G_END_DECLS
