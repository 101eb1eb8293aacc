/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_STAT_TILE (ty_stat_tile_get_type ())
G_DECLARE_FINAL_TYPE (TyStatTile, ty_stat_tile, TY, STAT_TILE, GtkButton)

GtkWidget *ty_stat_tile_new       (const char   *caption) G_GNUC_WARN_UNUSED_RESULT;
void       ty_stat_tile_set_trend (TyStatTile   *self,
                                   const double *values,
                                   guint         n);

G_END_DECLS
