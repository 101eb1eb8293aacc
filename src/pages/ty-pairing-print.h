/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-board.h"
#include "ty-table-sheet.h"

G_BEGIN_DECLS

TyTableSheet *ty_pairing_print_build (TyPairingBoard *board,
                                      GPtrArray      *cards,
                                      TyOffice       *office,
                                      gboolean        names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
