/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-assignment.h"
#include "ty-pairing-need.h"
#include "ty-pairing-plan.h"
#include "ty-programme-edit.h"
#include "ty-unit-names.h"

G_BEGIN_DECLS

/**
 * TyPlanTie:
 * @mentor: number of the mentor
 * @ties: what is between the two
 */
typedef struct
{
  guint mentor;
  TyFitTie ties;
} TyPlanTie;

/* Everybody stands in the order of the keys and is called by number. */
struct _TyPairingPlan
{
  gatomicrefcount count;

  TyProgrammeRules *programme;
  TyPairingNeeds *needs;
  TyDate as_of;
  TyFitRules rules;
  int keep;             /* points for keeping a pair */
  gboolean closed;      /* the programme makes no new pairs on the day */

  GPtrArray *mentees;   /* (element-type TyPlanMentee) */
  GPtrArray *mentors;   /* (element-type TyPlanMentor) */
  GPtrArray *ties;      /* (element-type GArray of TyPlanTie): by number of the mentee, by mentor */
  GPtrArray *facts;     /* (element-type utf8): what was found when it was read */
  GPtrArray *messages;  /* (element-type utf8): all that has to be said, anew in each run */
  TyAssignment *solved; /* (owned) (nullable): the last one, with which the next one begins */
  gint64 total;
  gboolean proved;
};

/* Reads everything; the plan is what remains. */
typedef struct
{
  TyPairingPlan *plan;
  TyView *view;
  TyDatabase *database;
  TyUnitNames *names;
  GPtrArray *mentor_rows; /* (element-type TyMentorRow): the one that counts, by number of the mentor */
  GPtrArray *births;      /* by number of the mentee: the birth as it is stored */
} TyPairingPool;

/* Mentors and mentees both begin with what the fit asks, and that with the key. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (TyPlanMentor, fit) == 0 && G_STRUCT_OFFSET (TyFitMentor, person) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (TyPlanMentee, fit) == 0 && G_STRUCT_OFFSET (TyFitMentee, person) == 0);

static inline gint64
ty_plan_person_get_key (gconstpointer person)
{
  return *(const gint64 *) person;
}

void     ty_pairing_pool_add_tie   (TyPairingPool        *self,
                                    gint64                mentee,
                                    gint64                mentor,
                                    TyFitTie              ties);
gboolean ty_pairing_pool_find_chunk (TyPairingPool       *self,
                                    gint64                person,
                                    const TyChunk       **chunk,
                                    guint                *index);
gboolean ty_pairing_pool_read_ties (TyPairingPool        *self,
                                    GError              **error);
gboolean ty_pairing_pool_read      (TyPairingPlan        *self,
                                    TyView               *view,
                                    TyDatabase           *database,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean ty_pairing_plan_find_number (GPtrArray          *people,
                                    gint64                person,
                                    guint                *number);
TyFitTie ty_pairing_plan_get_ties_of (TyPairingPlan      *self,
                                    guint                 mentee,
                                    guint                 mentor);
void     ty_pairing_plan_say       (GPtrArray            *messages,
                                    char                 *sentence);
void     ty_pairing_plan_explain_all (TyPairingPlan      *self);

G_END_DECLS
