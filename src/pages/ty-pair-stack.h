/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-card.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_PAIR_STACK (ty_pair_stack_get_type ())
G_DECLARE_FINAL_TYPE (TyPairStack, ty_pair_stack, TY, PAIR_STACK, GtkWidget)

void        ty_pair_stack_set_adjustment (TyPairStack    *self,
                                          GtkAdjustment  *adjustment);
void        ty_pair_stack_set_lanes      (TyPairStack    *self,
                                          guint           lanes);
guint       ty_pair_stack_get_lanes      (TyPairStack    *self);
void        ty_pair_stack_set_cards      (TyPairStack    *self,
                                          GPtrArray      *cards);
guint       ty_pair_stack_get_n          (TyPairStack    *self);
GtkWidget  *ty_pair_stack_get_card       (TyPairStack    *self,
                                          guint           position);
gboolean    ty_pair_stack_find           (TyPairStack    *self,
                                          GtkWidget      *card,
                                          guint          *position);
void        ty_pair_stack_set_insertion  (TyPairStack    *self,
                                          int             position);
int         ty_pair_stack_get_insertion  (TyPairStack    *self);

G_END_DECLS
