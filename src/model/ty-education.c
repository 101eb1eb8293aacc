/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-education"

#include "config.h"

#include "ty-education.h"

#include <glib/gi18n-lib.h>

/**
 * TyEducation:
 *
 * A course of study. The level is a ZB64 key with an outcome, never a GB/T 4658 code (design.md
 * 6).
 */
static const TyFieldInfo fields[] = {
  [TY_EDUCATION_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_EDUCATION_ID] = TY_KEY ("id", "id", NULL),
  [TY_EDUCATION_MODE] = TY_CHOICE ("mode", "mode", N_("Mode"), "education_mode"),
  [TY_EDUCATION_LEVEL] = TY_CHOICE ("level", "level", N_("Level"), "education"),
  [TY_EDUCATION_LEVEL_TEXT] = TY_TEXT ("level-text", "level_text", N_("Level as written"), TY_PRIVACY_INTERNAL, 0),
  [TY_EDUCATION_OUTCOME] = TY_CHOICE ("outcome", "outcome", N_("Outcome"), "education_outcome"),
  [TY_EDUCATION_DEGREE] = TY_CHOICE ("degree", "degree", N_("Degree"), "degree"),
  [TY_EDUCATION_SCHOOL] = TY_TEXT ("school", "school", N_("School and subject"), TY_PRIVACY_INTERNAL, 90),
  [TY_EDUCATION_FROM_DATE] = TY_PAST_DAY ("from-date", "from_date", N_("From")),
  [TY_EDUCATION_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Finished")),
};

const TyRecordInfo ty_education_info = {
  .table = "education",
  .label = N_("Education"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_education_get_type,
};

TY_DEFINE_RECORD (TyEducation, ty_education)
