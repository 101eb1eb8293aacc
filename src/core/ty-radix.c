/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-radix"

#include "config.h"

#include "ty-radix.h"

#include <string.h>

#define BITS 11
#define N_BUCKETS (1u << BITS)
#define N_PASSES ((32 + BITS - 1) / BITS)

static guint
get_digit (guint32 key,
           guint   pass)
{
  return (guint) (key >> (pass * BITS)) & (N_BUCKETS - 1);
}

/* Where all keys agree there is nothing to sort. */
static guint32
find_differences (const TyRadixItem *items,
                  guint              n_items,
                  gboolean          *sorted)
{
  guint32 differences = 0;

  *sorted = TRUE;
  for (guint i = 1; i < n_items; i++)
    {
      differences |= items[i].key ^ items[0].key;
      *sorted = *sorted && items[i - 1].key <= items[i].key;
    }
  return differences;
}

static void
sort_by_digit (const TyRadixItem *from,
               TyRadixItem       *to,
               guint              n_items,
               guint              pass)
{
  guint starts[N_BUCKETS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n_items; i++)
    starts[get_digit (from[i].key, pass)]++;
  for (guint i = 0; i < N_BUCKETS; i++)
    {
      guint n = starts[i];

      starts[i] = sum;
      sum += n;
    }
  for (guint i = 0; i < n_items; i++)
    to[starts[get_digit (from[i].key, pass)]++] = from[i];
}

/**
 * ty_radix_sort:
 * @items: (array length=n_items): what is sorted, in place
 * @n_items: how many
 *
 * Sorts by key; equals keep their order. A million take some hundredths of a second: digit by digit,
 * leaving out those in which all keys agree.
 */
void
ty_radix_sort (TyRadixItem *items,
               guint        n_items)
{
  gboolean sorted;
  guint32 differences = find_differences (items, n_items, &sorted);
  g_autofree TyRadixItem *room = NULL;
  TyRadixItem *from = items;
  TyRadixItem *to;

  if (sorted)
    return;

  to = room = g_new (TyRadixItem, n_items);
  for (guint pass = 0; pass < N_PASSES; pass++)
    if (get_digit (differences, pass) != 0)
      {
        TyRadixItem *swap = from;

        sort_by_digit (from, to, n_items, pass);
        from = to;
        to = swap;
      }
  if (from != items)
    memcpy (items, from, n_items * sizeof *items);
}
