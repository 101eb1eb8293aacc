/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-list"

#include "config.h"

#include "ty-person-list.h"

#include <glib/gi18n-lib.h>

/**
 * TyPersonList:
 *
 * A list of people put together by hand (名单).
 */
static const TyFieldInfo fields[] = {
  [TY_PERSON_LIST_ID] = TY_KEY ("id", "id", NULL),
  [TY_PERSON_LIST_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name of the list"), TY_PRIVACY_INTERNAL, 40),
  [TY_PERSON_LIST_POSITION] = TY_COUNT ("position", "position", N_("Position")),
  [TY_PERSON_LIST_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_person_list_info = {
  .table = "person_list",
  .label = N_("Named list"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_person_list_get_type,
};

TY_DEFINE_RECORD (TyPersonList, ty_person_list)
