/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appraisal"

#include "config.h"

#include "ty-appraisal.h"

#include <glib/gi18n-lib.h>

/**
 * TyAppraisal:
 *
 * An appraisal of somebody’s work in a year or a part of it, beside the official result of the year
 * (#TyAnnualResult).
 */
static const TyFieldInfo fields[] = {
  [TY_APPRAISAL_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_APPRAISAL_ID] = TY_KEY ("id", "id", NULL),
  [TY_APPRAISAL_YEAR] = TY_REQUIRED_COUNT ("year", "year", N_("Year")),
  [TY_APPRAISAL_PERIOD] = TY_REQUIRED_CHOICE ("period", "period", N_("Appraised period"), "appraisal_period"),
  [TY_APPRAISAL_KIND] = TY_CHOICE ("kind", "kind", N_("Kind of appraisal"), "appraisal_kind"),
  [TY_APPRAISAL_SCORE] = TY_DECIMAL ("score", "score", N_("Score")),
  [TY_APPRAISAL_GRADE] = TY_CHOICE ("grade", "grade", N_("Grade"), "appraisal_grade"),
  [TY_APPRAISAL_APPRAISED_BY] = TY_TEXT ("appraised-by", "appraised_by", N_("Appraised by"), TY_PRIVACY_INTERNAL, 0),
  [TY_APPRAISAL_REMARK] = TY_TEXT ("remark", "remark", N_("Remark"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_appraisal_info = {
  .table = "appraisal",
  .label = N_("Appraisal"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_appraisal_get_type,
};

TY_DEFINE_RECORD (TyAppraisal, ty_appraisal)
