/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-pairing-ledger.h"

G_BEGIN_DECLS

/* The ledger of pairings or the sheet of a month as a file, noted in the history where that can be written. */
void     ty_office_export_ledger_async  (TyOffice             *self,
                                         gint64                programme,
                                         TyPairingLedgerKind   kind,
                                         const char           *path,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean ty_office_export_ledger_finish (TyOffice             *self,
                                         GAsyncResult         *result,
                                         guint                *n_rows,
                                         GError              **error);

G_END_DECLS
