/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_EDUCATION (ty_education_get_type ())
G_DECLARE_FINAL_TYPE (TyEducation, ty_education, TY, EDUCATION, TyRecord)

typedef enum
{
  TY_EDUCATION_PERSON,
  TY_EDUCATION_ID,
  TY_EDUCATION_MODE,
  TY_EDUCATION_LEVEL,
  TY_EDUCATION_LEVEL_TEXT,
  TY_EDUCATION_OUTCOME,
  TY_EDUCATION_DEGREE,
  TY_EDUCATION_SCHOOL,
  TY_EDUCATION_FROM_DATE,
  TY_EDUCATION_UNTIL_DATE,
} TyEducationField;

extern const TyRecordInfo ty_education_info;

TyEducation *ty_education_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
