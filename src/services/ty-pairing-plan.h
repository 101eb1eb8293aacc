/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-fit.h"
#include "ty-record.h"
#include "ty-view.h"

#include "ty-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyPairingLock:
 * @mentee: key of a person
 * @mentor: key of a person
 *
 * A pair that a plan has to keep.
 */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
} TyPairingLock;

/**
 * TyPlanMentor:
 * @fit: what the fit asks
 * @name: (owned): the name
 * @unit: key of the unit, 0 = none
 * @unit_name: (owned) (nullable): what that is called
 * @level: (owned) (nullable): key of `unit_level`
 * @room: how many mentees the plan may give
 * @assigned: how many it gives
 * @price: what a place is worth: how many points more would be lost elsewhere
 *
 * A mentor of a plan.
 */
typedef struct
{
  TyFitMentor fit;
  char *name;
  gint64 unit;
  char *unit_name;
  char *level;
  guint room;
  guint assigned;
  gint64 price;
} TyPlanMentor;

/**
 * TyPlanState:
 * @TY_PLAN_KEPT: the mentor is the one whom the mentee has
 * @TY_PLAN_NEW: the mentee has nobody, and is given a mentor
 * @TY_PLAN_CHANGED: the mentee is given another mentor
 * @TY_PLAN_ALONE: nobody is left over for the mentee
 *
 * What a plan says of a mentee.
 */
typedef enum
{
  TY_PLAN_KEPT,
  TY_PLAN_NEW,
  TY_PLAN_CHANGED,
  TY_PLAN_ALONE,
} TyPlanState;

/**
 * TyPlanMentee:
 * @fit: what the fit asks
 * @name: (owned): the name
 * @unit: key of the unit, 0 = none
 * @unit_name: (owned) (nullable): what that is called
 * @needs: (element-type TyPairingNeed): (unowned): the reasons, the most urgent first
 * @urgency: that of the most urgent need
 * @present: (owned) (nullable): the row of the pairing that there is
 * @present_name: (owned) (nullable): name of its mentor
 * @locked: whether the pair was to be kept
 * @state: what the plan says
 * @mentor: (nullable) (unowned): whom it gives
 * @score: the points of the pair
 * @points: the same by criterion; they add up to @score
 * @runner_up: (nullable) (unowned): the next best
 * @extra: how many points all together would lose at least with the next best, or alone
 * @n_possible: with how many mentors who have room the mentee could be paired
 * @obstacles: of how many mentors each obstacle is true
 * @reason: (owned) (nullable): of who is left over or could not be kept: why, in the user’s language
 *
 * A mentee of a plan, with the reasons.
 */
typedef struct
{
  TyFitMentee fit;
  char *name;
  gint64 unit;
  char *unit_name;
  GPtrArray *needs;
  guint urgency;
  TyRecord *present;
  char *present_name;
  gboolean locked;
  TyPlanState state;
  TyPlanMentor *mentor;
  int score;
  int points[TY_N_FIT_CRITERIA];
  TyPlanMentor *runner_up;
  gint64 extra;
  guint n_possible;
  guint obstacles[TY_N_FIT_OBSTACLES];
  char *reason;
} TyPlanMentee;

typedef struct _TyPairingPlan TyPairingPlan;

/**
 * TyPlanProgress:
 * @n_done: how much is done
 * @n_all: how much there is
 * @data: as given
 *
 * Told while a plan is made, in the thread that makes it.
 */
typedef void (*TyPlanProgress) (guint    n_done,
                                guint    n_all,
                                gpointer data);

TyPairingPlan *ty_pairing_plan_new            (TyView               *view,
                                               TyDatabase           *database,
                                               gint64                programme,
                                               GCancellable         *cancellable,
                                               GError              **error)
                                              G_GNUC_WARN_UNUSED_RESULT;
TyPairingPlan *ty_pairing_plan_ref            (TyPairingPlan        *self);
void           ty_pairing_plan_unref          (TyPairingPlan        *self);
gboolean       ty_pairing_plan_solve          (TyPairingPlan        *self,
                                               const TyPairingLock  *locks,
                                               guint                 n_locks,
                                               TyPlanProgress        progress,
                                               gpointer              data,
                                               GCancellable         *cancellable,
                                               GError              **error);
TyRecord      *ty_pairing_plan_get_programme  (TyPairingPlan        *self);
TyDate         ty_pairing_plan_get_as_of      (TyPairingPlan        *self);
const TyFitRules *ty_pairing_plan_get_rules   (TyPairingPlan        *self);
GPtrArray     *ty_pairing_plan_get_mentees    (TyPairingPlan        *self);
GPtrArray     *ty_pairing_plan_get_mentors    (TyPairingPlan        *self);
GPtrArray     *ty_pairing_plan_get_messages   (TyPairingPlan        *self);
TyPlanMentee  *ty_pairing_plan_find_mentee    (TyPairingPlan        *self,
                                               gint64                person);
TyPlanMentor  *ty_pairing_plan_find_mentor    (TyPairingPlan        *self,
                                               gint64                person);
TyFitTie       ty_pairing_plan_get_ties       (TyPairingPlan        *self,
                                               gint64                mentee,
                                               gint64                mentor);
TyFitObstacle  ty_pairing_plan_explain        (TyPairingPlan        *self,
                                               const TyPlanMentee   *mentee,
                                               const TyPlanMentor   *mentor,
                                               int                  *points,
                                               int                  *score);
guint          ty_pairing_plan_count          (TyPairingPlan        *self,
                                               TyPlanState           state);
gint64         ty_pairing_plan_get_total      (TyPairingPlan        *self);
gboolean       ty_pairing_plan_is_proved      (TyPairingPlan        *self);
void           ty_pairing_plan_list_changes   (TyPairingPlan        *self,
                                               const gint64         *mentees,
                                               guint                 n_mentees,
                                               GPtrArray           **stored,
                                               GPtrArray           **added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPairingPlan, ty_pairing_plan_unref)

G_END_DECLS
