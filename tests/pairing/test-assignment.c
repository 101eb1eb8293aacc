/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-assignment.h"

#include <glpk.h>
#include <string.h>

#define MOST 12
#define N_BRUTE 1000
#define N_RULES 10000
#define N_GLPK 50

/* An assignment that is asked for, as plain as can be. No candidate is INT_MAX. */
typedef struct
{
  guint n_mentees;
  guint n_mentors;
  int costs[MOST][MOST];
  int unmatched[MOST];
  guint urgency[MOST];
  guint capacity[MOST];
  guint load_cost[MOST];
  guint n_locks;
  guint locks[MOST][2];
  gboolean by_rows;
} Question;

#define NO_CANDIDATE G_MAXINT

static void
draw_question (Question *q,
               GRand    *random,
               guint     most,
               gboolean  locks)
{
  double density = g_rand_double (random);
  gboolean equals = g_rand_boolean (random);

  memset (q, 0, sizeof *q);
  q->n_mentees = (guint) g_rand_int_range (random, 0, (int) most + 1);
  q->n_mentors = (guint) g_rand_int_range (random, 0, (int) most + 1);
  for (guint i = 0; i < q->n_mentees; i++)
    {
      q->unmatched[i] = g_rand_int_range (random, 0, equals ? 5 : 1500);
      q->urgency[i] = (guint) g_rand_int_range (random, 0, 4);
      for (guint j = 0; j < q->n_mentors; j++)
        q->costs[i][j] = g_rand_double (random) < density
                           ? g_rand_int_range (random, equals ? 0 : -300, equals ? 4 : 1000)
                           : NO_CANDIDATE;
    }
  for (guint j = 0; j < q->n_mentors; j++)
    {
      q->capacity[j] = (guint) g_rand_int_range (random, 0, 4);
      q->load_cost[j] = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 200) : 0;
    }
  q->by_rows = g_rand_boolean (random);
  if (locks && q->n_mentees > 0 && q->n_mentors > 0)
    for (q->n_locks = (guint) g_rand_int_range (random, 0, 5); q->n_locks < MOST / 3; q->n_locks++)
      {
        q->locks[q->n_locks][0] = (guint) g_rand_int_range (random, 0, (int) q->n_mentees);
        q->locks[q->n_locks][1] = (guint) g_rand_int_range (random, 0, (int) q->n_mentors);
      }
}

static void
shuffle (GRand *random,
         guint *order,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (int) i);
      guint swap = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swap;
    }
}

/* Says the costs of a mentee by a row, which is that of another one where there is one before, and pair by pair
 * only what is other than that. */
static void
add_row (TyAssignment   *assignment,
         const Question *q,
         guint           mentee,
         const guint    *mentee_of,
         const guint    *mentor_of,
         guint          *rows)
{
  guint like = mentee / 3 * 3;
  int costs[MOST];

  if (rows[like] == TY_ASSIGNMENT_NOBODY)
    {
      for (guint i = 0; i < q->n_mentors; i++)
        costs[mentor_of[i]] = q->costs[like][i] != NO_CANDIDATE ? q->costs[like][i] : TY_ASSIGNMENT_NEVER;
      rows[like] = ty_assignment_add_row (assignment, costs);
    }
  ty_assignment_set_row (assignment, mentee_of[mentee], rows[like]);
  for (guint i = 0; i < q->n_mentors; i++)
    if (q->costs[mentee][i] != q->costs[like][i])
      ty_assignment_add_candidate (assignment, mentee_of[mentee], mentor_of[i],
                                   q->costs[mentee][i] != NO_CANDIDATE ? q->costs[mentee][i] : TY_ASSIGNMENT_NEVER);
}

static void
add_rows (TyAssignment   *assignment,
          const Question *q,
          const guint    *order,
          const guint    *mentee_of,
          const guint    *mentor_of)
{
  guint rows[MOST];

  for (guint i = 0; i < MOST; i++)
    rows[i] = TY_ASSIGNMENT_NOBODY;
  for (guint i = 0; i < q->n_mentees; i++)
    add_row (assignment, q, order[i], mentee_of, mentor_of, rows);
}

/* Asks, adding everything in another order if there is a @random; mentors and states are told by their
 * place in the question. Half of the questions are put by rows. */
