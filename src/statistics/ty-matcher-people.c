/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-matcher"

#include "config.h"

#include "ty-matcher-private.h"

#include "ty-view-private.h"

#include <string.h>

/* What a population says of people: of a chunk at once, part by part, or of one in a narrower scope. */

static guint64 *
get_words (const TyPart    *part,
           TyMatcherRoom *room)
{
  return room->words + part->number * TY_MATCHER_WORDS;
}

static void
mark_all (guint64 *words,
          guint    n)
{
  for (guint i = 0; i < n / 64; i++)
    words[i] = G_MAXUINT64;
  if (n % 64 != 0)
    words[n / 64] = ((guint64) 1 << (n % 64)) - 1;
}

/* Eight bytes that are 0 or 1 become eight bits by one multiplication: flags are made for a whole
 * chunk, and then put together. */
void
ty_part_pack (guint64      *words,
              const guint8 *flags,
              guint         n)
{
  for (guint i = 0; i < n; i += 8)
    {
      guint64 eight = 0;

      memcpy (&eight, flags + i, MIN (n - i, 8));
      eight = (GUINT64_FROM_LE (eight) * 0x0102040810204080u) >> 56;
      words[i / 64] |= eight << (i % 64);
    }
}

static void
mark_facts (guint64       *words,
            const guint32 *facts,
            guint          n,
            guint32        wanted)
{
  guint8 flags[TY_CHUNK_PEOPLE];

  for (guint i = 0; i < n; i++)
    flags[i] = (facts[i] & wanted) != 0;
  ty_part_pack (words, flags, n);
}

static void
mark_young (guint64      *words,
            const gint32 *birth,
            guint         n,
            guint32       last_day,
            guint32       limit)
{
  guint8 flags[TY_CHUNK_PEOPLE];

  for (guint i = 0; i < n; i++)
    flags[i] = last_day - (guint32) birth[i] < limit;
  ty_part_pack (words, flags, n);
}

/* Who holds nothing has no value. */
static gboolean
has_holding (const TyPart    *part,
             const TyChunk *chunk,
             guint          index,
             TyGroups       groups)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gboolean any = FALSE;

  for (guint i = first[index]; i < first[index + 1]; i++)
    {
      if (!ty_view_holds_post (part->view, chunk, i, groups))
        continue;
      any = TRUE;
      if (part->scale->table[part->scale->kind == TY_SCALE_POSTS ? post[i] : unit[i]] == part->value)
        return TRUE;
    }
  return !any && part->value == TY_SCALE_NONE;
}

static void
mark_values (const TyPart    *part,
             guint          number,
             const TyChunk *chunk,
             guint64       *words,
             TyMatcherRoom *room)
{
  guint n = ty_chunk_get_n (chunk);
  const TyScale *scale = part->scale;

  if (part->unknown)
    return;
  if (scale->fill != NULL)
    {
      if (room->values == NULL)
        room->values = g_new (guint32, TY_CHUNK_PEOPLE);
      scale->fill (scale, part->view, number, room->values);
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean has;

      if (scale->kind == TY_SCALE_PEOPLE)
        has = room->values[i] == part->value;
      else if (scale->kind == TY_SCALE_MARKS)
        has = part->value == TY_SCALE_NONE ? room->values[i] == 0
                                           : (room->values[i] >> (part->value - 1)) & 1;
      else
        has = has_holding (part, chunk, i, (TyGroups){ NULL, 0 });
      words[i / 64] |= (guint64) has << (i % 64);
    }
}

/* A list and a chunk are both by key: its first person who can be in the chunk is found, and then both are
 * gone through together. */
static void
mark_list (const TyPart  *part,
           const TyChunk *chunk,
           guint64       *words)
{
  const gint64 *ids = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID);
  guint n = ty_chunk_get_n (chunk);
  guint from = 0, to = part->list != NULL ? part->list->sorted->len : 0;
  const gint64 *people = to > 0 ? (const gint64 *) (gpointer) part->list->sorted->data : NULL;
  guint end = to;

  if (n == 0)
    return;
  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (people[middle] < ids[0])
        from = middle + 1;
      else
        to = middle;
    }
  for (; from < end && people[from] <= ids[n - 1]; from++)
    {
      guint index;

      if (ty_chunk_find (chunk, people[from], &index))
        words[index / 64] |= (guint64) 1 << (index % 64);
    }
}

/* Asking about one person in a narrower scope. */
typedef struct
{
  guint number;         /* of the chunk */
  const TyChunk *chunk;
  guint index;
  gboolean by_groups;   /* whether the scope is narrowed to a group, beside what the population says */
  TyMatcherRoom *room;
} Person;

