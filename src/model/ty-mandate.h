/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_MANDATE (ty_mandate_get_type ())
G_DECLARE_FINAL_TYPE (TyMandate, ty_mandate, TY, MANDATE, TyRecord)

typedef enum
{
  TY_MANDATE_PERSON,
  TY_MANDATE_APPOINTMENT,
  TY_MANDATE_TERM,
  TY_MANDATE_DATE,
  TY_MANDATE_SOURCE,
  TY_MANDATE_SOURCE_TEXT,
  TY_MANDATE_BATCH,
  TY_MANDATE_VOTES,
  TY_MANDATE_FILING_NUMBER,
  TY_MANDATE_FILING_DATE,
} TyMandateField;

extern const TyRecordInfo ty_mandate_info;

TyMandate *ty_mandate_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
