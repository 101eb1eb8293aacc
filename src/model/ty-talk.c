/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-talk"

#include "config.h"

#include "ty-talk.h"

#include <glib/gi18n-lib.h>

/**
 * TyTalk:
 *
 * A talk of a mentor with a mentee, as a row of the mentee. It counts for the pairing of the two in which
 * its day lies.
 */
static const TyFieldInfo fields[] = {
  [TY_TALK_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_TALK_ID] = TY_KEY ("id", "id", NULL),
  [TY_TALK_MENTOR] = TY_REQUIRED_LINK ("mentor", "mentor", N_("Mentor"), "person"),
  [TY_TALK_DATE] = TY_PAST_DAY ("date", "date", N_("Date")),
  [TY_TALK_FORM] = TY_CHOICE ("form", "form", N_("Form of talk"), "talk_form"),
  [TY_TALK_PLACE] = TY_TEXT ("place", "place", N_("Place"), TY_PRIVACY_INTERNAL, 40),
  [TY_TALK_TOPICS] = TY_TEXT ("topics", "topics", N_("Topics"), TY_PRIVACY_INTERNAL, 0),
  [TY_TALK_SITUATION] = TY_TEXT ("situation", "situation", N_("How things stand"), TY_PRIVACY_INTERNAL, 0),
  [TY_TALK_NEXT_STEP] = TY_TEXT ("next-step", "next_step", N_("Next step"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_talk_info = {
  .table = "talk",
  .label = N_("Talk"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_talk_get_type,
};

TY_DEFINE_RECORD (TyTalk, ty_talk)
