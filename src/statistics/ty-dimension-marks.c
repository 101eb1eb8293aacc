/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-decimal.h"
#include "ty-unit-reserves.h"
#include "ty-unit-seats.h"

#include <glib/gi18n-lib.h>

/* By courses, appraisals, honours, pairings and reserves of people, and by what villages tell of themselves. */

static TyMarks *
get_marks (TyView *view)
{
  return ty_columns_get_marks (ty_view_get_columns (view));
}

static TyDate
get_date (TyView *view)
{
  return ty_date_from_days (ty_view_get_day (view));
}

static const gint64 *
get_people (TyView *view,
            guint   chunk,
            guint  *n)
{
  const TyChunk *people = ty_columns_get_chunk (ty_view_get_columns (view), chunk);

  *n = ty_chunk_get_n (people);
  return TY_CHUNK_PEOPLE_FIELD (people, gint64, TY_PEOPLE_ID);
}

enum
{
  TRAINING_NONE = 1,
  TRAINING_BELOW,
  TRAINING_ENOUGH,
};

static void
fill_training (const TyScale *scale,
               TyView        *view,
               guint          chunk,
               guint32       *values)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));
  gint64 least = (gint64) ty_county_rules_get_training_days_minimum (rules) * TY_DECIMAL_ONE;
  TyDate as_of = get_date (view);
  guint n;
  const gint64 *people = get_people (view, chunk, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 days = ty_marks_get_days (get_marks (view), people[i], as_of);

      values[i] = days >= least ? TRAINING_ENOUGH : days > 0 ? TRAINING_BELOW : TRAINING_NONE;
    }
}

void
ty_dimension_make_training (TyScale *scale,
                            TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_training;
  /* Translators: of days of training in the year of the cut-off date */
  ty_scale_add (scale, "none", C_("training", "None this year"));
  ty_scale_add (scale, "below", C_("training", "Below the minimum"));
  ty_scale_add (scale, "enough", C_("training", "Minimum reached"));
}

static void
fill_grades (const TyScale *scale,
             TyView        *view,
             guint          chunk,
             guint32       *values)
{
  TyDate as_of = get_date (view);
  guint n;
  const gint64 *people = get_people (view, chunk, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *grade = ty_marks_get_grade (get_marks (view), people[i], as_of);

      values[i] = TY_SCALE_NONE;
      if (grade != NULL)
        ty_scale_find ((TyScale *) scale, grade, &values[i]);
    }
}

void
ty_dimension_make_appraisal_grade (TyScale *scale,
                                   TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_grades;
  ty_scale_add_codes (scale, "appraisal_grade");
}

enum
{
  HONOURED_THIS_YEAR = 1,
  HONOURED_EARLIER,
  HONOURED_NO,
};

static void
fill_honoured (const TyScale *scale,
               TyView        *view,
               guint          chunk,
               guint32       *values)
{
  TyDate as_of = get_date (view);
  TyDate year = ty_date_new (as_of.year, 1, 1);
  guint n;
  const gint64 *people = get_people (view, chunk, &n);

  for (guint i = 0; i < n; i++)
    if (ty_marks_count (get_marks (view), TY_MARK_HONOUR, people[i], year, as_of) > 0)
      values[i] = HONOURED_THIS_YEAR;
    else
      values[i] = ty_marks_count (get_marks (view), TY_MARK_HONOUR, people[i], TY_DATE_NONE, as_of) > 0
                    ? HONOURED_EARLIER : HONOURED_NO;
}

void
ty_dimension_make_honoured (TyScale *scale,
                            TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_honoured;
  ty_scale_add (scale, "this_year", C_("honours", "This year"));
  ty_scale_add (scale, "earlier", C_("honours", "Earlier"));
  ty_scale_add (scale, "no", C_("honours", "None"));
}

enum
{
  PAIRED_YES = 1,
  PAIRED_NO,
};

static void
fill_paired (const TyScale *scale,
             TyView        *view,
             guint          chunk,
             guint32       *values)
{
  TyDate as_of = get_date (view);
  guint n;
  const gint64 *people = get_people (view, chunk, &n);

  for (guint i = 0; i < n; i++)
    values[i] = ty_marks_count_present (get_marks (view), TY_MARK_PAIRING, people[i], as_of) > 0 ? PAIRED_YES
                                                                                                 : PAIRED_NO;
}

void
ty_dimension_make_paired (TyScale *scale,
                          TyView  *view)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill_paired;
  ty_scale_add (scale, "yes", C_("pairing", "Has a mentor"));
  ty_scale_add (scale, "no", C_("pairing", "Has no mentor"));
}

/* Of several memberships in force the newest tells. */
static void
fill_reserves (const TyScale *scale,
               TyView        *view,
               guint          chunk,
               TyMarkKind     kind,
               guint32       *values)
{
  TyDate as_of = get_date (view);
  guint n;
  const gint64 *people = get_people (view, chunk, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *key = ty_marks_get_present (get_marks (view), kind, people[i], as_of);

      values[i] = TY_SCALE_NONE;
      if (key != NULL)
        ty_scale_find ((TyScale *) scale, key, &values[i]);
    }
}

