/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-period.h"

G_BEGIN_DECLS

/* How many days before its end a pairing is thought of. */
#define TY_PAIRING_DAYS_AHEAD 30

/**
 * TyTalkPlan:
 * @period: from when until when the two are paired; without a beginning nothing is due
 * @talks: how many talks the programme wants in a month
 * @days: (array length=n_days): on which days they talked, in any order; of some only the month is known
 * @n_days: their number
 * @pauses: (array length=n_pauses): when the pairing rested
 * @n_pauses: their number
 *
 * What talks of a pairing are judged by.
 */
typedef struct
{
  TyPeriod period;
  guint talks;
  const TyDate *days;
  guint n_days;
  const TyPeriod *pauses;
  guint n_pauses;
} TyTalkPlan;

/**
 * TyTalkState:
 * @due: how many talks the month of the day should have
 * @done: how many it had up to the day
 * @late: how many it should have had by the day and did not
 * @missed: how many the month before lacks
 * @since: days since the last talk, or since the two are paired, without those on which the pairing rested;
 *   -1 where it did not begin
 * @paused: whether it rests on the day
 *
 * How the talks of a pairing stand on a day.
 */
typedef struct
{
  guint due;
  guint done;
  guint late;
  guint missed;
  int since;
  gboolean paused;
} TyTalkState;

/**
 * TyPairingEnd:
 * @TY_PAIRING_GOES_ON: does not end soon
 * @TY_PAIRING_ENDS_SOON: ends in the days ahead
 * @TY_PAIRING_ENDED: should have ended, and has no result yet
 *
 * Whether the end of a pairing has to be thought of.
 */
typedef enum
{
  TY_PAIRING_GOES_ON,
  TY_PAIRING_ENDS_SOON,
  TY_PAIRING_ENDED,
} TyPairingEnd;

guint        ty_talk_plan_count_due  (const TyTalkPlan *self,
                                      guint             year,
                                      guint             month);
guint        ty_talk_plan_count_done (const TyTalkPlan *self,
                                      guint             year,
                                      guint             month,
                                      TyDate            as_of);
TyTalkState  ty_talk_plan_judge      (const TyTalkPlan *self,
                                      TyDate            as_of);
gboolean     ty_talk_state_is_overdue (const TyTalkState *self);
gboolean     ty_milestone_is_overdue (TyDate            due,
                                      TyDate            done,
                                      TyDate            as_of);
TyPairingEnd ty_pairing_end_judge    (TyDate            until,
                                      TyDate            as_of);

G_END_DECLS
