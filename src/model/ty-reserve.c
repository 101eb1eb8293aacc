/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-reserve"

#include "config.h"

#include "ty-reserve.h"

#include <glib/gi18n-lib.h>

/**
 * TyReserve:
 *
 * A membership in the pool of reserves: somebody who is prepared for a post in a village.
 */
static const TyFieldInfo fields[] = {
  [TY_RESERVE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_RESERVE_ID] = TY_KEY ("id", "id", NULL),
  [TY_RESERVE_UNIT] = TY_REQUIRED_LINK ("unit", "unit", N_("Unit"), "unit"),
  [TY_RESERVE_POST] = TY_REQUIRED_CHOICE ("post", "post", N_("Target post"), "post"),
  [TY_RESERVE_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_RESERVE_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_RESERVE_WAY_IN] = TY_CHOICE ("way-in", "way_in", N_("Way in"), "reserve_way_in"),
  [TY_RESERVE_WAY_OUT] = TY_CHOICE ("way-out", "way_out", N_("Way out"), "reserve_way_out"),
  [TY_RESERVE_SOURCE] = TY_CHOICE ("source", "source", N_("Source"), "source"),
  [TY_RESERVE_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_reserve_info = {
  .table = "reserve",
  .label = N_("Reserve"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_reserve_get_type,
};

TY_DEFINE_RECORD (TyReserve, ty_reserve)
