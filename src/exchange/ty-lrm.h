/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"

G_BEGIN_DECLS

gboolean           ty_lrm_is    (GBytes             *bytes);
TyAppointmentFile *ty_lrm_read  (GBytes             *bytes,
                                 const char         *path,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes            *ty_lrm_write (TyAppointmentFile  *file,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
