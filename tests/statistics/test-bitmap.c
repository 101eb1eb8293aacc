/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-bitmap.h"
#include "ty-chunk.h"

#include <string.h>

#define N_ROUNDS 100

/* Sets against plain arrays of what is in them. */
typedef struct
{
  TyBitmap *set;
  gboolean *in;
} Pair;

static Pair
draw (GRand *random,
      guint  n)
{
  Pair pair = { ty_bitmap_new (n), g_new0 (gboolean, n + 1) };

  for (guint i = 0; i < n; i++)
    if (g_rand_boolean (random))
      {
        ty_bitmap_set (pair.set, i);
        pair.in[i] = TRUE;
      }
  return pair;
}

static void
clear (Pair *pair)
{
  ty_bitmap_free (pair->set);
  g_free (pair->in);
}

static void
assert_equal (const Pair *pair)
{
  g_autoptr(GArray) rows = ty_bitmap_list (pair->set);
  guint n = 0;

  for (guint i = 0; i < pair->set->n_bits; i++)
    {
      g_assert_cmpint (ty_bitmap_get (pair->set, i), ==, pair->in[i]);
      if (!pair->in[i])
        continue;
      g_assert_cmpuint (n, <, rows->len);
      g_assert_cmpuint (g_array_index (rows, guint32, n), ==, i);
      n++;
    }
  g_assert_cmpuint (rows->len, ==, n);
  g_assert_cmpuint (ty_bitmap_count (pair->set), ==, n);
  g_assert_cmpint (ty_bitmap_is_empty (pair->set), ==, n == 0);
}

static void
test_sets (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, 300);
      Pair a = draw (random, n), b = draw (random, n), c = draw (random, n);
      g_autoptr(TyBitmap) copy = ty_bitmap_copy (a.set);

      ty_bitmap_and (a.set, b.set);
      for (guint i = 0; i < n; i++)
        a.in[i] = a.in[i] && b.in[i];
      assert_equal (&a);
      ty_bitmap_or (a.set, c.set);
      for (guint i = 0; i < n; i++)
        a.in[i] = a.in[i] || c.in[i];
      assert_equal (&a);
      ty_bitmap_and_not (a.set, copy);
      for (guint i = 0; i < n; i++)
        a.in[i] = a.in[i] && !ty_bitmap_get (copy, i);
      assert_equal (&a);
      ty_bitmap_fill (a.set);
      for (guint i = 0; i < n; i++)
        a.in[i] = TRUE;
      assert_equal (&a);
      if (n > 0)
        {
          ty_bitmap_unset (a.set, n - 1);
          a.in[n - 1] = FALSE;
          assert_equal (&a);
        }
      clear (&a);
      clear (&b);
      clear (&c);
    }
}

/* A person with so many posts, of which each is a number that tells whose it is. */
static void
append_person (TyChunk *chunk,
               gint64   id,
               guint    n_posts,
               guint    n_studies)
{
  guint row = ty_chunk_append (chunk, TY_ROWS_PEOPLE);

  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ID, gint64, row, id);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_BIRTH, gint32, row, (gint32) id * 3);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_PARTY, gint32, row, 0);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_WORK, gint32, row, 0);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SOURCES, guint32, row, (guint32) (id % 7 == 0));
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_SEX, guint8, row, '1');
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_ETHNICITY, guint8, row, 1);
  TY_CHUNK_SET (chunk, TY_ROWS_PEOPLE, TY_PEOPLE_POLITICAL, guint8, row, 1);
  for (guint i = 0; i < n_posts; i++)
    {
      guint holding = ty_chunk_append (chunk, TY_ROWS_HOLDINGS);
      guint mandate = ty_chunk_append (chunk, TY_ROWS_MANDATES);

      TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNIT, guint32, holding, (guint32) id);
      TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_POST, guint16, holding, (guint16) i);
      TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_FROM, gint32, holding, 1);
      TY_CHUNK_SET (chunk, TY_ROWS_HOLDINGS, TY_HOLDINGS_UNTIL, gint32, holding,
                    id % 5 == 0 ? 9 : TY_DAY_LAST);
      TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_HOLDING, guint32, mandate, holding);
      TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_BATCH, guint8, mandate, 0);
      TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_FILED, gint32, mandate, 7);
      TY_CHUNK_SET (chunk, TY_ROWS_MANDATES, TY_MANDATES_TERM, gint64, mandate, id);
    }
  for (guint i = 0; i < n_studies; i++)
    {
      guint study = ty_chunk_append (chunk, TY_ROWS_STUDIES);

      TY_CHUNK_SET (chunk, TY_ROWS_STUDIES, TY_STUDIES_UNTIL, gint32, study, (gint32) id);
      TY_CHUNK_SET (chunk, TY_ROWS_STUDIES, TY_STUDIES_KIND, guint16, study, (guint16) i);
    }
}

