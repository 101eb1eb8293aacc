/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-resume-entry"

#include "config.h"

#include "ty-resume-entry.h"

#include <glib/gi18n-lib.h>

/**
 * TyResumeEntry:
 *
 * A segment of the résumé (field.md 6.1).
 */
static const TyFieldInfo fields[] = {
  [TY_RESUME_ENTRY_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_RESUME_ENTRY_ID] = TY_KEY ("id", "id", NULL),
  [TY_RESUME_ENTRY_FROM_DATE] = TY_PAST_DAY ("from-date", "from_date", N_("From")),
  [TY_RESUME_ENTRY_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_RESUME_ENTRY_TEXT] = TY_REQUIRED_TEXT ("text", "text", N_("What"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_resume_entry_info = {
  .table = "resume_entry",
  .label = N_("Résumé entry"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_resume_entry_get_type,
};

TY_DEFINE_RECORD (TyResumeEntry, ty_resume_entry)
