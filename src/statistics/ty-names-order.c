/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-names-order"

#include "config.h"

#include "ty-names-order.h"

#include <string.h>

/* A new name with its key in a common buffer and, for most comparisons enough, the first bytes. */
typedef struct
{
  guint64 beginning[2];
  gsize key;
  guint32 number;
} New;

/* The order is made anew beside the old one. */
typedef struct
{
  TyNamesOrder *old;
  gpointer data;
  GString *keys;
  GArray *added;   /* of New, sorted */
  guint32 *places; /* for each of added, the old name before which it belongs */
  guint32 *shifts; /* for each old rank, how many new ones come in before it */
  GArray *sorted;
  GArray *ranks;
} Merge;

static guint32 *
get_numbers (GArray *array)
{
  return (guint32 *) (gpointer) array->data;
}

static void
fill_beginning (New        *new,
                const char *key)
{
  gsize length = strnlen (key, sizeof new->beginning);

  memcpy (new->beginning, key, length);
  for (guint i = 0; i < G_N_ELEMENTS (new->beginning); i++)
    new->beginning[i] = GUINT64_FROM_BE (new->beginning[i]);
}

static int
compare_new (gconstpointer first,
             gconstpointer second,
             gpointer      keys)
{
  const New *a = first;
  const New *b = second;

  for (guint i = 0; i < G_N_ELEMENTS (a->beginning); i++)
    if (a->beginning[i] != b->beginning[i])
      return a->beginning[i] < b->beginning[i] ? -1 : 1;

  return strcmp ((const char *) keys + a->key, (const char *) keys + b->key);
}

static void
sort_new (Merge   *merge,
          guint32  n)
{
  for (guint32 number = merge->old->ranks->len; number < n; number++)
    {
      g_autofree char *key = merge->old->make_key (number, merge->data);
      New new = { { 0 }, merge->keys->len, number };

      fill_beginning (&new, key);
      g_string_append_len (merge->keys, key, (gssize) strlen (key) + 1);
      g_array_append_val (merge->added, new);
    }
  g_array_sort_with_data (merge->added, compare_new, merge->keys->str);
}

static const char *
get_new_key (Merge *merge,
             guint  i)
{
  return merge->keys->str + g_array_index (merge->added, New, i).key;
}

static int
compare_old (Merge      *merge,
             guint       place,
             const char *key)
{
  guint32 number = get_numbers (merge->old->sorted)[place];
  g_autofree char *old = merge->old->make_key (number, merge->data);

  return strcmp (old, key);
}

/* The first place of the old order, from @place on, that is not before the key. With growing steps:
 * few keys are made where many names are new, and few where they are far between. */
static guint
find_place (Merge      *merge,
            guint       place,
            const char *key)
{
  guint n = merge->old->sorted->len;
  guint step = 1, end;

  while (n - place >= step && compare_old (merge, place + step - 1, key) < 0)
    {
      place += step;
      step = step <= n / 2 ? step * 2 : step;
    }
  end = MIN (n, place + step - 1);
  while (place < end)
    {
      guint middle = place + (end - place) / 2;

      if (compare_old (merge, middle, key) < 0)
        place = middle + 1;
      else
        end = middle;
    }

  return place;
}

static guint32
get_old_rank (TyNamesOrder *old,
              guint         place)
{
  return place < old->sorted->len ? get_numbers (old->ranks)[get_numbers (old->sorted)[place]]
                                  : old->n_ranks;
}

/* A new name has the rank of a known one with the same key, or one more rank comes in. */
static void
rank_new (Merge *merge)
{
  TyNamesOrder *old = merge->old;
  guint32 *ranks = get_numbers (merge->ranks);
  guint32 n_more = 0, rank = 0;
  guint place = 0;

  for (guint i = 0; i < merge->added->len; i++)
    {
      const char *key = get_new_key (merge, i);

      place = find_place (merge, place, key);
      merge->places[i] = place;
      if (i == 0 || strcmp (get_new_key (merge, i - 1), key) != 0)
        {
          guint32 old_rank = get_old_rank (old, place);

          rank = old_rank + n_more;
          if (place == old->sorted->len || compare_old (merge, place, key) != 0)
            {
              merge->shifts[old_rank]++;
              n_more++;
            }
        }
      ranks[g_array_index (merge->added, New, i).number] = rank;
    }
  old->n_ranks += n_more;
}

static void
rank_old (Merge *merge)
{
  const guint32 *before = get_numbers (merge->old->ranks);
  guint32 *ranks = get_numbers (merge->ranks);

  for (guint rank = 1; rank < merge->old->n_ranks; rank++)
    merge->shifts[rank] += merge->shifts[rank - 1];
  for (guint i = 0; i < merge->old->ranks->len; i++)
    ranks[i] = before[i] + merge->shifts[before[i]];
}

static void
sort_all (Merge *merge)
{
  const guint32 *before = get_numbers (merge->old->sorted);
  guint place = 0;

  for (guint i = 0; i < merge->added->len; i++)
    {
      g_array_append_vals (merge->sorted, before + place, merge->places[i] - place);
      place = merge->places[i];
      g_array_append_val (merge->sorted, g_array_index (merge->added, New, i).number);
    }
  g_array_append_vals (merge->sorted, before + place, merge->old->sorted->len - place);
}

static void
take_in (TyNamesOrder *self,
         guint32       n,
         gpointer      data)
{
  g_autoptr(GString) keys = g_string_new (NULL);
  g_autoptr(GArray) added = g_array_new (FALSE, FALSE, sizeof (New));
  g_autofree guint32 *places = g_new (guint32, n - self->ranks->len);
  g_autofree guint32 *shifts = g_new0 (guint32, n + 1);
  Merge merge = { self, data, keys, added, places, shifts };

  merge.sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  merge.ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_array_set_size (merge.ranks, n);
  sort_new (&merge, n);
  rank_new (&merge);
  rank_old (&merge);
  sort_all (&merge);
  g_array_unref (self->sorted);
  g_array_unref (self->ranks);
  self->sorted = merge.sorted;
  self->ranks = merge.ranks;
}

/**
 * ty_names_order_init:
 * @self: (out caller-allocates): becomes an order of no names
 * @make_key: what tells the order
 */
void
ty_names_order_init (TyNamesOrder   *self,
                     TyNamesKeyFunc  make_key)
{
  g_mutex_init (&self->mutex);
  self->make_key = make_key;
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_ranks = 0;
}

void
ty_names_order_clear (TyNamesOrder *self)
{
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->sorted, g_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
}

/**
 * ty_names_order_dup_ranks:
 * @self: an order
 * @n: how many names there are by now
 * @data: for the function that makes keys
 *
 * Returns: (transfer full) (element-type guint32): the place of each name, from 0, the same for
 *   names with the same key; of more than @n names where there were more already
 */
GArray *
ty_names_order_dup_ranks (TyNamesOrder *self,
                          guint32       n,
                          gpointer      data)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (n > self->ranks->len)
    take_in (self, n, data);

  return g_array_ref (self->ranks);
}