static gboolean
get_bit (const TyPart *part,
         const Person *person)
{
  return (get_words (part, person->room)[person->index / 64] >> (person->index % 64)) & 1;
}

static gboolean
has_value (const TyPart *part,
           const Person *person,
           TyGroups      groups)
{
  guint32 value;

  if (part->unknown)
    return FALSE;
  if (part->scale->fill == NULL)
    return has_holding (part, person->chunk, person->index, groups);
  if (part->scale->find == NULL)
    return get_bit (part, person);

  value = part->scale->find (part->scale, part->view, person->chunk, person->index, groups);
  if (part->scale->kind != TY_SCALE_MARKS)
    return value == part->value;
  return part->value == TY_SCALE_NONE ? value == 0 : (value >> (part->value - 1) & 1) != 0;
}

static gboolean
matches_narrow (const TyPart *part,
                const Person *person,
                guint32       facts,
                TyGroups      groups)
{
  const gint32 *birth = TY_CHUNK_PEOPLE_FIELD (person->chunk, gint32, TY_PEOPLE_BIRTH);

  switch (part->node)
    {
    case TY_NODE_WHO:
    case TY_NODE_CONDITION:
      if (part->by_age)
        return (guint32) ty_view_get_last_day (part->view) - (guint32) birth[person->index]
               < part->limit;
      return part->facts == 0 || (facts & part->facts) != 0;
    case TY_NODE_VALUE:
      return has_value (part, person, groups);
    case TY_NODE_TEST:
      return part->years != NULL && part->years->func != NULL
               ? ty_part_years_pass (part, person->chunk, person->index, groups) : get_bit (part, person);
    case TY_NODE_ROWS:
    case TY_NODE_LIST:
      return get_bit (part, person);
    case TY_NODE_AND:
      return matches_narrow (part->a, person, facts, groups)
             && matches_narrow (part->b, person, facts, groups);
    case TY_NODE_OR:
      return matches_narrow (part->a, person, facts, groups)
             || matches_narrow (part->b, person, facts, groups);
    case TY_NODE_NOT:
      return !matches_narrow (part->a, person, facts, groups);
    case TY_NODE_AT:
    case TY_NODE_IN:
    default:
      /* What the population narrows by itself is in its words already. */
      if (!person->by_groups || part->groups == NULL)
        return get_bit (part, person);
      groups.groups = part->groups;
      return matches_narrow (part->a, person,
                             ty_view_scan_person (part->view, person->number, person->index, groups),
                             groups);
    }
}

/* Whether something of the person, held or ended, is in the units to which the scope is narrowed. */
static gboolean
is_near (const TyPart  *part,
         const TyChunk *chunk,
         guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (unit[i] != TY_UNIT_NONE && part->narrow[unit[i]])
      return TRUE;

  return FALSE;
}

/* Who has nothing in these units is asked without any post. */
static void
mark_in (const TyPart  *part,
         guint          number,
         const TyChunk *chunk,
         guint64       *words,
         TyMatcherRoom *room)
{
  const TyGroups groups = { part->narrow, 1 };
  const guint32 *all = ty_view_get_facts (part->view, number);
  const guint32 basics = TY_FACT_COLLEGE | TY_FACT_BACHELOR | TY_FACT_FEMALE | TY_FACT_PARTY
                         | TY_FACT_MINORITY | TY_FACT_ANYWHERE;

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      const Person person = { number, chunk, i, FALSE, room };
      guint32 facts = is_near (part, chunk, i) ? ty_view_scan_person (part->view, number, i, groups)
                                               : all[i] & basics;

      words[i / 64] |= (guint64) matches_narrow (part->a, &person, facts, groups) << (i % 64);
    }
}

static void
combine (const TyPart    *part,
         guint          n,
         guint64       *words,
         TyMatcherRoom *room)
{
  const guint64 *a = get_words (part->a, room);
  const guint64 *b = part->b != NULL ? get_words (part->b, room) : NULL;

  if (part->node == TY_NODE_NOT)
    {
      mark_all (words, n);
      for (guint i = 0; i < TY_MATCHER_WORDS; i++)
        words[i] &= ~a[i];
    }
  else
    for (guint i = 0; i < TY_MATCHER_WORDS; i++)
      words[i] = part->node == TY_NODE_AND ? a[i] & b[i] : part->node == TY_NODE_OR ? a[i] | b[i] : a[i];
}

