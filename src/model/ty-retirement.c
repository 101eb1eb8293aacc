/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-retirement"

#include "config.h"

#include "ty-retirement.h"

/* The months in which people come of the age at which they leave (field.md 6.2). Since January 2025 the statutory
 * ages go up step by step; the limits of village cadres are rules of the county and do not. */

#define REFORM_YEAR 2025

static const struct
{
  guint base;   /* years before the reform */
  guint step;   /* a month more for each of as many months */
  guint most;   /* months */
} steps[] = {
  { 60, 4, 36 },
  { 55, 4, 36 },
  { 50, 2, 60 },
};

/**
 * ty_retirement_add_years:
 * @birth: a birth of which at least the month is known
 * @years: an age
 *
 * Returns: the month in which somebody is as old, %TY_DATE_NONE where the month of birth is not known
 */
TyDate
ty_retirement_add_years (TyDate birth,
                         guint  years)
{
  return birth.month != 0 ? ty_date_new (birth.year + years, birth.month, 0) : TY_DATE_NONE;
}

/**
 * ty_retirement_get_month:
 * @birth: a birth of which at least the month is known
 * @base: the age before the reform: 60, 55 or 50; of any other nothing was changed
 *
 * Returns: the month of retirement (到龄时间), %TY_DATE_NONE where the month of birth is not known
 */
TyDate
ty_retirement_get_month (TyDate birth,
                         guint  base)
{
  TyDate original = ty_retirement_add_years (birth, base);
  guint months, delay = 0;

  if (original.month == 0 || original.year < REFORM_YEAR)
    return original;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].base == base)
      delay = MIN (steps[i].most, ((original.year - REFORM_YEAR) * 12 + original.month - 1u) / steps[i].step + 1);
  months = original.year * 12 + original.month - 1u + delay;
  return ty_date_new (months / 12, months % 12 + 1, 0);
}
