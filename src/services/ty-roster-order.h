/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-roster.h"
#include "ty-roster-table.h"

G_BEGIN_DECLS

/**
 * TyRosterPlace:
 * @person: (unowned): the person
 * @posts: (unowned) (array length=n_posts): the posts that had begun
 * @n_posts: their number
 * @post: (unowned) (nullable): the one by which the person is placed, one of @posts
 * @held: whether it is held
 * @post_rank: its place in the official order
 * @unit_rank: the place of its unit in the official order
 * @study_rank: the place of the highest level of education
 * @pinyin_key: (owned) (nullable): key of the order by pinyin, made when first needed
 * @stroke_key: (owned) (nullable): key of the order by strokes, made when first needed
 *
 * What places a person in a roster. An unknown rank is the highest number.
 */
typedef struct
{
  const TyRosterPersonRow *person;
  const TyRosterPostRow *posts;
  guint n_posts;
  const TyRosterPostRow *post;
  gboolean held;
  int post_rank;
  guint unit_rank;
  int study_rank;
  char *pinyin_key;
  char *stroke_key;
} TyRosterPlace;

void ty_roster_place_clear (TyRosterPlace *self);
void ty_roster_order_sort  (GPtrArray     *places,
                            TyRosterSort   sort,
                            gboolean       descending);

G_END_DECLS
