/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filing.h"
#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyFilingCount:
 * @n_open: those that are still to be filed
 * @n_filed: those that are
 */
typedef struct
{
  guint n_open;
  guint n_filed;
} TyFilingCount;

/* At the cut-off date in the scope, open ones first: (element-type TyFiling). */
void       ty_office_list_filings_async  (TyOffice             *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ty_office_list_filings_finish (TyOffice             *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void       ty_office_count_filings_async  (TyOffice             *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   ty_office_count_filings_finish (TyOffice             *self,
                                           GAsyncResult         *result,
                                           TyFilingCount        *count,
                                           GError              **error);

G_END_DECLS
