/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-form.h"

G_BEGIN_DECLS

TyPairingForm *ty_mentor_finder_new (TyOffice *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
