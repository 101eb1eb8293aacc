/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_ANNUAL_RESULT (ty_annual_result_get_type ())
G_DECLARE_FINAL_TYPE (TyAnnualResult, ty_annual_result, TY, ANNUAL_RESULT, TyRecord)

typedef enum
{
  TY_ANNUAL_RESULT_PERSON,
  TY_ANNUAL_RESULT_YEAR,
  TY_ANNUAL_RESULT_RESULT,
} TyAnnualResultField;

extern const TyRecordInfo ty_annual_result_info;

TyAnnualResult *ty_annual_result_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
