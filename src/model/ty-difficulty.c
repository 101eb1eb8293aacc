/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-difficulty"

#include "config.h"

#include "ty-difficulty.h"

#include <glib/gi18n-lib.h>

/**
 * TyDifficulty:
 *
 * How difficult the work in a village is (重难点, 一般, 平稳), from when until when and why; and the “four
 * ones” (四个一) that a difficult one gets: a county leader, a township cadre, a work group, a contact unit,
 * and a plan of its own.
 */
static const TyFieldInfo fields[] = {
  [TY_DIFFICULTY_UNIT] = TY_KEY ("unit", "unit", "unit"),
  [TY_DIFFICULTY_ID] = TY_KEY ("id", "id", NULL),
  [TY_DIFFICULTY_CLASS] = TY_REQUIRED_CHOICE ("class", "class", N_("Difficulty class"), "unit_class"),
  [TY_DIFFICULTY_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_DIFFICULTY_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_DIFFICULTY_REASON] = TY_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_LEADER] = TY_TEXT ("leader", "leader", N_("Guiding county leader"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_CADRE] = TY_TEXT ("cadre", "cadre", N_("Responsible township cadre"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_WORK_GROUP] = TY_TEXT ("work-group", "work_group", N_("Work group"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_CONTACT_UNIT] = TY_TEXT ("contact-unit", "contact_unit", N_("Contact unit"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_PLAN] = TY_TEXT ("plan", "plan", N_("Plan"), TY_PRIVACY_INTERNAL, 0),
  [TY_DIFFICULTY_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_difficulty_info = {
  .table = "unit_class",
  .label = N_("Difficulty class"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_difficulty_get_type,
};

TY_DEFINE_RECORD (TyDifficulty, ty_difficulty)
