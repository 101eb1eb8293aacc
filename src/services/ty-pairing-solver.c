/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

#include "ty-assignment.h"
#include "ty-pairing.h"

#include <glib/gi18n-lib.h>

/* A plan is put as an assignment and solved here, and what was found is written into the plan. */

typedef struct
{
  TyPairingPlan *plan;
  TyAssignment *assignment;
  int *base;               /* by mentor: points that are the same for all mentees, or IMPOSSIBLE */
  int *costs;              /* by mentor, of one row */
  GHashTable *rows;        /* (element-type RowKey): those that were added */
  GHashTable *villages;    /* (element-type gint64 GArray): numbers of the mentors of a village */
  const TyPairingLock *locks;
  guint n_locks;
  GArray *lock_numbers;    /* (element-type guint): in the assignment, by lock; nobody if it is none */
  gboolean *locked;        /* by mentee */
  TyPlanProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Solver;

/* What a mentee has in common with all to whom mentors are worth the same, if nothing is between the two. */
typedef struct
{
  guint64 needs;
  guint64 industries;
  gint64 township;
  guint number;
} RowKey;

static TyPlanMentee *
get_mentee (TyPairingPlan *self,
            guint          number)
{
  return g_ptr_array_index (self->mentees, number);
}

static TyPlanMentor *
get_mentor (TyPairingPlan *self,
            guint          number)
{
  return g_ptr_array_index (self->mentors, number);
}

static guint
hash_row (gconstpointer key)
{
  const RowKey *row = key;
  guint64 mixed = (row->needs * 31 + row->industries) * 0x9e3779b97f4a7c15u + (guint64) row->township;

  return (guint) (mixed ^ mixed >> 32);
}

static gboolean
is_same_row (gconstpointer a,
             gconstpointer b)
{
  const RowKey *first = a;
  const RowKey *second = b;

  return first->needs == second->needs && first->industries == second->industries
         && first->township == second->township;
}

/* Whom a mentor could take at all does not depend on who it is: the period is the same for all. */
static void
find_base (Solver *self)
{
  const TyFitMentee nobody = { .from = ty_date_to_days (self->plan->as_of), .until = G_MAXINT };
  TyFitMentee any = self->plan->mentees->len > 0 ? get_mentee (self->plan, 0)->fit : nobody;

  any.person = 0;
  any.needs = 0;
  any.industries = 0;
  any.village = 0;
  any.township = 0;
  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      const TyFitMentor *mentor = &get_mentor (self->plan, i)->fit;

      self->base[i] = ty_fit_find_obstacle (&self->plan->rules, &any, mentor, TY_FIT_TIE_NONE) == TY_FIT_POSSIBLE
                        ? ty_fit_score (&self->plan->rules, &any, mentor, TY_FIT_TIE_NONE, NULL) : TY_ASSIGNMENT_NEVER;
    }
}

static void
find_villages (Solver *self)
{
  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      const TyFitMentor *mentor = &get_mentor (self->plan, i)->fit;
      GArray *numbers = g_hash_table_lookup (self->villages, &mentor->village);

      if (mentor->village == 0)
        continue;
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->villages, (gpointer) &mentor->village, numbers);
        }
      g_array_append_val (numbers, i);
    }
}

/* What a pair costs: the whole score, with what keeping it brings. */
static int
find_cost (Solver *self,
           guint   mentee,
           guint   mentor)
{
  TyFitTie ties = ty_pairing_plan_get_ties_of (self->plan, mentee, mentor);

  if (ty_fit_find_obstacle (&self->plan->rules, &get_mentee (self->plan, mentee)->fit,
                            &get_mentor (self->plan, mentor)->fit, ties) != TY_FIT_POSSIBLE)
    return TY_ASSIGNMENT_NEVER;
  return -ty_fit_score (&self->plan->rules, &get_mentee (self->plan, mentee)->fit,
                       &get_mentor (self->plan, mentor)->fit, ties, NULL)
         - ((ties & TY_FIT_TIE_PAIRED) != 0 ? self->plan->keep : 0);
}

/* The points for room shrink with each mentee whom the plan gives. */
static guint
get_load_cost (TyPairingPlan *self,
               guint          mentor)
{
  guint capacity = MAX (get_mentor (self, mentor)->fit.capacity, 1);

  return MIN ((guint) self->rules.weights[TY_FIT_LOAD] / capacity, TY_ASSIGNMENT_MAX_LOAD_COST);
}

