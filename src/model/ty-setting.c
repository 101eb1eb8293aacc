/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-setting"

#include "config.h"

#include "ty-setting.h"

#include <glib/gi18n-lib.h>

/**
 * TySetting:
 *
 * A rule of the county, as JSON.
 */
static const TyFieldInfo fields[] = {
  [TY_SETTING_KEY] = TY_TEXT_KEY ("key", "key"),
  [TY_SETTING_VALUE] = TY_TEXT ("value", "value", N_("Value"), TY_PRIVACY_INTERNAL, 0),
  [TY_SETTING_SHIPPED_VERSION] = TY_COUNT ("shipped-version", "shipped_version", N_("Shipped version")),
  [TY_SETTING_EDITED] = TY_COUNT ("edited", "edited", N_("Edited")),
};

const TyRecordInfo ty_setting_info = {
  .table = "setting",
  .label = N_("Setting"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_setting_get_type,
};

TY_DEFINE_RECORD (TySetting, ty_setting)
