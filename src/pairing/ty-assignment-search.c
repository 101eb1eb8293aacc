/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-assignment"

#include "config.h"

#include "ty-assignment-private.h"

#define NOWHERE G_MAXUINT
#define ROUND 64

#define N_FEW 48 /* mentors of a row who are kept in sight */
#define N_VAIN 4 /* of them who may have become too dear before they are sorted anew */

/* A search for the cheapest way to place one more mentee: over the mentors whom the mentee could have,
 * those whom their mentees could have instead, and so on, to a free place or to somebody who is left
 * alone. All distances are by prices, so that none is negative. Behind the mentors stand the rows: the distance
 * of a row is that at which mentors who are not in sight could be reached. */
typedef struct
{
  TyAssignment *assignment;
  gint64 *distances;
  guint *from; /* from which mentee a mentor was reached */
  guint *places; /* in the heap, or NOWHERE */
  guint *heap;
  guint n_heap;
  guint *reached;
  guint n_reached;
  guint *firsts; /* the first mentee of a mentor, and who follows and goes before */
  guint *nexts;
  guint *previous;
  guint *marks; /* of a mentor: by the mark of whom it is a candidate */
  guint mark;
  gint64 shortest;
  guint end_mentor;
  guint end_mentee;
} Search;

static void
put_first (Search *self,
           guint   mentee,
           guint   mentor)
{
  self->nexts[mentee] = self->firsts[mentor];
  self->previous[mentee] = TY_ASSIGNMENT_NOBODY;
  if (self->firsts[mentor] != TY_ASSIGNMENT_NOBODY)
    self->previous[self->firsts[mentor]] = mentee;
  self->firsts[mentor] = mentee;
}

static void
search_init (Search       *self,
             TyAssignment *assignment)
{
  guint n_mentors = assignment->mentors->len + 1;
  guint n_nodes = n_mentors + assignment->rows->len;
  guint n_mentees = assignment->mentees->len + 1;

  *self = (Search){ .assignment = assignment };
  self->distances = g_new (gint64, n_nodes);
  self->from = g_new (guint, n_mentors);
  self->places = g_new (guint, n_nodes);
  self->heap = g_new (guint, n_nodes);
  self->reached = g_new (guint, n_nodes);
  self->firsts = g_new (guint, n_mentors);
  self->marks = g_new0 (guint, n_mentors);
  self->nexts = g_new (guint, n_mentees);
  self->previous = g_new (guint, n_mentees);
  for (guint i = 0; i < n_nodes; i++)
    {
      self->distances[i] = G_MAXINT64;
      self->places[i] = NOWHERE;
    }
  for (guint i = 0; i < n_mentors; i++)
    self->firsts[i] = TY_ASSIGNMENT_NOBODY;
}

/* Those who have a place from an earlier search stand among the mentees of their mentors. */
static void
take_placed (Search *self)
{
  const TyAssignment *assignment = self->assignment;

  for (guint i = 0; i < assignment->mentees->len; i++)
    if (!assignment->locked[i] && assignment->partners[i] != TY_ASSIGNMENT_NOBODY)
      put_first (self, i, assignment->partners[i]);
}

static void
search_clear (Search *self)
{
  g_free (self->distances);
  g_free (self->from);
  g_free (self->places);
  g_free (self->heap);
  g_free (self->reached);
  g_free (self->firsts);
  g_free (self->nexts);
  g_free (self->previous);
  g_free (self->marks);
}

/* Ties are broken by the rank of the mentor, and that follows from the key. */
static gboolean
is_before (const Search *self,
           guint         first,
           guint         second)
{
  if (self->distances[first] != self->distances[second])
    return self->distances[first] < self->distances[second];
  return first < second;
}

static void
sift_up (Search *self,
         guint   place)
{
  guint mentor = self->heap[place];

  while (place > 0 && is_before (self, mentor, self->heap[(place - 1) / 2]))
    {
      self->heap[place] = self->heap[(place - 1) / 2];
      self->places[self->heap[place]] = place;
      place = (place - 1) / 2;
    }
  self->heap[place] = mentor;
  self->places[mentor] = place;
}

