/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dashboard-counter.h"
#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyDashboardAsk:
 * @dashboard: what is asked
 * @narrow: key of a unit to which it is narrowed, 0 for the scope of the office
 * @compare: with what is compared instead of what the dashboard says; %TY_CARD_BEFORE_INHERIT for that
 *
 * How a dashboard is asked at the office’s cut-off date and scope.
 */
typedef struct
{
  const TyDashboard *dashboard;
  gint64 narrow;
  TyCardCompare compare;
} TyDashboardAsk;

GPtrArray   *ty_dashboard_list                 (TyDatabase            *database,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char        *ty_dashboard_suggest_word         (GPtrArray             *list,
                                                const char            *word) G_GNUC_WARN_UNUSED_RESULT;

/* Those of the program and of the county: (element-type TyDashboard). */
void         ty_office_list_dashboards_async   (TyOffice              *self,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GPtrArray   *ty_office_list_dashboards_finish  (TyOffice              *self,
                                                GAsyncResult          *result,
                                                GError               **error);
/* One is kept as the county’s own: one action, with undo. */
void         ty_office_save_dashboard_async    (TyOffice              *self,
                                                const TyDashboard     *dashboard,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
gboolean     ty_office_save_dashboard_finish   (TyOffice              *self,
                                                GAsyncResult          *result,
                                                GError               **error);
/* One of the program is as it was shipped again, one of the county is removed: one action, with undo. */
void         ty_office_reset_dashboard_async   (TyOffice              *self,
                                                const TyDashboard     *dashboard,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
gboolean     ty_office_reset_dashboard_finish  (TyOffice              *self,
                                                GAsyncResult          *result,
                                                GError               **error);
/* Its numbers: (element-type TyCardAnswer), one for each card. */
void         ty_office_count_dashboard_async   (TyOffice              *self,
                                                const TyDashboardAsk  *ask,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GPtrArray   *ty_office_count_dashboard_finish  (TyOffice              *self,
                                                GAsyncResult          *result,
                                                GError               **error);

G_END_DECLS