static TyAssignment *
ask (const Question *q,
     TyAssignment   *earlier,
     GRand          *random,
     guint          *mentors,
     TyLockState    *states)
{
  TyAssignment *assignment = ty_assignment_new ();
  guint order[3][MOST * MOST];
  guint mentee_of[MOST];
  guint mentor_of[MOST];
  guint lock_of[MOST];
  guint place_of[MOST];
  GError *error = NULL;

  for (guint i = 0; i < MOST * MOST; i++)
    order[0][i] = order[1][i] = order[2][i] = i;
  if (random != NULL)
    {
      shuffle (random, order[0], q->n_mentees);
      shuffle (random, order[1], q->n_mentors);
      shuffle (random, order[2], MOST * MOST);
    }
  for (guint i = 0; i < q->n_mentees; i++)
    mentee_of[order[0][i]] = ty_assignment_add_mentee (assignment, 100 + order[0][i],
                                                       q->unmatched[order[0][i]],
                                                       q->urgency[order[0][i]]);
  for (guint i = 0; i < q->n_mentors; i++)
    {
      mentor_of[order[1][i]] = ty_assignment_add_mentor (assignment, 500 + order[1][i],
                                                         q->capacity[order[1][i]],
                                                         q->load_cost[order[1][i]]);
      place_of[mentor_of[order[1][i]]] = order[1][i];
    }
  if (q->by_rows)
    add_rows (assignment, q, order[0], mentee_of, mentor_of);
  for (guint i = 0; i < MOST * MOST && !q->by_rows; i++)
    {
      guint mentee = order[2][i] / MOST;
      guint mentor = order[2][i] % MOST;

      if (mentee < q->n_mentees && mentor < q->n_mentors
          && q->costs[mentee][mentor] != NO_CANDIDATE)
        ty_assignment_add_candidate (assignment, mentee_of[mentee], mentor_of[mentor],
                                     q->costs[mentee][mentor]);
    }
  for (guint i = 0; i < q->n_locks; i++)
    {
      guint lock = random != NULL ? q->n_locks - 1 - i : i;

      lock_of[lock] = ty_assignment_lock (assignment, mentee_of[q->locks[lock][0]],
                                          mentor_of[q->locks[lock][1]]);
    }
  ty_assignment_begin_with (assignment, earlier);
  g_assert_true (ty_assignment_solve (assignment, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < q->n_mentees; i++)
    {
      guint mentor = ty_assignment_get_mentor (assignment, mentee_of[i]);

      mentors[i] = mentor != TY_ASSIGNMENT_NOBODY ? place_of[mentor] : TY_ASSIGNMENT_NOBODY;
    }
  for (guint i = 0; i < q->n_locks; i++)
    states[i] = ty_assignment_get_lock_state (assignment, lock_of[i]);
  return assignment;
}

/* How bad an assignment is: who is left alone weighs more by urgency than any number of the less
 * urgent. This is the rule itself and not the weights that the solver makes of it. */
static gint64
judge (const Question *q,
       const guint    *mentors)
{
  static const gint64 weights[] = { 0, 1000000, 20000000, 400000000 };
  guint loads[MOST] = { 0 };
  gint64 sum = 0;

  for (guint i = 0; i < q->n_mentees; i++)
    if (mentors[i] == TY_ASSIGNMENT_NOBODY)
      sum += q->unmatched[i] + weights[q->urgency[i]];
    else
      {
        sum += q->costs[i][mentors[i]];
        sum += (gint64) loads[mentors[i]]++ * q->load_cost[mentors[i]];
      }
  return sum;
}

/* Tries everything; what is sure to be no better than the best so far is left out. */
static void
try_all (const Question *q,
         guint           mentee,
         guint          *loads,
         gint64          sum,
         const gint64   *least,
         gint64         *best)
{
  static const gint64 weights[] = { 0, 1000000, 20000000, 400000000 };

  if (sum + least[mentee] >= *best)
    return;
  if (mentee == q->n_mentees)
    {
      *best = sum;
      return;
    }
  for (guint j = 0; j < q->n_mentors; j++)
    if (q->costs[mentee][j] != NO_CANDIDATE && loads[j] < q->capacity[j])
      {
        gint64 cost = q->costs[mentee][j] + (gint64) loads[j] * q->load_cost[j];

        loads[j]++;
        try_all (q, mentee + 1, loads, sum + cost, least, best);
        loads[j]--;
      }
  try_all (q, mentee + 1, loads, sum + q->unmatched[mentee] + weights[q->urgency[mentee]], least,
           best);
}

static gint64
solve_slowly (const Question *q)
{
  gint64 least[MOST + 1] = { 0 };
  guint loads[MOST] = { 0 };
  gint64 best = G_MAXINT64;

  for (guint i = q->n_mentees; i > 0; i--)
    {
      gint64 own = q->unmatched[i - 1];

      for (guint j = 0; j < q->n_mentors; j++)
        own = MIN (own, q->costs[i - 1][j]);
      least[i - 1] = least[i] + own;
    }
  try_all (q, 0, loads, 0, least, &best);
  return best;
}

static void
test_brute_force (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (90);

  for (guint round = 0; round < N_BRUTE; round++)
    {
      g_autoptr(TyAssignment) assignment = NULL;
      TyLockState states[MOST];
      guint mentors[MOST];
      Question q;

      draw_question (&q, random, 8, FALSE);
      assignment = ask (&q, NULL, NULL, mentors, states);
      g_assert_cmpint (judge (&q, mentors), ==, solve_slowly (&q));
    }
}

/* Each broken rule is told by its round. */
static void
check_rules (const Question    *q,
             const guint       *mentors,
             const TyLockState *states,
             TyAssignment      *assignment)
{
  guint loads[MOST] = { 0 };
  gint64 cost = 0;

  for (guint i = 0; i < q->n_mentees; i++)
    if (mentors[i] == TY_ASSIGNMENT_NOBODY)
      cost += q->unmatched[i];
    else
      {
        g_assert_cmpint (q->costs[i][mentors[i]], !=, NO_CANDIDATE);
        cost += q->costs[i][mentors[i]];
        cost += (gint64) loads[mentors[i]]++ * q->load_cost[mentors[i]];
      }
  for (guint j = 0; j < q->n_mentors; j++)
    g_assert_cmpuint (loads[j], <=, q->capacity[j]);
  g_assert_cmpint (cost, ==, ty_assignment_get_cost (assignment));

  for (guint i = 0; i < q->n_locks; i++)
    {
      guint mentee = q->locks[i][0];
      guint mentor = q->locks[i][1];

      switch (states[i])
        {
        case TY_LOCK_KEPT:
          g_assert_cmpuint (mentors[mentee], ==, mentor);
          break;
        case TY_LOCK_FORBIDDEN:
          g_assert_cmpint (q->costs[mentee][mentor], ==, NO_CANDIDATE);
          break;
        case TY_LOCK_OTHER:
          g_assert_cmpuint (mentors[mentee], !=, TY_ASSIGNMENT_NOBODY);
          g_assert_cmpuint (mentors[mentee], !=, mentor);
          break;
        case TY_LOCK_FULL:
        default:
          g_assert_cmpuint (loads[mentor], ==, q->capacity[mentor]);
          break;
        }
    }
}

static void
test_rules (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (91);

  for (guint round = 0; round < N_RULES; round++)
    {
      g_autoptr(TyAssignment) assignment = NULL;
      TyLockState states[MOST];
      guint mentors[MOST];
      Question q;

      draw_question (&q, random, MOST, TRUE);
      assignment = ask (&q, NULL, NULL, mentors, states);
      check_rules (&q, mentors, states, assignment);
    }
}

/* Some locks less and some more, or costs that are others altogether. */
static void
change_question (Question *q,
                 GRand    *random)
{
  if (q->n_mentees == 0 || q->n_mentors == 0)
    return;
  q->n_locks = MIN (q->n_locks, (guint) g_rand_int_range (random, 0, 4));
  for (guint i = (guint) g_rand_int_range (random, 0, 3); i > 0; i--, q->n_locks++)
    {
      q->locks[q->n_locks][0] = (guint) g_rand_int_range (random, 0, (int) q->n_mentees);
      q->locks[q->n_locks][1] = (guint) g_rand_int_range (random, 0, (int) q->n_mentors);
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    for (guint i = 0; i < q->n_mentees; i++)
      for (guint j = 0; j < q->n_mentors; j++)
        if (q->costs[i][j] != NO_CANDIDATE)
          q->costs[i][j] = g_rand_int_range (random, -300, 1000);
}

/* With another one as a beginning the assignment is as good as without, whatever is other than it was. */
static void
test_resumed (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (94);
  guint n_resumed = 0;

  for (guint round = 0; round < N_RULES / 2; round++)
    {
      g_autoptr(TyAssignment) earlier = NULL;
      g_autoptr(TyAssignment) anew = NULL;
      g_autoptr(TyAssignment) resumed = NULL;
      TyLockState states[MOST];
      guint mentors[MOST];
      guint other[MOST];
      Question q;

      draw_question (&q, random, MOST, TRUE);
      earlier = ask (&q, NULL, NULL, mentors, states);
      change_question (&q, random);
      anew = ask (&q, NULL, NULL, other, states);
      resumed = ask (&q, earlier, NULL, mentors, states);
      check_rules (&q, mentors, states, resumed);
      g_assert_cmpint (judge (&q, mentors), ==, judge (&q, other));
      n_resumed += ty_assignment_is_resumed (resumed);
    }
  g_assert_cmpuint (n_resumed, ==, N_RULES / 2);
}

static void
test_shuffled (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (92);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr(TyAssignment) assignment = NULL;
      TyLockState states[MOST];
      guint mentors[MOST];
      Question q;

      draw_question (&q, random, MOST, TRUE);
      assignment = ask (&q, NULL, NULL, mentors, states);
      for (guint i = 0; i < 100; i++)
        {
          g_autoptr(TyAssignment) again = NULL;
          TyLockState new_states[MOST];
          guint new_mentors[MOST];

          again = ask (&q, NULL, random, new_mentors, new_states);
          for (guint j = 0; j < q.n_mentees; j++)
            g_assert_cmpuint (mentors[j], ==, new_mentors[j]);
          for (guint j = 0; j < q.n_locks; j++)
            g_assert_cmpint (states[j], ==, new_states[j]);
        }
    }
}

/* The next best is what it costs at least to take this pair away, by trying it. */
static void
test_runner_up (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (93);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(TyAssignment) assignment = NULL;
      TyLockState states[MOST];
      guint mentors[MOST];
      Question q;

      draw_question (&q, random, 6, FALSE);
      memset (q.urgency, 0, sizeof q.urgency);
      assignment = ask (&q, NULL, NULL, mentors, states);
      for (guint i = 0; i < q.n_mentees; i++)
        {
          Question other = q;
          gint64 extra;
          guint next = ty_assignment_get_runner_up (assignment, i, &extra);

          if (next == TY_ASSIGNMENT_NOBODY || mentors[i] == TY_ASSIGNMENT_NOBODY)
            continue;
          g_assert_cmpuint (next, !=, mentors[i]);
          g_assert_cmpint (extra, >=, 0);
          for (guint j = 0; j < q.n_mentors; j++)
            if (j != next)
              other.costs[i][j] = NO_CANDIDATE;
          other.unmatched[i] = 50000;
          g_assert_cmpint (solve_slowly (&other) - judge (&q, mentors), >=, extra);
        }
    }
}

