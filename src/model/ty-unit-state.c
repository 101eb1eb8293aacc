/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-state"

#include "config.h"

#include "ty-unit-state.h"

#include <glib/gi18n-lib.h>

/**
 * TyUnitState:
 *
 * What a unit was from when until when: its name, code, parent and place in the official order.
 */
static const TyFieldInfo fields[] = {
  [TY_UNIT_STATE_UNIT] = TY_KEY ("unit", "unit", "unit"),
  [TY_UNIT_STATE_ID] = TY_KEY ("id", "id", NULL),
  [TY_UNIT_STATE_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_UNIT_STATE_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_UNIT_STATE_PARENT] = TY_LINK ("parent", "parent", N_("Belongs to"), "unit"),
  [TY_UNIT_STATE_CODE] = TY_TEXT ("code", "code", N_("Division code"), TY_PRIVACY_PUBLIC, 12),
  [TY_UNIT_STATE_NAME] = TY_TEXT ("name", "name", N_("Unit name"), TY_PRIVACY_PUBLIC, 30),
  [TY_UNIT_STATE_LEVEL] = TY_CHOICE ("level", "level", N_("Unit level"), "unit_level"),
  [TY_UNIT_STATE_KIND] = TY_CHOICE ("kind", "kind", N_("Kind"), "unit_kind"),
  [TY_UNIT_STATE_PARTY_FORM] = TY_CHOICE ("party-form", "party_form", N_("Party organization"), "party_form"),
  [TY_UNIT_STATE_POSITION] = TY_COUNT ("position", "position", N_("Official order")),
  [TY_UNIT_STATE_SUCCESSOR] = TY_LINK ("successor", "successor", N_("Merged into"), "unit"),
};

const TyRecordInfo ty_unit_state_info = {
  .table = "unit_state",
  .label = N_("State of a unit"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_unit_state_get_type,
};

TY_DEFINE_RECORD (TyUnitState, ty_unit_state)
