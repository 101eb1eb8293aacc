/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PROGRAMME_WEIGHT (ty_programme_weight_get_type ())
G_DECLARE_FINAL_TYPE (TyProgrammeWeight, ty_programme_weight, TY, PROGRAMME_WEIGHT, TyRecord)

typedef enum
{
  TY_PROGRAMME_WEIGHT_PROGRAMME,
  TY_PROGRAMME_WEIGHT_CRITERION,
  TY_PROGRAMME_WEIGHT_WEIGHT,
} TyProgrammeWeightField;

extern const TyRecordInfo ty_programme_weight_info;

TyProgrammeWeight *ty_programme_weight_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
