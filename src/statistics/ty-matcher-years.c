/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-matcher"

#include "config.h"

#include "ty-matcher-private.h"

#include "ty-main-post.h"

#include <string.h>

/* Tests of years: since a day that is known of a person, for a chunk at once, and since a post began. */

static int
get_tenure (const TyPart  *part,
            const TyChunk *chunk,
            guint          index,
            TyGroups       groups)
{
  return ty_main_post_get_tenure (part->view, chunk, index, part->years->ranks, groups);
}

static int
get_village_years (const TyPart  *part,
                   const TyChunk *chunk,
                   guint          index,
                   TyGroups       groups)
{
  return ty_main_post_get_village_years (part->view, chunk, index, groups);
}

static const struct
{
  const char *key;
  guint field;
  guint32 facts;
  int (*func) (const TyPart  *part,
               const TyChunk *chunk,
               guint          index,
               TyGroups       groups);
} infos[] = {
  { "age", TY_PEOPLE_BIRTH, 0, NULL },
  { "party_years", TY_PEOPLE_PARTY, TY_FACT_PARTY, NULL },
  { "work_years", TY_PEOPLE_WORK, 0, NULL },
  { "tenure", 0, 0, get_tenure },
  { "village_years", 0, 0, get_village_years },
};

/**
 * ty_part_years_new:
 * @test: a test of years that can be asked
 * @view: the date and the scope in which it is
 *
 * Returns: (transfer full) (nullable): the test, made ready
 */
TyPartYears *
ty_part_years_new (const TyFilterTest *test,
                   TyView             *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      TyPartYears *self;

      if (strcmp (infos[i].key, test->field->key) != 0)
        continue;

      self = g_new0 (TyPartYears, 1);
      self->func = infos[i].func;
      self->field = infos[i].field;
      self->facts = infos[i].facts;
      ty_filter_test_get_years (test, &self->least, &self->most);
      self->first = self->least > 0 ? ty_view_get_age_limit (view, self->least - 1) : 0;
      self->end = ty_view_get_age_limit (view, self->most);
      if (self->func == get_tenure)
        self->ranks = ty_main_post_dup_ranks (view);
      return self;
    }
  g_return_val_if_reached (NULL);
}

void
ty_part_years_free (TyPartYears *self)
{
  g_free (self->ranks);
  g_free (self);
}

/* The scan has no branches. */
static void
mark_days (const TyPart  *part,
           guint          number,
           const TyChunk *chunk,
           guint64       *words)
{
  const TyPartYears *years = part->years;
  const gint32 *days = TY_CHUNK_PEOPLE_FIELD (chunk, gint32, years->field);
  const guint32 *facts = ty_view_get_facts (part->view, number);
  const guint32 last_day = (guint32) ty_view_get_last_day (part->view);
  const guint32 wanted = years->facts, first = years->first;
  const guint32 n_days = years->end > first ? years->end - first : 0;
  const guint n = ty_chunk_get_n (chunk);
  guint8 flags[TY_CHUNK_PEOPLE];

  if (wanted == 0)
    for (guint i = 0; i < n; i++)
      flags[i] = last_day - (guint32) days[i] - first < n_days;
  else
    for (guint i = 0; i < n; i++)
      flags[i] = (last_day - (guint32) days[i] - first < n_days) & ((facts[i] & wanted) != 0);
  ty_part_pack (words, flags, n);
}

/**
 * ty_part_years_mark:
 * @part: a part with a test of years
 * @number: of a chunk
 * @chunk: that chunk
 * @words: (out caller-allocates): bits of its people, all unset: those who pass are set
 */
void
ty_part_years_mark (const TyPart  *part,
                    guint          number,
                    const TyChunk *chunk,
                    guint64       *words)
{
  if (part->years->func == NULL)
    {
      mark_days (part, number, chunk, words);
      return;
    }
  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    words[i / 64] |= (guint64) ty_part_years_pass (part, chunk, i, (TyGroups){ NULL, 0 }) << (i % 64);
}

/**
 * ty_part_years_pass:
 * @part: a part with a test of years that go by posts
 * @chunk: a chunk
 * @index: which of its people
 * @groups: to what the scope is narrowed
 *
 * Returns: whether the person passes there
 */
gboolean
ty_part_years_pass (const TyPart  *part,
                    const TyChunk *chunk,
                    guint          index,
                    TyGroups       groups)
{
  const TyPartYears *years = part->years;
  int number = years->func (part, chunk, index, groups);

  return number >= years->least && number <= years->most;
}
