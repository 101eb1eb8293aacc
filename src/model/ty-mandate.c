/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mandate"

#include "config.h"

#include "ty-mandate.h"

#include <glib/gi18n-lib.h>

/**
 * TyMandate:
 *
 * An appointment in a term: elected or confirmed when, out of which source.
 */
static const TyFieldInfo fields[] = {
  [TY_MANDATE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_MANDATE_APPOINTMENT] = TY_KEY ("appointment", "appointment", "appointment"),
  [TY_MANDATE_TERM] = TY_KEY ("term", "term", "term"),
  [TY_MANDATE_DATE] = TY_DAY ("date", "date", N_("Elected or confirmed")),
  [TY_MANDATE_SOURCE] = TY_CHOICE ("source", "source", N_("Source"), "source"),
  [TY_MANDATE_SOURCE_TEXT] = TY_TEXT ("source-text", "source_text", N_("Source as written"), TY_PRIVACY_INTERNAL, 0),
  [TY_MANDATE_BATCH] = TY_CHOICE ("batch", "batch", N_("Batch"), "batch"),
  [TY_MANDATE_VOTES] = TY_COUNT ("votes", "votes", N_("Votes")),
  [TY_MANDATE_FILING_NUMBER] = TY_TEXT ("filing-number", "filing_number", N_("Filing number"), TY_PRIVACY_INTERNAL, 0),
  [TY_MANDATE_FILING_DATE] = TY_DAY ("filing-date", "filing_date", N_("Filing date")),
};

const TyRecordInfo ty_mandate_info = {
  .table = "mandate",
  .label = N_("Mandate"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 3,
  .get_type = ty_mandate_get_type,
};

TY_DEFINE_RECORD (TyMandate, ty_mandate)
