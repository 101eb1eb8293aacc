/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cross-grid.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* A cross table at the office's cut-off date and scope. */
void         ty_office_count_cross_async   (TyOffice             *self,
                                            const TyTablePlan    *plan,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TyCrossGrid *ty_office_count_cross_finish  (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Those of the program and of the county: (element-type TyTablePlan). */
void         ty_office_list_crosses_async  (TyOffice             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray   *ty_office_list_crosses_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* One is saved in the place of the one with its word, or removed: one action, with undo. */
void         ty_office_save_cross_async    (TyOffice             *self,
                                            const TyTablePlan    *plan,
                                            gboolean              remove,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean     ty_office_save_cross_finish   (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* As a workbook, noted in the history where the file can be written. */
void         ty_office_export_grid_async   (TyOffice             *self,
                                            TyGrid               *grid,
                                            const char           *path,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean     ty_office_export_grid_finish  (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
