/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-plan"

#include "config.h"

#include "ty-pairing-plan-private.h"

#include "ty-assignment.h"
#include "ty-pairing.h"

#include <glib/gi18n-lib.h>

/* Candidates of a plan are chosen and solved here, and what was found is written into the plan. */

#define MOST_AT_ONCE 4000000 /* pairs that are all looked at from the beginning */
#define N_BEST 30
#define MOST_ROUNDS 1 /* in which others join, where there are more */
#define IMPOSSIBLE G_MININT

typedef struct
{
  TyPairingPlan *plan;
  TyAssignment *assignment;
  GArray *active;          /* (element-type guint): mentors who could take anybody */
  int *base;               /* by active mentor: points that are the same for all mentees */
  gint64 *prices;          /* by active mentor: of a place, in the last round */
  int *scores;             /* by active mentor, of one mentee, with what keeping a pair brings */
  GPtrArray *candidates;   /* (element-type GArray of guint): by mentee: active mentors */
  gboolean whole;          /* all possible pairs are candidates */
  gboolean complete;       /* no other pair could make anything better */
  const TyPairingLock *locks;
  guint n_locks;
  GArray *lock_numbers;    /* (element-type guint): in the assignment, by lock; nobody if it is none */
  gboolean *locked;        /* by mentee */
  TyPlanProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Solver;

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

/* Whom a mentor could take at all does not depend on who it is: the period is the same for all. */
static void
find_active (Solver *self)
{
  const TyFitMentee nobody = { .person = 0, .from = ty_date_to_days (self->plan->as_of), .until = G_MAXINT };
  const TyFitMentee *any = self->plan->mentees->len > 0 ? &get_mentee (self->plan, 0)->fit : &nobody;
  TyFitMentee other = *any;

  other.person = 0;
  self->active = g_array_new (FALSE, FALSE, sizeof (guint));
  self->base = g_new0 (int, self->plan->mentors->len + 1);
  self->scores = g_new0 (int, self->plan->mentors->len + 1);
  self->prices = g_new0 (gint64, self->plan->mentors->len + 1);
  other.needs = 0;
  other.industries = 0;
  other.village = 0;
  other.township = 0;
  for (guint i = 0; i < self->plan->mentors->len; i++)
    {
      const TyFitMentor *mentor = &get_mentor (self->plan, i)->fit;

      if (ty_fit_find_obstacle (&self->plan->rules, &other, mentor, TY_FIT_TIE_NONE) != TY_FIT_POSSIBLE)
        continue;
      self->base[self->active->len] = ty_fit_score (&self->plan->rules, &other, mentor, TY_FIT_TIE_NONE, NULL);
      g_array_append_val (self->active, i);
    }
}

/* What is between the two, and how much keeping them together is worth. */
static void
score_tie (Solver             *self,
           const TyPlanMentee *mentee,
           const TyPlanTie    *tie,
           guint               place)
{
  const TyFitRules *rules = &self->plan->rules;
  const TyFitMentor *mentor = &get_mentor (self->plan, tie->mentor)->fit;

  if (ty_fit_find_obstacle (rules, &mentee->fit, mentor, tie->ties) != TY_FIT_POSSIBLE)
    self->scores[place] = IMPOSSIBLE;
  else
    self->scores[place] = ty_fit_score (rules, &mentee->fit, mentor, tie->ties, NULL)
                          + ((tie->ties & TY_FIT_TIE_PAIRED) != 0 ? self->plan->keep : 0);
}

static gboolean
find_place (Solver *self,
            guint   mentor,
            guint  *place)
{
  guint low = 0;
  guint high = self->active->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->active, guint, middle) < mentor)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return low < self->active->len && g_array_index (self->active, guint, low) == mentor;
}

/* Needs, industry and distance are all that is left to find where nothing is between two. */
static void
score_all (Solver *self,
           guint   number)
{
  TyPlanMentee *mentee = get_mentee (self->plan, number);
  GArray *ties = g_ptr_array_index (self->plan->ties, number);
  guint place;

  for (guint i = 0; i < self->active->len; i++)
    {
      const TyFitMentor *mentor = &get_mentor (self->plan, g_array_index (self->active, guint, i))->fit;

      self->scores[i] = mentor->person == mentee->fit.person ? IMPOSSIBLE
                        : self->base[i] + ty_fit_score_between (&self->plan->rules, &mentee->fit, mentor);
    }
  for (guint i = 0; i < ties->len; i++)
    if (find_place (self, g_array_index (ties, TyPlanTie, i).mentor, &place))
      score_tie (self, mentee, &g_array_index (ties, TyPlanTie, i), place);
}

