/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_PERSON_LIST_MEMBER (ty_person_list_member_get_type ())
G_DECLARE_FINAL_TYPE (TyPersonListMember, ty_person_list_member, TY, PERSON_LIST_MEMBER, TyRecord)

typedef enum
{
  TY_PERSON_LIST_MEMBER_LIST,
  TY_PERSON_LIST_MEMBER_PERSON,
  TY_PERSON_LIST_MEMBER_POSITION,
  TY_PERSON_LIST_MEMBER_NOTE,
} TyPersonListMemberField;

extern const TyRecordInfo ty_person_list_member_info;

TyPersonListMember *ty_person_list_member_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
