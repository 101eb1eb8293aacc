/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-annual-result"

#include "config.h"

#include "ty-annual-result.h"

#include <glib/gi18n-lib.h>

/**
 * TyAnnualResult:
 *
 * The result of the yearly appraisal.
 */
static const TyFieldInfo fields[] = {
  [TY_ANNUAL_RESULT_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_ANNUAL_RESULT_YEAR] = TY_REQUIRED_COUNT ("year", "year", N_("Year")),
  [TY_ANNUAL_RESULT_RESULT] = TY_REQUIRED_CHOICE ("result", "result", N_("Result"), "annual_result"),
};

const TyRecordInfo ty_annual_result_info = {
  .table = "annual_result",
  .label = N_("Annual result"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_annual_result_get_type,
};

TY_DEFINE_RECORD (TyAnnualResult, ty_annual_result)
