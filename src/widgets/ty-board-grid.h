/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cards in rows of twelve columns, one after the other; one that has no room begins a new row. */
#define TY_TYPE_BOARD_GRID (ty_board_grid_get_type ())
G_DECLARE_FINAL_TYPE (TyBoardGrid, ty_board_grid, TY, BOARD_GRID, GtkWidget)

#define TY_BOARD_GRID_COLUMNS 12

GtkWidget *ty_board_grid_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_board_grid_append (TyBoardGrid *self,
                                 GtkWidget   *child,
                                 guint        width,
                                 guint        height);
void       ty_board_grid_clear  (TyBoardGrid *self);
guint      ty_board_grid_find   (TyBoardGrid *self,
                                 double       x,
                                 double       y);

G_END_DECLS