static guint
count_posts_of (gint64 id)
{
  return (guint) (id * 5 % 7);
}

/* People whose rows follow from their keys, in the order of the keys. */
static void
assert_people (const TyChunk *chunk,
               const gint64  *ids,
               guint          n)
{
  const guint32 *holdings = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *studies = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_STUDY);
  g_autofree guint16 *owners = g_new (guint16, chunk->rows[TY_ROWS_HOLDINGS].n
                                                 + TY_CHUNK_OWNERS_MORE);
  guint mandate = 0;

  g_assert_cmpuint (ty_chunk_get_n (chunk), ==, n);
  ty_chunk_find_owners (chunk, TY_ROWS_HOLDINGS, owners);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID)[i], ==, ids[i]);
      g_assert_cmpint (TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[i], ==, ids[i] * 3);
      g_assert_cmpuint (TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_SOURCES)[i], ==,
                        ids[i] % 7 == 0);
      g_assert_cmpuint (holdings[i + 1] - holdings[i], ==, count_posts_of (ids[i]));
      g_assert_cmpuint (studies[i + 1] - studies[i], ==, (guint) (ids[i] % 3));
      for (guint j = holdings[i]; j < holdings[i + 1]; j++, mandate++)
        {
          g_assert_cmpuint (owners[j], ==, i);
          g_assert_cmpuint (TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[j], ==, ids[i]);
          g_assert_cmpint (TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL)[j], ==,
                           ids[i] % 5 == 0 ? 9 : TY_DAY_LAST);
          g_assert_cmpuint (TY_CHUNK_MANDATES_FIELD (chunk, guint32, TY_MANDATES_HOLDING)[mandate],
                            ==, j);
        }
    }
  g_assert_cmpuint (chunk->rows[TY_ROWS_MANDATES].n, ==, mandate);
}

static TyChunk *
make_chunk (const gint64 *ids,
            guint         n)
{
  TyChunk *chunk = ty_chunk_new ();

  for (guint i = 0; i < n; i++)
    append_person (chunk, ids[i], count_posts_of (ids[i]), (guint) (ids[i] % 3));
  ty_chunk_finish (chunk);
  return chunk;
}

/* Parts of one chunk put together with parts of another, as a change does. */
static void
test_chunks (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (13);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, 60);
      g_autofree gint64 *ids = g_new0 (gint64, n + 1);
      g_autoptr(TyChunk) whole = NULL;
      g_autoptr(TyChunk) again = ty_chunk_new ();
      guint index, done = 0;

      for (guint i = 0; i < n; i++)
        ids[i] = (i > 0 ? ids[i - 1] : 0) + g_rand_int_range (random, 1, 4);
      whole = make_chunk (ids, n);
      assert_people (whole, ids, n);
      while (done < n)
        {
          guint end = done + (guint) g_rand_int_range (random, 1, (gint32) (n - done) + 1);

          ty_chunk_append_range (again, whole, done, end);
          done = end;
        }
      ty_chunk_finish (again);
      assert_people (again, ids, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (ty_chunk_find (whole, ids[i], &index));
          g_assert_cmpuint (index, ==, i);
        }
      g_assert_false (ty_chunk_find (whole, n > 0 ? ids[n - 1] + 1 : 1, &index));
      g_assert_cmpuint (index, ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bitmap/sets", test_sets);
  g_test_add_func ("/chunk/ranges", test_chunks);
  return g_test_run ();
}
