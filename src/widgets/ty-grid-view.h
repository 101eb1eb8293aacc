/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-grid.h"

G_BEGIN_DECLS

/* A table of figures. Signal “activated” (u row, u column): of a cell behind which there are people. */
#define TY_TYPE_GRID_VIEW (ty_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (TyGridView, ty_grid_view, TY, GRID_VIEW, GtkWidget)

GtkWidget *ty_grid_view_new      (void) G_GNUC_WARN_UNUSED_RESULT;
TyGrid    *ty_grid_view_get_grid (TyGridView *self);
void       ty_grid_view_set_grid (TyGridView *self,
                                  TyGrid     *grid);
gboolean   ty_grid_view_get_cell (TyGridView *self,
                                  guint      *row,
                                  guint      *column);

G_END_DECLS
