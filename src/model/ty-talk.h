/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_TALK (ty_talk_get_type ())
G_DECLARE_FINAL_TYPE (TyTalk, ty_talk, TY, TALK, TyRecord)

typedef enum
{
  TY_TALK_PERSON,
  TY_TALK_ID,
  TY_TALK_MENTOR,
  TY_TALK_DATE,
  TY_TALK_FORM,
  TY_TALK_PLACE,
  TY_TALK_TOPICS,
  TY_TALK_SITUATION,
  TY_TALK_NEXT_STEP,
} TyTalkField;

extern const TyRecordInfo ty_talk_info;

TyTalk *ty_talk_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
