/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-records.h"
#include "ty-database.h"

G_BEGIN_DECLS

TyAppointmentFile    *ty_appointment_texts_new     (TyAppointmentRecords  *records,
                                                    guint                  n_years) G_GNUC_WARN_UNUSED_RESULT;

/* ty-appointment-load.c */
TyAppointmentRecords *ty_appointment_records_load  (TyDatabase            *database,
                                                    gint64                 person,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
TyAppointmentFile    *ty_appointment_file_make     (TyDatabase            *database,
                                                    GPtrArray             *states,
                                                    gint64                 person,
                                                    TyDate                 as_of,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
