/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-plan.h"

G_BEGIN_DECLS

void ty_cli_pair_print      (TyPairingPlan *plan);
void ty_cli_pair_print_json (TyPairingPlan *plan,
                             gint64         action);
void ty_cli_pair_print_why  (TyPairingPlan *plan,
                             TyPlanMentee  *mentee,
                             TyPlanMentor  *mentor);

G_END_DECLS
