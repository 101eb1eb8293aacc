/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-year"

#include "config.h"

#include "ty-unit-year.h"

#include <glib/gi18n-lib.h>

/**
 * TyUnitYear:
 *
 * What is told of a village for a year. Amounts are in yuan, land is in mu. What nobody told is not
 * filled in, which is something else than none.
 */
static const TyFieldInfo fields[] = {
  [TY_UNIT_YEAR_UNIT] = TY_KEY ("unit", "unit", "unit"),
  [TY_UNIT_YEAR_YEAR] = TY_REQUIRED_COUNT ("year", "year", N_("Year")),
  [TY_UNIT_YEAR_INCOME] = TY_DECIMAL ("income", "income", N_("Collective income")),
  [TY_UNIT_YEAR_OPERATING_INCOME] = TY_DECIMAL ("operating-income", "operating_income", N_("Operating income")),
  [TY_UNIT_YEAR_DEBT] = TY_DECIMAL ("debt", "debt", N_("Debts")),
  [TY_UNIT_YEAR_HOUSEHOLDS] = TY_DECIMAL ("households", "households", N_("Households")),
  [TY_UNIT_YEAR_POPULATION] = TY_DECIMAL ("population", "population", N_("Registered population")),
  [TY_UNIT_YEAR_RESIDENTS] = TY_DECIMAL ("residents", "residents", N_("Resident population")),
  [TY_UNIT_YEAR_PARTY_MEMBERS] = TY_DECIMAL ("party-members", "party_members", N_("Party members")),
  [TY_UNIT_YEAR_ARABLE_LAND] = TY_DECIMAL ("arable-land", "arable_land", N_("Arable land")),
  [TY_UNIT_YEAR_INDUSTRIES] = TY_TEXT ("industries", "industries", N_("Industries"), TY_PRIVACY_INTERNAL, 0),
  [TY_UNIT_YEAR_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_unit_year_info = {
  .table = "unit_year",
  .label = N_("Year of a village"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_unit_year_get_type,
};

TY_DEFINE_RECORD (TyUnitYear, ty_unit_year)
