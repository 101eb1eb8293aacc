/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-count"

#include "config.h"

#include "ty-card-count.h"

#include "ty-card-count-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * ty_card_uses_before: (skip)
 * @card: a card
 *
 * Returns: whether it shows what was before: a table and bars only where the card itself says so
 */
gboolean
ty_card_uses_before (const TyCard *card)
{
  switch (card->kind)
    {
    case TY_CARD_FIGURE:
    case TY_CARD_BEFORE_AFTER:
    case TY_CARD_PYRAMID:
    case TY_CARD_TEXT:
      return TRUE;
    case TY_CARD_TABLE:
      return card->n_dimensions < 2 && card->compare.before != TY_CARD_BEFORE_INHERIT;
    case TY_CARD_BAR:
    case TY_CARD_STACKED_BAR:
    case TY_CARD_LINE:
    case TY_CARD_PIE:
    case TY_CARD_HEAT:
    case TY_CARD_FUNNEL:
    case TY_CARD_RANKING:
    case TY_CARD_TILES:
    default:
      return FALSE;
    }
}

static int
get_decimals (TyCardCount *self)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (self->view));

  return self->card->decimals >= 0 ? self->card->decimals : ty_county_rules_get_decimals (rules);
}

/* So many months before, on the last day of the month where it has no such day. */
static TyDate
go_back (TyDate date,
         guint  n_months)
{
  guint months = date.year * 12u + date.month - 1 - n_months;
  guint day = date.day;
  TyDate earlier = ty_date_new (months / 12, months % 12 + 1, day);

  while (!ty_date_is_valid (earlier) && day > 28)
    earlier = ty_date_new (months / 12, months % 12 + 1, --day);
  return earlier;
}

/**
 * ty_card_count_get_date: (skip)
 * @self: a card that is counted, with a row of dates
 * @number: which of its dates, the last of which is the cut-off date
 *
 * Returns: the date
 */
TyDate
ty_card_count_get_date (TyCardCount *self,
                        guint        number)
{
  guint step = self->card->every == TY_CARD_EVERY_YEAR ? 12 : self->card->every == TY_CARD_EVERY_QUARTER ? 3 : 1;
  guint back = step * (self->card->n_dates - 1 - number);

  return back < self->as_of.year * 12u ? go_back (self->as_of, back) : self->as_of;
}

static TyCardAsk
ask (TyCardCount *self,
     guint        figure,
     TyView      *view,
     TyView      *before)
{
  const TyCard *card = self->card;
  TyCrossTableSpec spec = {
    .population = ty_card_get_population (card, figure),
    .n_dimensions = card->n_dimensions,
    .measures = { ty_card_get_figure (card, figure)->measure },
    .n_measures = 1,
    .view = view,
    .before = before,
  };

  memcpy (spec.dimensions, card->dimensions, sizeof card->dimensions);
  return ty_card_asks_add (self->asks, &spec);
}

static void
ask_figures (TyCardCount *self)
{
  for (guint i = 0; i < self->card->figures->len; i++)
    {
      TyCardAsk asked = ask (self, i, self->view, self->view_before);

      g_array_append_val (self->figures, asked);
    }
}

static void
ask_dates (TyCardCount *self)
{
  for (guint date = 0; date < self->card->n_dates; date++)
    {
      TyView *view = ty_card_asks_get_view (self->asks, ty_card_count_get_date (self, date));

      for (guint i = 0; i < self->card->figures->len; i++)
        {
          TyCardAsk asked = ask (self, i, view, NULL);

          g_array_append_val (self->dates, asked);
        }
    }
}

/**
 * ty_card_count_new: (skip)
 * @card: a card, which outlives this
 * @asks: to which is added what it asks; it outlives this
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0
 * @how: with what it is compared
 * @before: on which date that was, or %TY_DATE_NONE
 *
 * Returns: (transfer full): the card, of which ty_card_count_finish() gives the answer once everything was
 *   counted
 */
