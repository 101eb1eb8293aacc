/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-mark-talks.h"
#include "ty-needs.h"

/* What is added up for a mentee: the talks of the month of the date; and for who needs a mentor, whether there is
 * one. */

static TyTalkMark
judge (TyView        *view,
       const TyChunk *chunk,
       guint          index)
{
  return ty_mark_talks_judge (ty_columns_get_marks (ty_view_get_columns (view)),
                              TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index],
                              ty_view_get_date (view));
}

gint64
ty_measure_count_talks_due (TyView        *view,
                            const TyChunk *chunk,
                            guint          index,
                            const guint32 *ranks,
                            TyGroups       groups)
{
  return judge (view, chunk, index).due;
}

gint64
ty_measure_count_talks (TyView        *view,
                        const TyChunk *chunk,
                        guint          index,
                        const guint32 *ranks,
                        TyGroups       groups)
{
  return judge (view, chunk, index).done;
}

gint64
ty_measure_is_overdue (TyView        *view,
                       const TyChunk *chunk,
                       guint          index,
                       const guint32 *ranks,
                       TyGroups       groups)
{
  return judge (view, chunk, index).overdue;
}

static TyNeedMark
judge_need (TyView        *view,
            const TyChunk *chunk,
            guint          index,
            TyGroups       groups,
            const char    *level)
{
  const TyNeedAsk ask = { 0, level };

  return ty_needs_judge (ty_needs_get (view), view, chunk, index, groups, &ask);
}

gint64
ty_measure_is_in_need (TyView        *view,
                       const TyChunk *chunk,
                       guint          index,
                       const guint32 *ranks,
                       TyGroups       groups)
{
  return judge_need (view, chunk, index, groups, NULL).kinds != 0;
}

gint64
ty_measure_is_waiting (TyView        *view,
                       const TyChunk *chunk,
                       guint          index,
                       const guint32 *ranks,
                       TyGroups       groups)
{
  return judge_need (view, chunk, index, groups, NULL).waiting != 0;
}

/* Of who needs one only: who needs nobody is in no share. */
static gint64
get_served (TyNeedMark mark)
{
  return mark.kinds == 0 ? -1 : mark.waiting == 0;
}

gint64
ty_measure_is_served (TyView        *view,
                      const TyChunk *chunk,
                      guint          index,
                      const guint32 *ranks,
                      TyGroups       groups)
{
  return get_served (judge_need (view, chunk, index, groups, NULL));
}

gint64
ty_measure_is_served_by_county (TyView        *view,
                                const TyChunk *chunk,
                                guint          index,
                                const guint32 *ranks,
                                TyGroups       groups)
{
  return get_served (judge_need (view, chunk, index, groups, g_intern_static_string ("county")));
}

gint64
ty_measure_is_served_by_township (TyView        *view,
                                  const TyChunk *chunk,
                                  guint          index,
                                  const guint32 *ranks,
                                  TyGroups       groups)
{
  return get_served (judge_need (view, chunk, index, groups, g_intern_static_string ("township")));
}

gint64
ty_measure_is_served_by_village (TyView        *view,
                                 const TyChunk *chunk,
                                 guint          index,
                                 const guint32 *ranks,
                                 TyGroups       groups)
{
  return get_served (judge_need (view, chunk, index, groups, g_intern_static_string ("village")));
}
