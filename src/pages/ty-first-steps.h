/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-figures.h"

G_BEGIN_DECLS

/* The first steps with a new county file, those that are done with a tick. */
#define TY_TYPE_FIRST_STEPS (ty_first_steps_get_type ())
G_DECLARE_FINAL_TYPE (TyFirstSteps, ty_first_steps, TY, FIRST_STEPS, AdwBin)

void ty_first_steps_show (TyFirstSteps     *self,
                          TyOffice         *office,
                          const TyOverview *overview);

G_END_DECLS
