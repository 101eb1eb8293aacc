/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-matcher"

#include "config.h"

#include "ty-matcher.h"

#include "ty-parallel.h"
#include "ty-population-private.h"
#include "ty-view-private.h"

#include <string.h>

/* What a node of the population needs on its date in its scope. */
typedef struct _Part Part;
struct _Part
{
  TyNode node;
  guint number;     /* where its words are */
  TyView *view;     /* (owned) */
  TyWho who;
  guint32 facts;    /* of who it is or of the condition; 0 = none asked for */
  gboolean by_age;
  guint32 limit;    /* of the age, in days */
  TyScale *scale;   /* (owned) (nullable) */
  guint value;
  gboolean unknown; /* no such value: nobody has it */
  Part *a;          /* (owned) (nullable) */
  Part *b;          /* (owned) (nullable) */
};

/**
 * TyMatcher:
 *
 * A population on a date in a scope, made ready to be asked: of a chunk of people at once, or of one
 * person in a narrower scope, of a village, of a post.
 */
struct _TyMatcher
{
  TyView *view;      /* (owned) */
  Part *root;        /* (owned) */
  TySubject subject;
  guint n_parts;
  GArray *bases;     /* (owned) (element-type guint32): where the posts of each chunk begin; one more */
};

/* What one thread needs while it asks. */
struct _TyMatcherRoom
{
  guint64 *words;   /* (owned): %TY_MATCHER_WORDS of each part */
  guint32 *values;  /* (owned): of the people of a chunk */
};

static void
part_free (Part *part)
{
  if (part == NULL)
    return;

  part_free (part->a);
  part_free (part->b);
  ty_view_unref (part->view);
  g_clear_pointer (&part->scale, ty_scale_unref);
  g_free (part);
}

static TyView *
find_view (TyPopulation *population,
           TyView       *view,
           TyViews      *views)
{
  TyDate as_of = ty_date_is_known (population->as_of) ? population->as_of
                                                      : ty_view_get_as_of (view);
  gint64 scope = population->scope != 0 ? population->scope : ty_view_get_scope (view);

  if (population->node != TY_NODE_AT)
    return ty_view_ref (view);
  if (views != NULL)
    return ty_views_get (views, ty_view_get_columns (view), as_of, scope, 0);
  return ty_view_new (ty_view_get_columns (view), as_of, scope, 0, NULL);
}

static Part *
make_part (TyMatcher    *self,
           TyPopulation *population,
           TyView       *outer,
           TyViews      *views)
{
  Part *part = g_new0 (Part, 1);

  part->node = population->node;
  part->number = self->n_parts++;
  part->view = find_view (population, outer, views);
  part->who = population->who;
  if (part->node == TY_NODE_WHO)
    part->facts = ty_who_get_facts (population->who);
  if (part->node == TY_NODE_CONDITION)
    {
      part->facts = ty_condition_get_facts (population->condition);
      part->by_age = ty_condition_get_age (population->condition) != 0;
      part->limit = ty_view_get_age_limit (part->view, ty_condition_get_age (population->condition));
    }
  if (population->dimension != NULL)
    {
      part->scale = ty_dimension_measure (population->dimension, part->view);
      part->unknown = !ty_scale_find (part->scale, population->key, &part->value);
    }
  if (population->a != NULL)
    part->a = make_part (self, population->a, part->view, views);
  if (population->b != NULL)
    part->b = make_part (self, population->b, part->view, views);
  return part;
}

/* Each chunk begins at a word of its own, so that two threads never write to the same. */
static void
count_posts (TyMatcher *self)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  guint32 base = 0;

  self->bases = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < ty_columns_get_n_chunks (columns); i++)
    {
      g_array_append_val (self->bases, base);
      base += (ty_columns_get_chunk (columns, i)->rows[TY_ROWS_HOLDINGS].n + 63) / 64 * 64;
    }
  g_array_append_val (self->bases, base);
}

/**
 * ty_matcher_new:
 * @population: a population for which ty_population_get_subject() returns %TRUE
 * @view: the date and the scope that are set
 * @views: (nullable): where views of other dates are kept
 *
 * Returns: (transfer full): what asks for it there
 */
