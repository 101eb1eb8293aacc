/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_APPOINTMENT (ty_appointment_get_type ())
G_DECLARE_FINAL_TYPE (TyAppointment, ty_appointment, TY, APPOINTMENT, TyRecord)

typedef enum
{
  TY_APPOINTMENT_PERSON,
  TY_APPOINTMENT_ID,
  TY_APPOINTMENT_UNIT,
  TY_APPOINTMENT_POST,
  TY_APPOINTMENT_BODY,
  TY_APPOINTMENT_FROM_DATE,
  TY_APPOINTMENT_UNTIL_DATE,
  TY_APPOINTMENT_HOW,
  TY_APPOINTMENT_DOCUMENT,
  TY_APPOINTMENT_END_REASON,
  TY_APPOINTMENT_NOTE,
} TyAppointmentField;

extern const TyRecordInfo ty_appointment_info;

TyAppointment *ty_appointment_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