static void
scan_part (const TyPart    *part,
           guint          number,
           const TyChunk *chunk,
           TyMatcherRoom *room)
{
  guint64 *words = get_words (part, room);
  guint n = ty_chunk_get_n (chunk);

  if (part->a != NULL)
    scan_part (part->a, number, chunk, room);
  if (part->b != NULL)
    scan_part (part->b, number, chunk, room);
  memset (words, 0, TY_MATCHER_WORDS * sizeof *words);
  switch (part->node)
    {
    case TY_NODE_WHO:
    case TY_NODE_CONDITION:
      if (part->by_age)
        mark_young (words, TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH), n,
                    (guint32) ty_view_get_last_day (part->view), part->limit);
      else if (part->facts == 0)
        mark_all (words, n);
      else
        mark_facts (words, ty_view_get_facts (part->view, number), n, part->facts);
      break;
    case TY_NODE_VALUE:
      mark_values (part, number, chunk, words, room);
      break;
    case TY_NODE_LIST:
      mark_list (part, chunk, words);
      break;
    case TY_NODE_TEST:
      if (part->years != NULL)
        ty_part_years_mark (part, number, chunk, words);
      break;
    case TY_NODE_ROWS:
      memcpy (words, part->rows->words + (gsize) number * TY_MATCHER_WORDS,
              TY_MATCHER_WORDS * sizeof *words);
      break;
    case TY_NODE_AT:
    case TY_NODE_IN:
      if (part->narrow != NULL)
        mark_in (part, number, chunk, words, room);
      else
        combine (part, n, words, room);
      break;
    case TY_NODE_AND:
    case TY_NODE_OR:
    case TY_NODE_NOT:
    default:
      combine (part, n, words, room);
    }
}

/**
 * ty_matcher_scan:
 * @self: a matcher of people
 * @chunk: number of a chunk
 * @room: room of this thread
 *
 * Returns: (transfer none) (array fixed-size=256): a bit for each of its people, until @room is used
 * again
 */
const guint64 *
ty_matcher_scan (TyMatcher     *self,
                 guint          chunk,
                 TyMatcherRoom *room)
{
  if (ty_matcher_is_far (self, chunk))
    memset (get_words (self->root, room), 0, TY_MATCHER_WORDS * sizeof (guint64));
  else
    scan_part (self->root, chunk, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk), room);
  return get_words (self->root, room);
}

/**
 * ty_matcher_is_scoped:
 * @self: a matcher of people
 *
 * Returns: whether it is only true of who holds or held something in the scope
 */
gboolean
ty_matcher_is_scoped (TyMatcher *self)
{
  return self->root->scoped;
}

/**
 * ty_matcher_is_far:
 * @self: a matcher of people
 * @chunk: number of a chunk
 *
 * Returns: whether nobody in the chunk can be in the population, neither in the scope nor in a part of it
 */
gboolean
ty_matcher_is_far (TyMatcher *self,
                   guint      chunk)
{
  return self->root->scoped
         && ty_view_is_far (self->view, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk));
}

/**
 * ty_matcher_set_groups:
 * @self: a matcher of people
 * @dimension: a dimension of units
 * @scale: its values in the view that is set
 *
 * Makes it ready for ty_matcher_matches_narrow() in the groups of the dimension. Without that, what
 * is asked on another date or in the units of a value is asked there in the whole scope.
 */
void
ty_matcher_set_groups (TyMatcher         *self,
                       const TyDimension *dimension,
                       TyScale           *scale)
{
  ty_part_set_groups (self->root, dimension, scale);
}

/**
 * ty_matcher_is_dated:
 * @self: a matcher of people
 *
 * Returns: whether it asks on another date in the scope that is set: who has to do with one group on
 * the date that is set may have to do with another then
 */
gboolean
ty_matcher_is_dated (TyMatcher *self)
{
  return ty_part_is_dated (self->root);
}

/**
 * ty_matcher_matches_narrow:
 * @self: a matcher of people
 * @chunk: number of a chunk
 * @index: which of its people
 * @facts: the person’s facts in the narrower scope
 * @groups: to what the scope is narrowed
 * @room: room of this thread, with which ty_matcher_scan() was called for the chunk
 *
 * Returns: whether the person is in the population there
 */
gboolean
ty_matcher_matches_narrow (TyMatcher     *self,
                           guint          chunk,
                           guint          index,
                           guint32        facts,
                           TyGroups       groups,
                           TyMatcherRoom *room)
{
  const Person person = { chunk, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk), index,
                          TRUE, room };

  return matches_narrow (self->root, &person, facts, groups);
}
