/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-card-answer.h"
#include "ty-dashboard.h"

G_BEGIN_DECLS

/**
 * TyDashboardPlace:
 * @columns: the generation that is asked
 * @views: (nullable): where views are kept that are asked for again
 * @database: a connection of the same state of the file
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @compare: with what is compared, instead of what the dashboard says; %TY_CARD_BEFORE_INHERIT for that
 *
 * When and where a dashboard is asked. To narrow it to a unit is to ask it in that scope.
 */
typedef struct
{
  TyColumns *columns;
  TyViews *views;
  TyDatabase *database;
  TyDate as_of;
  gint64 scope;
  TyCardCompare compare;
} TyDashboardPlace;

GPtrArray *ty_dashboard_count          (const TyDashboard       *dashboard,
                                        const TyDashboardPlace  *place,
                                        GCancellable            *cancellable,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
TyDate     ty_dashboard_find_before    (TyCardCompare            compare,
                                        TyColumns               *columns,
                                        TyDate                   as_of);

G_END_DECLS
