/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_RESERVE (ty_reserve_get_type ())
G_DECLARE_FINAL_TYPE (TyReserve, ty_reserve, TY, RESERVE, TyRecord)

typedef enum
{
  TY_RESERVE_PERSON,
  TY_RESERVE_ID,
  TY_RESERVE_UNIT,
  TY_RESERVE_POST,
  TY_RESERVE_FROM_DATE,
  TY_RESERVE_UNTIL_DATE,
  TY_RESERVE_WAY_IN,
  TY_RESERVE_WAY_OUT,
  TY_RESERVE_SOURCE,
  TY_RESERVE_NOTE,
} TyReserveField;

extern const TyRecordInfo ty_reserve_info;

TyReserve *ty_reserve_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
