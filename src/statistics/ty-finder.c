/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-finder"

#include "config.h"

#include "ty-finder.h"

#include "ty-main-post.h"
#include "ty-parallel.h"
#include "ty-person-table.h"
#include "ty-text.h"
#include "ty-view-private.h"

#include <string.h>

typedef struct
{
  TyOrder *order;
  TyBitmap *names;  /* numbers of names of people that were found */
  TyBitmap *units;  /* (nullable): numbers of units that were found */
  TyBitmap *rows;
} Search;

/* By the villages of present posts; of somebody who holds none, by that of the last one. */
static gboolean
is_of_units (Search        *search,
             const TyChunk *chunk,
             guint          index)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  TyView *view = ty_order_get_view (search->order);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (unit[i] != TY_UNIT_NONE && ty_bitmap_get (search->units, unit[i])
        && ty_view_is_post (view, post[i])
        && (ty_view_is_held (view, chunk, i)
            || ty_order_find_place (search->order, chunk, index) == i))
      return TRUE;

  return FALSE;
}

static void
search_chunk (guint    number,
              gpointer data)
{
  Search *search = data;
  TyNameIndex *index = ty_order_get_names (search->order);
  const TyChunk *chunk = ty_columns_get_chunk (ty_name_index_get_columns (index), number);
  const guint32 *numbers = ty_name_index_get_numbers (index, number);

  for (guint i = 0; i < ty_chunk_get_n (chunk); i++)
    if ((numbers[i] < search->names->n_bits && ty_bitmap_get (search->names, numbers[i]))
        || (search->units != NULL && is_of_units (search, chunk, i)))
      ty_bitmap_set (search->rows, (number << TY_CHUNK_SHIFT) | i);
}

/* The units that were called so on the date; none at all where nothing was. */
static TyBitmap *
find_units (TyOrder    *order,
            const char *text)
{
  TyNameIndex *index = ty_order_get_names (order);
  TyUnits *units = ty_columns_get_units (ty_name_index_get_columns (index));
  TyUnitTree *tree = ty_view_get_tree (ty_order_get_view (order));
  g_autoptr(TyBitmap) names = ty_names_search (ty_name_index_get_unit_names (index), text);
  const guint32 *numbers = ty_name_index_get_span_numbers (index);
  TyBitmap *found;

  if (ty_bitmap_is_empty (names))
    return NULL;

  found = ty_bitmap_new (ty_units_get_n (units));
  for (guint i = 0; i < ty_units_get_n_spans (units); i++)
    {
      const TyUnitSpan *span = ty_units_get_span (units, i);

      if (ty_bitmap_get (names, numbers[i]) && ty_unit_tree_get_span (tree, span->unit) == span)
        ty_bitmap_set (found, span->unit);
    }
  return found;
}

/* Who types fewer digits of a phone number than this looks for something else. */
#define LEAST_DIGITS 7
#define MOST_DIGITS 14

static gboolean
add_by_phone (TyColumns   *columns,
              TyDatabase  *database,
              const char  *number,
              TyBitmap    *rows,
              GError     **error)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  g_autoptr(GArray) people = NULL;

  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr ("+-()", *p) == NULL)
      return TRUE;
  if (digits->len < LEAST_DIGITS || digits->len > MOST_DIGITS)
    return TRUE;

  people = ty_person_table_list_by_phone (database, digits->str, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      guint32 row;

      if (ty_columns_find_person (columns, g_array_index (people, gint64, i), &row))
        ty_bitmap_set (rows, row);
    }
  return people != NULL;
}

static gboolean
add_by_number (TyOrder     *order,
               TyDatabase  *database,
               const char  *text,
               TyBitmap    *rows,
               GError     **error)
{
  g_autofree char *number = ty_text_clean_code (text);
  TyColumns *columns = ty_name_index_get_columns (ty_order_get_names (order));
  g_autoptr(GPtrArray) people = NULL;

  /* Nothing like that is an ID number. */
  if (strlen (number) < 6 || strpbrk (number, "0123456789") == NULL)
    return TRUE;

  people = ty_person_table_list_by_number (database, number, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      guint32 row;

      if (ty_columns_find_person (columns,
                                  ty_record_get_integer (g_ptr_array_index (people, i), TY_PERSON_ID),
                                  &row))
        ty_bitmap_set (rows, row);
    }
  return people != NULL && add_by_phone (columns, database, number, rows, error);
}

/**
 * ty_finder_is_empty:
 * @text: (nullable): what was typed
 *
 * Returns: whether it asks for nothing, so that everybody is found
 */
gboolean
ty_finder_is_empty (const char *text)
{
  g_autofree char *folded = text != NULL ? ty_text_fold (text) : NULL;

  return folded == NULL || *folded == '\0';
}

/**
 * ty_finder_find:
 * @order: everybody on a date
 * @database: a connection, for ID numbers and phones
 * @text: what was typed: part of a name or of the name of a village in either script, pinyin or
 *   initials, a whole ID number, or at least seven digits of a phone number
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the rows of those who are found
 */
