/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme"

#include "config.h"

#include "ty-programme.h"

#include <glib/gi18n-lib.h>

/**
 * TyProgramme:
 *
 * A programme in which mentors help: from which level they come, how many mentees each may have, how
 * often they talk, and how long it lasts.
 */
static const TyFieldInfo fields[] = {
  [TY_PROGRAMME_ID] = TY_KEY ("id", "id", NULL),
  [TY_PROGRAMME_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name of the programme"), TY_PRIVACY_PUBLIC, 40),
  [TY_PROGRAMME_LEVEL] = TY_CHOICE ("level", "level", N_("Mentor level"), "unit_level"),
  [TY_PROGRAMME_LEVEL_ONLY] = TY_CHOICE ("level-only", "level_only", N_("Mentors of this level only"), "yes_no"),
  [TY_PROGRAMME_SUPERIOR] = TY_CHOICE ("superior", "superior", N_("Own superior as mentor"), "yes_no"),
  [TY_PROGRAMME_CAPACITY] = TY_COUNT ("capacity", "capacity", N_("Mentees of a mentor")),
  [TY_PROGRAMME_TALKS] = TY_COUNT ("talks", "talks", N_("Talks a month")),
  [TY_PROGRAMME_MONTHS] = TY_COUNT ("months", "months", N_("Months of a pairing")),
  [TY_PROGRAMME_KEEP] = TY_COUNT ("keep", "keep", N_("Points for keeping a pair")),
  [TY_PROGRAMME_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_PROGRAMME_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_PROGRAMME_POSITION] = TY_COUNT ("position", "position", N_("Order")),
  [TY_PROGRAMME_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_programme_info = {
  .table = "programme",
  .label = N_("Mentoring programme"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_programme_get_type,
};

TY_DEFINE_RECORD (TyProgramme, ty_programme)
