/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-window.h"

G_BEGIN_DECLS

GtkApplication *ty_test_window_start_application (void) G_GNUC_WARN_UNUSED_RESULT;
void            ty_test_window_settle            (TyWindow *window);

G_END_DECLS
