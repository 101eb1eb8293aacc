/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PAIRING_PAUSE (ty_pairing_pause_get_type ())
G_DECLARE_FINAL_TYPE (TyPairingPause, ty_pairing_pause, TY, PAIRING_PAUSE, TyRecord)

typedef enum
{
  TY_PAIRING_PAUSE_PERSON,
  TY_PAIRING_PAUSE_ID,
  TY_PAIRING_PAUSE_MENTOR,
  TY_PAIRING_PAUSE_FROM_DATE,
  TY_PAIRING_PAUSE_UNTIL_DATE,
  TY_PAIRING_PAUSE_REASON,
} TyPairingPauseField;

extern const TyRecordInfo ty_pairing_pause_info;

TyPairingPause *ty_pairing_pause_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
