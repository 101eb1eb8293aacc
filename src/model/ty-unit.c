/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit"

#include "config.h"

#include "ty-unit.h"

#include <glib/gi18n-lib.h>

/**
 * TyUnit:
 *
 * A village, a township or the county, whatever it was called and wherever it belonged over time:
 * that is in its states.
 */
static const TyFieldInfo fields[] = {
  [TY_UNIT_ID] = TY_KEY ("id", "id", "unit"),
  [TY_UNIT_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_unit_info = {
  .table = "unit",
  .label = N_("Unit"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_unit_get_type,
};

TY_DEFINE_RECORD (TyUnit, ty_unit)
