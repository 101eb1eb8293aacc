/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-snapshot.h"

G_BEGIN_DECLS

/* Those of the file, the newest first: (element-type TySnapshot). */
void       ty_office_list_snapshots_async  (TyOffice             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ty_office_list_snapshots_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* One is taken, or removed: one action, with undo. One that is there is never written again. */
void       ty_office_take_snapshot_async   (TyOffice             *self,
                                            const TySnapshot     *snapshot,
                                            gboolean              remove,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   ty_office_take_snapshot_finish  (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
