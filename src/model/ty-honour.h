/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_HONOUR (ty_honour_get_type ())
G_DECLARE_FINAL_TYPE (TyHonour, ty_honour, TY, HONOUR, TyRecord)

typedef enum
{
  TY_HONOUR_PERSON,
  TY_HONOUR_ID,
  TY_HONOUR_DATE,
  TY_HONOUR_TITLE,
  TY_HONOUR_GRANTED_BY,
} TyHonourField;

extern const TyRecordInfo ty_honour_info;

TyHonour *ty_honour_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
