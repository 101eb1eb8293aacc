/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_ROW_GRID (ty_row_grid_get_type ())
G_DECLARE_FINAL_TYPE (TyRowGrid, ty_row_grid, TY, ROW_GRID, AdwBin)

GtkWidget *ty_row_grid_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_row_grid_set_numeric (TyRowGrid          *self,
                                    guint               column);
void       ty_row_grid_add         (TyRowGrid          *self,
                                    gboolean            heading,
                                    const char * const *texts);
void       ty_row_grid_add_button  (TyRowGrid          *self,
                                    const char         *name,
                                    const char         *action,
                                    GVariant           *target);
void       ty_row_grid_dim_last    (TyRowGrid          *self);
guint      ty_row_grid_get_n_rows  (TyRowGrid          *self);

G_END_DECLS
