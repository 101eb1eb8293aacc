/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_RESUME_ENTRY (ty_resume_entry_get_type ())
G_DECLARE_FINAL_TYPE (TyResumeEntry, ty_resume_entry, TY, RESUME_ENTRY, TyRecord)

typedef enum
{
  TY_RESUME_ENTRY_PERSON,
  TY_RESUME_ENTRY_ID,
  TY_RESUME_ENTRY_FROM_DATE,
  TY_RESUME_ENTRY_UNTIL_DATE,
  TY_RESUME_ENTRY_TEXT,
} TyResumeEntryField;

extern const TyRecordInfo ty_resume_entry_info;

TyResumeEntry *ty_resume_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
