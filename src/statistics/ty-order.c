/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-order"

#include "config.h"

#include "ty-order.h"

#include "ty-code-list.h"
#include "ty-main-post.h"
#include "ty-parallel.h"
#include "ty-radix.h"

#include <string.h>

/* Who has no value comes last. */
#define UNKNOWN G_MAXUINT32

/* One in so many is sorted by themselves in the time in which all the others are passed over. */
#define FEW 32

/* A study that was not finished comes after all that were. */
#define UNFINISHED 100

/**
 * TyOrder:
 *
 * Everybody on a date in the official order. Any other order begins with it, so that it decides
 * between equals; a filter keeps it.
 */
struct _TyOrder
{
  gatomicrefcount count;
  TyView *view;         /* (owned) */
  TyNameIndex *names;   /* (owned) */
  guint32 *post_ranks;  /* (owned): by number of the post */
  guint32 *study_ranks; /* (owned): by number of the kind of study */

  gsize has_rows;       /* atomic: whether somebody asked for what follows */
  GArray *pinyin;       /* (owned) (nullable) (element-type guint32): rank of each name */
  GArray *rows;         /* (owned) (nullable) (element-type guint32): everybody */

  GMutex mutex;         /* of what follows */
  GArray *sorted;       /* (owned) (nullable) (element-type guint32): everybody as sorted last */
  GArray *sorted_by;    /* (owned) (element-type TySortKey) */
};

static guint32 *
make_study_ranks (TyColumns *columns)
{
  TyCodebook *book = ty_columns_get_book (columns, TY_BOOK_STUDY);
  guint n = ty_codebook_get_n (book);
  guint32 *ranks = g_new (guint32, n);

  memset (ranks, 0xff, n * sizeof *ranks);
  for (guint i = 1; i < n; i++)
    {
      g_auto(GStrv) parts = g_strsplit (ty_codebook_get (book, i), "\t", 4);
      TyCode *code = g_strv_length (parts) == 4
                       ? ty_code_list_lookup (ty_code_list_get_shipped ("education"), parts[1])
                       : NULL;

      if (code == NULL)
        continue;
      ranks[i] = (guint32) ty_code_get_integer (code, "rank");
      if (strcmp (parts[2], "incomplete") == 0 || strcmp (parts[2], "studying") == 0)
        ranks[i] += UNFINISHED;
    }
  return ranks;
}

/* Of two holdings that had begun, whether the first places the person: it is held, ended later, or
 * is the higher post. */
static gboolean
is_better (TyOrder       *self,
           const TyChunk *chunk,
           guint32        a,
           guint32        b)
{
  const gint32 *until = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_UNTIL);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gint32 day = ty_view_get_day (self->view);
  gboolean held = day < until[a];

  if (held != (day < until[b]))
    return held;
  if (!held && until[a] != until[b])
    return until[a] > until[b];

  return self->post_ranks[post[a]] < self->post_ranks[post[b]];
}

/**
 * ty_order_find_place:
 * @self: an order
 * @chunk: a chunk of its generation
 * @index: which of its people
 *
 * Returns: the holding by which a roster places a person, of whatever scope: the highest of the posts
 * held; of somebody who holds none, the highest of those that ended last; %TY_MAIN_POST_NONE for who
 * never held one
 */
guint32
ty_order_find_place (TyOrder       *self,
                     const TyChunk *chunk,
                     guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  gint32 day = ty_view_get_day (self->view);
  guint32 best = TY_MAIN_POST_NONE;

  for (guint32 i = first[index]; i < first[index + 1]; i++)
    if (from[i] <= day && self->post_ranks[post[i]] != G_MAXUINT32
        && (best == TY_MAIN_POST_NONE || is_better (self, chunk, i, best)))
      best = i;

  return best;
}

static guint32
get_education (TyOrder       *self,
               const TyChunk *chunk,
               guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_STUDY);
  const gint32 *until = TY_CHUNK_STUDIES_FIELD (chunk, gint32, TY_STUDIES_UNTIL);
  const guint16 *kind = TY_CHUNK_STUDIES_FIELD (chunk, guint16, TY_STUDIES_KIND);
  guint32 best = UNKNOWN;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (until[i] <= ty_view_get_day (self->view))
      best = MIN (best, self->study_ranks[kind[i]]);

  return best;
}

