/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_EXCLUSION (ty_exclusion_get_type ())
G_DECLARE_FINAL_TYPE (TyExclusion, ty_exclusion, TY, EXCLUSION, TyRecord)

typedef enum
{
  TY_EXCLUSION_PERSON,
  TY_EXCLUSION_ID,
  TY_EXCLUSION_OTHER,
  TY_EXCLUSION_REASON,
} TyExclusionField;

extern const TyRecordInfo ty_exclusion_info;

TyExclusion *ty_exclusion_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
