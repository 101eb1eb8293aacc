/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-record.h"

G_BEGIN_DECLS

/* A row of a person's file is added, changed or removed: one action, with undo. Rules of entry that
 * are not met are told with the field. */
void     ty_office_save_row_async  (TyOffice             *self,
                                    TyRecord             *stored,
                                    TyRecord             *row,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean ty_office_save_row_finish (TyOffice             *self,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
