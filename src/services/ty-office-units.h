/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* The units at the cut-off date, each before those below it: (element-type TyUnitState). */
void       ty_office_list_units_async   (TyOffice             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_units_finish  (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* The terms, the newest first: (element-type TyTerm). */
void       ty_office_list_terms_async   (TyOffice             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_terms_finish  (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