/* The N best of those that are possible. Of equals each mentee looks at others, since who all want the same few
 * have to be sent elsewhere afterwards. */
static void
choose_best (Solver *self,
             guint   mentee,
             GArray *chosen)
{
  int best[N_BEST];
  guint n_active = self->active->len;
  guint first = n_active > 0 ? (guint) (mentee * 2654435761u) % n_active : 0;
  guint n = 0;
  guint n_equal = 0;

  /* The lowest of the best so far is kept at the end: most scores are lower than that. */
  for (guint i = 0; i < n_active; i++)
    {
      guint j;

      if (self->scores[i] == IMPOSSIBLE || (n == N_BEST && self->scores[i] <= best[n - 1]))
        continue;
      for (j = n < N_BEST ? n++ : N_BEST - 1; j > 0 && best[j - 1] < self->scores[i]; j--)
        best[j] = best[j - 1];
      best[j] = self->scores[i];
    }
  for (guint i = 0; i < n; i++)
    n_equal += best[i] == best[n - 1];
  for (guint k = 0; n > 0 && k < n_active; k++)
    {
      guint i = (first + k) % n_active;

      if (self->scores[i] > best[n - 1]
          || (self->scores[i] == best[n - 1] && n_equal > 0 && n_equal-- > 0))
        g_array_append_val (chosen, i);
    }
}

/* Pairs that are there or locked are looked at in any case. */
static void
choose_ties (Solver *self,
             guint   mentee,
             GArray *chosen)
{
  GArray *ties = g_ptr_array_index (self->plan->ties, mentee);
  guint place;

  for (guint i = 0; i < ties->len; i++)
    if (find_place (self, g_array_index (ties, TyPlanTie, i).mentor, &place)
        && self->scores[place] != IMPOSSIBLE)
      g_array_append_val (chosen, place);
  for (guint i = 0; i < self->n_locks; i++)
    {
      guint mentor;

      if (self->locks[i].mentee == get_mentee (self->plan, mentee)->fit.person
          && ty_pairing_plan_find_number (self->plan->mentors, self->locks[i].mentor, &mentor)
          && find_place (self, mentor, &place) && self->scores[place] != IMPOSSIBLE)
        g_array_append_val (chosen, place);
    }
}

static gboolean
choose_candidates (Solver  *self,
                   GError **error)
{
  self->whole = (guint64) self->plan->mentees->len * self->active->len <= MOST_AT_ONCE;
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

      g_ptr_array_add (self->candidates, chosen);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      score_all (self, i);
      for (guint j = 0; self->whole && j < self->active->len; j++)
        if (self->scores[j] != IMPOSSIBLE)
          g_array_append_val (chosen, j);
      if (!self->whole)
        {
          choose_best (self, i, chosen);
          choose_ties (self, i, chosen);
        }
    }
  return TRUE;
}

