/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filing.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* At the cut-off date in the scope, open ones first: (element-type TyFiling). */
void       ty_office_list_filings_async  (TyOffice             *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_list_filings_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
