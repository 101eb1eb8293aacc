/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_MENTOR (ty_mentor_get_type ())
G_DECLARE_FINAL_TYPE (TyMentor, ty_mentor, TY, MENTOR, TyRecord)

typedef enum
{
  TY_MENTOR_PERSON,
  TY_MENTOR_ID,
  TY_MENTOR_UNIT,
  TY_MENTOR_LEVEL,
  TY_MENTOR_FROM_DATE,
  TY_MENTOR_UNTIL_DATE,
  TY_MENTOR_CAPACITY,
  TY_MENTOR_NOTE,
  TY_MENTOR_LANGUAGES,
} TyMentorField;

extern const TyRecordInfo ty_mentor_info;

TyMentor *ty_mentor_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