static void
sift_down (Search *self,
           guint   place)
{
  guint mentor = self->heap[place];

  for (;;)
    {
      guint child = 2 * place + 1;

      if (child + 1 < self->n_heap && is_before (self, self->heap[child + 1], self->heap[child]))
        child++;
      if (child >= self->n_heap || !is_before (self, self->heap[child], mentor))
        break;
      self->heap[place] = self->heap[child];
      self->places[self->heap[place]] = place;
      place = child;
    }
  self->heap[place] = mentor;
  self->places[mentor] = place;
}

static guint
pop (Search *self)
{
  guint mentor = self->heap[0];

  self->places[mentor] = NOWHERE;
  self->n_heap--;
  if (self->n_heap > 0)
    {
      self->heap[0] = self->heap[self->n_heap];
      sift_down (self, 0);
    }
  return mentor;
}

static void
put_into_heap (Search *self,
               guint   node)
{
  if (self->places[node] == NOWHERE)
    {
      self->places[node] = self->n_heap;
      self->heap[self->n_heap++] = node;
    }
  sift_up (self, self->places[node]);
}

static void
reach (Search *self,
       guint   mentor,
       guint   mentee,
       gint64  distance)
{
  TyAssignment *assignment = self->assignment;

  if (self->distances[mentor] == G_MAXINT64)
    self->reached[self->n_reached++] = mentor;
  self->distances[mentor] = distance;
  self->from[mentor] = mentee;
  if (assignment->loads[mentor] < assignment->free[mentor])
    {
      gint64 end = distance - assignment->prices[mentor]
                   + ty_assignment_get_place_cost (assignment, mentor, assignment->loads[mentor]);

      if (end < self->shortest)
        {
          self->shortest = end;
          self->end_mentor = mentor;
          self->end_mentee = TY_ASSIGNMENT_NOBODY;
        }
    }
  put_into_heap (self, mentor);
}

/* A mentor who is a candidate of the mentee is reached by that, and not by the row. */
static void
mark_candidates (Search *self,
                 guint   mentee)
{
  const TyAssignment *assignment = self->assignment;

  self->mark++;
  for (guint i = assignment->starts[mentee]; i < assignment->starts[mentee + 1]; i++)
    self->marks[assignment->edge_mentors[i]] = self->mark;
}

/* Goes on to one mentor of the row. */
static void
go_on_to (Search *self,
          guint   mentee,
          guint   mentor,
          gint64  base,
          int     cost)
{
  const TyAssignment *assignment = self->assignment;
  gint64 distance;

  if (cost == TY_ASSIGNMENT_NEVER || assignment->free[mentor] == 0)
    return;
  distance = base + cost + assignment->prices[mentor];
  if (distance < self->shortest && distance < self->distances[mentor])
    reach (self, mentor, mentee, distance);
}

/* The candidates of one mentee are in the row of another: who came by at less reaches all others cheaper. */
static void
go_on_past (Search          *self,
            TyAssignmentRow *row,
            guint            candidates_of,
            guint            mentee,
            gint64           base)
{
  const TyAssignment *assignment = self->assignment;
  guint end = assignment->starts[candidates_of + 1];

  if (assignment->starts[candidates_of] == end)
    return;
  mark_candidates (self, mentee);
  for (guint i = assignment->starts[candidates_of]; i < end; i++)
    {
      guint mentor = assignment->edge_mentors[i];

      if (self->marks[mentor] != self->mark)
        go_on_to (self, mentee, mentor, base, row->costs[mentor]);
    }
}

/* Goes on to the mentors in sight. Returns whether that was mostly in vain, since prices rose since it was looked. */
static gboolean
go_on_in_sight (Search          *self,
                TyAssignmentRow *row)
{
  const gint64 *prices = self->assignment->prices;
  guint n_in_vain = 0;

  for (guint i = 0; i < row->n_entries && row->base + row->entries[i].asked < self->shortest; i++)
    {
      const TyAssignmentEntry *entry = &row->entries[i];

      if (row->base + entry->cost + prices[entry->mentor] >= self->shortest)
        n_in_vain++;
      else if (self->marks[entry->mentor] != self->mark)
        go_on_to (self, row->mentee, entry->mentor, row->base, entry->cost);
    }
  return n_in_vain > N_VAIN;
}

