/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-review"

#include "config.h"

#include "ty-pairing-review.h"

#include <glib/gi18n-lib.h>

/**
 * TyPairingReview:
 *
 * How a stage of a pairing is judged, by one of its sides or by the office.
 */
static const TyFieldInfo fields[] = {
  [TY_PAIRING_REVIEW_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_PAIRING_REVIEW_ID] = TY_KEY ("id", "id", NULL),
  [TY_PAIRING_REVIEW_MENTOR] = TY_REQUIRED_LINK ("mentor", "mentor", N_("Mentor"), "person"),
  [TY_PAIRING_REVIEW_DATE] = TY_PAST_DAY ("date", "date", N_("Date")),
  [TY_PAIRING_REVIEW_SIDE] = TY_REQUIRED_CHOICE ("side", "side", N_("Reviewed by"), "pairing_side"),
  [TY_PAIRING_REVIEW_VERDICT] = TY_CHOICE ("verdict", "verdict", N_("Verdict"), "pairing_verdict"),
  [TY_PAIRING_REVIEW_REMARK] = TY_TEXT ("remark", "remark", N_("Remark"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_pairing_review_info = {
  .table = "pairing_review",
  .label = N_("Stage review"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_pairing_review_get_type,
};

TY_DEFINE_RECORD (TyPairingReview, ty_pairing_review)
