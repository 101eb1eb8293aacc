/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_MILESTONE (ty_milestone_get_type ())
G_DECLARE_FINAL_TYPE (TyMilestone, ty_milestone, TY, MILESTONE, TyRecord)

typedef enum
{
  TY_MILESTONE_PERSON,
  TY_MILESTONE_ID,
  TY_MILESTONE_MENTOR,
  TY_MILESTONE_TITLE,
  TY_MILESTONE_DUE_DATE,
  TY_MILESTONE_DONE_DATE,
  TY_MILESTONE_NOTE,
} TyMilestoneField;

extern const TyRecordInfo ty_milestone_info;

TyMilestone *ty_milestone_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