/* The whole score of a pair that is possible, with what keeping it brings. */
static int
score_pair (Solver *self,
            guint   mentee,
            guint   mentor)
{
  TyFitTie ties = ty_pairing_plan_get_ties_of (self->plan, mentee, mentor);

  return ty_fit_score (&self->plan->rules, &get_mentee (self->plan, mentee)->fit,
                       &get_mentor (self->plan, mentor)->fit, ties, NULL)
         + ((ties & TY_FIT_TIE_PAIRED) != 0 ? self->plan->keep : 0);
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

static void
add_candidates (Solver *self)
{
  for (guint i = 0; i < self->plan->mentees->len; i++)
    {
      GArray *chosen = g_ptr_array_index (self->candidates, i);

      for (guint j = 0; j < chosen->len; j++)
        {
          guint mentor = g_array_index (self->active, guint, g_array_index (chosen, guint, j));

          /* A closed programme only goes on with what it has. */
          if (self->plan->closed
              && (ty_pairing_plan_get_ties_of (self->plan, i, mentor) & TY_FIT_TIE_PAIRED) == 0)
            continue;
          ty_assignment_add_candidate (self->assignment, i, mentor, -score_pair (self, i, mentor));
        }
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
solve_once (Solver  *self,
            GError **error)
{
  g_clear_pointer (&self->assignment, ty_assignment_free);
  self->assignment = ty_assignment_new ();
  memset (self->locked, 0, self->plan->mentees->len * sizeof *self->locked);
  add_people (self);
  add_candidates (self);
  add_locks (self);
  return ty_assignment_solve (self->assignment, self->progress, self->data, self->cancellable, error);
}

/* Adds the pairs of a mentee that were left out and could make the whole better: those that would better it
 * most, so that few rounds are enough. */
static guint
find_better (Solver *self,
             guint   mentee)
{
  GArray *chosen = g_ptr_array_index (self->candidates, mentee);
  gint64 least = ty_assignment_get_value (self->assignment, mentee);
  guint n = chosen->len;

  score_all (self, mentee);
  for (guint i = 0; i < chosen->len; i++)
    self->scores[g_array_index (chosen, guint, i)] = IMPOSSIBLE;
  for (guint i = 0; i < self->active->len; i++)
    {
      gint64 cost = self->prices[i] - self->scores[i];

      if (self->scores[i] != IMPOSSIBLE)
        self->scores[i] = cost < least ? (int) CLAMP (-cost, -G_MAXINT / 2, G_MAXINT / 2) : IMPOSSIBLE;
    }
  choose_best (self, mentee, chosen);
  return chosen->len - n;
}

/* Who is alone also looks where places are left, each mentee at others. */
static void
choose_free (Solver *self,
             guint   mentee)
{
  GArray *chosen = g_ptr_array_index (self->candidates, mentee);
  guint n_active = self->active->len;
  guint first = n_active > 0 ? (guint) (mentee * 2654435761u) % n_active : 0;
  guint n = 0;

  if (ty_assignment_get_mentor (self->assignment, mentee) != TY_ASSIGNMENT_NOBODY)
    return;
  score_all (self, mentee);
  for (guint i = 0; i < chosen->len; i++)
    self->scores[g_array_index (chosen, guint, i)] = IMPOSSIBLE;
  for (guint k = 0; k < n_active && n < N_BEST; k++)
    {
      guint i = (first + k) % n_active;
      guint mentor = g_array_index (self->active, guint, i);

      if (self->scores[i] == IMPOSSIBLE
          || ty_assignment_get_load (self->assignment, mentor) >= get_mentor (self->plan, mentor)->room)
        continue;
      g_array_append_val (chosen, i);
      n++;
    }
}

static gboolean
solve_all (Solver  *self,
           GError **error)
{
  guint n_added = 1;

  /* Where the rounds are not enough, the answer is the best of the candidates, and no more is claimed. */
  for (guint round = 0; n_added > 0 && round <= MOST_ROUNDS; round++)
    {
      if (!solve_once (self, error))
        return FALSE;
      n_added = 0;
      for (guint i = 0; i < self->active->len; i++)
        self->prices[i] = ty_assignment_get_price (self->assignment, g_array_index (self->active, guint, i));
      for (guint i = 0; !self->whole && !self->plan->closed && i < self->plan->mentees->len; i++)
        {
          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;
          if (self->locked[i])
            continue;
          n_added += find_better (self, i);
          choose_free (self, i);
        }
      self->complete = n_added == 0;
    }
  return TRUE;
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
  /* The assignment was proven to be the best of the candidates before it was given. */
  plan->proved = self->complete;
  if (!plan->proved)
    ty_pairing_plan_say (plan->messages, g_strdup_printf (_("There are very many pairs: for each mentee the %d mentors "
                                                            "who fit best were looked at, and of these pairs no "
                                                            "better assignment exists."), N_BEST));
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
  g_clear_pointer (&self->active, g_array_unref);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->scores, g_free);
  g_clear_pointer (&self->prices, g_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
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
 * Finds the best assignment, and the reasons. It may be called again with other locks.
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
  find_active (&solver);
  if (!choose_candidates (&solver, error) || !solve_all (&solver, error))
    return FALSE;

  g_ptr_array_set_size (self->messages, 0);
  for (guint i = 0; i < self->facts->len; i++)
    ty_pairing_plan_say (self->messages, g_strdup (g_ptr_array_index (self->facts, i)));
  take_result (&solver);
  say_locks (&solver);
  ty_pairing_plan_explain_all (self);
  return TRUE;
}
