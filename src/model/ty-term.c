/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-term"

#include "config.h"

#include "ty-term.h"

#include <glib/gi18n-lib.h>

/**
 * TyTerm:
 *
 * A term of the two committees, begun by a term election.
 */
static const TyFieldInfo fields[] = {
  [TY_TERM_ID] = TY_KEY ("id", "id", NULL),
  [TY_TERM_YEAR] = TY_COUNT ("year", "year", N_("Year")),
  [TY_TERM_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_TERM_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
};

const TyRecordInfo ty_term_info = {
  .table = "term",
  .label = N_("Term"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_term_get_type,
};

TY_DEFINE_RECORD (TyTerm, ty_term)
