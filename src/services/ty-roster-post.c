/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-post"

#include "config.h"

#include "ty-roster-post.h"

#include "ty-code-list.h"
#include "ty-period.h"
#include "ty-post-name.h"

/* A study that was not finished comes after all that were. */
#define UNFINISHED 100

/**
 * ty_roster_post_is_held:
 * @self: a post
 * @as_of: a date
 *
 * Returns: whether it is held on that date
 */
gboolean
ty_roster_post_is_held (const TyRosterPostRow *self,
                        TyDate                 as_of)
{
  return ty_period_contains ((TyPeriod){ self->from, self->until }, as_of);
}

/**
 * ty_roster_post_compare_rank:
 * @a: (type TyRosterPostRow): a post
 * @b: (type TyRosterPostRow): another
 *
 * Returns: the official order of posts, the highest first
 */
int
ty_roster_post_compare_rank (gconstpointer a,
                             gconstpointer b)
{
  int first = ty_post_name_get_rank (((const TyRosterPostRow *) a)->post);
  int second = ty_post_name_get_rank (((const TyRosterPostRow *) b)->post);

  return (first > second) - (first < second);
}

static gboolean
is_better (const TyRosterPostRow *post,
           const TyRosterPostRow *best,
           TyDate                 as_of)
{
  gboolean held = ty_roster_post_is_held (post, as_of);
  int order;

  if (held != ty_roster_post_is_held (best, as_of))
    return held;

  order = held ? 0 : ty_date_compare (best->until, post->until);
  return order < 0 || (order == 0 && ty_roster_post_compare_rank (post, best) < 0);
}

/**
 * ty_roster_post_choose:
 * @posts: (array length=n_posts): the posts of one person that had begun by a date
 * @n_posts: their number
 * @as_of: the date
 *
 * Chooses the post by which a roster places a person: the highest of those held; of somebody who
 * holds none, the highest of those that ended last.
 *
 * Returns: (transfer none) (nullable): one of @posts
 */
const TyRosterPostRow *
ty_roster_post_choose (const TyRosterPostRow *posts,
                       guint                  n_posts,
                       TyDate                 as_of)
{
  const TyRosterPostRow *best = n_posts > 0 ? &posts[0] : NULL;

  for (guint i = 1; i < n_posts; i++)
    if (is_better (&posts[i], best, as_of))
      best = &posts[i];

  return best;
}

/**
 * ty_roster_post_get_day:
 * @self: a post
 * @as_of: the cut-off date
 *
 * Returns: the day for which its unit is named: the cut-off date, or the last day on which it was
 * held
 */
TyDate
ty_roster_post_get_day (const TyRosterPostRow *self,
                        TyDate                 as_of)
{
  if (ty_date_is_known (self->until) && ty_date_compare (self->until, as_of) <= 0)
    return ty_date_add_days (self->until, -1);

  return as_of;
}

/**
 * ty_roster_study_is_unfinished:
 * @outcome: (nullable): a key of `education_outcome`
 *
 * Returns: whether the level was begun and not reached
 */
gboolean
ty_roster_study_is_unfinished (const char *outcome)
{
  return g_strcmp0 (outcome, "incomplete") == 0 || g_strcmp0 (outcome, "studying") == 0;
}

/**
 * ty_roster_study_rank:
 * @level: (nullable): a key of `education` (ZB64)
 * @outcome: (nullable): a key of `education_outcome`
 *
 * Returns: the place of a course of study, the highest first, those that were not finished after
 * the others; %G_MAXINT where the level is not known
 */
int
ty_roster_study_rank (const char *level,
                      const char *outcome)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped ("education"), level);

  if (code == NULL)
    return G_MAXINT;

  return ty_code_get_integer (code, "rank")
         + (ty_roster_study_is_unfinished (outcome) ? UNFINISHED : 0);
}
