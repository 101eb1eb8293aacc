/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-period"

#include "config.h"

#include "ty-period.h"

static gint32
first_day (TyPeriod self)
{
  return ty_date_is_known (self.from) ? ty_date_to_days (self.from) : G_MININT32;
}

static gint32
end_day (TyPeriod self)
{
  return ty_date_is_known (self.until) ? ty_date_to_days (self.until) : G_MAXINT32;
}

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

  return first_day (self) <= day && day < end_day (self);
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
  return MAX (first_day (self), first_day (other)) < MIN (end_day (self), end_day (other));
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
  return first_day (self) < end_day (self);
}