static void
add_people (Solver *self)
{
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      const TyPlanMentee *mentee = get_mentee (self->plan, i);

      /* Whoever can be served is: nobody has the urgency 0, which weighs nothing. */
      ty_assignment_add_mentee (self->assignment, mentee->fit.person, 1,
                                MIN (mentee->urgency + 1, TY_ASSIGNMENT_MAX_URGENCY));
    }
  for (guint i = 0; i < self->plan->mentors->len; i++)
    ty_assignment_add_mentor (self->assignment, get_mentor (self->plan, i)->fit.person,
                              get_mentor (self->plan, i)->room, get_load_cost (self->plan, i));
}

/* Finds the row of a mentee. Needs, industry and distance are all that is left to find where nothing is between
 * two, and who is not of the same village. */
static guint
find_row (Solver            *self,
          const TyFitMentee *mentee)
{
  RowKey key = { mentee->needs, mentee->industries, mentee->township, 0 };
  RowKey *known = g_hash_table_lookup (self->rows, &key);
  TyFitMentee other = *mentee;

  if (known != NULL)
    return known->number;
  other.village = 0;
  for (guint i = 0; i < self->plan->mentors->len; i++)
    self->costs[i] = self->base[i] == TY_ASSIGNMENT_NEVER
                       ? TY_ASSIGNMENT_NEVER
                       : -self->base[i] - ty_fit_score_between (&self->plan->rules, &other,
                                                                &get_mentor (self->plan, i)->fit);
  known = g_memdup2 (&key, sizeof key);
  known->number = ty_assignment_add_row (self->assignment, self->costs);
  g_hash_table_add (self->rows, known);
  return known->number;
}

/* Adds the pairs of a mentee that are other than the row says. */
static void
add_candidates_of (Solver *self,
                   guint   number)
{
  const TyFitMentee *mentee = &get_mentee (self->plan, number)->fit;
  GArray *ties = g_ptr_array_index (self->plan->ties, number);
  GArray *neighbours = g_hash_table_lookup (self->villages, &mentee->village);
  guint mentor;

  for (guint i = 0; i < ties->len; i++)
    {
      mentor = g_array_index (ties, TyPlanTie, i).mentor;
      ty_assignment_add_candidate (self->assignment, number, mentor, find_cost (self, number, mentor));
    }
  for (guint i = 0; neighbours != NULL && i < neighbours->len; i++)
    {
      mentor = g_array_index (neighbours, guint, i);
      ty_assignment_add_candidate (self->assignment, number, mentor, find_cost (self, number, mentor));
    }
  if (ty_pairing_plan_find_number (self->plan->mentors, mentee->person, &mentor))
    ty_assignment_add_candidate (self->assignment, number, mentor, TY_ASSIGNMENT_NEVER);
}

/* A closed programme only goes on with what it has. */
static void
add_present (Solver *self,
             guint   number)
{
  GArray *ties = g_ptr_array_index (self->plan->ties, number);

  for (guint i = 0; i < ties->len; i++)
    {
      const TyPlanTie *tie = &g_array_index (ties, TyPlanTie, i);

      if ((tie->ties & TY_FIT_TIE_PAIRED) != 0)
        ty_assignment_add_candidate (self->assignment, number, tie->mentor, find_cost (self, number, tie->mentor));
    }
}

static void
add_pairs (Solver *self)
{
  for (guint i = 0; i < self->plan->mentees->len; i++)
    if (self->plan->closed)
      add_present (self, i);
    else
      {
        ty_assignment_set_row (self->assignment, i, find_row (self, &get_mentee (self->plan, i)->fit));
        add_candidates_of (self, i);
      }
}

static void
add_lock (Solver *self,
          guint   mentee,
          gint64  person)
{
  guint mentor;
  guint lock = TY_ASSIGNMENT_NOBODY;

  if (ty_pairing_plan_find_number (self->plan->mentors, person, &mentor))
    {
      lock = ty_assignment_lock (self->assignment, mentee, mentor);
      self->locked[mentee] = TRUE;
    }
  g_array_append_val (self->lock_numbers, lock);
}

/* What the user says now stands above what was locked before. */
static void
add_locks (Solver *self)
{
  g_array_set_size (self->lock_numbers, 0);
  for (guint i = 0; i < self->n_locks; i++)
    {
      guint mentee;
      guint none = TY_ASSIGNMENT_NOBODY;

      if (ty_pairing_plan_find_number (self->plan->mentees, self->locks[i].mentee, &mentee))
        add_lock (self, mentee, self->locks[i].mentor);
      else
        g_array_append_val (self->lock_numbers, none);
    }
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      TyPlanMentee *mentee = get_mentee (self->plan, i);

      if (mentee->present != NULL && !self->locked[i]
          && g_strcmp0 (ty_record_get_text (mentee->present, TY_PAIRING_LOCKED), "yes") == 0)
        add_lock (self, i, ty_record_get_integer (mentee->present, TY_PAIRING_MENTOR));
    }
}

