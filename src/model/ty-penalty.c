/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-penalty"

#include "config.h"

#include "ty-penalty.h"

#include <glib/gi18n-lib.h>

/**
 * TyPenalty:
 *
 * A disciplinary measure against somebody. The period of effect (影响期) ends with until_date.
 */
static const TyFieldInfo fields[] = {
  [TY_PENALTY_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_PENALTY_ID] = TY_KEY ("id", "id", NULL),
  [TY_PENALTY_DATE] = TY_PAST_DAY ("date", "date", N_("Date")),
  [TY_PENALTY_TITLE] = TY_REQUIRED_TEXT ("title", "title", N_("Penalty"), TY_PRIVACY_INTERNAL, 0),
  [TY_PENALTY_REASON] = TY_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
  [TY_PENALTY_DECIDED_BY] = TY_TEXT ("decided-by", "decided_by", N_("Decided by"), TY_PRIVACY_INTERNAL, 0),
  [TY_PENALTY_DOCUMENT] = TY_TEXT ("document", "document", N_("Document"), TY_PRIVACY_INTERNAL, 0),
  [TY_PENALTY_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("In effect until")),
};

const TyRecordInfo ty_penalty_info = {
  .table = "penalty",
  .label = N_("Penalty"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_penalty_get_type,
};

TY_DEFINE_RECORD (TyPenalty, ty_penalty)
