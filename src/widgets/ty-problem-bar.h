/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_PROBLEM_BAR (ty_problem_bar_get_type ())
G_DECLARE_FINAL_TYPE (TyProblemBar, ty_problem_bar, TY, PROBLEM_BAR, AdwBin)

const char *ty_problem_bar_get_message (TyProblemBar *self);
void        ty_problem_bar_set_message (TyProblemBar *self,
                                        const char   *message);

G_END_DECLS
