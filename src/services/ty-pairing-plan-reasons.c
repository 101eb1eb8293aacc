/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

#include "ty-pairing.h"
#include "ty-programme.h"

#include <glib/gi18n-lib.h>

/* What a plan says of its people, and what follows where it is taken over. */

static TyFitObstacle
find_most_frequent (const TyPlanMentee *mentee)
{
  TyFitObstacle most = TY_FIT_SELF;

  for (TyFitObstacle i = TY_FIT_SELF; i < TY_N_FIT_OBSTACLES; i++)
    if (mentee->obstacles[i] > mentee->obstacles[most])
      most = i;
  return most;
}

static char *
make_reason (TyPairingPlan *self,
             TyPlanMentee  *mentee)
{
  TyFitObstacle most = find_most_frequent (mentee);

  if (self->mentors->len == 0)
    return g_strdup (_("There is nobody in the pool of mentors"));
  if (self->closed)
    return g_strdup (_("The programme makes no new pairs on this day"));
  if (mentee->n_possible > 0)
    return g_strdup_printf (ngettext ("%u mentor would suit, whose places are taken by needs that are more urgent "
                                      "or by pairs that fit better",
                                      "%u mentors would suit, whose places are taken by needs that are more urgent "
                                      "or by pairs that fit better", mentee->n_possible),
                            mentee->n_possible);
  /* Translators: the reason why nobody can be paired, and with how many mentors it is this one */
  return g_strdup_printf (ngettext ("Nobody suits: %s (%u mentor)", "Nobody suits: %s (%u mentors)",
                                    mentee->obstacles[most]),
                          ty_fit_obstacle_get_label (most), mentee->obstacles[most]);
}

/* What keeps mentors from anybody with whom nothing is between them: it is the same for all mentees, whose period
 * is that of the programme. */
static void
find_common_obstacles (TyPairingPlan *self,
                       TyFitObstacle *common)
{
  TyFitMentee any = { 0 };

  if (self->mentees->len > 0)
    any = ((TyPlanMentee *) g_ptr_array_index (self->mentees, 0))->fit;
  any.person = 0;
  for (guint i = 0; i < self->mentors->len; i++)
    common[i] = ty_fit_find_obstacle (&self->rules, &any, &((TyPlanMentor *) g_ptr_array_index (self->mentors, i))->fit,
                                      TY_FIT_TIE_NONE);
}

/* One mentor for whom another obstacle holds than for most. */
static void
correct_obstacle (TyPairingPlan       *self,
                  TyPlanMentee        *mentee,
                  guint                mentor,
                  const TyFitObstacle *common)
{
  mentee->obstacles[common[mentor]]--;
  mentee->obstacles[ty_pairing_plan_explain (self, mentee, g_ptr_array_index (self->mentors, mentor), NULL, NULL)]++;
}

static void
explain_alone (TyPairingPlan       *self,
               guint                number,
               const TyFitObstacle *common,
               const guint         *counts)
{
  TyPlanMentee *mentee = g_ptr_array_index (self->mentees, number);
  GArray *ties = g_ptr_array_index (self->ties, number);
  gboolean tied = FALSE;
  guint mentor;

  memcpy (mentee->obstacles, counts, sizeof mentee->obstacles);
  for (guint i = 0; i < ties->len; i++)
    correct_obstacle (self, mentee, g_array_index (ties, TyPlanTie, i).mentor, common);
  if (ty_pairing_plan_find_number (self->mentors, mentee->fit.person, &mentor))
    {
      for (guint i = 0; i < ties->len; i++)
        tied |= g_array_index (ties, TyPlanTie, i).mentor == mentor;
      if (!tied)
        correct_obstacle (self, mentee, mentor, common);
    }
  mentee->n_possible = mentee->obstacles[TY_FIT_POSSIBLE];
  mentee->reason = make_reason (self, mentee);
}