TyMatcher *
ty_matcher_new (TyPopulation *population,
                TyView       *view,
                TyViews      *views)
{
  TyMatcher *self = g_new0 (TyMatcher, 1);

  ty_population_get_subject (population, &self->subject, NULL);
  self->view = ty_view_ref (view);
  self->root = make_part (self, population, view, views);
  count_posts (self);
  return self;
}

void
ty_matcher_free (TyMatcher *self)
{
  part_free (self->root);
  ty_view_unref (self->view);
  g_array_unref (self->bases);
  g_free (self);
}

/**
 * ty_matcher_get_subject:
 * @self: a matcher
 *
 * Returns: of what its population is
 */
TySubject
ty_matcher_get_subject (TyMatcher *self)
{
  return self->subject;
}

/**
 * ty_matcher_get_view:
 * @self: a matcher
 *
 * Returns: (transfer none): the view that is set
 */
TyView *
ty_matcher_get_view (TyMatcher *self)
{
  return self->view;
}

/**
 * ty_matcher_room_new:
 * @self: a matcher
 *
 * Returns: (transfer full): room for one thread that asks
 */
TyMatcherRoom *
ty_matcher_room_new (TyMatcher *self)
{
  TyMatcherRoom *room = g_new0 (TyMatcherRoom, 1);

  room->words = g_new0 (guint64, self->n_parts * TY_MATCHER_WORDS);
  room->values = g_new (guint32, TY_CHUNK_PEOPLE);
  return room;
}

void
ty_matcher_room_free (TyMatcherRoom *room)
{
  g_free (room->words);
  g_free (room->values);
  g_free (room);
}

static guint64 *
get_words (const Part    *part,
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
static void
pack (guint64      *words,
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
  pack (words, flags, n);
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
  pack (words, flags, n);
}

/* Who holds nothing has no value. */
static gboolean
has_holding (const Part    *part,
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
mark_values (const Part    *part,
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
    scale->fill (scale, part->view, number, room->values);
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

static gboolean
matches_narrow (const Part    *part,
                const TyChunk *chunk,
                guint          index,
                guint32        facts,
                TyGroups       groups,
                TyMatcherRoom *room)
{
  const gint32 *birth = TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH);

  switch (part->node)
    {
    case TY_NODE_WHO:
      return part->facts == 0 || (facts & part->facts) != 0;
    case TY_NODE_CONDITION:
      if (part->by_age)
        return (guint32) ty_view_get_last_day (part->view) - (guint32) birth[index] < part->limit;
      return part->facts == 0 || (facts & part->facts) != 0;
    case TY_NODE_VALUE:
      if (!part->unknown && part->scale->fill == NULL)
        return has_holding (part, chunk, index, groups);
      return (get_words (part, room)[index / 64] >> (index % 64)) & 1;
    case TY_NODE_AND:
      return matches_narrow (part->a, chunk, index, facts, groups, room)
             && matches_narrow (part->b, chunk, index, facts, groups, room);
    case TY_NODE_OR:
      return matches_narrow (part->a, chunk, index, facts, groups, room)
             || matches_narrow (part->b, chunk, index, facts, groups, room);
    case TY_NODE_NOT:
      return !matches_narrow (part->a, chunk, index, facts, groups, room);
    case TY_NODE_AT:
    case TY_NODE_IN:
    default:
      /* Asked elsewhere: a narrower scope here changes nothing there. */
      return (get_words (part, room)[index / 64] >> (index % 64)) & 1;
    }
}

/* Whether something of the person, held or ended, is in the units of the value. */
static gboolean
is_near (const Part    *part,
         const TyChunk *chunk,
         guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (unit[i] != TY_UNIT_NONE && part->scale->table[unit[i]] == part->value)
      return TRUE;

  return FALSE;
}

/* Who has nothing in these units is asked without any post. */
static void
mark_in (const Part    *part,
         guint          number,
         const TyChunk *chunk,
         guint64       *words,
         TyMatcherRoom *room)
{
  const TyGroups groups = { part->scale->table, part->value };
  const guint32 *all = ty_view_get_facts (part->view, number);
  const guint32 basics = TY_FACT_COLLEGE | TY_FACT_BACHELOR | TY_FACT_FEMALE | TY_FACT_PARTY
                         | TY_FACT_MINORITY | TY_FACT_ANYWHERE;

  if (part->unknown)
    return;
  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      guint32 facts = is_near (part, chunk, i) ? ty_view_scan_person (part->view, number, i, groups)
                                               : all[i] & basics;

      words[i / 64] |= (guint64) matches_narrow (part->a, chunk, i, facts, groups, room) << (i % 64);
    }
}

static void
combine (const Part    *part,
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
scan_part (const Part    *part,
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
    case TY_NODE_IN:
      mark_in (part, number, chunk, words, room);
      break;
    case TY_NODE_AND:
    case TY_NODE_OR:
    case TY_NODE_NOT:
    case TY_NODE_AT:
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
  scan_part (self->root, chunk, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk), room);
  return get_words (self->root, room);
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
  return matches_narrow (self->root, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk),
                         index, facts, groups, room);
}

