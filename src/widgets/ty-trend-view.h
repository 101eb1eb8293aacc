/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_TREND_VIEW (ty_trend_view_get_type ())
G_DECLARE_FINAL_TYPE (TyTrendView, ty_trend_view, TY, TREND_VIEW, GtkWidget)

void ty_trend_view_set_values (TyTrendView  *self,
                               const double *values,
                               guint         n);

G_END_DECLS
