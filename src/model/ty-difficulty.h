/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_DIFFICULTY (ty_difficulty_get_type ())
G_DECLARE_FINAL_TYPE (TyDifficulty, ty_difficulty, TY, DIFFICULTY, TyRecord)

typedef enum
{
  TY_DIFFICULTY_UNIT,
  TY_DIFFICULTY_ID,
  TY_DIFFICULTY_CLASS,
  TY_DIFFICULTY_FROM_DATE,
  TY_DIFFICULTY_UNTIL_DATE,
  TY_DIFFICULTY_REASON,
  TY_DIFFICULTY_LEADER,
  TY_DIFFICULTY_CADRE,
  TY_DIFFICULTY_WORK_GROUP,
  TY_DIFFICULTY_CONTACT_UNIT,
  TY_DIFFICULTY_PLAN,
  TY_DIFFICULTY_NOTE,
} TyDifficultyField;

extern const TyRecordInfo ty_difficulty_info;

TyDifficulty *ty_difficulty_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
