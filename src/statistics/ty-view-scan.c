/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-view"

#include "config.h"

#include "ty-view-private.h"

/* How facts come from the rows of a chunk.
 *
 * A county has some thousand people, and any way would do; a province has millions. Whether
 * somebody holds one post or two, and whether it has ended, is what a processor guesses wrong one
 * time in four: so a chunk is scanned row by row without a branch, and each row adds its facts to
 * its owner. One person alone, in a narrower scope, is asked in the plain way. */

/* A post has ended in the scope; only while a chunk is scanned. */
#define ENDED ((guint32) 1 << 29)

/* All bits where it is true. */
#define MASK(condition) (0u - (guint32) (condition))

/* Two posts in one village, one of them in the party organization: a dual role, a cross-appointment,
 * or neither. */
static inline guint32
get_pair_facts (guint32 a,
                guint32 b)
{
  guint32 facts = 0;

  if (((a ^ b) & TY_FACT_PARTY_POST) == 0)
    return 0;
  if ((a & b & TY_FACT_MEMBER) != 0)
    facts |= TY_FACT_CROSS;
  if (((a | b) & TY_FACT_SECRETARY) != 0 && ((a | b) & TY_FACT_HEAD) != 0)
    facts |= TY_FACT_DUAL_ROLE;
  return facts;
}

static inline guint32
scan_pairs (const TyView  *self,
            const TyChunk *chunk,
            guint          first,
            guint          holding)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  guint32 facts = 0;

  for (guint i = first; i < holding; i++)
    if (unit[i] == unit[holding] && from[i] <= self->day && self->day < until[i])
      facts |= get_pair_facts (self->post_facts[post[i]], self->post_facts[post[holding]]);

  return facts;
}

static inline guint32
scan_holdings (const TyView  *self,
               const TyChunk *chunk,
               guint          first,
               guint          end,
               TyGroups       groups)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gboolean everything = self->scope == 0 && groups.groups == NULL;
  guint32 facts = 0;
  gboolean ended = FALSE;

  for (guint i = first; i < end; i++)
    {
      guint32 post_facts = self->post_facts[post[i]];

      if (from[i] > self->day)
        continue;
      if (until[i] <= self->day)
        {
          ended = ended || ((post_facts & TY_FACT_ANYWHERE) != 0
                            && (everything || ty_view_is_in_scope (self, unit[i], groups)));
          continue;
        }
      facts |= post_facts & TY_FACT_ANYWHERE;
      if (!ty_view_is_in_scope (self, unit[i], groups)
          && !(everything && unit[i] == TY_UNIT_NONE))
        continue;
      facts |= post_facts;
      if (i > first)
        facts |= scan_pairs (self, chunk, first, i);
    }
  if (ended && (facts & TY_FACT_ANYWHERE) == 0)
    facts |= TY_FACT_DEPARTED;
  return facts & ~(guint32) TY_FACT_PARTY_POST;
}

static inline guint32
scan_studies (const TyView  *self,
              const TyChunk *chunk,
              guint          first,
              guint          end)
{
  const gint32 *until = TY_CHUNK_STUDIES_FIELD (chunk, gint32, TY_STUDIES_UNTIL);
  const guint16 *kind = TY_CHUNK_STUDIES_FIELD (chunk, guint16, TY_STUDIES_KIND);
  guint32 facts = 0;

  for (guint i = first; i < end; i++)
    if (until[i] <= self->day)
      facts |= self->study_facts[kind[i]];

  return facts;
}

static inline guint32
scan_basics (const TyView  *self,
             const TyChunk *chunk,
             guint          index)
{
  guint8 political = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_POLITICAL)[index];
  guint8 ethnicity = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_ETHNICITY)[index];
  guint32 facts = 0;

  if (TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_SEX)[index] == '2')
    facts |= TY_FACT_FEMALE;
  /* Who joined without a date was a member on any. */
  if (self->party[political]
      && TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_PARTY)[index] <= self->day)
    facts |= TY_FACT_PARTY;
  if (ethnicity != TY_CODEBOOK_NONE && ethnicity != self->han)
    facts |= TY_FACT_MINORITY;
  return facts;
}

