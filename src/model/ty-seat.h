/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_SEAT (ty_seat_get_type ())
G_DECLARE_FINAL_TYPE (TySeat, ty_seat, TY, SEAT, TyRecord)

typedef enum
{
  TY_SEAT_UNIT,
  TY_SEAT_ID,
  TY_SEAT_BODY,
  TY_SEAT_FROM_DATE,
  TY_SEAT_UNTIL_DATE,
  TY_SEAT_SEATS,
  TY_SEAT_WOMEN,
  TY_SEAT_NOTE,
} TySeatField;

extern const TyRecordInfo ty_seat_info;

TySeat *ty_seat_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
