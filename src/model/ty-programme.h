/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PROGRAMME (ty_programme_get_type ())
G_DECLARE_FINAL_TYPE (TyProgramme, ty_programme, TY, PROGRAMME, TyRecord)

typedef enum
{
  TY_PROGRAMME_ID,
  TY_PROGRAMME_NAME,
  TY_PROGRAMME_LEVEL,
  TY_PROGRAMME_LEVEL_ONLY,
  TY_PROGRAMME_SUPERIOR,
  TY_PROGRAMME_CAPACITY,
  TY_PROGRAMME_TALKS,
  TY_PROGRAMME_MONTHS,
  TY_PROGRAMME_KEEP,
  TY_PROGRAMME_FROM_DATE,
  TY_PROGRAMME_UNTIL_DATE,
  TY_PROGRAMME_POSITION,
  TY_PROGRAMME_NOTE,
} TyProgrammeField;

extern const TyRecordInfo ty_programme_info;

TyProgramme *ty_programme_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