static gboolean
is_of_term (const TyView *self,
            gint64        id)
{
  GArray *terms = ty_columns_get_terms (self->columns);

  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, TyTermRow, i).id == id)
      return g_array_index (terms, TyTermRow, i).year == self->term;

  return FALSE;
}

/* Where a secretary of the term comes from; 0 where the mandate is no such thing. */
static guint32
get_mandate_fact (const TyView  *self,
                  const TyChunk *chunk,
                  guint          mandate,
                  TyGroups       groups)
{
  guint holding = TY_CHUNK_MANDATES_FIELD (chunk, guint32, TY_MANDATES_HOLDING)[mandate];
  guint8 batch = TY_CHUNK_MANDATES_FIELD (chunk, guint8, TY_MANDATES_BATCH)[mandate];
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];

  if (self->batch_shifts[batch] == 0
      || (self->post_facts[post] & TY_FACT_SECRETARY) == 0
      || TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[holding] > self->day
      || TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL)[holding] <= self->day
      || !ty_view_is_in_scope (self, unit, groups)
      || !is_of_term (self, TY_CHUNK_MANDATES_FIELD (chunk, gint64, TY_MANDATES_TERM)[mandate]))
    return 0;

  return (guint32) 1 << self->batch_shifts[batch];
}

/* Mandates are few: they are walked by themselves, after the people. */
static void
scan_mandates (const TyView  *self,
               const TyChunk *chunk,
               guint32       *facts)
{
  const guint32 *holding = TY_CHUNK_MANDATES_FIELD (chunk, guint32, TY_MANDATES_HOLDING);
  const guint32 *firsts = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const TyGroups all = { NULL, 0 };
  guint person = 0;

  for (guint i = 0; i < chunk->rows[TY_ROWS_MANDATES].n; i++)
    {
      while (firsts[person + 1] <= holding[i])
        person++;
      facts[person] |= get_mandate_fact (self, chunk, i, all);
    }
}


/* Room for a chunk’s holdings while they are scanned. */
typedef struct
{
  guint16 *owners;
  guint32 *gives;
  guint32 *ranks;
  guint32 *kept;
  guint32 *facts;
} Scan;

static void
scan_init (Scan  *scan,
           guint  n)
{
  scan->owners = g_new (guint16, n + TY_CHUNK_OWNERS_MORE);
  scan->gives = g_new (guint32, 4 * (gsize) n + 4);
  scan->ranks = scan->gives + n;
  scan->kept = scan->ranks + n;
  scan->facts = scan->kept + n;
}

static void
scan_clear (Scan *scan)
{
  g_free (scan->owners);
  g_free (scan->gives);
}

static void
begin_facts (const TyView  *self,
             const TyChunk *chunk,
             guint32       *facts)
{
  const guint8 *sex = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_SEX);
  const guint8 *political = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_POLITICAL);
  const guint8 *ethnicity = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_ETHNICITY);
  const gint32 *party = TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_PARTY);
  gint32 day = self->day;
  guint32 han = self->han;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    facts[i] = (MASK (sex[i] == '2') & TY_FACT_FEMALE)
               | (MASK (self->party[political[i]] & (party[i] <= day)) & TY_FACT_PARTY)
               | (MASK ((ethnicity[i] != TY_CODEBOOK_NONE) & (ethnicity[i] != han))
                  & TY_FACT_MINORITY);
}

/* Of each holding what its post gives, and where its unit stands: what must be looked up, so that the
 * rest is arithmetic on whole rows of numbers. */
