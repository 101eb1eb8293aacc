/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-pause"

#include "config.h"

#include "ty-pairing-pause.h"

#include <glib/gi18n-lib.h>

/**
 * TyPairingPause:
 *
 * Days on which a pairing rests (illness, a course, work elsewhere): no talks are due on them.
 */
static const TyFieldInfo fields[] = {
  [TY_PAIRING_PAUSE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_PAIRING_PAUSE_ID] = TY_KEY ("id", "id", NULL),
  [TY_PAIRING_PAUSE_MENTOR] = TY_REQUIRED_LINK ("mentor", "mentor", N_("Mentor"), "person"),
  [TY_PAIRING_PAUSE_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_PAIRING_PAUSE_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_PAIRING_PAUSE_REASON] = TY_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_pairing_pause_info = {
  .table = "pairing_pause",
  .label = N_("Pause of a pairing"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_pairing_pause_get_type,
};

TY_DEFINE_RECORD (TyPairingPause, ty_pairing_pause)
