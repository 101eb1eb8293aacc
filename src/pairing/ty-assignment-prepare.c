/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

typedef struct
{
  gint64 key;
  guint index;
} Keyed;

static int
compare_keyed (gconstpointer a,
               gconstpointer b)
{
  const Keyed *first = a;
  const Keyed *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/* @keys lie at the beginning of each element of @array. */
static guint *
rank_by_key (GArray  *array,
             guint    element_size,
             guint  **indexes)
{
  guint *ranks = g_new (guint, array->len + 1);
  g_autofree Keyed *keyed = g_new (Keyed, array->len + 1);

  for (guint i = 0; i < array->len; i++)
    keyed[i] = (Keyed){ *(const gint64 *) (gconstpointer) (array->data + (gsize) i * element_size), i };
  qsort (keyed, array->len, sizeof *keyed, compare_keyed);
  if (indexes != NULL)
    *indexes = g_new (guint, array->len + 1);
  for (guint i = 0; i < array->len; i++)
    {
      ranks[keyed[i].index] = i;
      if (indexes != NULL)
        (*indexes)[i] = keyed[i].index;
    }
  return ranks;
}

/* One stable pass of sorting by counting: by mentor, then by mentee. */
static void
sort_candidates (const TyAssignmentCandidate *from,
                 TyAssignmentCandidate       *to,
                 guint                        n,
                 guint                        n_ranks,
                 gboolean                     by_mentee)
{
  g_autofree guint *starts = g_new0 (guint, n_ranks + 1);

  for (guint i = 0; i < n; i++)
    starts[(by_mentee ? from[i].mentee : from[i].mentor) + 1]++;
  for (guint i = 0; i < n_ranks; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    to[starts[by_mentee ? from[i].mentee : from[i].mentor]++] = from[i];
}

static TyAssignmentCandidate *
rank_candidates (TyAssignment *self)
{
  guint n = self->candidates->len;
  TyAssignmentCandidate *ranked = g_new (TyAssignmentCandidate, n + 1);
  g_autofree TyAssignmentCandidate *room = g_new (TyAssignmentCandidate, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TyAssignmentCandidate *given =
        &g_array_index (self->candidates, TyAssignmentCandidate, i);

      ranked[i] = (TyAssignmentCandidate){ self->mentee_ranks[given->mentee],
                                           self->mentor_ranks[given->mentor], given->cost };
    }
  sort_candidates (ranked, room, n, self->mentors->len, FALSE);
  sort_candidates (room, ranked, n, self->mentees->len, TRUE);
  return ranked;
}

static void
lay_out_candidates (TyAssignment *self)
{
  g_autofree TyAssignmentCandidate *ranked = rank_candidates (self);
  guint n_given = self->candidates->len;
  guint n = 0;
  guint last = TY_ASSIGNMENT_NOBODY;

  self->starts = g_new0 (guint, self->mentees->len + 1);
  self->edge_mentors = g_new (guint, n_given + 1);
  self->edge_costs = g_new (int, n_given + 1);
  for (guint i = 0, mentee = 0; mentee < self->mentees->len; mentee++)
    {
      last = TY_ASSIGNMENT_NOBODY;
      for (; i < n_given && ranked[i].mentee == mentee; i++)
        if (ranked[i].mentor == last)
          self->edge_costs[n - 1] = MIN (self->edge_costs[n - 1], ranked[i].cost);
        else
          {
            last = self->edge_mentors[n] = ranked[i].mentor;
            self->edge_costs[n++] = ranked[i].cost;
          }
      self->starts[mentee + 1] = n;
    }
}

static TyLockState
take_lock (TyAssignment *self,
           guint         mentee,
           guint         mentor)
{
  int cost;

  if (!ty_assignment_find_cost (self, mentee, mentor, &cost))
    return TY_LOCK_FORBIDDEN;
  if (self->locked[mentee])
    return self->partners[mentee] == mentor ? TY_LOCK_KEPT : TY_LOCK_OTHER;
  if (self->free[mentor] == 0)
    return TY_LOCK_FULL;

  self->locked[mentee] = TRUE;
  self->partners[mentee] = mentor;
  self->pair_costs[mentee] = cost;
  self->n_locked[mentor]++;
  self->free[mentor]--;
  return TY_LOCK_KEPT;
}

static int
compare_locks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  TyAssignment *self = data;
  const TyAssignmentLock *first = &g_array_index (self->locks, TyAssignmentLock, *(const guint *) a);
  const TyAssignmentLock *second = &g_array_index (self->locks, TyAssignmentLock, *(const guint *) b);
  guint mentees[] = { self->mentee_ranks[first->mentee], self->mentee_ranks[second->mentee] };
  guint mentors[] = { self->mentor_ranks[first->mentor], self->mentor_ranks[second->mentor] };

  if (mentees[0] != mentees[1])
    return mentees[0] < mentees[1] ? -1 : 1;
  return (mentors[0] > mentors[1]) - (mentors[0] < mentors[1]);
}

static void
take_locks (TyAssignment *self)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->locks->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_locks, self);
  for (guint i = 0; i < order->len; i++)
    {
      TyAssignmentLock *lock = &g_array_index (self->locks, TyAssignmentLock,
                                               g_array_index (order, guint, i));

      lock->state = take_lock (self, self->mentee_ranks[lock->mentee],
                               self->mentor_ranks[lock->mentor]);
    }
}

