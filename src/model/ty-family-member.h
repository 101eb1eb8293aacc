/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_FAMILY_MEMBER (ty_family_member_get_type ())
G_DECLARE_FINAL_TYPE (TyFamilyMember, ty_family_member, TY, FAMILY_MEMBER, TyRecord)

typedef enum
{
  TY_FAMILY_MEMBER_PERSON,
  TY_FAMILY_MEMBER_ID,
  TY_FAMILY_MEMBER_RELATION,
  TY_FAMILY_MEMBER_NAME,
  TY_FAMILY_MEMBER_BIRTH,
  TY_FAMILY_MEMBER_POLITICAL,
  TY_FAMILY_MEMBER_OCCUPATION,
  TY_FAMILY_MEMBER_POSITION,
} TyFamilyMemberField;

extern const TyRecordInfo ty_family_member_info;

TyFamilyMember *ty_family_member_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
