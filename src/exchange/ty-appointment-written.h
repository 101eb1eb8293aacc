/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"

G_BEGIN_DECLS

char              *ty_appointment_written_new   (TyAppointmentFile *file) G_GNUC_WARN_UNUSED_RESULT;
TyAppointmentFile *ty_appointment_written_parse (const char        *written) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
