/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-due"

#include "config.h"

#include "ty-pairing-due.h"

/* Talks are counted by calendar months. A month on whose every day a pairing runs should have the number of
 * the programme; of a month in which it begins, ends or rests, the same share of talks is due as of days,
 * rounded half up. So who joins in the middle of a month of four talks has two, and nobody has one at once
 * who joins on the last day. */

typedef struct
{
  gint32 first;
  gint32 end; /* the first day that does not count any more */
} Days;

static Days
get_month (guint year,
           guint month)
{
  TyDate first = ty_date_new (year, month, 1);

  return (Days){ ty_date_to_days (first), ty_date_to_days (ty_date_add_months (first, 1)) };
}

static Days
get_days (TyPeriod period)
{
  return (Days){ ty_date_is_known (period.from) ? ty_date_to_days (period.from) : G_MININT32,
                 ty_date_is_known (period.until) ? ty_date_to_days (period.until) : G_MAXINT32 };
}

static gboolean
contains (Days   days,
          gint32 day)
{
  return days.first <= day && day < days.end;
}

static gboolean
is_paused (const TyTalkPlan *self,
           gint32            day)
{
  for (guint i = 0; i < self->n_pauses; i++)
    if (contains (get_days (self->pauses[i]), day))
      return TRUE;
  return FALSE;
}

/* Pauses may overlap, and a month is short: so its days are looked at one by one. */
static guint
count_running (const TyTalkPlan *self,
               gint32            first,
               gint32            end)
{
  Days days = get_days (self->period);
  guint n = 0;

  if (!ty_date_is_known (self->period.from))
    return 0;
  for (gint32 day = MAX (first, days.first); day < MIN (end, days.end); day++)
    n += !is_paused (self, day);
  return n;
}

static guint
round_share (guint talks,
             guint days,
             guint of_days)
{
  return of_days > 0 ? (2 * talks * days + of_days) / (2 * of_days) : 0;
}

/**
 * ty_talk_plan_count_due:
 * @self: a plan
 * @year: a year
 * @month: a month, from 1
 *
 * Returns: how many talks the calendar month should have
 */
guint
ty_talk_plan_count_due (const TyTalkPlan *self,
                        guint             year,
                        guint             month)
{
  Days days = get_month (year, month);

  return round_share (self->talks, count_running (self, days.first, days.end),
                      (guint) (days.end - days.first));
}

/**
 * ty_talk_plan_count_done:
 * @self: a plan
 * @year: a year
 * @month: a month, from 1
 * @as_of: the cut-off date
 *
 * Returns: how many talks the calendar month had up to the date
 */
guint
ty_talk_plan_count_done (const TyTalkPlan *self,
                         guint             year,
                         guint             month,
                         TyDate            as_of)
{
  guint n = 0;

  for (guint i = 0; i < self->n_days; i++)
    n += self->days[i].year == year && self->days[i].month == month
         && ty_date_compare (self->days[i], as_of) <= 0;
  return n;
}

static int
count_since (const TyTalkPlan *self,
             TyDate            as_of)
{
  TyDate last = self->period.from;
  gint32 today = ty_date_to_days (as_of);
  int n = 0;

  if (!ty_date_is_known (last) || ty_date_compare (last, as_of) > 0)
    return -1;
  for (guint i = 0; i < self->n_days; i++)
    if (ty_date_compare (self->days[i], as_of) <= 0 && ty_date_compare (self->days[i], last) > 0)
      last = self->days[i];
  /* Nobody counts days for years. */
  for (gint32 day = MAX (ty_date_to_days (last), today - 36525); day < today; day++)
    n += !is_paused (self, day);
  return n;
}

/**
 * ty_talk_plan_judge:
 * @self: a plan
 * @as_of: the cut-off date
 *
 * Tells how the talks stand. Within a month a talk is late when the share of the month that is over would have
 * had it, rounded down: of four in a month of thirty days one by the end of the eighth day, and the only one of a
 * month not before its end.
 *
 * Returns: how they stand
 */
TyTalkState
ty_talk_plan_judge (const TyTalkPlan *self,
                    TyDate            as_of)
{
  Days month = get_month (as_of.year, MAX (as_of.month, 1));
  TyDate before = ty_date_add_months (ty_date_new (as_of.year, MAX (as_of.month, 1), 1), -1);
  gint32 today = ty_date_to_days (as_of);
  guint running = count_running (self, month.first, month.end);
  guint over = count_running (self, month.first, today + 1);
  guint due_before = ty_talk_plan_count_due (self, before.year, before.month);
  guint done_before = ty_talk_plan_count_done (self, before.year, before.month, as_of);
  TyTalkState state = { 0 };
  guint by_now;

  state.due = ty_talk_plan_count_due (self, as_of.year, MAX (as_of.month, 1));
  state.done = ty_talk_plan_count_done (self, as_of.year, MAX (as_of.month, 1), as_of);
  by_now = running > 0 ? state.due * over / running : 0;
  state.late = by_now > state.done ? by_now - state.done : 0;
  state.missed = due_before > done_before ? due_before - done_before : 0;
  state.since = count_since (self, as_of);
  state.paused = is_paused (self, today);
  return state;
}

/**
 * ty_talk_state_is_overdue:
 * @self: how talks stand
 *
 * Returns: whether talks are overdue: late in this month, or none yet in it after one before that lacks some; a
 *   pairing that rests is never overdue
 */
gboolean
ty_talk_state_is_overdue (const TyTalkState *self)
{
  return !self->paused && (self->late > 0 || (self->missed > 0 && self->done == 0));
}

/**
 * ty_milestone_is_overdue:
 * @due: by when; none = no date
 * @done: when it was reached; none = not yet
 * @as_of: the cut-off date
 *
 * Whatever is due in a month, of which no day is known, may be reached until its end.
 *
 * Returns: whether it should have been reached before the date and was not
 */
gboolean
ty_milestone_is_overdue (TyDate due,
                         TyDate done,
                         TyDate as_of)
{
  TyDate end = due;

  if (!ty_date_is_known (due) || (ty_date_is_known (done) && ty_date_compare (done, as_of) <= 0))
    return FALSE;

  if (due.day == 0)
    end = ty_date_add_days (ty_date_add_months (ty_date_new (due.year, MAX (due.month, 1), 1),
                                                due.month != 0 ? 1 : 12), -1);
  return ty_date_compare (end, as_of) < 0;
}

/**
 * ty_pairing_end_judge:
 * @until: the first day that does not count any more; none = no end
 * @as_of: the cut-off date
 *
 * Returns: whether the end of a pairing without a result has to be thought of
 */
TyPairingEnd
ty_pairing_end_judge (TyDate until,
                      TyDate as_of)
{
  if (!ty_date_is_known (until))
    return TY_PAIRING_GOES_ON;
  if (ty_date_compare (until, as_of) <= 0)
    return TY_PAIRING_ENDED;
  return ty_date_to_days (until) - ty_date_to_days (as_of) <= TY_PAIRING_DAYS_AHEAD ? TY_PAIRING_ENDS_SOON
                                                                                    : TY_PAIRING_GOES_ON;
}
