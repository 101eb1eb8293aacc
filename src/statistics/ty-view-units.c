/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-view"

#include "config.h"

#include "ty-view-private.h"

#include "ty-parallel.h"

/* What the people of a view give to their villages. */

static inline void
add_unit_facts (guint32 *unit_facts,
                guint32  unit,
                guint32  facts)
{
  /* Two chunks may meet in a village. */
  if ((unit_facts[unit] & facts) != facts)
    __atomic_fetch_or (&unit_facts[unit], facts, __ATOMIC_RELAXED);
}

static void
scan_units_of_chunk (guint    number,
                     gpointer data)
{
  TyView *self = data;
  const TyChunk *chunk = ty_columns_get_chunk (self->columns, number);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  guint32 n_units = ty_units_get_n (ty_columns_get_units (self->columns));
  guint32 last = n_units, facts = 0;

  if (ty_view_is_far (self, chunk))
    return;

  /* What is not held in the scope gives nothing, to whatever unit. Those of a village mostly stand
   * together. */
  for (guint i = 0; i < chunk->rows[TY_ROWS_HOLDINGS].n; i++)
    {
      guint32 place = MIN (unit[i], n_units);
      guint32 held = 0u - (guint32) ((from[i] <= self->day) & (self->day < until[i])
                                     & (self->ranks[place] - self->first_rank < self->n_ranks));

      if (place != last)
        {
          add_unit_facts (self->unit_facts[0], last, facts);
          last = place;
          facts = 0;
        }
      facts |= self->post_facts[post[i]] & held;
    }
  add_unit_facts (self->unit_facts[0], last, facts);
}

/* Pairs are few: only of those who have such facts. */
static void
scan_unit_pairs_of_chunk (guint    number,
                          gpointer data)
{
  TyView *self = data;
  const TyChunk *chunk = ty_columns_get_chunk (self->columns, number);
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint32 *facts;
  const TyGroups all = { NULL, 0 };

  if (ty_view_is_far (self, chunk))
    return;

  facts = ty_view_get_facts (self, number);
  for (guint person = 0; person < ty_chunk_get_n (chunk); person++)
    for (guint i = first[person] + 1;
         (facts[person] & TY_FACTS_OF_PAIRS) != 0 && i < first[person + 1]; i++)
      if (ty_view_is_held (self, chunk, i) && ty_view_is_in_scope (self, unit[i], all))
        add_unit_facts (self->unit_facts[1], unit[i],
                        ty_view_scan_pairs (self, chunk, first[person], i));
}

#define YOUNG 35

/* What a member of the two committees gives to the village. */
static guint32
get_team_facts (TyView  *self,
                guint32  facts,
                gint32   birth)
{
  int age = ty_view_get_age (self, birth);

  return ((facts & TY_FACT_FEMALE) != 0 ? (guint32) TY_FACT_WITH_WOMAN : 0)
         | ((facts & TY_FACT_COLLEGE) != 0 ? (guint32) TY_FACT_WITH_COLLEGE : 0)
         | (age >= 0 && age <= YOUNG ? (guint32) TY_FACT_WITH_YOUNG : 0);
}

static void
scan_teams_of_chunk (guint    number,
                     gpointer data)
{
  TyView *self = data;
  const TyChunk *chunk = ty_columns_get_chunk (self->columns, number);
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *birth = TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  const guint32 *facts;
  const TyGroups all = { NULL, 0 };

  if (ty_view_is_far (self, chunk))
    return;

  facts = ty_view_get_facts (self, number);
  for (guint person = 0; person < ty_chunk_get_n (chunk); person++)
    for (guint i = first[person]; (facts[person] & TY_FACT_MEMBER) != 0 && i < first[person + 1]; i++)
      if ((self->post_facts[post[i]] & TY_FACT_MEMBER) != 0 && ty_view_holds_post (self, chunk, i, all))
        add_unit_facts (self->unit_facts[2], unit[i], get_team_facts (self, facts[person], birth[person]));
}

/**
 * ty_view_get_unit_facts:
 * @self: a view
 * @facts: which facts are asked for
 *
 * Returns: (transfer none): by number of the unit: these facts, and perhaps others, of the posts held
 * in it, where it is in the scope. They are scanned when first asked for
 */
const guint32 *
ty_view_get_unit_facts (TyView  *self,
                        guint32  facts)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gsize n = ty_units_get_n (ty_columns_get_units (self->columns)) + 1;
  guint which = (facts & TY_FACTS_OF_PAIRS) != 0 ? 1 : (facts & TY_FACTS_OF_TEAMS) != 0 ? 2 : 0;

  if (self->unit_facts[0] == NULL)
    {
      self->unit_facts[0] = g_new0 (guint32, n);
      ty_parallel_run (self->facts->len, scan_units_of_chunk, self);
    }
  if (self->unit_facts[which] == NULL)
    {
      self->unit_facts[which] = g_memdup2 (self->unit_facts[0], n * sizeof (guint32));
      ty_parallel_run (self->facts->len, which == 1 ? scan_unit_pairs_of_chunk : scan_teams_of_chunk, self);
    }
  return self->unit_facts[which];
}