static void
look_up (const TyView  *self,
         const TyChunk *chunk,
         Scan          *scan)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  const guint32 *ranks = self->ranks;
  const guint32 *post_facts = self->post_facts;
  guint32 n_units = ty_units_get_n (ty_columns_get_units (self->columns));
  guint n = chunk->rows[TY_ROWS_HOLDINGS].n;
  guint32 *restrict gives = scan->gives;
  guint32 *restrict rank = scan->ranks;
  /* A mentor of the county may have no unit: then he is in the whole file, and in no part of it. */
  guint32 nowhere = self->scope == 0 ? self->first_rank : TY_RANK_NONE;

  for (guint i = 0; i < n; i++)
    {
      gives[i] = post_facts[post[i]];
      rank[i] = unit[i] < n_units ? ranks[unit[i]] : nowhere;
    }
}

/* What each holding gives in the scope, and what it gives at all: that its person holds a post
 * somewhere, or that one has ended. */
static void
weigh (const TyView  *self,
       const TyChunk *chunk,
       Scan          *scan)
{
  const gint32 *restrict from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const gint32 *restrict until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint32 *restrict gives = scan->gives;
  const guint32 *restrict rank = scan->ranks;
  guint32 *restrict kept = scan->kept;
  guint32 *restrict facts = scan->facts;
  guint32 first_rank = self->first_rank, n_ranks = self->n_ranks;
  guint32 everything = MASK (self->scope == 0);
  guint n = chunk->rows[TY_ROWS_HOLDINGS].n;
  gint32 day = self->day;

  for (guint i = 0; i < n; i++)
    {
      guint32 here = MASK (rank[i] - first_rank < n_ranks);
      guint32 begun = MASK (from[i] <= day);
      guint32 over = MASK (until[i] <= day);
      guint32 post = MASK ((gives[i] & TY_FACT_ANYWHERE) != 0);

      kept[i] = begun & ~over & here & gives[i];
      facts[i] = kept[i] | (begun & ~over & gives[i] & TY_FACT_ANYWHERE)
                 | (begun & over & (here | everything) & post & ENDED);
    }
}

/* Two posts of a person mostly stand beside each other. */
static void
add_pairs (const TyChunk *chunk,
           Scan          *scan)
{
  const guint32 *restrict unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *restrict owners = scan->owners;
  const guint32 *restrict kept = scan->kept;
  guint32 *restrict facts = scan->facts;
  guint n = chunk->rows[TY_ROWS_HOLDINGS].n;

  for (guint i = 1; i < n; i++)
    {
      guint32 a = kept[i - 1], b = kept[i];
      guint32 pair = MASK (owners[i - 1] == owners[i]) & MASK (unit[i - 1] == unit[i])
                     & MASK (((a ^ b) & TY_FACT_PARTY_POST) != 0);
      guint32 cross = MASK ((a & b & TY_FACT_MEMBER) != 0) & TY_FACT_CROSS;
      guint32 dual = MASK (((a | b) & TY_FACT_SECRETARY) != 0) & MASK (((a | b) & TY_FACT_HEAD) != 0)
                     & TY_FACT_DUAL_ROLE;

      facts[i] |= pair & (cross | dual);
    }
}

/* Who holds more than two is looked at in full. */
static void
add_distant_pairs (const TyChunk *chunk,
                   Scan          *scan)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *owners = scan->owners;

  for (guint i = 2; i < chunk->rows[TY_ROWS_HOLDINGS].n; i++)
    if (owners[i - 2] == owners[i])
      for (guint j = first[owners[i]]; j + 1 < i; j++)
        if (unit[j] == unit[i])
          scan->facts[i] |= get_pair_facts (scan->kept[j], scan->kept[i]);
}

static void
add_holdings (const TyView  *self,
              const TyChunk *chunk,
              Scan          *scan,
              guint32       *facts)
{
  ty_chunk_find_owners (chunk, TY_ROWS_HOLDINGS, scan->owners);
  look_up (self, chunk, scan);
  weigh (self, chunk, scan);
  add_pairs (chunk, scan);
  add_distant_pairs (chunk, scan);
  for (guint i = 0; i < chunk->rows[TY_ROWS_HOLDINGS].n; i++)
    facts[scan->owners[i]] |= scan->facts[i];
}

