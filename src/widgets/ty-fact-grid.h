/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_FACT_GRID (ty_fact_grid_get_type ())
G_DECLARE_FINAL_TYPE (TyFactGrid, ty_fact_grid, TY, FACT_GRID, AdwBin)

GtkWidget *ty_fact_grid_new        (guint       columns) G_GNUC_WARN_UNUSED_RESULT;
void       ty_fact_grid_add        (TyFactGrid *self,
                                    const char *key,
                                    const char *value);
void       ty_fact_grid_add_widget (TyFactGrid *self,
                                    const char *key,
                                    GtkWidget  *value);
guint      ty_fact_grid_get_n_facts (TyFactGrid *self);

G_END_DECLS
