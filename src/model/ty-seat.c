/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-seat"

#include "config.h"

#include "ty-seat.h"

#include <glib/gi18n-lib.h>

/**
 * TySeat:
 *
 * How many seats a body of a unit has by approval (核定职数), from when until when, and how many of them
 * are to be women’s. The rows of a body follow each other and do not overlap.
 */
static const TyFieldInfo fields[] = {
  [TY_SEAT_UNIT] = TY_KEY ("unit", "unit", "unit"),
  [TY_SEAT_ID] = TY_KEY ("id", "id", NULL),
  [TY_SEAT_BODY] = TY_CHOICE ("body", "body", N_("Body"), "body"),
  [TY_SEAT_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_SEAT_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_SEAT_SEATS] = TY_COUNT ("seats", "seats", N_("Approved seats")),
  [TY_SEAT_WOMEN] = TY_COUNT ("women", "women", N_("Of these at least women")),
  [TY_SEAT_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_seat_info = {
  .table = "seat",
  .label = N_("Approved seats"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_seat_get_type,
};

TY_DEFINE_RECORD (TySeat, ty_seat)
