/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* Actions before a sequence (0 = all), the newest first: (element-type TyAction). */
void       ty_office_list_actions_async   (TyOffice             *self,
                                           gint64                before,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_list_actions_finish  (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
