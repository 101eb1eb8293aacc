/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_COURSE (ty_course_get_type ())
G_DECLARE_FINAL_TYPE (TyCourse, ty_course, TY, COURSE, TyRecord)

typedef enum
{
  TY_COURSE_ID,
  TY_COURSE_NAME,
  TY_COURSE_KIND,
  TY_COURSE_LEVEL,
  TY_COURSE_FROM_DATE,
  TY_COURSE_UNTIL_DATE,
  TY_COURSE_DAYS,
  TY_COURSE_PLACE,
  TY_COURSE_ORGANISER,
  TY_COURSE_NOTE,
} TyCourseField;

extern const TyRecordInfo ty_course_info;

TyCourse *ty_course_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
