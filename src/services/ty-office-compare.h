/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-person.h"

G_BEGIN_DECLS

/* The most who stand side by side. */
#define TY_COMPARE_MOST 6

void       ty_office_load_people_async  (TyOffice             *self,
                                         const gint64         *people,
                                         guint                 n_people,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_load_people_finish (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
