/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-tally"

#include "config.h"

#include "ty-tally.h"

#include "ty-main-post.h"

#include <string.h>

static guint
count_blocks (guint n)
{
  return (n + 3) / 4;
}

/* Where the counts of a kind begin; each measure takes the next of its kind. */
static void
place_counts (TyTally          *self,
              const TyMeasure **measures,
              guint             n_measures)
{
  guint fact = 4;
  guint limit = fact + 4 * self->n_facts;
  guint func = limit + 4 * self->n_limits;

  for (guint i = 0; i < n_measures; i++)
    {
      const TyMeasure *measure = measures[i];

      self->sums[i] = self->ns[i] = 0;
      if (ty_condition_get_facts (measure->condition) != 0)
        self->sums[i] = fact++;
      else if (ty_condition_get_age (measure->condition) != 0)
        self->sums[i] = limit++;
      else if (measure->func != NULL)
        {
          self->sums[i] = func++;
          self->ns[i] = func++;
        }
      else if (measure->kind == TY_MEASURE_AVERAGE)
        {
          self->sums[i] = 1;
          self->ns[i] = 2;
        }
    }
  self->n_blocks = count_blocks (func);
}

/**
 * ty_tally_init:
 * @self: (out): what is made ready
 * @measures: (array length=n_measures): measures
 * @n_measures: their number, at most %TY_TALLY_MEASURES
 * @view: the date and the scope, which outlive it
 */
void
ty_tally_init (TyTally          *self,
               const TyMeasure **measures,
               guint             n_measures,
               TyView           *view)
{
  guint n_facts = 0, n_limits = 0;

  memset (self, 0, sizeof *self);
  self->view = view;
  for (guint i = 0; i < n_measures; i++)
    {
      guint32 facts = ty_condition_get_facts (measures[i]->condition);
      int age = ty_condition_get_age (measures[i]->condition);

      if (facts != 0)
        {
          self->facts[n_facts / 4][n_facts % 4] = facts;
          n_facts++;
        }
      else if (age != 0)
        {
          self->limits[n_limits / 4][n_limits % 4] = ty_view_get_age_limit (view, age);
          n_limits++;
        }
      else if (measures[i]->func != NULL)
        self->funcs[self->n_funcs++] = measures[i]->func;
    }
  self->n_facts = count_blocks (n_facts);
  self->n_limits = count_blocks (n_limits);
  if (self->n_funcs > 0)
    self->ranks = ty_main_post_dup_ranks (view);
  place_counts (self, measures, n_measures);
}

void
ty_tally_clear (TyTally *self)
{
  g_clear_pointer (&self->ranks, g_free);
}

/**
 * ty_tally_add_slow:
 * @self: a tally
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @groups: to what the scope is narrowed
 * @cell: (inout): a cell
 *
 * Adds what functions say of the person.
 */
void
ty_tally_add_slow (const TyTally *self,
                   const TyChunk *chunk,
                   guint          index,
                   TyGroups       groups,
                   TyTallyBlock  *cell)
{
  guint place = 4 * (1 + self->n_facts + self->n_limits);

  for (guint i = 0; i < self->n_funcs; i++, place += 2)
    {
      gint64 value = self->funcs[i] (self->view, chunk, index, self->ranks, groups);

      if (value < 0)
        continue;
      cell[place / 4][place % 4] += (guint32) value;
      cell[(place + 1) / 4][(place + 1) % 4]++;
    }
}
