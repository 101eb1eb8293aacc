/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-window.h"

G_BEGIN_DECLS

void ty_roster_bench_run (TyWindow *window,
                          gint64    started);

G_END_DECLS
