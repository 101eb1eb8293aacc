/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-mark-talks.h"

#include <glib/gi18n-lib.h>

/* By pairings: which programme and at which level, whether the mentor has others too, how the talks stand, what
 * came out of it; and by the pool of mentors. Of several pairings in force the newest tells. */

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

/* Words of a list, then those that only the file knows; without a list those of the file as they are. */
static void
make (TyScale     *scale,
      TyView      *view,
      const char  *list,
      TyMarkKind   kind,
      TyScaleFunc  fill)
{
  GArray *rows = ty_marks_get_rows (get_marks (view), kind);
  guint value;

  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  if (list != NULL)
    ty_scale_add_codes (scale, list);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = g_array_index (rows, TyMarkRow, i).key;

      if (key != NULL && *key != '\0' && !ty_scale_find (scale, key, &value))
        ty_scale_add (scale, key, key);
    }
}

static guint32
find_value (const TyScale *scale,
            const char    *key)
{
  guint value = TY_SCALE_NONE;

  if (key != NULL)
    ty_scale_find ((TyScale *) scale, key, &value);
  return value;
}

static void
fill_present (const TyScale *scale,
              TyView        *view,
              guint          chunk,
              TyMarkKind     kind,
              guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    values[i] = find_value (scale, ty_marks_get_present (get_marks (view), kind, people[i], as_of));
}

static void
fill_mentor_levels (const TyScale *scale,
                    TyView        *view,
                    guint          chunk,
                    guint32       *values)
{
  fill_present (scale, view, chunk, TY_MARK_MENTOR_LEVEL, values);
}

void
ty_dimension_make_mentor_level (TyScale *scale,
                                TyView  *view)
{
  make (scale, view, "unit_level", TY_MARK_MENTOR_LEVEL, fill_mentor_levels);
}

static void
fill_programmes (const TyScale *scale,
                 TyView        *view,
                 guint          chunk,
                 guint32       *values)
{
  fill_present (scale, view, chunk, TY_MARK_PROGRAMME, values);
}

void
ty_dimension_make_programme (TyScale *scale,
                             TyView  *view)
{
  make (scale, view, NULL, TY_MARK_PROGRAMME, fill_programmes);
}

static void
fill_levels (const TyScale *scale,
             TyView        *view,
             guint          chunk,
             guint32       *values)
{
  fill_present (scale, view, chunk, TY_MARK_PAIRING_LEVEL, values);
}

void
ty_dimension_make_pairing_level (TyScale *scale,
                                 TyView  *view)
{
  make (scale, view, "unit_level", TY_MARK_PAIRING_LEVEL, fill_levels);
}

/* What ended last, and how. */
static void
fill_results (const TyScale *scale,
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
      const TyMarkRow *rows = ty_marks_find (get_marks (view), TY_MARK_PAIRING_RESULT, people[i], &n_rows);

      values[i] = TY_SCALE_NONE;
      for (guint j = 0; j < n_rows; j++)
        if (ty_date_compare (rows[j].from, as_of) <= 0)
          values[i] = find_value (scale, rows[j].key);
    }
}

void
ty_dimension_make_pairing_result (TyScale *scale,
                                  TyView  *view)
{
  make (scale, view, "pairing_result", TY_MARK_PAIRING_RESULT, fill_results);
}

enum
{
  LOAD_NONE = 1,
  LOAD_ONE,
  LOAD_SEVERAL,
};

static guint32
get_load (TyView *view,
          gint64  mentor,
          TyDate  as_of)
{
  guint n = ty_marks_count_present (get_marks (view), TY_MARK_MENTEE, mentor, as_of);

  return n == 0 ? LOAD_NONE : n == 1 ? LOAD_ONE : LOAD_SEVERAL;
}

static void
fill_loads (const TyScale *scale,
            TyView        *view,
            guint          chunk,
            guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    values[i] = get_load (view, people[i], as_of);
}

void
ty_dimension_make_mentor_load (TyScale *scale,
                               TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_loads;
  ty_scale_add (scale, "none", C_("load of a mentor", "No mentee"));
  ty_scale_add (scale, "one", C_("load of a mentor", "One mentee"));
  ty_scale_add (scale, "several", C_("load of a mentor", "Several mentees"));
}

enum
{
  FORM_ONE = 1,
  FORM_SEVERAL,
};

/* Whether the mentor of the newest pairing has others too. */
static void
fill_forms (const TyScale *scale,
            TyView        *view,
            guint          chunk,
            guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *mentor = ty_marks_get_present (get_marks (view), TY_MARK_PAIRING_MENTOR, people[i], as_of);

      values[i] = TY_SCALE_NONE;
      if (mentor != NULL)
        values[i] = get_load (view, g_ascii_strtoll (mentor, NULL, 10), as_of) == LOAD_SEVERAL ? FORM_SEVERAL
                                                                                               : FORM_ONE;
    }
}

void
ty_dimension_make_pairing_form (TyScale *scale,
                                TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_forms;
  /* Translators: a mentor has this mentee only */
  ty_scale_add (scale, "one", C_("pairing", "One to one"));
  /* Translators: a mentor has several mentees */
  ty_scale_add (scale, "several", C_("pairing", "One to many"));
}

enum
{
  TALKS_KEPT = 1,
  TALKS_OVERDUE,
};

static void
fill_talks (const TyScale *scale,
            TyView        *view,
            guint          chunk,
            guint32       *values)
{
  TyDate as_of;
  guint n;
  const gint64 *people = begin (view, chunk, &as_of, &n);

  for (guint i = 0; i < n; i++)
    {
      TyTalkMark mark = ty_mark_talks_judge (get_marks (view), people[i], as_of);

      values[i] = !mark.meets ? TY_SCALE_NONE : mark.overdue ? TALKS_OVERDUE : TALKS_KEPT;
    }
}

void
ty_dimension_make_talk_state (TyScale *scale,
                              TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_talks;
  ty_scale_add (scale, "kept", C_("talks", "Not overdue"));
  ty_scale_add (scale, "overdue", C_("talks", "Overdue"));
}
