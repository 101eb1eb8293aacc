/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

/**
 * TyPairingPlan:
 *
 * Who would help whom in a programme: needs and mentors of a date, and the assignment that fits best for all at
 * once, with the reasons of each pair and of each who is left over.
 *
 * All pairs are looked at, however many there are: mentees whose needs, industries and township are the same see a
 * mentor alike, but for who lives in the same village and what is between two already.
 */

static void
plan_mentor_free (gpointer data)
{
  TyPlanMentor *mentor = data;

  g_free (mentor->name);
  g_free (mentor->unit_name);
  g_free (mentor->level);
  g_free (mentor);
}

static void
plan_mentee_free (gpointer data)
{
  TyPlanMentee *mentee = data;

  g_free (mentee->name);
  g_free (mentee->unit_name);
  g_ptr_array_unref (mentee->needs);
  g_clear_object (&mentee->present);
  g_free (mentee->present_name);
  g_free (mentee->reason);
  g_free (mentee);
}

/**
 * ty_pairing_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): the same
 */
TyPairingPlan *
ty_pairing_plan_ref (TyPairingPlan *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * ty_pairing_plan_unref:
 * @self: (transfer full): a plan
 */
void
ty_pairing_plan_unref (TyPairingPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->programme, ty_programme_rules_free);
  g_ptr_array_unref (self->mentees);
  g_ptr_array_unref (self->mentors);
  g_ptr_array_unref (self->ties);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->messages);
  g_clear_pointer (&self->needs, ty_pairing_needs_free);
  g_clear_pointer (&self->solved, ty_assignment_free);
  g_free (self);
}

/**
 * ty_pairing_plan_new:
 * @view: the date, and the scope in which the mentees are; mentors come from the whole county
 * @database: a connection of the same state of the file
 * @programme: key of a programme
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads all that a plan needs. Nobody is paired before ty_pairing_plan_solve().
 *
 * Returns: (transfer full) (nullable): the plan
 */
