/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-due.h"
#include "ty-pairing-table.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyPairingStatus:
 * @row: (owned): the pairing with what it is judged by
 * @person: key of the mentee
 * @mentor: key of the mentor
 * @unit: number of the unit in which the mentee serves or is prepared, or %TY_UNIT_NONE
 * @township: number of the township of that, or %TY_UNIT_NONE
 * @meets: whether the two are to talk: the pairing is under way or under review
 * @talks: how the talks stand
 * @overdue: whether talks are overdue
 * @n_goals: how many milestones there are
 * @n_reached: how many of them were reached
 * @n_late: how many of them are overdue
 * @goal: by when the first of these should have been reached, as far as known
 * @end: whether the end has to be thought of
 * @until: when it ends
 *
 * How a pairing stands on a day.
 */
typedef struct
{
  TyPairingRow *row;
  gint64 person;
  gint64 mentor;
  guint32 unit;
  guint32 township;
  gboolean meets;
  TyTalkState talks;
  gboolean overdue;
  guint n_goals;
  guint n_reached;
  guint n_late;
  TyDate goal;
  TyPairingEnd end;
  TyDate until;
} TyPairingStatus;

GPtrArray  *ty_pairing_status_list (TyView          *view,
                                    TyDatabase      *database,
                                    gboolean         ended,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
TyTalkPlan  ty_pairing_status_get_plan (TyPairingStatus *self);

G_END_DECLS
