/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_MENTOR_STRENGTH (ty_mentor_strength_get_type ())
G_DECLARE_FINAL_TYPE (TyMentorStrength, ty_mentor_strength, TY, MENTOR_STRENGTH, TyRecord)

typedef enum
{
  TY_MENTOR_STRENGTH_PERSON,
  TY_MENTOR_STRENGTH_STRENGTH,
} TyMentorStrengthField;

extern const TyRecordInfo ty_mentor_strength_info;

TyMentorStrength *ty_mentor_strength_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