TyPairingPlan *
ty_pairing_plan_new (TyView        *view,
                     TyDatabase    *database,
                     gint64         programme,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(TyPairingPlan) self = g_new0 (TyPairingPlan, 1);

  g_atomic_ref_count_init (&self->count);
  self->as_of = ty_view_get_as_of (view);
  self->mentees = g_ptr_array_new_with_free_func (plan_mentee_free);
  self->mentors = g_ptr_array_new_with_free_func (plan_mentor_free);
  self->ties = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->facts = g_ptr_array_new_with_free_func (g_free);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->programme = ty_programme_rules_read (database, programme, error);
  if (self->programme == NULL)
    return NULL;
  self->needs = ty_pairing_needs_find (view, database, programme, error);
  if (self->needs == NULL || !ty_pairing_pool_read (self, view, database, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* What is between two, by their numbers. */
TyFitTie
ty_pairing_plan_get_ties_of (TyPairingPlan *self,
                             guint          mentee,
                             guint          mentor)
{
  GArray *ties = g_ptr_array_index (self->ties, mentee);

  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, TyPlanTie, i).mentor == mentor)
      return g_array_index (ties, TyPlanTie, i).ties;
  return TY_FIT_TIE_NONE;
}

/**
 * ty_pairing_plan_get_programme:
 * @self: a plan
 *
 * Returns: (transfer none): the row of its programme
 */
TyRecord *
ty_pairing_plan_get_programme (TyPairingPlan *self)
{
  return self->programme->programme;
}

/**
 * ty_pairing_plan_get_as_of:
 * @self: a plan
 *
 * Returns: the day of which it is
 */
TyDate
ty_pairing_plan_get_as_of (TyPairingPlan *self)
{
  return self->as_of;
}

/**
 * ty_pairing_plan_get_rules:
 * @self: a plan
 *
 * Returns: (transfer none): what its programme wants
 */
const TyFitRules *
ty_pairing_plan_get_rules (TyPairingPlan *self)
{
  return &self->rules;
}

/**
 * ty_pairing_plan_get_mentees:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type TyPlanMentee): who needs a mentor, by key
 */
GPtrArray *
ty_pairing_plan_get_mentees (TyPairingPlan *self)
{
  return self->mentees;
}

/**
 * ty_pairing_plan_get_mentors:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type TyPlanMentor): who is in the pool, by key
 */
GPtrArray *
ty_pairing_plan_get_mentors (TyPairingPlan *self)
{
  return self->mentors;
}

/**
 * ty_pairing_plan_get_messages:
 * @self: a solved plan
 *
 * Returns: (transfer none) (element-type utf8): what the user has to know, in whole sentences with names
 */
GPtrArray *
ty_pairing_plan_get_messages (TyPairingPlan *self)
{
  return self->messages;
}

/**
 * ty_pairing_plan_find_mentee:
 * @self: a plan
 * @person: key of a person
 *
 * Returns: (transfer none) (nullable): the mentee
 */
TyPlanMentee *
ty_pairing_plan_find_mentee (TyPairingPlan *self,
                             gint64         person)
{
  guint number;

  return ty_pairing_plan_find_number (self->mentees, person, &number)
           ? g_ptr_array_index (self->mentees, number) : NULL;
}

/**
 * ty_pairing_plan_find_mentor:
 * @self: a plan
 * @person: key of a person
 *
 * Returns: (transfer none) (nullable): the mentor
 */
TyPlanMentor *
ty_pairing_plan_find_mentor (TyPairingPlan *self,
                             gint64         person)
{
  guint number;

  return ty_pairing_plan_find_number (self->mentors, person, &number)
           ? g_ptr_array_index (self->mentors, number) : NULL;
}

/**
 * ty_pairing_plan_get_ties:
 * @self: a plan
 * @mentee: key of a mentee
 * @mentor: key of a mentor
 *
 * Returns: what is between the two
 */
TyFitTie
ty_pairing_plan_get_ties (TyPairingPlan *self,
                          gint64         mentee,
                          gint64         mentor)
{
  guint numbers[2];

  if (!ty_pairing_plan_find_number (self->mentees, mentee, &numbers[0])
      || !ty_pairing_plan_find_number (self->mentors, mentor, &numbers[1]))
    return TY_FIT_TIE_NONE;
  return ty_pairing_plan_get_ties_of (self, numbers[0], numbers[1]);
}

/**
 * ty_pairing_plan_explain:
 * @self: a plan
 * @mentee: one of its mentees
 * @mentor: one of its mentors
 * @points: (out) (optional) (array fixed-size=8): the points by criterion
 * @score: (out) (optional): the points together
 *
 * Tells how well two fit, and why they cannot be paired, whether or not the plan pairs them.
 *
 * Returns: the first obstacle, or %TY_FIT_POSSIBLE
 */
TyFitObstacle
ty_pairing_plan_explain (TyPairingPlan      *self,
                         const TyPlanMentee *mentee,
                         const TyPlanMentor *mentor,
                         int                *points,
                         int                *score)
{
  TyFitTie ties = ty_pairing_plan_get_ties (self, mentee->fit.person, mentor->fit.person);
  int sum = ty_fit_score (&self->rules, &mentee->fit, &mentor->fit, ties, points);

  if (score != NULL)
    *score = sum;
  return ty_fit_find_obstacle (&self->rules, &mentee->fit, &mentor->fit, ties);
}

/**
 * ty_pairing_plan_count:
 * @self: a solved plan
 * @state: what it says of a mentee
 *
 * Returns: of how many it says so
 */
guint
ty_pairing_plan_count (TyPairingPlan *self,
                       TyPlanState    state)
{
  guint n = 0;

  for (guint i = 0; i < self->mentees->len; i++)
    n += ((TyPlanMentee *) g_ptr_array_index (self->mentees, i))->state == state;
  return n;
}

/**
 * ty_pairing_plan_get_total:
 * @self: a solved plan
 *
 * Returns: the points of all pairs together
 */
gint64
ty_pairing_plan_get_total (TyPairingPlan *self)
{
  return self->total;
}

/**
 * ty_pairing_plan_is_proved:
 * @self: a plan
 *
 * Returns: whether it is proven that no better assignment exists
 */
gboolean
ty_pairing_plan_is_proved (TyPairingPlan *self)
{
  return self->proved;
}
