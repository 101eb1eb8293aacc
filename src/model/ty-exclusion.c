/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-exclusion"

#include "config.h"

#include "ty-exclusion.h"

#include <glib/gi18n-lib.h>

/**
 * TyExclusion:
 *
 * Two people who are never wanted as a pair, whoever of them is the mentor.
 */
static const TyFieldInfo fields[] = {
  [TY_EXCLUSION_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_EXCLUSION_ID] = TY_KEY ("id", "id", NULL),
  [TY_EXCLUSION_OTHER] = TY_REQUIRED_LINK ("other", "other", N_("With whom"), "person"),
  [TY_EXCLUSION_REASON] = TY_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_exclusion_info = {
  .table = "exclusion",
  .label = N_("Never to be paired"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_exclusion_get_type,
};

TY_DEFINE_RECORD (TyExclusion, ty_exclusion)
