/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_UNIT_YEAR (ty_unit_year_get_type ())
G_DECLARE_FINAL_TYPE (TyUnitYear, ty_unit_year, TY, UNIT_YEAR, TyRecord)

typedef enum
{
  TY_UNIT_YEAR_UNIT,
  TY_UNIT_YEAR_YEAR,
  TY_UNIT_YEAR_INCOME,
  TY_UNIT_YEAR_OPERATING_INCOME,
  TY_UNIT_YEAR_DEBT,
  TY_UNIT_YEAR_HOUSEHOLDS,
  TY_UNIT_YEAR_POPULATION,
  TY_UNIT_YEAR_RESIDENTS,
  TY_UNIT_YEAR_PARTY_MEMBERS,
  TY_UNIT_YEAR_ARABLE_LAND,
  TY_UNIT_YEAR_INDUSTRIES,
  TY_UNIT_YEAR_NOTE,
} TyUnitYearField;

extern const TyRecordInfo ty_unit_year_info;

TyUnitYear *ty_unit_year_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