typedef struct
{
  double low;
  double cap;
  double cost;
  double flow;
} Arc;

static void
add_arc (glp_graph *graph,
         int        from,
         int        to,
         double     cap,
         double     cost)
{
  glp_arc *arc = glp_add_arc (graph, from, to);

  *(Arc *) arc->data = (Arc){ 0, cap, cost, 0 };
}

/* Vertices: a source, the mentees, the mentors, a drain. */
static double
solve_with_glpk (guint        n_mentees,
                 guint        n_mentors,
                 const int   *costs,
                 const guint *capacities,
                 int          unmatched)
{
  glp_graph *graph = glp_create_graph (sizeof (double), sizeof (Arc));
  int drain = (int) (n_mentees + n_mentors) + 2;
  double sum;

  glp_add_vertices (graph, drain);
  *(double *) graph->v[1]->data = n_mentees;
  *(double *) graph->v[drain]->data = -(double) n_mentees;
  for (int i = 0; i < (int) n_mentees; i++)
    {
      add_arc (graph, 1, 2 + i, 1, 0);
      add_arc (graph, 2 + i, drain, 1, unmatched);
      for (int j = 0; j < (int) n_mentors; j++)
        if (costs[i * (int) n_mentors + j] != NO_CANDIDATE)
          add_arc (graph, 2 + i, 2 + (int) n_mentees + j, 1, costs[i * (int) n_mentors + j]);
    }
  for (int j = 0; j < (int) n_mentors; j++)
    add_arc (graph, 2 + (int) n_mentees + j, drain, capacities[j], 0);
  g_assert_cmpint (glp_mincost_okalg (graph, 0, G_STRUCT_OFFSET (Arc, low), G_STRUCT_OFFSET (Arc, cap),
                                      G_STRUCT_OFFSET (Arc, cost), &sum,
                                      G_STRUCT_OFFSET (Arc, flow), -1),
                   ==, 0);
  glp_delete_graph (graph);
  return sum;
}

