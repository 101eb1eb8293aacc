/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-milestone"

#include "config.h"

#include "ty-milestone.h"

#include <glib/gi18n-lib.h>

/**
 * TyMilestone:
 *
 * What a mentee is to reach with a mentor, by when, and when it was reached.
 */
static const TyFieldInfo fields[] = {
  [TY_MILESTONE_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_MILESTONE_ID] = TY_KEY ("id", "id", NULL),
  [TY_MILESTONE_MENTOR] = TY_REQUIRED_LINK ("mentor", "mentor", N_("Mentor"), "person"),
  [TY_MILESTONE_TITLE] = TY_REQUIRED_TEXT ("title", "title", N_("Milestone"), TY_PRIVACY_INTERNAL, 0),
  [TY_MILESTONE_DUE_DATE] = TY_DAY ("due-date", "due_date", N_("Due")),
  [TY_MILESTONE_DONE_DATE] = TY_PAST_DAY ("done-date", "done_date", N_("Reached")),
  [TY_MILESTONE_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_milestone_info = {
  .table = "milestone",
  .label = N_("Milestone"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_milestone_get_type,
};

TY_DEFINE_RECORD (TyMilestone, ty_milestone)