static gboolean
solve (Solver  *self,
       GError **error)
{
  self->assignment = ty_assignment_new ();
  find_base (self);
  find_villages (self);
  add_people (self);
  add_pairs (self);
  add_locks (self);
  ty_assignment_begin_with (self->assignment, self->plan->solved);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && ty_assignment_solve (self->assignment, self->progress, self->data, self->cancellable, error);
}

static void
take_mentee (Solver *self,
             guint   number)
{
  TyPairingPlan *plan = self->plan;
  TyPlanMentee *mentee = get_mentee (plan, number);
  guint mentor = ty_assignment_get_mentor (self->assignment, number);
  gint64 extra = 0;
  guint second;

  mentee->mentor = mentor != TY_ASSIGNMENT_NOBODY ? get_mentor (plan, mentor) : NULL;
  mentee->runner_up = NULL;
  mentee->score = 0;
  memset (mentee->points, 0, sizeof mentee->points);
  if (mentee->mentor == NULL)
    {
      mentee->state = TY_PLAN_ALONE;
      return;
    }

  mentee->score = ty_fit_score (&plan->rules, &mentee->fit, &mentee->mentor->fit,
                                ty_pairing_plan_get_ties_of (plan, number, mentor), mentee->points);
  mentee->state = mentee->present == NULL ? TY_PLAN_NEW
                  : ty_record_get_integer (mentee->present, TY_PAIRING_MENTOR) == mentee->mentor->fit.person
                    ? TY_PLAN_KEPT : TY_PLAN_CHANGED;
  plan->total += mentee->score;
  second = ty_assignment_get_runner_up (self->assignment, number, &extra);
  mentee->runner_up = second != TY_ASSIGNMENT_NOBODY ? get_mentor (plan, second) : NULL;
  mentee->extra = mentee->runner_up != NULL ? extra : 0;
}

static void
take_result (Solver *self)
{
  TyPairingPlan *plan = self->plan;

  plan->total = 0;
  for (guint i = 0; i < plan->mentors->len; i++)
    {
      get_mentor (plan, i)->assigned = ty_assignment_get_load (self->assignment, i);
      get_mentor (plan, i)->price = ty_assignment_get_price (self->assignment, i);
    }
  for (guint i = 0; i < plan->mentees->len; i++)
    {
      get_mentee (plan, i)->locked = self->locked[i];
      take_mentee (self, i);
    }
  /* The assignment was proven to be the best of all before it was given. */
  plan->proved = TRUE;
}

static const char *
get_name (GPtrArray *people,
          gint64     person,
          gboolean   of_mentee)
{
  guint number;

  if (!ty_pairing_plan_find_number (people, person, &number))
    return NULL;
  return of_mentee ? ((TyPlanMentee *) g_ptr_array_index (people, number))->name
                   : ((TyPlanMentor *) g_ptr_array_index (people, number))->name;
}

/* Of a lock that is not kept it is said why, by name. */
static void
say_lock (TyPairingPlan *self,
          TyLockState    state,
          gint64         mentee,
          gint64         mentor)
{
  TyPlanMentee *one = ty_pairing_plan_find_mentee (self, mentee);
  TyPlanMentor *other = ty_pairing_plan_find_mentor (self, mentor);
  TyFitObstacle obstacle = ty_pairing_plan_explain (self, one, other, NULL, NULL);
  char *sentence = NULL;

  if (state == TY_LOCK_FORBIDDEN)
    /* Translators: a mentee, a mentor, and why the two cannot be paired */
    sentence = g_strdup_printf (_("%s cannot be locked to %s: %s."), one->name, other->name,
                                self->closed ? _("The programme makes no new pairs on this day")
                                             : ty_fit_obstacle_get_label (obstacle));
  else if (state == TY_LOCK_OTHER)
    sentence = g_strdup_printf (_("%s cannot be locked to %s, being locked to somebody else."), one->name,
                                other->name);
  else if (state == TY_LOCK_FULL)
    sentence = g_strdup_printf (_("%s cannot be locked to %s, whose places other locks take."), one->name,
                                other->name);
  if (sentence != NULL)
    ty_pairing_plan_say (self->messages, sentence);
}

