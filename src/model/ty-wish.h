/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_WISH (ty_wish_get_type ())
G_DECLARE_FINAL_TYPE (TyWish, ty_wish, TY, WISH, TyRecord)

typedef enum
{
  TY_WISH_PERSON,
  TY_WISH_ID,
  TY_WISH_OTHER,
  TY_WISH_NOTE,
} TyWishField;

extern const TyRecordInfo ty_wish_info;

TyWish *ty_wish_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