static guint32
get_unit_rank (TyOrder       *self,
               const TyChunk *chunk,
               guint32        place)
{
  guint32 unit;

  if (place == TY_MAIN_POST_NONE)
    return UNKNOWN;

  unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[place];
  return unit != TY_UNIT_NONE ? ty_unit_tree_get_ranks (ty_view_get_tree (self->view))[unit] : UNKNOWN;
}

static guint32
get_post_rank (TyOrder       *self,
               const TyChunk *chunk,
               guint32        place)
{
  guint32 rank = place != TY_MAIN_POST_NONE
                   ? self->post_ranks[TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[place]]
                   : UNKNOWN;

  return rank < G_MAXINT ? rank : UNKNOWN;
}

static guint32
get_since (TyOrder       *self,
           const TyChunk *chunk,
           guint32        place)
{
  gint32 from = place != TY_MAIN_POST_NONE && ty_view_is_held (self->view, chunk, place)
                  ? TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM)[place] : TY_DAY_FIRST;

  return from != TY_DAY_FIRST ? (guint32) from : UNKNOWN;
}

static guint32
get_sex (const TyChunk *chunk,
         guint          index)
{
  guint8 sex = TY_CHUNK_PEOPLE_FIELD (chunk, guint8, TY_PEOPLE_SEX)[index];

  return sex == '1' || sex == '2' ? sex : UNKNOWN;
}

static guint32
get_birth (const TyChunk *chunk,
           guint          index)
{
  gint32 birth = TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index];

  return birth != 0 ? (guint32) birth : UNKNOWN;
}

static guint32
get_key (TyOrder *self,
         TySort   sort,
         GArray  *ranks,
         guint32  row)
{
  guint number = row >> TY_CHUNK_SHIFT;
  guint index = row & (TY_CHUNK_PEOPLE - 1);
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);

  switch (sort)
    {
    case TY_SORT_NAME:
    case TY_SORT_STROKES:
      return g_array_index (ranks, guint32, ty_name_index_get_numbers (self->names, number)[index]);
    case TY_SORT_OWN:
      return g_array_index (ranks, guint32, row);
    case TY_SORT_SEX:
      return get_sex (chunk, index);
    case TY_SORT_BIRTH:
      return get_birth (chunk, index);
    case TY_SORT_POST:
      return get_post_rank (self, chunk, ty_order_find_place (self, chunk, index));
    case TY_SORT_SINCE:
      return get_since (self, chunk, ty_order_find_place (self, chunk, index));
    case TY_SORT_EDUCATION:
      return get_education (self, chunk, index);
    case TY_SORT_OFFICIAL:
    case TY_SORT_UNIT:
    default:
      return get_unit_rank (self, chunk, ty_order_find_place (self, chunk, index));
    }
}

typedef struct
{
  TyOrder *order;
  TySortKey key;
  GArray *ranks; /* (nullable): by number of the name, or by row */
  TyRadixItem *items;
  guint n_items;
} Keys;

#define KEYS_AT_ONCE 65536

static void
fill_keys (guint    part,
           gpointer data)
{
  Keys *keys = data;
  guint end = MIN (keys->n_items, (part + 1) * KEYS_AT_ONCE);

  for (guint i = part * KEYS_AT_ONCE; i < end; i++)
    {
      guint32 key = get_key (keys->order, keys->key.sort, keys->ranks, keys->items[i].value);

      keys->items[i].key = keys->key.descending && key != UNKNOWN ? UNKNOWN - 1 - key : key;
    }
}

