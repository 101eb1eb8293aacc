/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_UNIT (ty_unit_get_type ())
G_DECLARE_FINAL_TYPE (TyUnit, ty_unit, TY, UNIT, TyRecord)

typedef enum
{
  TY_UNIT_ID,
  TY_UNIT_NOTE,
} TyUnitField;

extern const TyRecordInfo ty_unit_info;

TyUnit *ty_unit_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
