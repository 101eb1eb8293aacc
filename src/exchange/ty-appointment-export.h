/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-file.h"
#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyAppointmentFormat:
 * @TY_APPOINTMENT_FORMAT_LRMX: the XML of the official editor 3.0
 * @TY_APPOINTMENT_FORMAT_LRM: the record of the editor 2.0, with the photo beside it
 */
typedef enum
{
  TY_APPOINTMENT_FORMAT_LRMX,
  TY_APPOINTMENT_FORMAT_LRM,
} TyAppointmentFormat;

/**
 * TyAppointmentExportSpec:
 * @people: (array length=n_people): keys, in the order in which they are written
 * @n_people: their number
 * @folder: where the files go; it is made where it is missing
 * @format: as what they are written
 * @as_of: the day for which posts are written
 * @overwrite: whether a file that is there may be replaced
 *
 * Whose forms are exported.
 */
typedef struct
{
  const gint64 *people;
  guint n_people;
  const char *folder;
  TyAppointmentFormat format;
  TyDate as_of;
  gboolean overwrite;
} TyAppointmentExportSpec;

/**
 * TyAppointmentProgressFunc:
 * @n_done: how many are written
 * @n_people: how many there are
 * @data: the caller's
 *
 * Hears how far it is, in the thread that writes.
 */
typedef void (*TyAppointmentProgressFunc) (guint    n_done,
                                           guint    n_people,
                                           gpointer data);

gboolean   ty_appointment_export_note (TyStore                        *store,
                                       const char                     *user,
                                       const TyAppointmentExportSpec  *spec,
                                       GError                        **error);
GPtrArray *ty_appointment_export_run  (TyDatabase                     *database,
                                       const TyAppointmentExportSpec  *spec,
                                       TyAppointmentProgressFunc       progress,
                                       gpointer                        data,
                                       GCancellable                   *cancellable,
                                       GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
