/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-decimal.h"
#include "ty-period.h"

#include <glib/gi18n-lib.h>

/* By what happened to people in the year of the date: their courses, what came of the last year, who came into the
 * reserves and who left them; and by what difficult villages were given. */

static TyMarks *
get_marks (TyView *view)
{
  return ty_columns_get_marks (ty_view_get_columns (view));
}

static const gint64 *
begin (TyView *view,
       guint   chunk,
       TyDate *as_of,
       guint  *n)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  *as_of = ty_date_from_days (ty_view_get_day (view));
  *n = ty_chunk_get_n (people);
  return TY_CHUNK_PEOPLE_FIELD (people, gint64, TY_PEOPLE_ID);
}

static gboolean
is_of_year (TyDate day,
            TyDate as_of)
{
  return day.year == as_of.year && ty_date_is_valid (day) && ty_date_compare (day, as_of) <= 0;
}

#define MOST_MARKS 32 /* bits of a value */

/* A bit for each kind of course. */
static void
fill_courses (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              TyMarkKind     kind,
              guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_rows, value;
      const TyMarkRow *rows = ty_marks_find (get_marks (view), kind, people[i], &n_rows);

      values[i] = 0;
      for (guint j = 0; j < n_rows; j++)
        if (is_of_year (rows[j].from, as_of) && rows[j].key != NULL
            && ty_scale_find ((TyScale *) scale, rows[j].key, &value) && value != TY_SCALE_NONE)
          values[i] |= 1u << (value - 1);
    }
}

static void
fill_course_kinds (const TyScale *scale,
                   TyView        *view,
                   guint          chunk,
                   guint32       *values)
{
  fill_courses (scale, view, chunk, TY_MARK_COURSE_KIND, values);
}

/* Words of a list, then those that only the file knows, as far as there is room. */
static void
make_courses (TyScale     *scale,
              TyView      *view,
              const char  *list,
              TyMarkKind   kind,
              TyScaleFunc  fill)
{
  GArray *rows = ty_marks_get_rows (get_marks (view), kind);
  guint value;

  scale->kind = TY_SCALE_MARKS;
  scale->fill = fill;
  ty_scale_add_codes (scale, list);
  for (guint i = 0; i < rows->len && ty_scale_get_n (scale) <= MOST_MARKS; i++)
    {
      const char *key = g_array_index (rows, TyMarkRow, i).key;

      if (key != NULL && *key != '\0' && !ty_scale_find (scale, key, &value))
        ty_scale_add (scale, key, key);
    }
}

void
ty_dimension_make_course_kind (TyScale *scale,
                               TyView  *view)
{
  make_courses (scale, view, "course_kind", TY_MARK_COURSE_KIND, fill_course_kinds);
}

static void
fill_course_levels (const TyScale *scale,
                    TyView        *view,
                    guint          chunk,
                    guint32       *values)
{
  fill_courses (scale, view, chunk, TY_MARK_COURSE_LEVEL, values);
}

void
ty_dimension_make_course_level (TyScale *scale,
                                TyView  *view)
{
  make_courses (scale, view, "unit_level", TY_MARK_COURSE_LEVEL, fill_course_levels);
}

/* Of what was over on the date the last. */
static void
fill_last (const TyScale *scale,
           TyView        *view,
           guint          chunk,
           TyMarkKind     kind,
           guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_rows, value;
      const TyMarkRow *rows = ty_marks_find (get_marks (view), kind, people[i], &n_rows);

      values[i] = TY_SCALE_NONE;
      for (guint j = 0; j < n_rows; j++)
        if (ty_date_is_valid (rows[j].from) && ty_date_compare (rows[j].from, as_of) <= 0)
          values[i] = rows[j].key != NULL && ty_scale_find ((TyScale *) scale, rows[j].key, &value) ? value
                                                                                                   : TY_SCALE_NONE;
    }
}

