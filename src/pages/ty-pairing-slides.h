/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"
#include "ty-pairing-board.h"

G_BEGIN_DECLS

GPtrArray *ty_pairing_slides_build (TyPairingBoard *board,
                                    GPtrArray      *cards) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