/* Goes on in a row, and remembers at which distance mentors who are not in sight could be reached. */
static void
go_on_in_row (Search          *self,
              TyAssignmentRow *row,
              guint            node)
{
  mark_candidates (self, row->mentee);
  if (go_on_in_sight (self, row))
    ty_assignment_row_sort (self->assignment, row);
  if (row->beyond == G_MAXINT64)
    return;
  self->distances[node] = row->beyond == G_MININT64 ? G_MININT64 : row->base + row->beyond;
  if (self->distances[node] < self->shortest || self->places[node] != NOWHERE)
    put_into_heap (self, node);
}

static void
scan_row (Search *self,
          guint   mentee,
          gint64  base)
{
  TyAssignmentRow *row = ty_assignment_get_row (self->assignment, mentee);
  guint node = self->assignment->mentors->len + self->assignment->row_of[mentee];

  if (row->mentee != TY_ASSIGNMENT_NOBODY && row->base <= base)
    {
      go_on_past (self, row, row->mentee, mentee, base);
      return;
    }
  if (row->mentee == TY_ASSIGNMENT_NOBODY)
    self->reached[self->n_reached++] = node;
  else
    go_on_past (self, row, mentee, row->mentee, row->base);
  row->mentee = mentee;
  row->base = base;
  go_on_in_row (self, row, node);
}

/* Goes on to all mentors of a row, where those in sight are not enough. */
static void
go_on_everywhere (Search          *self,
                  TyAssignmentRow *row)
{
  const TyAssignment *assignment = self->assignment;
  guint n_mentors = assignment->mentors->len;

  mark_candidates (self, row->mentee);
  for (guint first = 0; first < n_mentors; first += TY_ASSIGNMENT_CHUNK)
    {
      guint end = MIN (first + TY_ASSIGNMENT_CHUNK, n_mentors);
      int limit = (int) CLAMP (self->shortest - row->base, G_MININT, G_MAXINT);

      if (!ty_assignment_row_may_be_below (assignment, row, first, end, limit))
        continue;
      for (guint i = first; i < end; i++)
        if (row->base + row->costs[i] + assignment->prices[i] < self->distances[i] && self->marks[i] != self->mark)
          go_on_to (self, row->mentee, i, row->base, row->costs[i]);
    }
}

/* Looks for more mentors of a row, at the prices of now. */
static void
look_further (Search *self,
              guint   node)
{
  TyAssignmentRow *row = &g_array_index (self->assignment->rows, TyAssignmentRow,
                                         node - self->assignment->mentors->len);

  if (row->looked)
    go_on_everywhere (self, row);
  else
    {
      ty_assignment_row_look (self->assignment, row, N_FEW);
      row->looked = TRUE;
      go_on_in_row (self, row, node);
    }
}

/* Goes on from a mentee to all whom the mentee could have. What is no shorter than an end that is known
 * leads nowhere. */
static void
scan (Search *self,
      guint   mentee,
      gint64  base)
{
  const TyAssignment *assignment = self->assignment;
  const guint *mentors = assignment->edge_mentors;
  const int *costs = assignment->edge_costs;
  const gint64 *prices = assignment->prices;
  guint end = assignment->starts[mentee + 1];

  if (base + assignment->unmatched[mentee] < self->shortest)
    {
      self->shortest = base + assignment->unmatched[mentee];
      self->end_mentor = TY_ASSIGNMENT_NOBODY;
      self->end_mentee = mentee;
    }
  for (guint i = assignment->starts[mentee]; i < end; i++)
    {
      gint64 distance = base + costs[i] + prices[mentors[i]];

      if (distance < self->shortest && distance < self->distances[mentors[i]]
          && assignment->free[mentors[i]] > 0 && costs[i] != TY_ASSIGNMENT_NEVER)
        reach (self, mentors[i], mentee, distance);
    }
  if (assignment->row_of[mentee] != TY_ASSIGNMENT_NOBODY)
    scan_row (self, mentee, base);
}

static void
take_away (Search *self,
           guint   mentee)
{
  guint mentor = self->assignment->partners[mentee];
  guint next = self->nexts[mentee];
  guint before = self->previous[mentee];

  if (before != TY_ASSIGNMENT_NOBODY)
    self->nexts[before] = next;
  else
    self->firsts[mentor] = next;
  if (next != TY_ASSIGNMENT_NOBODY)
    self->previous[next] = before;
  self->assignment->partners[mentee] = TY_ASSIGNMENT_NOBODY;
}

static void
give (Search *self,
      guint   mentee,
      guint   mentor)
{
  TyAssignment *assignment = self->assignment;

  assignment->partners[mentee] = mentor;
  ty_assignment_find_cost (assignment, mentee, mentor, &assignment->pair_costs[mentee]);
  put_first (self, mentee, mentor);
}

