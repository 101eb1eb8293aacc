/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-period"

#include "config.h"

#include "ty-period.h"

/**
 * ty_period_from_iso:
 * @from: (nullable): a stored date
 * @until: (nullable): a stored date
 *
 * Returns: the period
 */
TyPeriod
ty_period_from_iso (const char *from,
                    const char *until)
{
  return (TyPeriod){ ty_date_from_iso (from), ty_date_from_iso (until) };
}

/**
 * ty_period_get_first_day:
 * @self: a period
 *
 * Returns: the first day that counts, as a number; %G_MININT32 where it lies before our records
 */
gint32
ty_period_get_first_day (TyPeriod self)
{
  return ty_date_is_known (self.from) ? ty_date_to_days (self.from) : G_MININT32;
}

/**
 * ty_period_get_end_day:
 * @self: a period
 *
 * Returns: the first day that does not count any more, as a number; %G_MAXINT32 where it still does
 */
gint32
ty_period_get_end_day (TyPeriod self)
{
  return ty_date_is_known (self.until) ? ty_date_to_days (self.until) : G_MAXINT32;
}

/**
 * ty_period_contains:
 * @self: a period
 * @date: a date
 *
 * Returns: whether the day that @date stands for lies in the period
 */
gboolean
ty_period_contains (TyPeriod self,
                    TyDate   date)
{
  gint32 day = ty_date_to_days (date);

  return ty_period_get_first_day (self) <= day && day < ty_period_get_end_day (self);
}

/**
 * ty_period_overlaps:
 * @self: a period
 * @other: another
 *
 * Returns: whether they have a day in common
 */
gboolean
ty_period_overlaps (TyPeriod self,
                    TyPeriod other)
{
  return MAX (ty_period_get_first_day (self), ty_period_get_first_day (other))
         < MIN (ty_period_get_end_day (self), ty_period_get_end_day (other));
}

/**
 * ty_period_is_valid:
 * @self: a period
 *
 * Returns: whether it ends after it begins
 */
gboolean
ty_period_is_valid (TyPeriod self)
{
  return ty_period_get_first_day (self) < ty_period_get_end_day (self);
}