static void
test_second_solver (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (94);

  glp_term_out (GLP_OFF);
  for (guint round = 0; round < N_GLPK; round++)
    {
      g_autoptr(TyAssignment) assignment = ty_assignment_new ();
      g_autofree int *costs = g_new (int, 200 * 50);
      guint capacities[50];

      for (guint i = 0; i < 200; i++)
        ty_assignment_add_mentee (assignment, i, 2000, 0);
      for (guint j = 0; j < 50; j++)
        {
          capacities[j] = (guint) g_rand_int_range (random, 0, 3 + (int) round % 5);
          ty_assignment_add_mentor (assignment, j, capacities[j], 0);
        }
      for (guint i = 0; i < 200 * 50; i++)
        {
          costs[i] = g_rand_int_range (random, 0, 5) < 2 ? g_rand_int_range (random, 0, 1000)
                                                         : NO_CANDIDATE;
          if (costs[i] != NO_CANDIDATE)
            ty_assignment_add_candidate (assignment, i / 50, i % 50, costs[i]);
        }
      g_assert_true (ty_assignment_solve (assignment, NULL, NULL, NULL, NULL));
      g_assert_cmpint (ty_assignment_get_cost (assignment), ==,
                       (gint64) solve_with_glpk (200, 50, costs, capacities, 2000));
    }
  glp_free_env ();
}