static void
fill_reserve_posts (const TyScale *scale,
                    TyView        *view,
                    guint          chunk,
                    guint32       *values)
{
  fill_reserves (scale, view, chunk, TY_MARK_RESERVE_POST, values);
}

static void
fill_reserve_ways (const TyScale *scale,
                   TyView        *view,
                   guint          chunk,
                   guint32       *values)
{
  fill_reserves (scale, view, chunk, TY_MARK_RESERVE_WAY, values);
}

static void
fill_reserve_sources (const TyScale *scale,
                      TyView        *view,
                      guint          chunk,
                      guint32       *values)
{
  fill_reserves (scale, view, chunk, TY_MARK_RESERVE_SOURCE, values);
}

/* What only the file knows stands behind the codes of the list. */
static void
add_unknown (TyScale    *scale,
             TyView     *view,
             TyMarkKind  kind)
{
  GArray *rows = ty_marks_get_rows (get_marks (view), kind);
  guint value;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = g_array_index (rows, TyMarkRow, i).key;

      if (key != NULL && *key != '\0' && !ty_scale_find (scale, key, &value))
        ty_scale_add (scale, key, key);
    }
}

static void
make_reserves (TyScale     *scale,
               TyView      *view,
               const char  *list,
               TyMarkKind   kind,
               TyScaleFunc  fill)
{
  scale->kind = TY_SCALE_PEOPLE;
  scale->fill = fill;
  ty_scale_add_codes (scale, list);
  add_unknown (scale, view, kind);
}

void
ty_dimension_make_reserve_post (TyScale *scale,
                                TyView  *view)
{
  make_reserves (scale, view, "post", TY_MARK_RESERVE_POST, fill_reserve_posts);
}

void
ty_dimension_make_reserve_way (TyScale *scale,
                               TyView  *view)
{
  make_reserves (scale, view, "reserve_way_in", TY_MARK_RESERVE_WAY, fill_reserve_ways);
}

void
ty_dimension_make_reserve_source (TyScale *scale,
                                  TyView  *view)
{
  make_reserves (scale, view, "source", TY_MARK_RESERVE_SOURCE, fill_reserve_sources);
}

static TyUnits *
begin_units (TyScale *scale,
             TyView  *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));

  scale->kind = TY_SCALE_UNITS;
  scale->table = g_new0 (guint32, ty_units_get_n (units) + 1);
  return units;
}

/* Without a code of the list a class counts as not told. */
void
ty_dimension_make_unit_class (TyScale *scale,
                              TyView  *view)
{
  TyUnits *units = begin_units (scale, view);
  TyDate as_of = get_date (view);

  ty_scale_add_codes (scale, "unit_class");
  for (guint32 unit = 0; unit < ty_units_get_n (units); unit++)
    {
      const char *class = ty_marks_get_present (get_marks (view), TY_MARK_CLASS,
                                                ty_units_get_id (units, unit), as_of);

      if (class != NULL)
        ty_scale_find (scale, class, &scale->table[unit]);
    }
}

void
ty_dimension_make_weak_economy (TyScale *scale,
                                TyView  *view)
{
  TyUnits *units = begin_units (scale, view);
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));
  gint64 least = (gint64) ty_county_rules_get_weak_economy_income (rules) * TY_DECIMAL_ONE;
  TyDate as_of = get_date (view);
  guint weak = ty_scale_add (scale, "weak", _("Weak collective economy"));
  guint other = ty_scale_add (scale, "other", _("Not weak"));

  for (guint32 unit = 0; unit < ty_units_get_n (units); unit++)
    {
      gint64 income;

      if (ty_marks_get_of_year (get_marks (view), TY_MARK_INCOME, ty_units_get_id (units, unit), as_of,
                                &income))
        scale->table[unit] = income < least ? weak : other;
    }
}

/* Where no seats are approved, nothing is said. */
void
ty_dimension_make_seat_state (TyScale *scale,
                              TyView  *view)
{
  TyUnits *units = begin_units (scale, view);
  const TySeatCount *seats = ty_unit_seats_get (view);
  guint vacant = ty_scale_add (scale, "vacant", _("With a vacant seat"));
  guint full = ty_scale_add (scale, "full", _("No seat vacant"));

  for (guint32 unit = 0; unit < ty_units_get_n (units); unit++)
    if (seats[unit].approved > 0)
      scale->table[unit] = seats[unit].vacant > 0 ? vacant : full;
}

void
ty_dimension_make_reserve_state (TyScale *scale,
                                 TyView  *view)
{
  TyUnits *units = begin_units (scale, view);
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));
  guint least = (guint) ty_county_rules_get_reserves_per_post (rules);
  const guint *reserves = ty_unit_reserves_get (view);
  guint enough = ty_scale_add (scale, "enough", _("Enough reserves"));
  guint few = ty_scale_add (scale, "few", _("Too few reserves"));

  for (guint32 unit = 0; unit < ty_units_get_n (units); unit++)
    scale->table[unit] = reserves[unit] >= least ? enough : few;
}
