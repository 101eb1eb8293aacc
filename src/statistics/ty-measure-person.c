/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-decimal.h"
#include "ty-main-post.h"
#include "ty-view-private.h"

/* What is added up for a person. */

static gint64
get_person (const TyChunk *chunk,
            guint          index)
{
  return TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[index];
}

static TyMarks *
get_marks (TyView *view)
{
  return ty_columns_get_marks (ty_view_get_columns (view));
}

gint64
ty_measure_get_tenure (TyView        *view,
                       const TyChunk *chunk,
                       guint          index,
                       const guint32 *ranks,
                       TyGroups       groups)
{
  return ty_main_post_get_tenure (view, chunk, index, ranks, groups);
}

gint64
ty_measure_count_posts (TyView        *view,
                        const TyChunk *chunk,
                        guint          index,
                        const guint32 *ranks,
                        TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  gint64 n = 0;

  for (guint i = first[index]; i < first[index + 1]; i++)
    n += ty_view_holds_post (view, chunk, i, groups);
  return n;
}

gint64
ty_measure_count_honours (TyView        *view,
                          const TyChunk *chunk,
                          guint          index,
                          const guint32 *ranks,
                          TyGroups       groups)
{
  return ty_marks_count (get_marks (view), TY_MARK_HONOUR, get_person (chunk, index), TY_DATE_NONE,
                         ty_view_get_as_of (view));
}

/* In the year of the date. */
gint64
ty_measure_count_new_honours (TyView        *view,
                              const TyChunk *chunk,
                              guint          index,
                              const guint32 *ranks,
                              TyGroups       groups)
{
  TyDate as_of = ty_view_get_as_of (view);

  return ty_marks_count (get_marks (view), TY_MARK_HONOUR, get_person (chunk, index),
                         ty_date_new (as_of.year, 1, 1), as_of);
}

gint64
ty_measure_is_honoured (TyView        *view,
                        const TyChunk *chunk,
                        guint          index,
                        const guint32 *ranks,
                        TyGroups       groups)
{
  return ty_measure_count_honours (view, chunk, index, ranks, groups) > 0;
}

gint64
ty_measure_is_paired (TyView        *view,
                      const TyChunk *chunk,
                      guint          index,
                      const guint32 *ranks,
                      TyGroups       groups)
{
  return ty_marks_count_present (get_marks (view), TY_MARK_PAIRING, get_person (chunk, index),
                                 ty_view_get_as_of (view)) > 0;
}

gint64
ty_measure_count_mentees (TyView        *view,
                          const TyChunk *chunk,
                          guint          index,
                          const guint32 *ranks,
                          TyGroups       groups)
{
  return ty_marks_count_present (get_marks (view), TY_MARK_MENTEE, get_person (chunk, index),
                                 ty_view_get_as_of (view));
}

/* In hundredths of a day: the sum of everybody has to fit into 32 bits. */
gint64
ty_measure_get_training (TyView        *view,
                         const TyChunk *chunk,
                         guint          index,
                         const guint32 *ranks,
                         TyGroups       groups)
{
  return ty_marks_get_days (get_marks (view), get_person (chunk, index), ty_view_get_as_of (view))
         / (TY_DECIMAL_ONE / 100);
}

gint64
ty_measure_is_trained (TyView        *view,
                       const TyChunk *chunk,
                       guint          index,
                       const guint32 *ranks,
                       TyGroups       groups)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));
  gint64 least = (gint64) ty_county_rules_get_training_days_minimum (rules) * TY_DECIMAL_ONE;

  return ty_marks_get_days (get_marks (view), get_person (chunk, index), ty_view_get_as_of (view)) >= least;
}

gint64
ty_measure_is_attended (TyView        *view,
                        const TyChunk *chunk,
                        guint          index,
                        const guint32 *ranks,
                        TyGroups       groups)
{
  return ty_marks_get_days (get_marks (view), get_person (chunk, index), ty_view_get_as_of (view)) > 0;
}

gint64
ty_measure_is_excellent (TyView        *view,
                         const TyChunk *chunk,
                         guint          index,
                         const guint32 *ranks,
                         TyGroups       groups)
{
  return g_strcmp0 (ty_marks_get_grade (get_marks (view), get_person (chunk, index), ty_view_get_as_of (view)),
                    "excellent") == 0;
}

/* Of the last year that was over. */
gint64
ty_measure_is_annual_excellent (TyView        *view,
                                const TyChunk *chunk,
                                guint          index,
                                const guint32 *ranks,
                                TyGroups       groups)
{
  TyDate as_of = ty_view_get_as_of (view);
  gboolean excellent = FALSE;
  guint n;
  const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_RESULT, get_person (chunk, index), &n);

  for (guint i = 0; i < n; i++)
    if (ty_date_compare (rows[i].from, as_of) <= 0)
      excellent = g_strcmp0 (rows[i].key, "1") == 0;
  return excellent;
}

static gboolean
is_of_year (TyDate day,
            TyDate as_of)
{
  return day.year == as_of.year && ty_date_is_valid (day) && ty_date_compare (day, as_of) <= 0;
}

gint64
ty_measure_is_reserve_joined (TyView        *view,
                              const TyChunk *chunk,
                              guint          index,
                              const guint32 *ranks,
                              TyGroups       groups)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_RESERVE_POST, get_person (chunk, index), &n);

  for (guint i = 0; i < n; i++)
    if (is_of_year (rows[i].from, ty_view_get_as_of (view)))
      return TRUE;

  return FALSE;
}

gint64
ty_measure_is_reserve_left (TyView        *view,
                            const TyChunk *chunk,
                            guint          index,
                            const guint32 *ranks,
                            TyGroups       groups)
{
  guint n;
  const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_RESERVE_POST, get_person (chunk, index), &n);

  for (guint i = 0; i < n; i++)
    if (is_of_year (rows[i].until, ty_view_get_as_of (view)))
      return TRUE;

  return FALSE;
}
