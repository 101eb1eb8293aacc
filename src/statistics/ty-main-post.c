/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-main-post"

#include "config.h"

#include "ty-main-post.h"

#include "ty-post-name.h"
#include "ty-view-private.h"

/**
 * ty_main_post_dup_ranks:
 * @view: a view
 *
 * Returns: (transfer full): by number of a post: its place in the official order, %G_MAXUINT32 for
 * none and for memberships, which are no posts
 */
guint32 *
ty_main_post_dup_ranks (TyView *view)
{
  TyCodebook *book = ty_columns_get_book (ty_view_get_columns (view), TY_BOOK_POST);
  guint n = ty_codebook_get_n (book);
  guint32 *ranks = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      int rank = ty_post_name_get_rank (ty_codebook_get (book, i));

      /* A post that no list knows stands behind all others. */
      ranks[i] = (ty_view_get_post_facts (view, i) & TY_FACT_ANYWHERE) == 0 ? G_MAXUINT32
                 : rank == G_MAXINT ? G_MAXINT : (guint32) rank;
    }
  return ranks;
}

/**
 * ty_main_post_find:
 * @view: a view
 * @chunk: a chunk of its generation
 * @index: which of its people
 * @ranks: of ty_main_post_dup_ranks()
 * @groups: to what the scope is narrowed
 *
 * Returns: the holding of the highest post held on that date in the scope, or %TY_MAIN_POST_NONE
 */
guint32
ty_main_post_find (TyView        *view,
                   const TyChunk *chunk,
                   guint          index,
                   const guint32 *ranks,
                   TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  guint32 best = TY_MAIN_POST_NONE;

  for (guint32 i = first[index]; i < first[index + 1]; i++)
    if (ranks[post[i]] != G_MAXUINT32
        && (best == TY_MAIN_POST_NONE || ranks[post[i]] < ranks[post[best]])
        && ty_view_holds_post (view, chunk, i, groups))
      best = i;

  return best;
}

/**
 * ty_main_post_get_tenure:
 * @view: a view
 * @chunk: a chunk of its generation
 * @index: which of its people
 * @ranks: of ty_main_post_dup_ranks()
 * @groups: to what the scope is narrowed
 *
 * Returns: for how many full years the highest post held in the scope has been held, by months as
 * ages are; -1 where there is none or where it began before our records
 */
int
ty_main_post_get_tenure (TyView        *view,
                         const TyChunk *chunk,
                         guint          index,
                         const guint32 *ranks,
                   TyGroups       groups)
{
  guint32 holding = ty_main_post_find (view, chunk, index, ranks, groups);
  gint32 from;

  if (holding == TY_MAIN_POST_NONE)
    return -1;

  from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[holding];
  return from != TY_DAY_FIRST ? ty_view_get_age (view, from) : -1;
}

/**
 * ty_main_post_get_village_years:
 * @view: a view
 * @chunk: a chunk of its generation
 * @index: which of its people
 * @groups: to what the scope is narrowed
 *
 * Returns: the full years since the first post in a unit in which one is held now in the scope, whatever lay
 * between; -1 where there is none or no beginning is known
 */
int
ty_main_post_get_village_years (TyView        *view,
                                const TyChunk *chunk,
                                guint          index,
                                TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gint32 begin = TY_DAY_LAST;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (ty_view_holds_post (view, chunk, i, groups))
      for (guint j = first[index]; j < first[index + 1]; j++)
        if (unit[j] == unit[i] && from[j] != TY_DAY_FIRST && ty_view_is_post (view, post[j]))
          begin = MIN (begin, from[j]);

  return begin <= ty_view_get_day (view) ? ty_view_get_age (view, begin) : -1;
}
