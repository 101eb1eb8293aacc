/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-form.h"

G_BEGIN_DECLS

TyPairingForm *ty_pairing_end_new (TyOffice   *office,
                                   TyRecord   *pairing,
                                   const char *mentee,
                                   const char *mentor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
