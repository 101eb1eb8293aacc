/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-marks.h"

G_BEGIN_DECLS

/**
 * TyTalkMark:
 * @meets: whether the person has a pairing in which the two meet on the date
 * @overdue: whether talks of one of them are overdue
 * @due: how many talks the month of the date should have
 * @done: how many it had up to the date
 *
 * How the talks of a mentee stand, in all pairings together.
 */
typedef struct
{
  gboolean meets;
  gboolean overdue;
  guint due;
  guint done;
} TyTalkMark;

TyTalkMark ty_mark_talks_judge (TyMarks *marks,
                                gint64   person,
                                TyDate   as_of);

G_END_DECLS
