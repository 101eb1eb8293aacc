/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PERSON_LIST (ty_person_list_get_type ())
G_DECLARE_FINAL_TYPE (TyPersonList, ty_person_list, TY, PERSON_LIST, TyRecord)

typedef enum
{
  TY_PERSON_LIST_ID,
  TY_PERSON_LIST_NAME,
  TY_PERSON_LIST_POSITION,
  TY_PERSON_LIST_NOTE,
} TyPersonListField;

extern const TyRecordInfo ty_person_list_info;

TyPersonList *ty_person_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
