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

static gboolean
add_by_number (Search      *search,
               TyDatabase  *database,
               const char  *text,
               GError     **error)
{
  g_autofree char *number = ty_text_clean_code (text);
  TyColumns *columns = ty_name_index_get_columns (ty_order_get_names (search->order));
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
        ty_bitmap_set (search->rows, row);
    }
  return people != NULL;
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
 * @database: a connection, for ID numbers
 * @text: what was typed: part of a name or of the name of a village in either script, pinyin or
 *   initials, or a whole ID number
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
  if (!add_by_number (&search, database, text, error))
    return NULL;

  return g_steal_pointer (&rows);
}
