/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"

G_BEGIN_DECLS

TyAppointmentFile *ty_lrmx_read (GBytes  *bytes,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
