/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme-weight"

#include "config.h"

#include "ty-programme-weight.h"

#include <glib/gi18n-lib.h>

/**
 * TyProgrammeWeight:
 *
 * How many points a criterion can bring at most in a programme. Criteria without a row have their usual
 * weight.
 */
static const TyFieldInfo fields[] = {
  [TY_PROGRAMME_WEIGHT_PROGRAMME] = TY_KEY ("programme", "programme", "programme"),
  [TY_PROGRAMME_WEIGHT_CRITERION] = TY_REQUIRED_CHOICE ("criterion", "criterion", N_("Criterion"), "fit_criterion"),
  [TY_PROGRAMME_WEIGHT_WEIGHT] = TY_COUNT ("weight", "weight", N_("Points at most")),
};

const TyRecordInfo ty_programme_weight_info = {
  .table = "programme_weight",
  .label = N_("Weight of a criterion"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_programme_weight_get_type,
};

TY_DEFINE_RECORD (TyProgrammeWeight, ty_programme_weight)
