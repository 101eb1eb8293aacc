/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-need"

#include "config.h"

#include "ty-need.h"

#include <glib/gi18n-lib.h>

/**
 * TyNeed:
 *
 * A need that somebody added by hand, or waived although the rules find it. Needs that the rules find
 * have no row.
 */
static const TyFieldInfo fields[] = {
  [TY_NEED_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_NEED_ID] = TY_KEY ("id", "id", NULL),
  [TY_NEED_KIND] = TY_REQUIRED_CHOICE ("kind", "kind", N_("Need"), "need_kind"),
  [TY_NEED_WAIVED] = TY_CHOICE ("waived", "waived", N_("Waived"), "yes_no"),
  [TY_NEED_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_NEED_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_NEED_REASON] = TY_REQUIRED_TEXT ("reason", "reason", N_("Reason"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_need_info = {
  .table = "need",
  .label = N_("Need of a mentor"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_need_get_type,
};

TY_DEFINE_RECORD (TyNeed, ty_need)
