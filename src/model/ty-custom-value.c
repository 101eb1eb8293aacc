/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-value"

#include "config.h"

#include "ty-custom-value.h"

#include <glib/gi18n-lib.h>

/**
 * TyCustomValue:
 *
 * What somebody has in a field of the county, as text: a date as far as known, a number with a point.
 * How private it is, its field says; whoever does not know the field masks it.
 */
static const TyFieldInfo fields[] = {
  [TY_CUSTOM_VALUE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_CUSTOM_VALUE_FIELD] = TY_KEY ("field", "field", "custom_field"),
  [TY_CUSTOM_VALUE_VALUE] = TY_REQUIRED_TEXT ("value", "value", N_("Value"), TY_PRIVACY_SENSITIVE, 100),
};

const TyRecordInfo ty_custom_value_info = {
  .table = "custom_value",
  .label = N_("Value of a field of the county"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_custom_value_get_type,
};

TY_DEFINE_RECORD (TyCustomValue, ty_custom_value)