static void
add_studies (const TyView  *self,
             const TyChunk *chunk,
             const guint16 *owners,
             guint32       *facts)
{
  const gint32 *until = TY_CHUNK_STUDIES_FIELD (chunk, gint32, TY_STUDIES_UNTIL);
  const guint16 *kind = TY_CHUNK_STUDIES_FIELD (chunk, guint16, TY_STUDIES_KIND);
  const guint32 *study_facts = self->study_facts;
  gint32 day = self->day;

  for (guint i = 0; i < chunk->rows[TY_ROWS_STUDIES].n; i++)
    facts[owners[i]] |= MASK (until[i] <= day) & study_facts[kind[i]];
}

static void
end_facts (guint32 *facts,
           guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      guint32 departed = MASK ((facts[i] & (ENDED | TY_FACT_ANYWHERE)) == ENDED) & TY_FACT_DEPARTED;

      facts[i] = (facts[i] | departed) & ~(ENDED | (guint32) TY_FACT_PARTY_POST);
    }
}

/**
 * ty_view_scan_chunk:
 * @self: a view
 * @chunk: a chunk of its generation
 * @facts: (out caller-allocates): the facts of each person
 *
 * Scans a chunk. Several threads may do that at a time.
 */
void
ty_view_scan_chunk (const TyView  *self,
                    const TyChunk *chunk,
                    guint32       *facts)
{
  Scan scan;

  scan_init (&scan, MAX (chunk->rows[TY_ROWS_HOLDINGS].n, chunk->rows[TY_ROWS_STUDIES].n));
  begin_facts (self, chunk, facts);
  add_holdings (self, chunk, &scan, facts);
  ty_chunk_find_owners (chunk, TY_ROWS_STUDIES, scan.owners);
  add_studies (self, chunk, scan.owners, facts);
  end_facts (facts, ty_chunk_get_n (chunk));
  scan_mandates (self, chunk, facts);
  scan_clear (&scan);
}

/**
 * ty_view_scan_pairs:
 * @self: a view
 * @chunk: a chunk of its generation
 * @first: the first holding of a person
 * @holding: another of the same person, which is held
 *
 * Returns: the facts that it gives together with those before it
 */
guint32
ty_view_scan_pairs (const TyView  *self,
                    const TyChunk *chunk,
                    guint          first,
                    guint          holding)
{
  return scan_pairs (self, chunk, first, holding);
}

/**
 * ty_view_scan_person:
 * @self: a view
 * @chunk: number of a chunk
 * @index: which of its people
 * @groups: to what the scope is narrowed
 *
 * Returns: the facts of one person in a narrower scope
 */
guint32
ty_view_scan_person (TyView   *self,
                     guint     chunk,
                     guint     index,
                     TyGroups  groups)
{
  const TyChunk *rows = ty_columns_get_chunk (self->columns, chunk);
  const guint32 *holdings = TY_CHUNK_PEOPLE_FIELD (rows, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *studies = TY_CHUNK_PEOPLE_FIELD (rows, guint32, TY_PEOPLE_FIRST_STUDY);
  const guint32 *holding = TY_CHUNK_MANDATES_FIELD (rows, guint32, TY_MANDATES_HOLDING);
  guint32 facts = scan_holdings (self, rows, holdings[index], holdings[index + 1], groups)
                  | scan_studies (self, rows, studies[index], studies[index + 1])
                  | scan_basics (self, rows, index);

  for (guint i = 0; i < rows->rows[TY_ROWS_MANDATES].n; i++)
    if (holding[i] >= holdings[index] && holding[i] < holdings[index + 1])
      facts |= get_mandate_fact (self, rows, i, groups);

  return facts;
}