TyCardCount *
ty_card_count_new (const TyCard *card,
                   TyCardAsks   *asks,
                   TyDate        as_of,
                   gint64        scope,
                   TyCardBefore  how,
                   TyDate        before)
{
  TyCardCount *self = g_new0 (TyCardCount, 1);
  TyDate compared = ty_card_uses_before (card) ? before : TY_DATE_NONE;

  self->card = card;
  self->asks = asks;
  self->as_of = as_of;
  self->how = how;
  self->figures = g_array_new (FALSE, FALSE, sizeof (TyCardAsk));
  self->dates = g_array_new (FALSE, FALSE, sizeof (TyCardAsk));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->answer = ty_card_answer_new (card, as_of, scope, compared);
  if (card->problem != NULL)
    return self;

  self->view = ty_card_asks_get_view (asks, as_of);
  if (ty_date_is_known (compared))
    self->view_before = ty_card_asks_get_view (asks, compared);
  if (card->figures->len > 0)
    ty_population_get_subject (ty_card_get_population (card, 0), &self->answer->subject, NULL);
  if (card->kind != TY_CARD_LINE)
    ask_figures (self);
  ask_dates (self);
  return self;
}

/**
 * ty_card_count_fill: (skip)
 * @self: a card that is counted
 * @figure: which figure
 * @amount: its value
 * @value: (out): the value as it is shown
 */
void
ty_card_count_fill (TyCardCount *self,
                    guint        figure,
                    TyAmount     amount,
                    TyCardValue *value)
{
  const TyMeasure *measure = ty_card_get_figure (self->card, figure)->measure;
  int decimals = get_decimals (self);
  gint64 shown = 0;

  value->amount = amount;
  value->known = ty_measure_get_shown (measure, amount, decimals, &shown);
  value->text = ty_measure_format (measure, amount, decimals);
  value->number = value->known ? g_ascii_strtod (value->text, NULL) : NAN;
}

/**
 * ty_card_count_fill_change: (skip)
 * @self: a card that is counted
 * @figure: which figure
 * @now: its value
 * @before: what it was
 * @value: (out): the difference as it is shown
 */
void
ty_card_count_fill_change (TyCardCount *self,
                           guint        figure,
                           TyAmount     now,
                           TyAmount     before,
                           TyCardValue *value)
{
  value->amount = now;
  value->text = ty_measure_format_change (ty_card_get_figure (self->card, figure)->measure, now, before,
                                          get_decimals (self));
  value->known = strcmp (value->text, "—") != 0;
  value->number = value->known ? g_ascii_strtod (value->text, NULL) : NAN;
}

/**
 * ty_card_count_get_table: (skip)
 * @self: a card that is counted
 * @asked: what was asked
 *
 * Returns: (transfer none) (nullable): the table; %NULL where the answer says why there is none
 */
TyCrossTable *
ty_card_count_get_table (TyCardCount *self,
                         TyCardAsk    asked)
{
  const char *problem;
  TyCrossTable *table = ty_card_asks_get_table (self->asks, asked, &problem);

  if (table == NULL && self->answer->message == NULL)
    self->answer->message = g_strdup (problem);
  return table;
}

static gboolean
has_tables (TyCardCount *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (ty_card_count_get_table (self, g_array_index (self->figures, TyCardAsk, i)) == NULL)
      return FALSE;
  for (guint i = 0; i < self->dates->len; i++)
    if (ty_card_count_get_table (self, g_array_index (self->dates, TyCardAsk, i)) == NULL)
      return FALSE;

  return TRUE;
}

/* On the dates of a line a value may have another number, or none. */
static guint
find_row (TyCrossTable *table,
          const char   *key)
{
  guint n = ty_cross_table_get_n_values (table, 0);

  for (guint i = 0; i < n; i++)
    if (strcmp (ty_cross_table_get_key (table, 0, i), key) == 0)
      return i;

  return n;
}

static void
fill_point (TyCardCount      *self,
            guint             date,
            const TyCardLine *series,
            TyCardValue      *value)
{
  guint figure = series->figure != TY_CARD_NO_FIGURE ? series->figure : 0;
  TyCardAsk asked = g_array_index (self->dates, TyCardAsk, date * self->card->figures->len + figure);
  TyCrossTable *table = ty_card_count_get_table (self, asked);
  guint row = series->key != NULL ? find_row (table, series->key) : TY_CROSS_TABLE_ALL;
  TyAmount amount = { 0, 0 };

  if (row == TY_CROSS_TABLE_ALL || row < ty_cross_table_get_n_values (table, 0))
    amount = ty_cross_table_get_amount (table, 0, row, TY_CROSS_TABLE_ALL, asked.measure);
  ty_card_count_fill (self, figure, amount, value);
}

