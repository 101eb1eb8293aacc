/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PENALTY (ty_penalty_get_type ())
G_DECLARE_FINAL_TYPE (TyPenalty, ty_penalty, TY, PENALTY, TyRecord)

typedef enum
{
  TY_PENALTY_PERSON,
  TY_PENALTY_ID,
  TY_PENALTY_DATE,
  TY_PENALTY_TITLE,
  TY_PENALTY_REASON,
  TY_PENALTY_DECIDED_BY,
  TY_PENALTY_DOCUMENT,
  TY_PENALTY_UNTIL_DATE,
} TyPenaltyField;

extern const TyRecordInfo ty_penalty_info;

TyPenalty *ty_penalty_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