/* Where a key is read from a table: names by their number, fields of the county by row. */
static GArray *
make_ranks (TyOrder   *self,
            TySortKey  key)
{
  switch (key.sort)
    {
    case TY_SORT_NAME:
      return g_array_ref (self->pinyin);
    case TY_SORT_STROKES:
      return ty_names_dup_stroke_ranks (ty_name_index_get_names (self->names));
    case TY_SORT_OWN:
      return ty_order_own_make_ranks (self->view, key.own);
    case TY_SORT_OFFICIAL:
    case TY_SORT_SEX:
    case TY_SORT_BIRTH:
    case TY_SORT_UNIT:
    case TY_SORT_POST:
    case TY_SORT_SINCE:
    case TY_SORT_EDUCATION:
    default:
      return NULL;
    }
}

static void
sort_by (TyOrder     *self,
         TySortKey    key,
         TyRadixItem *items,
         guint        n_items)
{
  g_autoptr(GArray) ranks = make_ranks (self, key);
  Keys keys = { self, key, ranks, items, n_items };

  ty_parallel_run ((n_items + KEYS_AT_ONCE - 1) / KEYS_AT_ONCE, fill_keys, &keys);
  ty_radix_sort (items, n_items);
}

/* Where everybody stands, in the order of the columns. */
typedef struct
{
  TyOrder *order;
  guint32 *firsts; /* how many people stand in the chunks before each */
  guint32 *units;
  guint32 *posts;
  guint32 *names;
} Places;

static void
find_places (guint    number,
             gpointer data)
{
  Places *places = data;
  TyOrder *self = places->order;
  const TyChunk *chunk = ty_columns_get_chunk (ty_view_get_columns (self->view), number);
  const guint32 *numbers = ty_name_index_get_numbers (self->names, number);
  const guint32 *pinyin = (const guint32 *) self->pinyin->data;
  guint32 first = places->firsts[number];

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    {
      guint32 place = ty_order_find_place (self, chunk, i);

      places->units[first + i] = get_unit_rank (self, chunk, place);
      places->posts[first + i] = get_post_rank (self, chunk, place);
      places->names[first + i] = pinyin[numbers[i]];
    }
}

static void
sort_by_places (TyRadixItem   *items,
                guint          n_items,
                const guint32 *keys)
{
  for (guint i = 0; i < n_items; i++)
    items[i].key = keys[items[i].value];
  ty_radix_sort (items, n_items);
}

static void
count_firsts (TyColumns *columns,
              guint32   *firsts)
{
  guint32 n = 0;

  for (guint i = 0; i < ty_columns_get_n_chunks (columns); i++)
    {
      firsts[i] = n;
      n += ty_chunk_get_n (ty_columns_get_chunk (columns, i));
    }
}

/* By name, then by post, then by unit: each sort keeps what the one before it did. */
static void
make_rows (TyOrder *self)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  guint n = ty_columns_get_n_people (columns);
  guint n_chunks = ty_columns_get_n_chunks (columns);
  g_autofree TyRadixItem *items = g_new (TyRadixItem, n + 1);
  g_autofree guint32 *keys = g_new (guint32, 3 * (gsize) n + 1);
  g_autofree guint32 *firsts = g_new (guint32, n_chunks + 1);
  g_autofree guint32 *rows = g_new (guint32, n + 1);
  guint32 *ordered;
  Places places = { self, firsts, keys, keys + n, keys + 2 * (gsize) n };

  count_firsts (columns, firsts);
  ty_parallel_run (n_chunks, find_places, &places);
  for (guint i = 0; i < n; i++)
    items[i].value = i;
  sort_by_places (items, n, places.names);
  sort_by_places (items, n, places.posts);
  sort_by_places (items, n, places.units);
  for (guint number = 0; number < n_chunks; number++)
    for (guint i = 0; i < ty_chunk_get_n (ty_columns_get_chunk (columns, number)); i++)
      rows[firsts[number] + i] = (number << TY_CHUNK_SHIFT) | i;
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_array_set_size (self->rows, n);
  ordered = (guint32 *) self->rows->data;
  for (guint i = 0; i < n; i++)
    ordered[i] = rows[items[i].value];
}

