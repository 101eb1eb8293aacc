/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-window.h"

G_BEGIN_DECLS

void ty_shots_prepare (void);
void ty_shots_run     (TyWindow   *window,
                       const char *dir);

G_END_DECLS
