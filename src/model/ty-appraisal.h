/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_APPRAISAL (ty_appraisal_get_type ())
G_DECLARE_FINAL_TYPE (TyAppraisal, ty_appraisal, TY, APPRAISAL, TyRecord)

typedef enum
{
  TY_APPRAISAL_PERSON,
  TY_APPRAISAL_ID,
  TY_APPRAISAL_YEAR,
  TY_APPRAISAL_PERIOD,
  TY_APPRAISAL_KIND,
  TY_APPRAISAL_SCORE,
  TY_APPRAISAL_GRADE,
  TY_APPRAISAL_APPRAISED_BY,
  TY_APPRAISAL_REMARK,
} TyAppraisalField;

extern const TyRecordInfo ty_appraisal_info;

TyAppraisal *ty_appraisal_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
