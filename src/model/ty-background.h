/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_BACKGROUND (ty_background_get_type ())
G_DECLARE_FINAL_TYPE (TyBackground, ty_background, TY, BACKGROUND, TyRecord)

typedef enum
{
  TY_BACKGROUND_PERSON,
  TY_BACKGROUND_SOURCE,
} TyBackgroundField;

extern const TyRecordInfo ty_background_info;

TyBackground *ty_background_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
