/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-condition.h"

G_BEGIN_DECLS

/* Conditions as chips with the number of people that each would leave; they act by the action
 * “roster.condition”. */
#define TY_TYPE_CONDITION_BAR (ty_condition_bar_get_type ())
G_DECLARE_FINAL_TYPE (TyConditionBar, ty_condition_bar, TY, CONDITION_BAR, GtkBox)

void   ty_condition_bar_set_who    (TyConditionBar    *self,
                                    TyWho              who);
guint  ty_condition_bar_list       (TyConditionBar    *self,
                                    TyCondition       *conditions);
void   ty_condition_bar_set_counts (TyConditionBar    *self,
                                    const TyCondition *conditions,
                                    const guint       *counts,
                                    guint              n_counts);
void   ty_condition_bar_forget_counts (TyConditionBar *self);

G_END_DECLS
