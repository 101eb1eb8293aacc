/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-pairing-board.h"
#include "ty-view.h"

G_BEGIN_DECLS

void            ty_pairing_card_free        (TyPairingCard  *self);
void            ty_board_mentor_free        (TyBoardMentor  *self);
void            ty_board_township_free      (TyBoardTownship *self);
TyPairingBoard *ty_pairing_board_load       (TyView         *view,
                                             TyDatabase     *database,
                                             gint64          programme,
                                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
