/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-parallel.h"
#include "ty-radix.h"

#include <string.h>

#define N_ROUNDS 200

/* Numbers of each size, many of them equal, and the ends of the range. */
static guint32
draw_key (GRand *random,
          guint  kind)
{
  switch (kind)
    {
    case 0:
      return g_rand_int (random);
    case 1:
      return (guint32) g_rand_int_range (random, 0, 8);
    case 2:
      return G_MAXUINT32 - (guint32) g_rand_int_range (random, 0, 3);
    case 3:
      return 5;
    default:
      return g_rand_int (random) & 0x3FF800;
    }
}

/* Slow and surely right: each item goes behind all that are not greater. */
static void
sort_slowly (TyRadixItem *items,
             guint        n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && items[j - 1].key > items[j].key; j--)
      {
        TyRadixItem swap = items[j];

        items[j] = items[j - 1];
        items[j - 1] = swap;
      }
}

static void
test_sort (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, 400);
      g_autofree TyRadixItem *items = g_new0 (TyRadixItem, n + 1);
      g_autofree TyRadixItem *expected = NULL;

      for (guint i = 0; i < n; i++)
        items[i] = (TyRadixItem){ draw_key (random, round % 5), i };
      expected = g_memdup2 (items, (n + 1) * sizeof *items);
      ty_radix_sort (items, n);
      sort_slowly (expected, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (items[i].key, ==, expected[i].key);
          g_assert_cmpuint (items[i].value, ==, expected[i].value);
        }
    }
}

typedef struct
{
  gint *counts;
  gint n_now;
  gint n_most;
} Work;

static void
count_item (guint    item,
            gpointer data)
{
  Work *work = data;
  gint now = g_atomic_int_add (&work->n_now, 1) + 1;

  g_atomic_int_inc (&work->counts[item]);
  if (now > g_atomic_int_get (&work->n_most))
    g_atomic_int_set (&work->n_most, now);
  g_atomic_int_add (&work->n_now, -1);
}

/* Each thing is done once, and all are done when the call returns. */
static void
test_parallel (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 100, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree gint *counts = g_new0 (gint, sizes[i] + 1);
      Work work = { counts, 0, 0 };

      ty_parallel_run (sizes[i], count_item, &work);
      for (guint j = 0; j < sizes[i]; j++)
        g_assert_cmpint (counts[j], ==, 1);
      g_assert_cmpint (counts[sizes[i]], ==, 0);
      g_assert_cmpint (work.n_now, ==, 0);
      g_assert_cmpint (work.n_most, <=, (gint) ty_parallel_get_n_threads ());
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix/sort", test_sort);
  g_test_add_func ("/radix/parallel", test_parallel);
  return g_test_run ();
}
