/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-board-export.h"
#include "ty-dashboard.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Charts as a file, noted in the history where that can be written. */
void     ty_office_export_board_async  (TyOffice                 *self,
                                        const TyBoardExportSpec  *spec,
                                        GPtrArray                *charts,
                                        const TyDashboard        *dashboard,
                                        GCancellable             *cancellable,
                                        GAsyncReadyCallback       callback,
                                        gpointer                  user_data);
gboolean ty_office_export_board_finish (TyOffice                 *self,
                                        GAsyncResult             *result,
                                        GError                  **error);

/**
 * TyBoardPart:
 * @dashboard: (owned): a dashboard
 * @charts: (owned) (element-type TyChart): what its cards show
 *
 * A dashboard of a set of papers.
 */
typedef struct
{
  TyDashboard *dashboard;
  GPtrArray *charts;
} TyBoardPart;

TyBoardPart *ty_board_part_new  (const TyDashboard *dashboard,
                                 GPtrArray         *charts) G_GNUC_WARN_UNUSED_RESULT;
void         ty_board_part_free (TyBoardPart       *self);

/* Several dashboards as one set of papers, with contents; noted in the history where that can be written. */
void     ty_office_export_set_async    (TyOffice                 *self,
                                        const TyBoardExportSpec  *spec,
                                        GPtrArray                *parts,
                                        GCancellable             *cancellable,
                                        GAsyncReadyCallback       callback,
                                        gpointer                  user_data);
gboolean ty_office_export_set_finish   (TyOffice                 *self,
                                        GAsyncResult             *result,
                                        GError                  **error);

G_END_DECLS