/* Who asks for names alone does not wait until everybody is sorted. */
static GArray *
get_rows (TyOrder *self)
{
  if (g_once_init_enter (&self->has_rows))
    {
      self->pinyin = ty_names_dup_pinyin_ranks (ty_name_index_get_names (self->names));
      make_rows (self);
      g_once_init_leave (&self->has_rows, TRUE);
    }
  return self->rows;
}

/**
 * ty_order_new:
 * @view: a date and a scope
 * @names: the names of the same generation
 *
 * Returns: (transfer full): everybody in the official order of that date; they are sorted when it is first asked
 */
TyOrder *
ty_order_new (TyView      *view,
              TyNameIndex *names)
{
  TyOrder *self;

  g_return_val_if_fail (ty_name_index_get_columns (names) == ty_view_get_columns (view), NULL);

  self = g_new0 (TyOrder, 1);
  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->mutex);
  self->sorted_by = g_array_new (FALSE, FALSE, sizeof (TySortKey));
  self->view = ty_view_ref (view);
  self->names = ty_name_index_ref (names);
  self->post_ranks = ty_main_post_dup_ranks (view);
  self->study_ranks = make_study_ranks (ty_view_get_columns (view));
  return self;
}

/**
 * ty_order_ref:
 * @self: an order
 *
 * Returns: (transfer full): the same
 */
TyOrder *
ty_order_ref (TyOrder *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_order_unref (TyOrder *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  ty_view_unref (self->view);
  ty_name_index_unref (self->names);
  g_clear_pointer (&self->pinyin, g_array_unref);
  g_free (self->post_ranks);
  g_free (self->study_ranks);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->sorted, g_array_unref);
  g_array_unref (self->sorted_by);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * ty_order_get_view:
 * @self: an order
 *
 * Returns: (transfer none): its view
 */
TyView *
ty_order_get_view (TyOrder *self)
{
  return self->view;
}

/**
 * ty_order_get_names:
 * @self: an order
 *
 * Returns: (transfer none): its names
 */
TyNameIndex *
ty_order_get_names (TyOrder *self)
{
  return self->names;
}

/* Those of some rows that are wanted, in their order. */
static GArray *
collect (GArray         *all,
         const TyBitmap *wanted)
{
  const guint32 *rows = (const guint32 *) all->data;
  guint n_wanted = ty_bitmap_count (wanted);
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_wanted);
  guint32 *to;
  guint n = 0;

  g_array_set_size (found, n_wanted);
  to = (guint32 *) found->data;
  for (guint i = 0; i < all->len && n < n_wanted; i++)
    if (ty_bitmap_get (wanted, rows[i]))
      to[n++] = rows[i];
  g_array_set_size (found, n);
  return found;
}

/* Behind the official order nothing is left to decide, and before it only its direction. */
static guint
count_keys (const TySortKey *keys,
            guint            n_keys)
{
  guint n = 0;

  while (n < n_keys && keys[n].sort != TY_SORT_OFFICIAL)
    n++;
  return n < n_keys && keys[n].descending ? n + 1 : n;
}

/* Of rows in the official order; by the last key first, since each sort keeps what the one before it
 * did. */
static GArray *
sort_rows (TyOrder         *self,
           GArray          *rows,
           const TySortKey *keys,
           guint            n_keys)
{
  gboolean backwards = n_keys > 0 && keys[n_keys - 1].sort == TY_SORT_OFFICIAL;
  guint n = rows->len;
  g_autofree TyRadixItem *items = g_new (TyRadixItem, n + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint i = 0; i < n; i++)
    items[i] = (TyRadixItem){ 0, g_array_index (rows, guint32, backwards ? n - 1 - i : i) };
  /* The official order turned round still has those last who have no place in it. */
  for (guint i = n_keys; i > 0; i--)
    sort_by (self, keys[i - 1].sort == TY_SORT_OFFICIAL ? (TySortKey){ TY_SORT_UNIT, TRUE, 0 }
                                                        : keys[i - 1],
             items, n);
  g_array_set_size (sorted, n);
  for (guint i = 0; i < n; i++)
    g_array_index (sorted, guint32, i) = items[i].value;
  return sorted;
}

