/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-window.h"

G_BEGIN_DECLS

void ty_window_bench_run (TyWindow *window);

G_END_DECLS
