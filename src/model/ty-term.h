/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_TERM (ty_term_get_type ())
G_DECLARE_FINAL_TYPE (TyTerm, ty_term, TY, TERM, TyRecord)

typedef enum
{
  TY_TERM_ID,
  TY_TERM_YEAR,
  TY_TERM_FROM_DATE,
  TY_TERM_UNTIL_DATE,
} TyTermField;

extern const TyRecordInfo ty_term_info;

TyTerm *ty_term_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
