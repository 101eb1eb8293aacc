/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-form.h"

G_BEGIN_DECLS

TyPairingForm *ty_pairing_editor_new (TyOffice   *office,
                                      TyRecord   *programme,
                                      gint64      mentee,
                                      const char *name,
                                      const char *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