static gboolean
is_village (const Part *part,
            guint32     unit)
{
  const TyUnitSpan *span = ty_unit_tree_get_span (ty_view_get_tree (part->view), unit);

  return span != NULL && g_strcmp0 (span->level, "village") == 0
         && ty_view_has_unit (part->view, unit);
}

static gboolean
matches_unit (const Part *part,
              guint32     unit)
{
  switch (part->node)
    {
    case TY_NODE_WHO:
      return is_village (part, unit);
    case TY_NODE_CONDITION:
      return part->facts == 0 || (ty_view_get_unit_facts (part->view)[unit] & part->facts) != 0;
    case TY_NODE_VALUE:
      return !part->unknown && part->scale->table[unit] == part->value;
    case TY_NODE_AND:
      return matches_unit (part->a, unit) && matches_unit (part->b, unit);
    case TY_NODE_OR:
      return matches_unit (part->a, unit) || matches_unit (part->b, unit);
    case TY_NODE_NOT:
      return !matches_unit (part->a, unit);
    case TY_NODE_IN:
      return !part->unknown && part->scale->table[unit] == part->value
             && matches_unit (part->a, unit);
    case TY_NODE_AT:
    default:
      return matches_unit (part->a, unit);
    }
}

/**
 * ty_matcher_matches_unit:
 * @self: a matcher of villages
 * @unit: number of a unit that existed on the date in the scope
 *
 * Returns: whether it is in the population
 */
gboolean
ty_matcher_matches_unit (TyMatcher *self,
                         guint32    unit)
{
  return matches_unit (self->root, unit);
}

static gboolean
has_value (const Part    *part,
           const TyChunk *chunk,
           guint          holding)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  if (part->unknown || (part->scale->kind == TY_SCALE_UNITS && unit == TY_UNIT_NONE))
    return FALSE;

  return part->scale->table[part->scale->kind == TY_SCALE_POSTS ? post : unit] == part->value;
}

static gboolean
matches_post (const Part    *part,
              const TyChunk *chunk,
              guint          holding)
{
  switch (part->node)
    {
    case TY_NODE_WHO:
      return ty_view_holds_post (part->view, chunk, holding, (TyGroups){ NULL, 0 });
    case TY_NODE_CONDITION:
      return TRUE;
    case TY_NODE_VALUE:
      return has_value (part, chunk, holding);
    case TY_NODE_AND:
      return matches_post (part->a, chunk, holding) && matches_post (part->b, chunk, holding);
    case TY_NODE_OR:
      return matches_post (part->a, chunk, holding) || matches_post (part->b, chunk, holding);
    case TY_NODE_NOT:
      return !matches_post (part->a, chunk, holding);
    case TY_NODE_IN:
      return has_value (part, chunk, holding) && matches_post (part->a, chunk, holding);
    case TY_NODE_AT:
    default:
      return matches_post (part->a, chunk, holding);
    }
}

/**
 * ty_matcher_matches_post:
 * @self: a matcher of posts
 * @chunk: number of a chunk
 * @holding: one of its holdings
 *
 * Returns: whether it is in the population
 */
gboolean
ty_matcher_matches_post (TyMatcher *self,
                         guint      chunk,
                         guint      holding)
{
  return matches_post (self->root, ty_columns_get_chunk (ty_view_get_columns (self->view), chunk),
                       holding);
}