/* As many mentors as no row keeps in sight, and few places: what is found by rows costs what is found by pairs. */
static gint64
solve_many (GRand   *random,
            gboolean by_rows)
{
  g_autoptr(TyAssignment) assignment = ty_assignment_new ();
  guint rows[20];
  int costs[20][300];

  for (guint i = 0; i < 400; i++)
    ty_assignment_add_mentee (assignment, i, 2000, i % 3);
  for (guint j = 0; j < 300; j++)
    ty_assignment_add_mentor (assignment, j, (guint) g_rand_int_range (random, 0, 3), j % 2 * 7);
  for (guint row = 0; row < 20; row++)
    {
      for (guint j = 0; j < 300; j++)
        costs[row][j] = j % 20 == row ? TY_ASSIGNMENT_NEVER : g_rand_int_range (random, -40, 40) / 8 * 8;
      rows[row] = by_rows ? ty_assignment_add_row (assignment, costs[row]) : 0;
    }
  for (guint i = 0; i < 400; i++)
    {
      guint other = (guint) g_rand_int_range (random, 0, 300);
      int cost = g_rand_int_range (random, -60, 20);

      if (by_rows)
        ty_assignment_set_row (assignment, i, rows[i % 20]);
      for (guint j = 0; j < 300 && !by_rows; j++)
        if (j != other)
          ty_assignment_add_candidate (assignment, i, j, costs[i % 20][j]);
      ty_assignment_add_candidate (assignment, i, other, cost);
    }
  g_assert_true (ty_assignment_solve (assignment, NULL, NULL, NULL, NULL));
  return ty_assignment_get_cost (assignment);
}

static void
test_many_in_rows (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr(GRand) first = g_rand_new_with_seed (95 + round);
      g_autoptr(GRand) second = g_rand_new_with_seed (95 + round);

      g_assert_cmpint (solve_many (first, TRUE), ==, solve_many (second, FALSE));
    }
}

