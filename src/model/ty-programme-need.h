/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PROGRAMME_NEED (ty_programme_need_get_type ())
G_DECLARE_FINAL_TYPE (TyProgrammeNeed, ty_programme_need, TY, PROGRAMME_NEED, TyRecord)

typedef enum
{
  TY_PROGRAMME_NEED_PROGRAMME,
  TY_PROGRAMME_NEED_KIND,
  TY_PROGRAMME_NEED_URGENCY,
  TY_PROGRAMME_NEED_THRESHOLD,
} TyProgrammeNeedField;

extern const TyRecordInfo ty_programme_need_info;

TyProgrammeNeed *ty_programme_need_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