/* Why somebody does not stay with the mentor whom there is. */
static char *
make_reason_of_change (TyPairingPlan *self,
                       TyPlanMentee  *mentee)
{
  TyPlanMentor *present = ty_pairing_plan_find_mentor (self, ty_record_get_integer (mentee->present,
                                                                                    TY_PAIRING_MENTOR));
  const char *name = mentee->present_name != NULL ? mentee->present_name : "—";
  TyFitObstacle obstacle;

  if (present == NULL)
    return g_strdup_printf (_("%s is not in the pool of mentors any more"), name);
  obstacle = ty_pairing_plan_explain (self, mentee, present, NULL, NULL);
  if (obstacle != TY_FIT_POSSIBLE)
    /* Translators: a mentor, and why the pair cannot be */
    return g_strdup_printf (_("%s: %s"), name, ty_fit_obstacle_get_label (obstacle));
  return g_strdup (_("All together fit better so"));
}

static void
explain (TyPairingPlan       *self,
         guint                number,
         const TyFitObstacle *common,
         const guint         *counts)
{
  TyPlanMentee *mentee = g_ptr_array_index (self->mentees, number);

  g_clear_pointer (&mentee->reason, g_free);
  memset (mentee->obstacles, 0, sizeof mentee->obstacles);
  mentee->n_possible = 0;
  if (mentee->state == TY_PLAN_ALONE)
    explain_alone (self, number, common, counts);
  if (mentee->present == NULL || mentee->state == TY_PLAN_KEPT)
    return;

  if (mentee->state == TY_PLAN_CHANGED)
    mentee->reason = make_reason_of_change (self, mentee);
  else
    {
      g_autofree char *why = make_reason_of_change (self, mentee);

      ty_pairing_plan_say (self->messages,
                           /* Translators: a mentee who has a mentor now, and why not any more */
                           g_strdup_printf (_("%s cannot keep the mentor: %s."), mentee->name, why));
    }
}

/* Says of each mentee what has to be said once the plan is solved. */
void
ty_pairing_plan_explain_all (TyPairingPlan *self)
{
  g_autofree TyFitObstacle *common = g_new0 (TyFitObstacle, self->mentors->len + 1);
  guint counts[TY_N_FIT_OBSTACLES] = { 0 };

  find_common_obstacles (self, common);
  for (guint i = 0; i < self->mentors->len; i++)
    counts[common[i]]++;
  for (guint i = 0; i < self->mentees->len; i++)
    explain (self, i, common, counts);
}

static gboolean
is_chosen (const gint64 *mentees,
           guint         n_mentees,
           gint64        person)
{
  for (guint i = 0; i < n_mentees; i++)
    if (mentees[i] == person)
      return TRUE;
  return mentees == NULL;
}

/**
 * ty_pairing_plan_list_changes:
 * @self: a solved plan
 * @mentees: (array length=n_mentees) (nullable): keys of those of whom it is taken over; %NULL for all
 * @n_mentees: their number
 * @stored: (out) (transfer full) (element-type TyRecord): pairings that end
 * @added: (out) (transfer full) (element-type TyRecord): new pairings
 *
 * Lists what is to be written where the plan is taken over: nobody who is left over loses a mentor.
 */
void
ty_pairing_plan_list_changes (TyPairingPlan  *self,
                              const gint64   *mentees,
                              guint           n_mentees,
                              GPtrArray     **stored,
                              GPtrArray     **added)
{
  *stored = g_ptr_array_new_with_free_func (g_object_unref);
  *added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (self->mentees, i);
      TyRecord *pairing;

      if ((mentee->state != TY_PLAN_NEW && mentee->state != TY_PLAN_CHANGED)
          || !is_chosen (mentees, n_mentees, mentee->fit.person))
        continue;
      if (mentee->state == TY_PLAN_CHANGED)
        g_ptr_array_add (*stored, g_object_ref (mentee->present));
      pairing = TY_RECORD (ty_pairing_new ());
      ty_record_set_integer (pairing, TY_PAIRING_PERSON, mentee->fit.person);
      ty_record_set_integer (pairing, TY_PAIRING_MENTOR, mentee->mentor->fit.person);
      ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME,
                             ty_record_get_integer (self->programme->programme, TY_PROGRAMME_ID));
      ty_record_set_text (pairing, TY_PAIRING_STATE, "proposed");
      g_ptr_array_add (*added, pairing);
    }
}
