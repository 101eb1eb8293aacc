/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-agenda.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* What is to be done at the office's cut-off date in its scope. */
void       ty_office_load_agenda_async    (TyOffice             *self,
                                           gboolean              whole,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TyAgenda  *ty_office_load_agenda_finish   (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* The last actions, the newest first: (element-type TyHistoryEntry). */
void       ty_office_load_recent_async    (TyOffice             *self,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_load_recent_finish   (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
