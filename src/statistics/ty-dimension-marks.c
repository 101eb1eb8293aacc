/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-decimal.h"

#include <glib/gi18n-lib.h>

/* By courses and appraisals of people, and by what villages tell of themselves. */

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
      const char *class = ty_marks_get_class (get_marks (view), ty_units_get_id (units, unit), as_of);

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

      if (ty_marks_get_income (get_marks (view), ty_units_get_id (units, unit), as_of, &income))
        scale->table[unit] = income < least ? weak : other;
    }
}