static gboolean
is_sorted_by (TyOrder         *self,
              const TySortKey *keys,
              guint            n_keys)
{
  if (self->sorted == NULL || self->sorted_by->len != n_keys)
    return FALSE;

  for (guint i = 0; i < n_keys; i++)
    {
      const TySortKey *key = &g_array_index (self->sorted_by, TySortKey, i);

      if (key->sort != keys[i].sort || key->descending != keys[i].descending || key->own != keys[i].own)
        return FALSE;
    }
  return TRUE;
}

/* Everybody in that order; kept, so that whoever types in a search entry sorts nothing. */
static GArray *
get_sorted (TyOrder         *self,
            const TySortKey *keys,
            guint            n_keys)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!is_sorted_by (self, keys, n_keys))
    {
      g_clear_pointer (&self->sorted, g_array_unref);
      self->sorted = sort_rows (self, get_rows (self), keys, n_keys);
      g_array_set_size (self->sorted_by, 0);
      g_array_append_vals (self->sorted_by, keys, n_keys);
    }
  return g_array_ref (self->sorted);
}

/**
 * ty_order_sort:
 * @self: an order
 * @rows: rows of its columns
 * @keys: (array length=n_keys): by what they are sorted, the first before all others
 * @n_keys: how many; none = by the official order
 *
 * Sorts. The official order decides between equals.
 *
 * Returns: (transfer full) (element-type guint32): the rows in that order
 */
GArray *
ty_order_sort (TyOrder         *self,
               const TyBitmap  *rows,
               const TySortKey *keys,
               guint            n_keys)
{
  guint n = count_keys (keys, n_keys);
  g_autoptr(GArray) all = NULL;

  if (n == 0)
    return collect (get_rows (self), rows);
  if (ty_bitmap_count (rows) < get_rows (self)->len / FEW)
    {
      g_autoptr(GArray) few = collect (get_rows (self), rows);

      return sort_rows (self, few, keys, n);
    }

  all = get_sorted (self, keys, n);
  return collect (all, rows);
}

/* Those of a list who are among some rows, in the order of the list; all others behind them. */
static GArray *
collect_list (TyOrder           *self,
              const TyBitmap    *rows,
              const TyNamedList *list)
{
  TyColumns *columns = ty_view_get_columns (self->view);
  g_autoptr(TyBitmap) left = ty_bitmap_new (rows->n_bits);
  g_autoptr(GArray) others = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  ty_bitmap_or (left, rows);
  for (guint i = 0; i < list->people->len; i++)
    {
      guint32 row;

      if (!ty_columns_find_person (columns, g_array_index (list->people, gint64, i), &row)
          || !ty_bitmap_get (left, row))
        continue;
      g_array_append_val (found, row);
      ty_bitmap_unset (left, row);
    }
  others = collect (get_rows (self), left);
  g_array_append_vals (found, others->data, others->len);
  return found;
}

/**
 * ty_order_sort_list:
 * @self: an order
 * @rows: rows of its columns
 * @list: key of a named list, or 0
 * @keys: (array length=n_keys): by what they are sorted, the first before all others
 * @n_keys: how many; none = by the order of the list, else by the official order
 *
 * Sorts. The order of the list decides between equals.
 *
 * Returns: (transfer full) (element-type guint32): the rows in that order
 */
GArray *
ty_order_sort_list (TyOrder         *self,
                    const TyBitmap  *rows,
                    gint64           list,
                    const TySortKey *keys,
                    guint            n_keys)
{
  const TyNamedList *found = list != 0
                               ? ty_person_lists_find (ty_columns_get_lists (ty_view_get_columns (self->view)),
                                                       list) : NULL;
  g_autoptr(GArray) ordered = NULL;

  if (found == NULL || (n_keys > 0 && keys[0].sort == TY_SORT_OFFICIAL))
    return ty_order_sort (self, rows, keys, n_keys);

  ordered = collect_list (self, rows, found);
  return n_keys > 0 ? sort_rows (self, ordered, keys, n_keys) : g_steal_pointer (&ordered);
}