/* More places than candidates are never filled. */
static void
limit_places (TyAssignment *self)
{
  g_autofree guint *counts = g_new0 (guint, self->mentors->len + 1);

  for (guint i = 0; i < self->starts[self->mentees->len]; i++)
    counts[self->edge_mentors[i]]++;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TyAssignmentRow *row = &g_array_index (self->rows, TyAssignmentRow, i);

      for (guint j = 0; j < self->mentors->len; j++)
        counts[j] += row->costs[j] != TY_ASSIGNMENT_NEVER ? row->n_mentees : 0;
    }
  for (guint i = 0; i < self->mentors->len; i++)
    self->free[i] = MIN (self->free[i], counts[i]);
}

/* One more than any two assignments can differ in without urgency. */
static gint64
find_weight (const TyAssignment *self)
{
  gint64 weight = 1;

  for (guint i = 0; i < self->mentees->len; i++)
    {
      const TyAssignmentRow *row = ty_assignment_get_row (self, i);
      gint64 least = self->unmatched[i];
      gint64 most = least;

      if (row != NULL && row->least != TY_ASSIGNMENT_NEVER)
        {
          least = MIN (least, row->least);
          most = MAX (most, row->most);
        }
      for (guint j = self->starts[i]; j < self->starts[i + 1]; j++)
        if (self->edge_costs[j] != TY_ASSIGNMENT_NEVER)
          {
            least = MIN (least, self->edge_costs[j]);
            most = MAX (most, self->edge_costs[j]);
          }
      weight += most - least;
    }
  for (guint i = 0; i < self->mentors->len; i++)
    {
      gint64 places = (gint64) self->n_locked[i] + self->free[i];

      weight += places * (places - 1) / 2 * self->load_costs[i];
    }
  return weight;
}

static void
rank_row (TyAssignment    *self,
          TyAssignmentRow *row)
{
  int *costs = g_new (int, self->mentors->len + 1);

  for (guint i = 0; i < self->mentors->len; i++)
    costs[self->mentor_ranks[i]] = row->costs[i];
  g_free (row->costs);
  row->costs = costs;
  row->least = TY_ASSIGNMENT_NEVER;
  row->most = G_MININT;
  for (guint i = 0; i < self->mentors->len; i++)
    if (costs[i] != TY_ASSIGNMENT_NEVER)
      {
        row->least = MIN (row->least, costs[i]);
        row->most = MAX (row->most, costs[i]);
      }
}

