/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyChangeUnit:
 * @TY_CHANGE_UNIT_POINTS: percentage points, between two shares
 * @TY_CHANGE_UNIT_YEARS: years, between two average ages
 * @TY_CHANGE_UNIT_NONE: a plain difference of counts
 *
 * In what a change is told.
 */
typedef enum
{
  TY_CHANGE_UNIT_POINTS,
  TY_CHANGE_UNIT_YEARS,
  TY_CHANGE_UNIT_NONE,
} TyChangeUnit;

char *ty_format_month    (TyDate        date) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_range    (TyDate        from,
                          TyDate        until) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_day_long (TyDate        day) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_weekday  (TyDate        day) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_work_day (TyDate        day,
                          TyDate        as_of) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_due      (TyDate        due,
                          TyDate        as_of) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_moment   (GDateTime    *moment) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_utc      (const char   *iso) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_people   (guint         count) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_age      (int           age) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_change   (const char   *now,
                          const char   *before,
                          TyChangeUnit  unit) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_code     (const char   *list,
                          const char   *key) G_GNUC_WARN_UNUSED_RESULT;
char *ty_format_tenure (TyDate from,
                        TyDate as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
