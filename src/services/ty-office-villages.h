/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-seat-edit.h"
#include "ty-village-file.h"
#include "ty-village-table.h"

G_BEGIN_DECLS

/* Townships and villages at the office's cut-off date in its scope. */
void            ty_office_load_villages_async  (TyOffice             *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TyVillageTable *ty_office_load_villages_finish (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* How many villages there are at the office's cut-off date in its scope; -1 where that could not be told. */
void            ty_office_count_villages_async  (TyOffice            *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
int             ty_office_count_villages_finish (TyOffice            *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
/* One of them at the office's cut-off date, whatever the scope. */
void            ty_office_load_village_async   (TyOffice             *self,
                                                gint64                unit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TyVillageFile  *ty_office_load_village_finish  (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* One action, with undo. */
void            ty_office_set_seats_async      (TyOffice             *self,
                                                const gint64         *units,
                                                guint                 n_units,
                                                const TySeatChange   *changes,
                                                guint                 n_changes,
                                                TyDate                from,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ty_office_set_seats_finish     (TyOffice             *self,
                                                GAsyncResult         *result,
                                                gboolean             *changed,
                                                GError              **error);
void            ty_office_move_unit_async      (TyOffice             *self,
                                                gint64                unit,
                                                gint64                before,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        ty_office_move_unit_finish     (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
