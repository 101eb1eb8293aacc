/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart-picture.h"

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_CHART_VIEW (ty_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TyChartView, ty_chart_view, TY, CHART_VIEW, GtkWidget)

GtkWidget      *ty_chart_view_new          (TyChart             *chart) G_GNUC_WARN_UNUSED_RESULT;
void            ty_chart_view_set_chart    (TyChartView         *self,
                                            TyChart             *chart);
TyChart        *ty_chart_view_get_chart    (TyChartView         *self);
void            ty_chart_view_set_flags    (TyChartView         *self,
                                            TyChartPictureFlags  flags);
void            ty_chart_view_set_selected (TyChartView         *self,
                                            guint                mark);
guint           ty_chart_view_get_selected (TyChartView         *self);
guint           ty_chart_view_get_focused  (TyChartView         *self);
TyChartPicture *ty_chart_view_get_picture  (TyChartView         *self);
void            ty_chart_view_copy         (TyChartView         *self);

G_END_DECLS
