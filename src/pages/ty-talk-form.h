/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-board.h"
#include "ty-pairing-form.h"

G_BEGIN_DECLS

TyPairingForm *ty_talk_form_new (TyOffice            *office,
                                 TyPairingBoard      *board,
                                 const TyPairingCard *card) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
