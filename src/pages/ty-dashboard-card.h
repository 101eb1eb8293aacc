/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-chart-view.h"

G_BEGIN_DECLS

/* A card of a dashboard. Signals: “mark-activated” (u mark); “menu” (GtkWidget): somebody asks what can be done with it, the
 * widget at which the menu belongs; “dropped” (u number): another card was dropped here. */
#define TY_TYPE_DASHBOARD_CARD (ty_dashboard_card_get_type ())
G_DECLARE_FINAL_TYPE (TyDashboardCard, ty_dashboard_card, TY, DASHBOARD_CARD, AdwBin)

GtkWidget   *ty_dashboard_card_new          (guint            number) G_GNUC_WARN_UNUSED_RESULT;
guint        ty_dashboard_card_get_number   (TyDashboardCard *self);
TyChartView *ty_dashboard_card_get_view     (TyDashboardCard *self);
void         ty_dashboard_card_set_chart    (TyDashboardCard *self,
                                             TyChart         *chart);
void         ty_dashboard_card_set_editable (TyDashboardCard *self,
                                             gboolean         editable);

G_END_DECLS
