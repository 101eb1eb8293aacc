/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-course"

#include "config.h"

#include "ty-course.h"

#include <glib/gi18n-lib.h>

/**
 * TyCourse:
 *
 * A class or another occasion of training. Days are those of training, which may be fewer than those from
 * the first to the last, and halves.
 */
static const TyFieldInfo fields[] = {
  [TY_COURSE_ID] = TY_KEY ("id", "id", NULL),
  [TY_COURSE_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Course"), TY_PRIVACY_INTERNAL, 60),
  [TY_COURSE_KIND] = TY_CHOICE ("kind", "kind", N_("Kind of training"), "course_kind"),
  [TY_COURSE_LEVEL] = TY_CHOICE ("level", "level", N_("Level of the class"), "unit_level"),
  [TY_COURSE_FROM_DATE] = TY_DAY ("from-date", "from_date", N_("From")),
  [TY_COURSE_UNTIL_DATE] = TY_DAY ("until-date", "until_date", N_("Until")),
  [TY_COURSE_DAYS] = TY_DECIMAL ("days", "days", N_("Days of training")),
  [TY_COURSE_PLACE] = TY_TEXT ("place", "place", N_("Place"), TY_PRIVACY_INTERNAL, 0),
  [TY_COURSE_ORGANISER] = TY_TEXT ("organiser", "organiser", N_("Organiser"), TY_PRIVACY_INTERNAL, 0),
  [TY_COURSE_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_course_info = {
  .table = "course",
  .label = N_("Training course"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_course_get_type,
};

TY_DEFINE_RECORD (TyCourse, ty_course)
