/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor"

#include "config.h"

#include "ty-mentor.h"

#include <glib/gi18n-lib.h>

/**
 * TyMentor:
 *
 * A membership in the pool of mentors: somebody who can guide others, and how many at once. The unit
 * is where a mentor works as such; one of the county may have none.
 */
static const TyFieldInfo fields[] = {
  [TY_MENTOR_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_MENTOR_ID] = TY_KEY ("id", "id", NULL),
  [TY_MENTOR_UNIT] = TY_LINK ("unit", "unit", N_("Unit"), "unit"),
  [TY_MENTOR_LEVEL] = TY_CHOICE ("level", "level", N_("Mentor level"), "unit_level"),
  [TY_MENTOR_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_MENTOR_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_MENTOR_CAPACITY] = TY_COUNT ("capacity", "capacity", N_("Mentees at once")),
  [TY_MENTOR_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
  [TY_MENTOR_LANGUAGES] = TY_TEXT ("languages", "languages", N_("Languages of work"), TY_PRIVACY_PUBLIC, 40),
};

const TyRecordInfo ty_mentor_info = {
  .table = "mentor",
  .label = N_("Mentor"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_mentor_get_type,
};

TY_DEFINE_RECORD (TyMentor, ty_mentor)