/* Rows stand in the order of the first mentee of each, so that nothing depends on when they were added. */
static void
lay_out_rows (TyAssignment *self)
{
  GArray *given = self->rows;
  g_autofree guint *places = g_new (guint, given->len + 1);

  self->row_of = g_new (guint, self->mentees->len + 1);
  for (guint i = 0; i < self->mentees->len; i++)
    self->row_of[self->mentee_ranks[i]] = g_array_index (self->mentees, TyAssignmentMentee, i).row;
  self->rows = g_array_new (FALSE, TRUE, sizeof (TyAssignmentRow));
  g_array_set_clear_func (self->rows, ty_assignment_row_clear);
  for (guint i = 0; i < given->len; i++)
    places[i] = TY_ASSIGNMENT_NOBODY;
  for (guint i = 0; i < self->mentees->len; i++)
    {
      guint row = self->row_of[i];

      if (row == TY_ASSIGNMENT_NOBODY)
        continue;
      if (places[row] == TY_ASSIGNMENT_NOBODY)
        {
          TyAssignmentRow taken = { .mentee = TY_ASSIGNMENT_NOBODY, .beyond = G_MININT64 };

          places[row] = self->rows->len;
          taken.costs = g_steal_pointer (&g_array_index (given, TyAssignmentRow, row).costs);
          rank_row (self, &taken);
          g_array_append_val (self->rows, taken);
        }
      self->row_of[i] = places[row];
      ty_assignment_get_row (self, i)->n_mentees++;
    }
  g_array_unref (given);
}

static void
fill_mentees (TyAssignment *self)
{
  guint n = self->mentees->len;

  self->unmatched = g_new0 (gint64, n + 1);
  self->partners = g_new0 (guint, n + 1);
  self->pair_costs = g_new0 (int, n + 1);
  self->locked = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint rank = self->mentee_ranks[i];

      self->unmatched[rank] = g_array_index (self->mentees, TyAssignmentMentee, i).unmatched_cost;
      self->partners[rank] = TY_ASSIGNMENT_NOBODY;
    }
}

static void
fill_mentors (TyAssignment *self)
{
  guint n = self->mentors->len;

  self->n_locked = g_new0 (guint, n + 1);
  self->free = g_new0 (guint, n + 1);
  self->loads = g_new0 (guint, n + 1);
  self->load_costs = g_new0 (guint, n + 1);
  self->prices = g_new0 (gint64, n + 1);
  self->floors = g_new0 (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TyAssignmentMentor *mentor = &g_array_index (self->mentors, TyAssignmentMentor, i);
      guint rank = self->mentor_ranks[i];

      self->free[rank] = mentor->capacity;
      self->load_costs[rank] = mentor->load_cost;
    }
}

/* Nobody is placed yet but by locks, and each mentor asks what the first place costs. */
void
ty_assignment_begin (TyAssignment *self)
{
  g_clear_pointer (&self->placed, g_free);
  for (guint i = 0; i < self->mentees->len; i++)
    if (!self->locked[i])
      self->partners[i] = TY_ASSIGNMENT_NOBODY;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TyAssignmentRow *row = &g_array_index (self->rows, TyAssignmentRow, i);

      row->n_entries = 0;
      row->beyond = G_MININT64;
    }
  for (guint i = 0; i < self->mentors->len; i++)
    {
      self->loads[i] = 0;
      self->prices[i] = ty_assignment_get_place_cost (self, i, 0);
      ty_assignment_set_floor (self, i);
    }
}

/* Brings everything into the order of the keys, and takes the locks. */
void
ty_assignment_prepare (TyAssignment *self)
{
  self->mentee_ranks = rank_by_key (self->mentees, sizeof (TyAssignmentMentee), NULL);
  self->mentor_ranks = rank_by_key (self->mentors, sizeof (TyAssignmentMentor),
                                    &self->mentor_indexes);
  fill_mentees (self);
  fill_mentors (self);
  lay_out_candidates (self);
  lay_out_rows (self);
  limit_places (self);
  take_locks (self);
  self->weight = find_weight (self);
  for (guint i = 0; i < self->mentees->len; i++)
    self->unmatched[self->mentee_ranks[i]] +=
      self->weight * g_array_index (self->mentees, TyAssignmentMentee, i).urgency;
  ty_assignment_begin (self);
}
