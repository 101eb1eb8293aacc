/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dashboard.h"
#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_DASHBOARD_PAGE (ty_dashboard_page_get_type ())
G_DECLARE_FINAL_TYPE (TyDashboardPage, ty_dashboard_page, TY, DASHBOARD_PAGE, TyPage)

GtkWidget         *ty_dashboard_page_new           (TyOffice        *office) G_GNUC_WARN_UNUSED_RESULT;
const TyDashboard *ty_dashboard_page_get_dashboard (TyDashboardPage *self);
void               ty_dashboard_page_show          (TyDashboardPage *self,
                                                    const char      *word);
gboolean           ty_dashboard_page_activate      (TyDashboardPage *self,
                                                    guint            card,
                                                    guint            mark);
int                ty_dashboard_page_get_n_behind  (TyDashboardPage *self);
GPtrArray         *ty_dashboard_page_list_charts   (TyDashboardPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
