/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PAIRING (ty_pairing_get_type ())
G_DECLARE_FINAL_TYPE (TyPairing, ty_pairing, TY, PAIRING, TyRecord)

typedef enum
{
  TY_PAIRING_PERSON,
  TY_PAIRING_ID,
  TY_PAIRING_MENTOR,
  TY_PAIRING_PROGRAMME,
  TY_PAIRING_STATE,
  TY_PAIRING_FROM_DATE,
  TY_PAIRING_UNTIL_DATE,
  TY_PAIRING_LOCKED,
  TY_PAIRING_GOAL,
  TY_PAIRING_RESULT,
  TY_PAIRING_REASON,
  TY_PAIRING_NOTE,
} TyPairingField;

extern const TyRecordInfo ty_pairing_info;

TyPairing *ty_pairing_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
