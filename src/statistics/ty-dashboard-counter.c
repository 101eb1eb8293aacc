/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dashboard-counter"

#include "config.h"

#include "ty-dashboard-counter.h"

#include "ty-card-count.h"
#include "ty-dimension-change.h"

#include <glib/gi18n-lib.h>

static TyDate
find_year_before (TyDate as_of)
{
  gboolean leap_day = as_of.month == 2 && as_of.day == 29;

  return as_of.year > 1 ? ty_date_new (as_of.year - 1u, as_of.month, leap_day ? 28 : as_of.day) : TY_DATE_NONE;
}

/**
 * ty_dashboard_find_before:
 * @compare: with what something is compared
 * @columns: the file
 * @as_of: the cut-off date
 *
 * Returns: the date with which it is compared, or %TY_DATE_NONE where there is nothing to compare with
 */
TyDate
ty_dashboard_find_before (TyCardCompare  compare,
                          TyColumns     *columns,
                          TyDate         as_of)
{
  switch (compare.before)
    {
    case TY_CARD_BEFORE_TERM:
      return ty_change_find_eve_of_term (columns, as_of);
    case TY_CARD_BEFORE_YEAR:
      return find_year_before (as_of);
    case TY_CARD_BEFORE_DATE:
      return ty_date_compare (compare.date, as_of) != 0 ? compare.date : TY_DATE_NONE;
    case TY_CARD_BEFORE_INHERIT:
    case TY_CARD_BEFORE_NONE:
    default:
      return TY_DATE_NONE;
    }
}

/* What the card itself says goes before what is chosen for the whole. */
static TyCardCompare
choose_compare (const TyDashboard      *dashboard,
                const TyCard           *card,
                const TyDashboardPlace *place)
{
  if (card->compare.before != TY_CARD_BEFORE_INHERIT)
    return card->compare;

  return place->compare.before != TY_CARD_BEFORE_INHERIT ? place->compare : dashboard->compare;
}

/* Everybody with whom any card could have to do. */
static TyPopulation *
new_anybody (void)
{
  static const TyWho who[] = { TY_WHO_DEPARTED, TY_WHO_RESERVES, TY_WHO_MENTORS };
  TyPopulation *anybody = ty_population_new_who (TY_WHO_IN_OFFICE);

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    {
      g_autoptr(TyPopulation) before = anybody;
      g_autoptr(TyPopulation) others = ty_population_new_who (who[i]);

      anybody = ty_population_new_or (before, others);
    }
  return anybody;
}

static TyCardAsk
ask_anybody (TyCardAsks *asks,
             TyDate      as_of)
{
  g_autoptr(TyPopulation) anybody = new_anybody ();
  const TyCrossTableSpec spec = {
    .population = anybody,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
    .view = ty_card_asks_get_view (asks, as_of),
  };

  return ty_card_asks_add (asks, &spec);
}

static gboolean
is_anybody (TyCardAsks *asks,
            TyCardAsk   asked)
{
  const char *problem;
  TyCrossTable *table = ty_card_asks_get_table (asks, asked, &problem);

  return table == NULL
         || ty_cross_table_get_amount (table, 0, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL, asked.measure).sum > 0;
}

/* Of a day before the records, and of a scope without people: a row of noughts would be believed. */
static void
say_nobody (TyCardAnswer *answer)
{
  g_autofree char *day = ty_date_to_record (answer->as_of);

  if (answer->message != NULL || answer->subject != TY_SUBJECT_PEOPLE || answer->card->figures->len == 0)
    return;

  answer->message = g_strdup_printf (
    /* Translators: in the place of a card; a date follows */
    _("Nobody is recorded here on %s. Choose another date or another scope."), day);
}

/**
 * ty_dashboard_count:
 * @dashboard: a dashboard
 * @place: when and where it is asked
 * @cancellable: (nullable): stops it between two tables
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Counts all cards of a dashboard together. What cannot be counted says why in its place.
 *
 * Returns: (transfer full) (nullable) (element-type TyCardAnswer): an answer for each card
 */
GPtrArray *
ty_dashboard_count (const TyDashboard       *dashboard,
                    const TyDashboardPlace  *place,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_autoptr(TyCardAsks) asks = ty_card_asks_new (place->columns, place->views, place->database, place->scope);
  g_autoptr(GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_count_free);
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_card_answer_free);
  TyCardAsk anybody;

  g_return_val_if_fail (place->columns != NULL && place->database != NULL, NULL);
  g_return_val_if_fail (ty_date_is_known (place->as_of), NULL);

  for (guint i = 0; i < dashboard->cards->len; i++)
    {
      const TyCard *card = ty_dashboard_get_card (dashboard, i);
      TyCardCompare compare = choose_compare (dashboard, card, place);
      TyDate before = ty_dashboard_find_before (compare, place->columns, place->as_of);

      g_ptr_array_add (counts, ty_card_count_new (card, asks, place->as_of, place->scope, compare.before,
                                                  before));
    }
  anybody = ask_anybody (asks, place->as_of);
  if (!ty_card_asks_run (asks, cancellable, error))
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    {
      TyCardAnswer *answer = ty_card_count_finish (g_ptr_array_index (counts, i));

      if (!is_anybody (asks, anybody))
        say_nobody (answer);
      g_ptr_array_add (answers, answer);
    }
  return g_steal_pointer (&answers);
}
