/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ty_plan_reasons_fill      (GtkBox             *pane,
                                TyPairingPlan      *plan,
                                const TyPlanMentee *mentee);
void ty_plan_reasons_fill_pair (GtkBox             *pane,
                                TyPairingPlan      *plan,
                                const TyPlanMentee *mentee,
                                const TyPlanMentor *mentor);

G_END_DECLS
