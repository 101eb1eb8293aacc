/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_CODE_ROW (ty_code_row_get_type ())
G_DECLARE_FINAL_TYPE (TyCodeRow, ty_code_row, TY, CODE_ROW, TyRecord)

typedef enum
{
  TY_CODE_ROW_LIST,
  TY_CODE_ROW_KEY,
  TY_CODE_ROW_LABEL,
  TY_CODE_ROW_PARENT,
  TY_CODE_ROW_POSITION,
  TY_CODE_ROW_ATTRIBUTES,
  TY_CODE_ROW_SHIPPED_VERSION,
  TY_CODE_ROW_EDITED,
} TyCodeRowField;

extern const TyRecordInfo ty_code_row_info;

TyCodeRow *ty_code_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