static void
test_bad_input (void)
{
  g_autoptr(TyAssignment) empty = ty_assignment_new ();
  g_autoptr(TyAssignment) alone = ty_assignment_new ();
  g_autoptr(TyAssignment) contradictory = ty_assignment_new ();
  guint locks[4];
  gint64 extra;

  g_assert_true (ty_assignment_solve (empty, NULL, NULL, NULL, NULL));
  g_assert_cmpint (ty_assignment_get_cost (empty), ==, 0);

  ty_assignment_add_mentee (alone, 1, 70, 3);
  ty_assignment_add_mentor (alone, 1, 0, 5);
  ty_assignment_add_candidate (alone, 0, 0, 1);
  ty_assignment_lock (alone, 0, 0);
  g_assert_true (ty_assignment_solve (alone, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (ty_assignment_get_mentor (alone, 0), ==, TY_ASSIGNMENT_NOBODY);
  g_assert_cmpuint (ty_assignment_get_runner_up (alone, 0, &extra), ==, TY_ASSIGNMENT_NOBODY);
  g_assert_cmpint (ty_assignment_get_lock_state (alone, 0), ==, TY_LOCK_FULL);
  g_assert_cmpint (ty_assignment_get_cost (alone), ==, 70);

  for (guint i = 0; i < 3; i++)
    ty_assignment_add_mentee (contradictory, i, 500, 1);
  ty_assignment_add_mentor (contradictory, 1, 1, 0);
  ty_assignment_add_mentor (contradictory, 2, 1, 0);
  for (guint i = 0; i < 3; i++)
    ty_assignment_add_candidate (contradictory, i, 0, 10);
  ty_assignment_add_candidate (contradictory, 2, 1, 99);
  locks[0] = ty_assignment_lock (contradictory, 1, 0);
  locks[1] = ty_assignment_lock (contradictory, 2, 0);
  locks[2] = ty_assignment_lock (contradictory, 0, 1);
  locks[3] = ty_assignment_lock (contradictory, 1, 0);
  g_assert_true (ty_assignment_solve (contradictory, NULL, NULL, NULL, NULL));
  g_assert_cmpint (ty_assignment_get_lock_state (contradictory, locks[0]), ==, TY_LOCK_KEPT);
  g_assert_cmpint (ty_assignment_get_lock_state (contradictory, locks[1]), ==, TY_LOCK_FULL);
  g_assert_cmpint (ty_assignment_get_lock_state (contradictory, locks[2]), ==, TY_LOCK_FORBIDDEN);
  g_assert_cmpint (ty_assignment_get_lock_state (contradictory, locks[3]), ==, TY_LOCK_KEPT);
  g_assert_cmpuint (ty_assignment_get_mentor (contradictory, 2), ==, 1);
}

static void
count_progress (guint    n_done,
                guint    n_all,
                gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (n_done, >=, *last);
  g_assert_cmpuint (n_done, <=, n_all);
  *last = n_done;
}

static void
cancel_at_once (guint    n_done,
                guint    n_all,
                gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_progress (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  guint last = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyAssignment) assignment = ty_assignment_new ();

      for (guint j = 0; j < 1000; j++)
        {
          ty_assignment_add_mentee (assignment, j, 2000, 0);
          ty_assignment_add_mentor (assignment, j, 1, 0);
          ty_assignment_add_candidate (assignment, j, j, (int) j);
        }
      if (i == 0)
        g_assert_true (ty_assignment_solve (assignment, count_progress, &last, NULL, NULL));
      else
        g_assert_false (ty_assignment_solve (assignment, cancel_at_once, cancellable, cancellable,
                                             &error));
    }
  g_assert_cmpuint (last, ==, 1000);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment/brute-force", test_brute_force);
  g_test_add_func ("/assignment/rules", test_rules);
  g_test_add_func ("/assignment/resumed", test_resumed);
  g_test_add_func ("/assignment/shuffled", test_shuffled);
  g_test_add_func ("/assignment/runner-up", test_runner_up);
  g_test_add_func ("/assignment/second-solver", test_second_solver);
  g_test_add_func ("/assignment/many-in-rows", test_many_in_rows);
  g_test_add_func ("/assignment/bad-input", test_bad_input);
  g_test_add_func ("/assignment/progress", test_progress);
  return g_test_run ();
}
