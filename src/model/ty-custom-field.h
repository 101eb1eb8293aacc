/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_CUSTOM_FIELD (ty_custom_field_get_type ())
G_DECLARE_FINAL_TYPE (TyCustomField, ty_custom_field, TY, CUSTOM_FIELD, TyRecord)

typedef enum
{
  TY_CUSTOM_FIELD_ID,
  TY_CUSTOM_FIELD_NAME,
  TY_CUSTOM_FIELD_KIND,
  TY_CUSTOM_FIELD_CHOICES,
  TY_CUSTOM_FIELD_PRIVACY,
  TY_CUSTOM_FIELD_POSITION,
  TY_CUSTOM_FIELD_NOTE,
} TyCustomFieldField;

extern const TyRecordInfo ty_custom_field_info;

TyCustomField *ty_custom_field_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
