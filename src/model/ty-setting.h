/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_SETTING (ty_setting_get_type ())
G_DECLARE_FINAL_TYPE (TySetting, ty_setting, TY, SETTING, TyRecord)

typedef enum
{
  TY_SETTING_KEY,
  TY_SETTING_VALUE,
  TY_SETTING_SHIPPED_VERSION,
  TY_SETTING_EDITED,
} TySettingField;

extern const TyRecordInfo ty_setting_info;

TySetting *ty_setting_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
