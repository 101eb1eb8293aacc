/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-plan.h"

G_BEGIN_DECLS

/* A mentee of a plan with the user’s word on it. Properties: "accepted" (b, writable), "locked" (b, writable). */
#define TY_TYPE_PLAN_ITEM (ty_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (TyPlanItem, ty_plan_item, TY, PLAN_ITEM, GObject)

TyPlanItem         *ty_plan_item_new        (TyPairingPlan      *plan,
                                             const TyPlanMentee *mentee) G_GNUC_WARN_UNUSED_RESULT;
const TyPlanMentee *ty_plan_item_get_mentee (TyPlanItem         *self);
gboolean            ty_plan_item_is_change  (TyPlanItem         *self);
gboolean            ty_plan_item_is_accepted (TyPlanItem        *self);
gboolean            ty_plan_item_is_locked  (TyPlanItem         *self);

G_END_DECLS
