/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-out-file.h"
#include "ty-store.h"
#include "ty-table-sheet.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyPairingLedgerKind:
 * @TY_PAIRING_LEDGER: the ledger (台账): all pairings with period, state, talks, milestones and result
 * @TY_PAIRING_MONTH: the sheet of the month (月报表): talks done against due, by pairing and township
 *
 * A table of pairings for paper and other programs.
 */
typedef enum
{
  TY_PAIRING_LEDGER,
  TY_PAIRING_MONTH,
} TyPairingLedgerKind;

typedef struct _TyPairingLedger TyPairingLedger;

TyPairingLedger *ty_pairing_ledger_new        (TyView               *view,
                                               TyDatabase           *database,
                                               gint64                programme,
                                               TyPairingLedgerKind   kind,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_pairing_ledger_free       (TyPairingLedger      *self);
guint            ty_pairing_ledger_get_n_rows (TyPairingLedger      *self);
TyTableSheet    *ty_pairing_ledger_make_sheet (TyPairingLedger      *self) G_GNUC_WARN_UNUSED_RESULT;
TyOutFile       *ty_pairing_ledger_draw       (TyPairingLedger      *self,
                                               const char           *path,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ty_pairing_ledger_note       (TyStore              *store,
                                               const char           *path,
                                               const char           *user,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPairingLedger, ty_pairing_ledger_free)

G_END_DECLS
