/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-matcher"

#include "config.h"

#include "ty-matcher-private.h"

#include "ty-parallel.h"

#include <string.h>

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
  self->root = ty_part_new (population, view, views, &self->n_parts);
  count_posts (self);
  return self;
}

void
ty_matcher_free (TyMatcher *self)
{
  ty_part_free (self->root);
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
  return room;
}

void
ty_matcher_room_free (TyMatcherRoom *room)
{
  g_free (room->words);
  g_free (room->values);
  g_free (room);
}

/**
 * ty_matcher_matches_unit:
 * @self: a matcher of villages
 * @unit: number of a unit
 *
 * Returns: whether it is in the population
 */
gboolean
ty_matcher_matches_unit (TyMatcher *self,
                         guint32    unit)
{
  return ty_part_matches_unit (self->root, unit);
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
  return ty_part_matches_post (self->root,
                               ty_columns_get_chunk (ty_view_get_columns (self->view), chunk), holding);
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
    if (ty_part_matches_post (self->root, chunk, i))
      ty_bitmap_set (marking->rows, g_array_index (self->bases, guint32, number) + i);
}

static TyBitmap *
mark_units (TyMatcher *self)
{
  guint n = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (self->view)));
  TyBitmap *rows = ty_bitmap_new (n);

  for (guint unit = 0; unit < n; unit++)
    if (ty_part_matches_unit (self->root, unit))
      ty_bitmap_set (rows, unit);
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
