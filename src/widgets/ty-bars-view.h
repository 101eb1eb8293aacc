/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bars.h"

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_BARS_VIEW (ty_bars_view_get_type ())
G_DECLARE_FINAL_TYPE (TyBarsView, ty_bars_view, TY, BARS_VIEW, GtkWidget)

GtkWidget *ty_bars_view_new (TyBars *bars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