typedef struct
{
  TyMatcher *matcher;
  TyBitmap *rows;
} Marking;

static void
mark_chunk (guint    number,
            gpointer data)
{
  Marking *marking = data;
  TyMatcher *self = marking->matcher;
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);

  if (self->subject == TY_SUBJECT_PEOPLE)
    {
      g_autoptr(TyMatcherRoom) room = ty_matcher_room_new (self);

      memcpy (marking->rows->words + (gsize) number * TY_MATCHER_WORDS,
              ty_matcher_scan (self, number, room), TY_MATCHER_WORDS * sizeof (guint64));
      return;
    }

  for (guint i = 0; i < chunk->rows[TY_ROWS_HOLDINGS].n; i++)
    if (matches_post (self->root, chunk, i))
      ty_bitmap_set (marking->rows, g_array_index (self->bases, guint32, number) + i);
}

static TyBitmap *
mark_units (TyMatcher *self)
{
  TyUnitTree *tree = ty_view_get_tree (self->view);
  TyBitmap *rows = ty_bitmap_new (ty_units_get_n (ty_columns_get_units (
                                    ty_view_get_columns (self->view))));

  for (guint rank = 0; rank < ty_unit_tree_get_n (tree); rank++)
    {
      guint32 unit = ty_unit_tree_get_unit (tree, rank);

      /* Whatever is asked, it is asked of villages. */
      if (is_village (self->root, unit) && matches_unit (self->root, unit))
        ty_bitmap_set (rows, unit);
    }
  return rows;
}

/**
 * ty_matcher_mark:
 * @self: a matcher
 *
 * Returns: (transfer full): the rows of the population
 */
TyBitmap *
ty_matcher_mark (TyMatcher *self)
{
  guint n = ty_columns_get_n_chunks (ty_view_get_columns (self->view));
  Marking marking = { self, NULL };

  if (self->subject == TY_SUBJECT_VILLAGES)
    return mark_units (self);

  marking.rows = ty_bitmap_new (self->subject == TY_SUBJECT_PEOPLE
                                  ? n << TY_CHUNK_SHIFT
                                  : g_array_index (self->bases, guint32, n));
  ty_parallel_run (n, mark_chunk, &marking);
  return marking.rows;
}

/* Where a walk through the posts is. */
typedef struct
{
  guint chunk;
  guint person;
} Place;

/* Which of a person’s appointments a holding is; the rows come one after the other. */
static TyPostRef
find_post (TyMatcher *self,
           guint32    row,
           Place     *place)
{
  const TyChunk *chunk;
  const guint32 *first;
  guint holding;

  for (; g_array_index (self->bases, guint32, place->chunk + 1) <= row; place->chunk++)
    place->person = 0;
  chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), place->chunk);
  first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  holding = row - g_array_index (self->bases, guint32, place->chunk);
  while (first[place->person + 1] <= holding)
    place->person++;
  return (TyPostRef){ TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[place->person],
                      holding - first[place->person] };
}

/**
 * ty_matcher_list:
 * @self: a matcher
 * @rows: rows of its population
 *
 * Returns: (transfer full): keys of the people or of the units, a #gint64 each, or a #TyPostRef for
 * each post
 */
GArray *
ty_matcher_list (TyMatcher      *self,
                 const TyBitmap *rows)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  g_autoptr(GArray) numbers = ty_bitmap_list (rows);
  GArray *list = g_array_sized_new (FALSE, FALSE,
                                    self->subject == TY_SUBJECT_POSTS ? sizeof (TyPostRef)
                                                                      : sizeof (gint64),
                                    numbers->len);
  Place place = { 0, 0 };

  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 row = g_array_index (numbers, guint32, i);
      gint64 id = self->subject == TY_SUBJECT_PEOPLE ? ty_columns_get_person (columns, row) : 0;

      if (self->subject == TY_SUBJECT_VILLAGES)
        id = ty_units_get_id (ty_columns_get_units (columns), row);
      if (self->subject == TY_SUBJECT_POSTS)
        {
          TyPostRef ref = find_post (self, row, &place);

          g_array_append_val (list, ref);
        }
      else
        g_array_append_val (list, id);
    }
  return list;
}
