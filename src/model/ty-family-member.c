/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-family-member"

#include "config.h"

#include "ty-family-member.h"

#include <glib/gi18n-lib.h>

/**
 * TyFamilyMember:
 *
 * A member of the family as the appointment form lists it (field.md 6.4).
 */
static const TyFieldInfo fields[] = {
  [TY_FAMILY_MEMBER_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_FAMILY_MEMBER_ID] = TY_KEY ("id", "id", NULL),
  [TY_FAMILY_MEMBER_RELATION] = TY_REQUIRED_CHOICE ("relation", "relation", N_("Relation"), "kinship"),
  [TY_FAMILY_MEMBER_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name"), TY_PRIVACY_SENSITIVE, 18),
  [TY_FAMILY_MEMBER_BIRTH] = TY_PAST_DAY ("birth", "birth", N_("Born")),
  [TY_FAMILY_MEMBER_POLITICAL] = TY_CHOICE ("political", "political", N_("Political status"), "political"),
  [TY_FAMILY_MEMBER_OCCUPATION] = TY_TEXT ("occupation", "occupation", N_("Unit and post"), TY_PRIVACY_SENSITIVE, 124),
  [TY_FAMILY_MEMBER_POSITION] = TY_COUNT ("position", "position", N_("Order")),
};

const TyRecordInfo ty_family_member_info = {
  .table = "family_member",
  .label = N_("Family member"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_family_member_get_type,
};

TY_DEFINE_RECORD (TyFamilyMember, ty_family_member)
