/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-list-member"

#include "config.h"

#include "ty-person-list-member.h"

#include <glib/gi18n-lib.h>

/**
 * TyPersonListMember:
 *
 * Somebody on a named list. Members are in the order of their positions.
 */
static const TyFieldInfo fields[] = {
  [TY_PERSON_LIST_MEMBER_LIST] = TY_KEY ("list", "list", "person_list"),
  [TY_PERSON_LIST_MEMBER_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_PERSON_LIST_MEMBER_POSITION] = TY_COUNT ("position", "position", N_("Position")),
  [TY_PERSON_LIST_MEMBER_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_person_list_member_info = {
  .table = "person_list_member",
  .label = N_("Person on a list"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_person_list_member_get_type,
};

TY_DEFINE_RECORD (TyPersonListMember, ty_person_list_member)
