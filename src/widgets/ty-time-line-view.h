/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-time-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_TIME_LINE_VIEW (ty_time_line_view_get_type ())
G_DECLARE_FINAL_TYPE (TyTimeLineView, ty_time_line_view, TY, TIME_LINE_VIEW, GtkWidget)

GtkWidget *ty_time_line_view_new (TyTimeLine *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
