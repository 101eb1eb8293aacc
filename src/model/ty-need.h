/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_NEED (ty_need_get_type ())
G_DECLARE_FINAL_TYPE (TyNeed, ty_need, TY, NEED, TyRecord)

typedef enum
{
  TY_NEED_PERSON,
  TY_NEED_ID,
  TY_NEED_KIND,
  TY_NEED_WAIVED,
  TY_NEED_FROM_DATE,
  TY_NEED_UNTIL_DATE,
  TY_NEED_REASON,
} TyNeedField;

extern const TyRecordInfo ty_need_info;

TyNeed *ty_need_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
