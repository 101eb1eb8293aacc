/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"
#include "ty-dashboard.h"

G_BEGIN_DECLS

/**
 * TySnapshot:
 * @id: (owned): its word
 * @title: (owned): what it is called
 * @taken: (owned): the day on which it was taken, ISO
 * @user: (owned): who took it
 * @as_of: its cut-off date
 * @before: with which day it compares, or none
 * @scope: the unit in which it was counted, 0 for the whole
 * @scope_name: (owned): what that was called
 * @dashboard: (owned): what was counted
 * @charts: (owned) (element-type TyChart): what its cards showed, in their order
 *
 * A dashboard as it was on a day, with its numbers. What becomes of the records changes nothing of it.
 */
typedef struct
{
  char *id;
  char *title;
  char *taken;
  char *user;
  TyDate as_of;
  TyDate before;
  gint64 scope;
  char *scope_name;
  TyDashboard *dashboard;
  GPtrArray *charts;
} TySnapshot;

TySnapshot *ty_snapshot_new       (const TyDashboard  *dashboard,
                                   GPtrArray          *charts) G_GNUC_WARN_UNUSED_RESULT;
void        ty_snapshot_free      (TySnapshot         *self);
char       *ty_snapshot_to_json   (const TySnapshot   *self) G_GNUC_WARN_UNUSED_RESULT;
TySnapshot *ty_snapshot_from_json (const char         *json) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySnapshot, ty_snapshot_free)

G_END_DECLS
