/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-records.h"
#include "ty-appointment.h"

G_BEGIN_DECLS

GPtrArray *ty_appointment_post_parse  (GPtrArray            *states,
                                       TyAppointmentFile    *file,
                                       TyAppointmentRecords *records) G_GNUC_WARN_UNUSED_RESULT;

/* ty-appointment-compare.c */
void       ty_appointment_sort_resume (GPtrArray            *entries);

G_END_DECLS