static void
say_unknown_lock (TyPairingPlan       *self,
                  const TyPairingLock *lock)
{
  const char *mentee = get_name (self->mentees, lock->mentee, TRUE);
  const char *mentor = get_name (self->mentors, lock->mentor, FALSE);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, mentee == NULL ? lock->mentee : lock->mentor);

  if (mentee == NULL)
    ty_pairing_plan_say (self->messages,
                         g_strdup_printf (_("No. %s needs nobody in this programme and cannot be locked."), number));
  else if (mentor == NULL)
    ty_pairing_plan_say (self->messages,
                         g_strdup_printf (_("%s cannot be locked to no. %s, who is not in the pool of mentors on "
                                            "this day."), mentee, number));
}

static void
say_locks (Solver *self)
{
  TyPairingPlan *plan = self->plan;
  guint next = self->n_locks;

  for (guint i = 0; i < self->n_locks; i++)
    {
      guint lock = g_array_index (self->lock_numbers, guint, i);

      if (lock == TY_ASSIGNMENT_NOBODY)
        say_unknown_lock (plan, &self->locks[i]);
      else
        say_lock (plan, ty_assignment_get_lock_state (self->assignment, lock), self->locks[i].mentee,
                  self->locks[i].mentor);
    }
  for (guint i = 0; i < plan->mentees->len && next < self->lock_numbers->len; i++)
    {
      TyPlanMentee *mentee = get_mentee (plan, i);
      gint64 mentor = mentee->present != NULL ? ty_record_get_integer (mentee->present, TY_PAIRING_MENTOR) : 0;
      gboolean by_user = FALSE;
      guint lock;

      if (mentee->present == NULL
          || g_strcmp0 (ty_record_get_text (mentee->present, TY_PAIRING_LOCKED), "yes") != 0)
        continue;
      for (guint j = 0; j < self->n_locks && !by_user; j++)
        by_user = self->locks[j].mentee == mentee->fit.person
                  && g_array_index (self->lock_numbers, guint, j) != TY_ASSIGNMENT_NOBODY;
      if (by_user)
        continue;
      lock = g_array_index (self->lock_numbers, guint, next++);
      if (lock != TY_ASSIGNMENT_NOBODY)
        say_lock (plan, ty_assignment_get_lock_state (self->assignment, lock), mentee->fit.person, mentor);
    }
}

static void
solver_clear (Solver *self)
{
  g_clear_pointer (&self->assignment, ty_assignment_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->costs, g_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->villages, g_hash_table_unref);
  g_clear_pointer (&self->lock_numbers, g_array_unref);
  g_clear_pointer (&self->locked, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solver, solver_clear)

/**
 * ty_pairing_plan_solve:
 * @self: a plan
 * @locks: (array length=n_locks) (nullable): pairs that have to be kept, beside those that are locked in the file
 * @n_locks: their number
 * @progress: (scope call) (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops it; the plan is then as it was
 * @error: `G_IO_ERROR_CANCELLED`, or `G_IO_ERROR_FAILED` where the proof does not hold
 *
 * Finds the best assignment, and the reasons. It may be called again with other locks, and then goes on from the
 * assignment that it found before.
 *
 * Returns: whether it was found
 */
gboolean
ty_pairing_plan_solve (TyPairingPlan        *self,
                       const TyPairingLock  *locks,
                       guint                 n_locks,
                       TyPlanProgress        progress,
                       gpointer              data,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_auto(Solver) solver = { .plan = self, .locks = locks, .n_locks = n_locks, .progress = progress,
                            .data = data, .cancellable = cancellable };

  solver.lock_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  solver.locked = g_new0 (gboolean, self->mentees->len + 1);
  solver.base = g_new0 (int, self->mentors->len + 1);
  solver.costs = g_new0 (int, self->mentors->len + 1);
  solver.rows = g_hash_table_new_full (hash_row, is_same_row, g_free, NULL);
  solver.villages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  if (!solve (&solver, error))
    return FALSE;

  g_ptr_array_set_size (self->messages, 0);
  for (guint i = 0; i < self->facts->len; i++)
    ty_pairing_plan_say (self->messages, g_strdup (g_ptr_array_index (self->facts, i)));
  take_result (&solver);
  say_locks (&solver);
  ty_pairing_plan_explain_all (self);
  g_clear_pointer (&self->solved, ty_assignment_free);
  self->solved = g_steal_pointer (&solver.assignment);
  return TRUE;
}
