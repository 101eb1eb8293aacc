/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attendance"

#include "config.h"

#include "ty-attendance.h"

#include <glib/gi18n-lib.h>

/**
 * TyAttendance:
 *
 * That somebody took part in a course. Where no days are filled in, they are those of the course.
 */
static const TyFieldInfo fields[] = {
  [TY_ATTENDANCE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_ATTENDANCE_COURSE] = TY_REQUIRED_LINK ("course", "course", N_("Course"), "course"),
  [TY_ATTENDANCE_DAYS] = TY_DECIMAL ("days", "days", N_("Days attended")),
  [TY_ATTENDANCE_RESULT] = TY_CHOICE ("result", "result", N_("Result of the training"), "training_result"),
  [TY_ATTENDANCE_CERTIFICATE] = TY_TEXT ("certificate", "certificate", N_("Certificate"), TY_PRIVACY_INTERNAL, 0),
  [TY_ATTENDANCE_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_attendance_info = {
  .table = "attendance",
  .label = N_("Training"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_attendance_get_type,
};

TY_DEFINE_RECORD (TyAttendance, ty_attendance)
