/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyPersonTag:
 *
 * What is told of a person in one word, in the order in which it is shown: what is late or near a
 * limit, what matters now, what counts, where somebody comes from.
 */
typedef enum
{
  TY_PERSON_TAG_OVER_AGE,
  TY_PERSON_TAG_NEAR_AGE,
  TY_PERSON_TAG_DUAL_ROLE,
  TY_PERSON_TAG_SECRETARY,
  TY_PERSON_TAG_HEAD,
  TY_PERSON_TAG_NEW,
  TY_PERSON_TAG_SPECIALIST,
  TY_PERSON_TAG_MENTOR,
  TY_PERSON_TAG_DEPARTED,
  TY_PERSON_TAG_RESERVE,
  TY_PERSON_TAG_FROM_RESERVES,
  TY_PERSON_TAG_RETURNED_HOME,
  TY_PERSON_TAG_DISPATCHED,
  TY_N_PERSON_TAGS,
} TyPersonTag;

/**
 * TyPersonTags:
 *
 * Several of them, a bit each: `1 << tag`.
 */
typedef guint32 TyPersonTags;

#define TY_PERSON_TAG_BIT(tag) ((TyPersonTags) 1 << (tag))

/* What the other columns of a roster do not say, so that it does not stand in nearly every row. */
#define TY_PERSON_TAGS_OF_ROSTER \
  (~(TY_PERSON_TAG_BIT (TY_PERSON_TAG_DUAL_ROLE) | TY_PERSON_TAG_BIT (TY_PERSON_TAG_SECRETARY) \
     | TY_PERSON_TAG_BIT (TY_PERSON_TAG_HEAD) | TY_PERSON_TAG_BIT (TY_PERSON_TAG_SPECIALIST) \
     | TY_PERSON_TAG_BIT (TY_PERSON_TAG_DEPARTED)))

const char   *ty_person_tag_get_label (TyPersonTag   self);
const char   *ty_person_tag_get_look  (TyPersonTag   self);
TyPersonTags  ty_person_tags_find     (TyView       *view,
                                       gint64        person);
char         *ty_person_tags_dup_text (TyPersonTags  self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
