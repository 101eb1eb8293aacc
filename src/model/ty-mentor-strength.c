/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-mentor-strength"

#include "config.h"

#include "ty-mentor-strength.h"

#include <glib/gi18n-lib.h>

/**
 * TyMentorStrength:
 *
 * Something that a mentor is good at. It belongs to the person and not to a membership of the pool, so
 * that it lasts when somebody leaves the pool and comes back.
 */
static const TyFieldInfo fields[] = {
  [TY_MENTOR_STRENGTH_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_MENTOR_STRENGTH_STRENGTH] = TY_REQUIRED_CHOICE ("strength", "strength", N_("Strength"), "strength"),
};

const TyRecordInfo ty_mentor_strength_info = {
  .table = "mentor_strength",
  .label = N_("Strength of a mentor"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_mentor_strength_get_type,
};

TY_DEFINE_RECORD (TyMentorStrength, ty_mentor_strength)
