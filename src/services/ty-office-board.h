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

G_END_DECLS
