/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_CUSTOM_VALUE (ty_custom_value_get_type ())
G_DECLARE_FINAL_TYPE (TyCustomValue, ty_custom_value, TY, CUSTOM_VALUE, TyRecord)

typedef enum
{
  TY_CUSTOM_VALUE_PERSON,
  TY_CUSTOM_VALUE_FIELD,
  TY_CUSTOM_VALUE_VALUE,
} TyCustomValueField;

extern const TyRecordInfo ty_custom_value_info;

TyCustomValue *ty_custom_value_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
