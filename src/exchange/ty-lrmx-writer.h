/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"

G_BEGIN_DECLS

GBytes *ty_lrmx_write (TyAppointmentFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
