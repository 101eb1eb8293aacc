/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-plan-item.h"

G_BEGIN_DECLS

#define TY_TYPE_PLAN_ROW (ty_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (TyPlanRow, ty_plan_row, TY, PLAN_ROW, AdwBin)

GtkWidget *ty_plan_row_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_plan_row_set_item (TyPlanRow  *self,
                                 TyPlanItem *item);

G_END_DECLS