TyBitmap *
ty_finder_find (TyOrder     *order,
                TyDatabase  *database,
                const char  *text,
                GError     **error)
{
  TyNameIndex *index = ty_order_get_names (order);
  guint n = ty_columns_get_n_chunks (ty_name_index_get_columns (index));
  g_autoptr(TyBitmap) names = ty_names_search (ty_name_index_get_names (index), text);
  g_autoptr(TyBitmap) units = find_units (order, text);
  g_autoptr(TyBitmap) rows = ty_bitmap_new (n << TY_CHUNK_SHIFT);
  Search search = { order, names, units, rows };

  ty_parallel_run (n, search_chunk, &search);
  if (!add_by_number (order, database, text, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/* Who departed comes behind those who fit as well. */
#define N_CLASSES (2 * TY_FIT_NONE)

typedef struct
{
  TyOrder *order;
  const guint8 *ranks; /* by number of a name */
  guint n_ranks;
  TyBitmap *numbered;  /* rows whose ID number was typed */
  guint8 *classes;     /* by row */
  gint counts[N_CLASSES];
} Best;

static guint
get_class (const Best *best,
           guint32     row,
           guint32     number,
           guint32     facts)
{
  guint rank = number < best->n_ranks ? best->ranks[number] : TY_FIT_NONE;

  if (ty_bitmap_get (best->numbered, row))
    rank = TY_FIT_WHOLE;

  return rank == TY_FIT_NONE ? N_CLASSES : 2 * rank + ((facts & TY_FACT_DEPARTED) != 0);
}

static void
class_chunk (guint    number,
             gpointer data)
{
  Best *best = data;
  TyNameIndex *index = ty_order_get_names (best->order);
  guint n = ty_chunk_get_n (ty_columns_get_chunk (ty_name_index_get_columns (index), number));
  const guint32 *names = ty_name_index_get_numbers (index, number);
  const guint32 *facts = ty_view_get_facts (ty_order_get_view (best->order), number);
  guint counts[N_CLASSES + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      guint32 row = (number << TY_CHUNK_SHIFT) | i;
      guint class = get_class (best, row, names[i], facts[i]);

      best->classes[row] = (guint8) class;
      counts[class]++;
    }
  for (guint i = 0; i < N_CLASSES; i++)
    if (counts[i] > 0)
      g_atomic_int_add (&best->counts[i], (gint) counts[i]);
}

/* The rows of the classes that are needed for so many, in the official order. */
static GArray *
list_best_rows (const Best *best,
                guint       n_rows,
                guint       limit)
{
  g_autoptr(TyBitmap) rows = ty_bitmap_new (n_rows);
  guint end = 0, n = 0;

  while (end < N_CLASSES && n < limit)
    n += (guint) best->counts[end++];
  for (guint row = 0; row < n_rows; row++)
    if (best->classes[row] < end)
      ty_bitmap_set (rows, row);

  return ty_order_sort (best->order, rows, NULL, 0);
}

static GArray *
pick_best (const Best   *best,
           const GArray *rows,
           guint         limit)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (TyFound));

  for (guint class = 0; class < N_CLASSES && picked->len < limit; class++)
    for (guint i = 0; best->counts[class] > 0 && i < rows->len && picked->len < limit; i++)
      {
        TyFound found = { g_array_index (rows, guint32, i), class / 2, 0 };

        if (best->classes[found.row] != class)
          continue;
        found.facts = ty_view_get_facts (ty_order_get_view (best->order),
                                         found.row >> TY_CHUNK_SHIFT)
          [found.row & (TY_CHUNK_PEOPLE - 1)];
        g_array_append_val (picked, found);
      }
  return picked;
}

/**
 * ty_finder_find_best:
 * @order: everybody on a date
 * @database: a connection, for ID numbers and phones
 * @text: what was typed: part of a name in either script, pinyin or initials, or a whole ID number
 * @limit: how many at most
 * @error: a `TY_STORE_ERROR`
 *
 * Finds people by their own names only. Who fits as well as others stands behind them after having
 * departed; the official order decides between the rest.
 *
 * Returns: (transfer full) (nullable) (element-type TyFound): the best first
 */
GArray *
ty_finder_find_best (TyOrder     *order,
                     TyDatabase  *database,
                     const char  *text,
                     guint        limit,
                     GError     **error)
{
  TyNameIndex *index = ty_order_get_names (order);
  guint n_chunks = ty_columns_get_n_chunks (ty_name_index_get_columns (index));
  guint n_rows = n_chunks << TY_CHUNK_SHIFT;
  Best best = { order, NULL, 0, NULL, NULL, { 0 } };
  g_autofree guint8 *ranks = ty_names_rank (ty_name_index_get_names (index), text, &best.n_ranks);
  g_autofree guint8 *classes = g_malloc (n_rows + 1);
  g_autoptr(TyBitmap) numbered = ty_bitmap_new (n_rows);
  g_autoptr(GArray) rows = NULL;

  if (!add_by_number (order, database, text, numbered, error))
    return NULL;

  memset (classes, N_CLASSES, n_rows);
  best.ranks = ranks;
  best.classes = classes;
  best.numbered = numbered;
  ty_parallel_run (n_chunks, class_chunk, &best);
  rows = list_best_rows (&best, n_rows, limit);
  return pick_best (&best, rows, limit);
}
