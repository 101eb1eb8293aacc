/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-order"

#include "config.h"

#include "ty-roster-order.h"

#include "ty-collate.h"

#include <string.h>

typedef struct
{
  TyRosterSort sort;
  gboolean descending;
} Order;

/* Numbers whose order is that of the values; where one is unknown, it comes last both ways. */
#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

void
ty_roster_place_clear (TyRosterPlace *self)
{
  g_clear_pointer (&self->pinyin_key, g_free);
  g_clear_pointer (&self->stroke_key, g_free);
}

static void
prepare_keys (GPtrArray    *places,
              TyRosterSort  sort)
{
  for (guint i = 0; i < places->len; i++)
    {
      TyRosterPlace *place = g_ptr_array_index (places, i);

      if (place->pinyin_key == NULL)
        place->pinyin_key = ty_collate_key_pinyin (place->person->name, place->person->pinyin);
      if (sort == TY_ROSTER_SORT_STROKES && place->stroke_key == NULL)
        place->stroke_key = ty_collate_key_stroke (place->person->name);
    }
}

static gboolean
is_unknown (const TyRosterPlace *place,
            TyRosterSort         sort)
{
  switch (sort)
    {
    case TY_ROSTER_SORT_OFFICIAL:
    case TY_ROSTER_SORT_UNIT:
      return place->unit_rank == G_MAXUINT;
    case TY_ROSTER_SORT_POST:
      return place->post_rank == G_MAXINT;
    case TY_ROSTER_SORT_SEX:
      return place->person->sex != '1' && place->person->sex != '2';
    case TY_ROSTER_SORT_BIRTH:
      return !ty_date_is_known (place->person->birth);
    case TY_ROSTER_SORT_SINCE:
      return !place->held || !ty_date_is_known (place->post->from);
    case TY_ROSTER_SORT_EDUCATION:
      return place->study_rank == G_MAXINT;
    case TY_ROSTER_SORT_NAME:
    case TY_ROSTER_SORT_STROKES:
    default:
      return FALSE;
    }
}

static int
compare_official (const TyRosterPlace *a,
                  const TyRosterPlace *b)
{
  if (a->unit_rank != b->unit_rank)
    return COMPARE (a->unit_rank, b->unit_rank);
  if (a->post_rank != b->post_rank)
    return COMPARE (a->post_rank, b->post_rank);

  return strcmp (a->pinyin_key, b->pinyin_key);
}

static int
compare_by (const TyRosterPlace *a,
            const TyRosterPlace *b,
            TyRosterSort         sort)
{
  switch (sort)
    {
    case TY_ROSTER_SORT_NAME:
      return strcmp (a->pinyin_key, b->pinyin_key);
    case TY_ROSTER_SORT_STROKES:
      return strcmp (a->stroke_key, b->stroke_key);
    case TY_ROSTER_SORT_SEX:
      return COMPARE (a->person->sex, b->person->sex);
    case TY_ROSTER_SORT_BIRTH:
      return ty_date_compare (a->person->birth, b->person->birth);
    case TY_ROSTER_SORT_UNIT:
      return COMPARE (a->unit_rank, b->unit_rank);
    case TY_ROSTER_SORT_POST:
      return COMPARE (a->post_rank, b->post_rank);
    case TY_ROSTER_SORT_SINCE:
      return ty_date_compare (a->post->from, b->post->from);
    case TY_ROSTER_SORT_EDUCATION:
      return COMPARE (a->study_rank, b->study_rank);
    case TY_ROSTER_SORT_OFFICIAL:
    default:
      return compare_official (a, b);
    }
}

static int
compare_places (gconstpointer first,
                gconstpointer second,
                gpointer      data)
{
  const TyRosterPlace *a = *(const TyRosterPlace *const *) first;
  const TyRosterPlace *b = *(const TyRosterPlace *const *) second;
  const Order *order = data;
  gboolean unknown = is_unknown (a, order->sort);
  int result = 0;

  if (unknown != is_unknown (b, order->sort))
    return unknown ? 1 : -1;
  if (!unknown)
    result = compare_by (a, b, order->sort);
  if (result != 0)
    return order->descending ? -result : result;

  result = compare_official (a, b);
  return result != 0 ? result : COMPARE (a->person->person, b->person->person);
}

/**
 * ty_roster_order_sort:
 * @places: (element-type TyRosterPlace): what to sort
 * @sort: the order
 * @descending: whether it is turned round
 *
 * Sorts. The official order, never turned round, decides between equals; who has no value comes
 * last both ways.
 */
void
ty_roster_order_sort (GPtrArray    *places,
                      TyRosterSort  sort,
                      gboolean      descending)
{
  Order order = { sort, descending };

  prepare_keys (places, sort);
  g_ptr_array_sort_with_data (places, compare_places, &order);
}
