/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_UNIT_STATE (ty_unit_state_get_type ())
G_DECLARE_FINAL_TYPE (TyUnitState, ty_unit_state, TY, UNIT_STATE, TyRecord)

typedef enum
{
  TY_UNIT_STATE_UNIT,
  TY_UNIT_STATE_ID,
  TY_UNIT_STATE_FROM_DATE,
  TY_UNIT_STATE_UNTIL_DATE,
  TY_UNIT_STATE_PARENT,
  TY_UNIT_STATE_CODE,
  TY_UNIT_STATE_NAME,
  TY_UNIT_STATE_LEVEL,
  TY_UNIT_STATE_KIND,
  TY_UNIT_STATE_PARTY_FORM,
  TY_UNIT_STATE_POSITION,
  TY_UNIT_STATE_SUCCESSOR,
} TyUnitStateField;

extern const TyRecordInfo ty_unit_state_info;

TyUnitState *ty_unit_state_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
