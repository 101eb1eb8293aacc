/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing"

#include "config.h"

#include "ty-pairing.h"

#include <glib/gi18n-lib.h>

/**
 * TyPairing:
 *
 * A mentor and a mentee in a programme, as a row of the mentee.
 */
static const TyFieldInfo fields[] = {
  [TY_PAIRING_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_PAIRING_ID] = TY_KEY ("id", "id", NULL),
  [TY_PAIRING_MENTOR] = TY_REQUIRED_LINK ("mentor", "mentor", N_("Mentor"), "person"),
  [TY_PAIRING_PROGRAMME] = TY_REQUIRED_LINK ("programme", "programme", N_("Programme"), "programme"),
  [TY_PAIRING_STATE] = TY_REQUIRED_CHOICE ("state", "state", N_("State"), "pairing_state"),
  [TY_PAIRING_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_PAIRING_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_PAIRING_LOCKED] = TY_CHOICE ("locked", "locked", N_("Locked"), "yes_no"),
  [TY_PAIRING_GOAL] = TY_TEXT ("goal", "goal", N_("Goal"), TY_PRIVACY_INTERNAL, 0),
  [TY_PAIRING_RESULT] = TY_CHOICE ("result", "result", N_("Result of the pairing"), "pairing_result"),
  [TY_PAIRING_REASON] = TY_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
  [TY_PAIRING_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_pairing_info = {
  .table = "pairing",
  .label = N_("Pairing"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_pairing_get_type,
};

TY_DEFINE_RECORD (TyPairing, ty_pairing)