/* Words of a list, then those that only the file knows. */
static void
make_last (TyScale     *scale,
           TyView      *view,
           const char  *list,
           TyMarkKind   kind,
           TyScaleFunc  fill)
{
  GArray *rows = ty_marks_get_rows (get_marks (view), kind);
  guint value;

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  ty_scale_add_codes (scale, list);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = g_array_index (rows, TyMarkRow, i).key;

      if (key != NULL && *key != '\0' && !ty_scale_find (scale, key, &value))
        ty_scale_add (scale, key, key);
    }
}

static void
fill_results (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              guint32       *values)
{
  fill_last (scale, view, chunk, TY_MARK_RESULT, values);
}

void
ty_dimension_make_annual_result (TyScale *scale,
                                 TyView  *view)
{
  make_last (scale, view, "annual_result", TY_MARK_RESULT, fill_results);
}

static void
fill_ways_out (const TyScale *scale,
               TyView        *view,
               guint          chunk,
               guint32       *values)
{
  fill_last (scale, view, chunk, TY_MARK_RESERVE_WAY_OUT, values);
}

void
ty_dimension_make_reserve_way_out (TyScale *scale,
                                   TyView  *view)
{
  make_last (scale, view, "reserve_way_out", TY_MARK_RESERVE_WAY_OUT, fill_ways_out);
}

enum
{
  CHANGE_JOINED = 1,
  CHANGE_LEFT,
};

static void
fill_reserve_changes (const TyScale *scale,
                      TyView        *view,
                      guint          chunk,
                      guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_rows;
      const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_RESERVE_POST, people[i], &n_rows);

      values[i] = 0;
      for (guint j = 0; j < n_rows; j++)
        {
          values[i] |= is_of_year (rows[j].from, as_of) ? 1u << (CHANGE_JOINED - 1) : 0;
          values[i] |= is_of_year (rows[j].until, as_of) ? 1u << (CHANGE_LEFT - 1) : 0;
        }
    }
}

void
ty_dimension_make_reserve_change (TyScale *scale,
                                  TyView  *view)
{
  scale->kind = TY_SCALE_MARKS;
  scale->fill = fill_reserve_changes;
  /* Translators: of the pool of reserves, in the year of the cut-off date */
  ty_scale_add (scale, "joined", C_("reserves", "Entered this year"));
  ty_scale_add (scale, "left", C_("reserves", "Left this year"));
}

/**
 * ty_dimension_get_four_ones:
 * @view: a date and a scope
 * @unit: number of a unit
 * @complete: (out): whether it has a leader, a cadre, a work group, a contact unit and a plan
 *
 * Returns: whether the unit is a difficult village, of which only this is asked
 */
gboolean
ty_dimension_get_four_ones (TyView   *view,
                            guint32   unit,
                            gboolean *complete)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));
  TyDate as_of = ty_date_from_days (ty_view_get_day (view));
  gboolean difficult = FALSE;
  guint n;
  const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_FOUR_ONES, ty_units_get_id (units, unit), &n);

  /* Of several in force the newest. */
  for (guint i = 0; i < n; i++)
    if (ty_period_contains ((TyPeriod){ rows[i].from, rows[i].until }, as_of))
      {
        difficult = g_strcmp0 (rows[i].key, "difficult") == 0;
        *complete = rows[i].number == 5 * TY_DECIMAL_ONE;
      }
  return difficult;
}

void
ty_dimension_make_four_ones (TyScale *scale,
                             TyView  *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));
  guint complete = ty_scale_add (scale, "complete", C_("four ones", "Complete"));
  guint incomplete = ty_scale_add (scale, "incomplete", C_("four ones", "Something is missing"));
  gboolean has;

  scale->kind = TY_SCALE_UNITS;
  scale->table = g_new0 (guint32, ty_units_get_n (units) + 1);
  for (guint32 unit = 0; unit < ty_units_get_n (units); unit++)
    if (ty_dimension_get_four_ones (view, unit, &has))
      scale->table[unit] = has ? complete : incomplete;
}