static void
fill_cell (TyCardCount      *self,
           const TyCardLine *category,
           const TyCardLine *series,
           guint             row,
           guint             column,
           TyCardValue      *value)
{
  guint figure = series->figure != TY_CARD_NO_FIGURE ? series->figure
                 : category != NULL && category->figure != TY_CARD_NO_FIGURE ? category->figure : 0;
  TyCardAsk asked = g_array_index (self->figures, TyCardAsk, figure);
  TyCrossTable *table = ty_card_count_get_table (self, asked);
  TyAmount amount = ty_cross_table_get_amount (table, series->kind == TY_CARD_LINE_BEFORE, row, column,
                                               asked.measure);

  if (series->kind != TY_CARD_LINE_CHANGE)
    ty_card_count_fill (self, figure, amount, value);
  else
    ty_card_count_fill_change (self, figure, amount,
                               ty_cross_table_get_amount (table, 1, row, column, asked.measure), value);
}

static void
fill_values (TyCardCount *self)
{
  TyCardAnswer *answer = self->answer;
  guint n = answer->series->len;

  g_array_set_size (answer->values, answer->categories->len * n);
  for (guint i = 0; i < answer->categories->len; i++)
    for (guint j = 0; j < n; j++)
      {
        const TyCardLine *category = ty_card_answer_get_category (answer, i);
        const TyCardLine *series = ty_card_answer_get_series (answer, j);
        TyCardValue *value = &g_array_index (answer->values, TyCardValue, i * n + j);

        if (ty_date_is_known (category->date))
          fill_point (self, i, series, value);
        else
          fill_cell (self, category, series, g_array_index (self->rows, guint, i),
                     g_array_index (self->columns, guint, j), value);
      }
}

static void
fill_totals (TyCardCount *self)
{
  TyCardAnswer *answer = self->answer;

  if (self->card->n_dimensions == 0 || self->card->kind == TY_CARD_LINE)
    return;

  g_array_set_size (answer->totals, answer->series->len);
  for (guint j = 0; j < answer->series->len; j++)
    fill_cell (self, NULL, ty_card_answer_get_series (answer, j), TY_CROSS_TABLE_ALL,
               g_array_index (self->columns, guint, j), &g_array_index (answer->totals, TyCardValue, j));
}

/* Before there was anybody to be counted there is no number, not even none. */
static void
fill_trend (TyCardCount *self)
{
  if (self->card->kind == TY_CARD_LINE)
    return;

  g_array_set_size (self->answer->trend, self->card->n_dates);
  for (guint date = 0; date < self->card->n_dates; date++)
    {
      TyCardAsk asked = g_array_index (self->dates, TyCardAsk, date * self->card->figures->len);
      TyCrossTable *table = ty_card_count_get_table (self, asked);
      TyAmount amount = ty_cross_table_get_amount (table, 0, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL,
                                                   asked.measure);
      TyCardValue *value = &g_array_index (self->answer->trend, TyCardValue, date);

      ty_card_count_fill (self, 0, amount, value);
      value->known = value->known && amount.n > 0;
    }
}

static gboolean
has_anybody (TyCardCount *self)
{
  TyCardAnswer *answer = self->answer;

  for (guint i = 0; i < answer->values->len; i++)
    if (g_array_index (answer->values, TyCardValue, i).amount.n > 0
        || g_array_index (answer->values, TyCardValue, i).amount.sum > 0)
      return TRUE;

  return answer->values->len == 0 && self->card->kind == TY_CARD_TEXT;
}

/* A figure that is none says so itself. */
static void
say_nobody (TyCardCount *self)
{
  g_autofree char *day = ty_date_to_record (self->as_of);

  if (self->card->kind == TY_CARD_FIGURE || self->card->kind == TY_CARD_TEXT || has_anybody (self))
    return;

  /* Translators: in the place of a chart; a date follows */
  self->answer->message = g_strdup_printf (
    _("There is nothing to be counted here on %s. Choose another date or another scope."), day);
}

/**
 * ty_card_count_finish: (skip)
 * @self: a card of which everything was counted
 *
 * Returns: (transfer full): its answer, once
 */
TyCardAnswer *
ty_card_count_finish (TyCardCount *self)
{
  TyCardAnswer *answer = self->answer;

  g_return_val_if_fail (answer != NULL, NULL);

  if (answer->message == NULL && has_tables (self) && ty_card_count_add_lines (self))
    {
      fill_values (self);
      fill_totals (self);
      fill_trend (self);
      say_nobody (self);
      if (self->card->text != NULL)
        answer->text = ty_card_count_dup_text (self);
    }
  return g_steal_pointer (&self->answer);
}

void
ty_card_count_free (TyCardCount *self)
{
  g_clear_pointer (&self->answer, ty_card_answer_free);
  g_array_unref (self->figures);
  g_array_unref (self->dates);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}
