/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyPeriod:
 * @from: the first day that counts; none = before our records
 * @until: the first day that does not count any more; none = still
 *
 * A half-open period: 2017-12 to 2021-10 and 2021-10 onwards join without gap or overlap.
 */
struct _TyPeriod
{
  TyDate from;
  TyDate until;
};

TyPeriod ty_period_from_iso (const char *from,
                             const char *until);
gint32   ty_period_get_first_day (TyPeriod self);
gint32   ty_period_get_end_day (TyPeriod  self);
gboolean ty_period_contains (TyPeriod    self,
                             TyDate      date);
gboolean ty_period_overlaps (TyPeriod    self,
                             TyPeriod    other);
gboolean ty_period_is_valid (TyPeriod    self);

G_END_DECLS