/* Moves everybody along the way that was found, from its end. */
static void
follow (Search *self,
        guint   mentee)
{
  TyAssignment *assignment = self->assignment;
  guint mentor = self->end_mentor;

  if (mentor != TY_ASSIGNMENT_NOBODY)
    assignment->loads[mentor]++;
  else if (self->end_mentee != mentee)
    {
      mentor = assignment->partners[self->end_mentee];
      take_away (self, self->end_mentee);
    }
  while (mentor != TY_ASSIGNMENT_NOBODY)
    {
      guint moved = self->from[mentor];
      guint left = assignment->partners[moved];

      if (left != TY_ASSIGNMENT_NOBODY)
        take_away (self, moved);
      give (self, moved, mentor);
      mentor = left;
    }
}

/* Prices rise where the search came by before its end: everybody still pays the least. */
static void
raise_prices (Search *self)
{
  guint n_mentors = self->assignment->mentors->len;

  for (guint i = 0; i < self->n_reached; i++)
    {
      guint node = self->reached[i];

      if (node >= n_mentors)
        {
          TyAssignmentRow *row = &g_array_index (self->assignment->rows, TyAssignmentRow, node - n_mentors);

          row->mentee = TY_ASSIGNMENT_NOBODY;
          row->looked = FALSE;
        }
      else if (self->distances[node] < self->shortest)
        {
          self->assignment->prices[node] += self->shortest - self->distances[node];
          ty_assignment_set_floor (self->assignment, node);
        }
      self->distances[node] = G_MAXINT64;
      self->places[node] = NOWHERE;
    }
  self->n_reached = 0;
  self->n_heap = 0;
}

static void
place (Search *self,
       guint   mentee)
{
  const TyAssignment *assignment = self->assignment;

  self->shortest = G_MAXINT64;
  scan (self, mentee, 0);
  while (self->n_heap > 0 && self->distances[self->heap[0]] < self->shortest)
    {
      guint mentor = pop (self);
      gint64 base;

      if (mentor >= assignment->mentors->len)
        {
          look_further (self, mentor);
          continue;
        }
      base = self->distances[mentor] - assignment->prices[mentor];
      for (guint i = self->firsts[mentor]; i != TY_ASSIGNMENT_NOBODY; i = self->nexts[i])
        scan (self, i, base - assignment->pair_costs[i]);
    }
  follow (self, mentee);
  raise_prices (self);
}

/* The most urgent are placed first, so that few of the others have to leave again; of equals by the keys. */
static guint *
find_order (TyAssignment *self)
{
  guint n = self->mentees->len;
  guint *order = g_new (guint, n + 1);
  g_autofree guint *urgencies = g_new (guint, n + 1);
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    urgencies[self->mentee_ranks[i]] = g_array_index (self->mentees, TyAssignmentMentee, i).urgency;
  for (guint urgency = TY_ASSIGNMENT_MAX_URGENCY + 1; urgency-- > 0;)
    for (guint i = 0; i < n; i++)
      if (urgencies[i] == urgency)
        order[n_found++] = i;
  return order;
}

/* Places one mentee after the other. */
gboolean
ty_assignment_search (TyAssignment          *self,
                      TyAssignmentProgress   progress,
                      gpointer               user_data,
                      GCancellable          *cancellable,
                      GError               **error)
{
  guint n = self->mentees->len;
  g_autofree guint *order = find_order (self);
  gboolean going_on = TRUE;
  Search search;

  search_init (&search, self);
  take_placed (&search);
  for (guint i = 0; i < n && going_on; i++)
    {
      if (i % ROUND == 0)
        {
          going_on = !g_cancellable_set_error_if_cancelled (cancellable, error);
          if (going_on && progress != NULL)
            progress (i, n, user_data);
        }
      if (going_on && !self->locked[order[i]] && (self->placed == NULL || !self->placed[order[i]]))
        place (&search, order[i]);
    }
  if (going_on && progress != NULL)
    progress (n, n, user_data);
  search_clear (&search);
  for (guint i = 0; i < self->rows->len && going_on; i++)
    ty_assignment_row_look (self, &g_array_index (self->rows, TyAssignmentRow, i), N_FEW);
  return going_on;
}
