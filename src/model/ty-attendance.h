/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_ATTENDANCE (ty_attendance_get_type ())
G_DECLARE_FINAL_TYPE (TyAttendance, ty_attendance, TY, ATTENDANCE, TyRecord)

typedef enum
{
  TY_ATTENDANCE_PERSON,
  TY_ATTENDANCE_COURSE,
  TY_ATTENDANCE_DAYS,
  TY_ATTENDANCE_RESULT,
  TY_ATTENDANCE_CERTIFICATE,
  TY_ATTENDANCE_NOTE,
} TyAttendanceField;

extern const TyRecordInfo ty_attendance_info;

TyAttendance *ty_attendance_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
