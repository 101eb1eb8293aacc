/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* Small pictures of some people, for those who have a photo: (element-type gint64 GdkPixbuf). */
void        ty_office_load_portraits_async  (TyOffice             *self,
                                             const gint64         *people,
                                             guint                 n_people,
                                             int                   size,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GHashTable *ty_office_load_portraits_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
