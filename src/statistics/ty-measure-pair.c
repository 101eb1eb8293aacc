/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-mark-talks.h"

/* What is added up for a mentee: the talks of the month of the date. */

static TyTalkMark
judge (TyView        *view,
       const TyChunk *chunk,
       guint          index)
{
  return ty_mark_talks_judge (ty_columns_get_marks (ty_view_get_columns (view)),
                              TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index],
                              ty_date_from_days (ty_view_get_day (view)));
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
