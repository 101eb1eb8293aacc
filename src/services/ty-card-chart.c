/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-chart"

#include "config.h"

#include "ty-card-chart.h"

#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An answer as a chart. Categories and series have the same numbers in both, so that a mark of the chart is
 * the value of the answer. */

/* More bars than these lie, with their labels beside them. */
#define MOST_UPRIGHT 12

/* The largest number of which each one has a shade of its own. */
#define MOST_STEPS 12
#define LAST_STEP 4

static const TyChartKind kinds[TY_N_CARD_KINDS] = {
  [TY_CARD_FIGURE] = TY_CHART_FIGURE,
  [TY_CARD_BAR] = TY_CHART_BAR,
  [TY_CARD_STACKED_BAR] = TY_CHART_STACKED,
  [TY_CARD_BEFORE_AFTER] = TY_CHART_BEFORE_AFTER,
  [TY_CARD_LINE] = TY_CHART_LINE,
  [TY_CARD_PIE] = TY_CHART_PIE,
  [TY_CARD_PYRAMID] = TY_CHART_PYRAMID,
  [TY_CARD_HEAT] = TY_CHART_HEAT,
  [TY_CARD_FUNNEL] = TY_CHART_FUNNEL,
  [TY_CARD_RANKING] = TY_CHART_RANKING,
  [TY_CARD_TABLE] = TY_CHART_TABLE,
  [TY_CARD_TEXT] = TY_CHART_TEXT,
  [TY_CARD_TILES] = TY_CHART_TILES,
};

static TyChartKind
choose_kind (const TyCardAnswer *answer)
{
  if (answer->card->kind == TY_CARD_BAR && answer->categories->len > MOST_UPRIGHT)
    return TY_CHART_BAR_ACROSS;

  return kinds[answer->card->kind];
}

static TyCardGood
get_good (const TyCardAnswer *answer,
          guint               category,
          guint               series)
{
  return ty_card_get_figure (answer->card, ty_card_answer_get_figure (answer, category, series))->good;
}

static TyChartSeriesFlags
get_flags (const TyCardAnswer *answer,
           guint               series)
{
  TyCardKind kind = answer->card->kind;
  TyCardGood good = get_good (answer, TY_CARD_ALL, series);
  TyChartSeriesFlags flags = TY_CHART_NOW;

  if (ty_card_answer_get_series (answer, series)->kind == TY_CARD_LINE_BEFORE)
    flags |= TY_CHART_BEFORE;
  if ((kind == TY_CARD_HEAT || kind == TY_CARD_TILES) && good == TY_CARD_GOOD_DOWN)
    flags |= TY_CHART_TURNED;
  if (kind == TY_CARD_TILES && good == TY_CARD_GOOD_UP)
    flags |= TY_CHART_ZERO_WARNS;
  return flags;
}

static const TyMeasure *
get_measure (const TyCardAnswer *answer,
             guint               category,
             guint               series)
{
  return ty_card_get_figure (answer->card, ty_card_answer_get_figure (answer, category, series))->measure;
}

static char *
dup_count (guint64 n)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

  return ty_text_group_digits (text);
}

/* `%` stands close to its number, other units apart. */
static char *
dup_with_unit (const TyCardAnswer *answer,
               guint               figure,
               const char         *text)
{
  g_autofree char *unit = ty_card_answer_dup_unit (answer, figure);
  g_autofree char *number = ty_text_group_digits (text);

  return g_strdup_printf (g_str_equal (unit, "%") ? "%s%s" : "%s %s", number, unit);
}

/* Of how many a share or an average is, is seldom seen in the chart. */
static void
set_readout (TyChart            *chart,
             const TyCardAnswer *answer,
             guint               category,
             guint               series)
{
  const TyCardValue *value = ty_card_answer_get_value (answer, category, series);
  const TyMeasure *measure = get_measure (answer, category, series);
  const TyCardLine *line = ty_card_answer_get_series (answer, series);
  const char *label = category == TY_CARD_ALL ? _("Total") : ty_card_answer_get_category (answer, category)->label;
  g_autofree char *sum = dup_count (value->amount.sum);
  g_autofree char *of = dup_count (value->amount.n);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!value->known || line->kind == TY_CARD_LINE_CHANGE)
    return;

  number = dup_with_unit (answer, ty_card_answer_get_figure (answer, category, series), value->text);
  if (measure->kind == TY_MEASURE_SHARE)
    /* Translators: what one points at: 云岭镇，女性：24.36%（115 / 472） */
    text = g_strdup_printf (_("%s, %s: %s (%s of %s)"), label, line->label, number, sum, of);
  else
    /* Translators: what one points at: 云岭镇，平均年龄：44.45 岁 */
    text = g_strdup_printf (_("%s, %s: %s"), label, line->label, number);
  ty_chart_set_readout (chart, category, series, text);
}

/* In a table each figure has a unit of its own, told as cross tables do: people and villages need none, shares, sums
 * and averages do. The narrow columns of a heat table have room for that of shares. */
static char *
dup_label (const TyCardAnswer *answer,
           const TyCardLine   *line)
{
  TyCardKind kind = answer->card->kind;
  const TyMeasure *measure;
  g_autofree char *unit = NULL;

  if ((kind != TY_CARD_TABLE && kind != TY_CARD_HEAT) || line->figure == TY_CARD_NO_FIGURE
      || line->kind == TY_CARD_LINE_CHANGE)
    return g_strdup (line->label);

  measure = ty_card_get_figure (answer->card, line->figure)->measure;
  if (measure->kind == TY_MEASURE_SHARE)
    return g_strdup_printf ("%s %%", line->label);
  if (kind == TY_CARD_HEAT || (measure->kind != TY_MEASURE_SUM && measure->kind != TY_MEASURE_AVERAGE))
    return g_strdup (line->label);

  unit = ty_measure_dup_unit (measure, answer->subject);
  return g_strdup_printf (C_("heading of a column", "%s (%s)"), line->label, unit);
}

static void
add_value (TyChart            *chart,
           const TyCardAnswer *answer,
           guint               category,
           guint               series)
{
  const TyCardValue *value = ty_card_answer_get_value (answer, category, series);

  g_autofree char *text = ty_text_group_digits (value->text);

  ty_chart_set_value (chart, category, series, value->known ? value->number : NAN, text);
  set_readout (chart, answer, category, series);
}

static void
add_values (TyChart            *chart,
            const TyCardAnswer *answer,
            guint               n_categories)
{
  for (guint i = 0; i < n_categories; i++)
    {
      const TyCardLine *line = ty_card_answer_get_category (answer, i);
      g_autofree char *label = dup_label (answer, line);

      ty_chart_add_category (chart, label, line->group);
    }
  for (guint i = 0; i < answer->series->len; i++)
    {
      g_autofree char *label = dup_label (answer, ty_card_answer_get_series (answer, i));

      ty_chart_add_series (chart, label, get_flags (answer, i));
    }
  for (guint i = 0; i < answer->series->len; i++)
    {
      for (guint category = 0; category < n_categories; category++)
        add_value (chart, answer, category, i);
      if (answer->totals->len > 0)
        add_value (chart, answer, TY_CARD_ALL, i);
    }
}

static guint
find_series (const TyCardAnswer *answer,
             TyCardLineKind      kind)
{
  for (guint i = 0; i < answer->series->len; i++)
    if (ty_card_answer_get_series (answer, i)->kind == kind)
      return i;

  return TY_CARD_ALL;
}

/* How many these are, beside a share or an average: 31 → 72 people. */
static void
set_counts (TyChart            *chart,
            const TyCardAnswer *answer,
            guint               now,
            guint               before)
{
  const TyMeasure *measure = get_measure (answer, 0, now);
  const TyCardValue *value = ty_card_answer_get_value (answer, 0, now);
  gboolean share = measure->kind == TY_MEASURE_SHARE;
  guint64 n = share ? value->amount.sum : value->amount.n;
  g_autofree char *unit = ty_measure_dup_unit (ty_measure_find ("count"), answer->subject);
  g_autofree char *now_text = dup_count (n);
  g_autofree char *text = NULL;

  if (measure->kind == TY_MEASURE_COUNT || !value->known)
    return;
  if (before != TY_CARD_ALL && ty_card_answer_get_value (answer, 0, before)->known)
    {
      TyAmount was = ty_card_answer_get_value (answer, 0, before)->amount;
      g_autofree char *was_text = dup_count (share ? was.sum : was.n);

      text = g_strdup_printf ("%s → %s %s", was_text, now_text, unit);
    }
  else
    text = g_strdup_printf ("%s %s", now_text, unit);
  ty_chart_set_text (chart, TY_CHART_NOTE, text);
}

static void
set_change (TyChart            *chart,
            const TyCardAnswer *answer,
            guint               now,
            guint               before)
{
  const TyMeasure *measure = get_measure (answer, 0, now);
  const TyCardValue *value = ty_card_answer_get_value (answer, 0, now);
  const TyCardValue *was;
  const char *point;
  int decimals;
  g_autofree char *plain = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  if (before == TY_CARD_ALL)
    return;
  was = ty_card_answer_get_value (answer, 0, before);
  if (!value->known || !was->known)
    return;

  point = strchr (value->text, '.');
  decimals = point != NULL ? (int) strlen (point + 1) : 0;
  plain = ty_measure_format_change (measure, value->amount, was->amount, decimals);
  change = ty_text_group_digits (plain);
  text = *change == '+' ? g_strdup_printf ("▲ %s", change + 1)
         : *change == '-' ? g_strdup_printf ("▼ %s", change + 1) : g_strdup (_("Unchanged"));
  ty_chart_set_text (chart, TY_CHART_CHANGE, text);
  ty_chart_set_good (chart, ty_card_answer_get_good (answer, 0, now) > 0);
}

static void
set_trend (TyChart            *chart,
           const TyCardAnswer *answer)
{
  g_autofree double *values = g_new (double, answer->trend->len + 1);

  for (guint i = 0; i < answer->trend->len; i++)
    {
      const TyCardValue *value = &g_array_index (answer->trend, TyCardValue, i);

      values[i] = value->known ? value->number : NAN;
    }
  if (answer->trend->len > 0)
    ty_chart_set_trend (chart, values, answer->trend->len);
}

static void
set_figure (TyChart            *chart,
            const TyCardAnswer *answer)
{
  guint now = find_series (answer, TY_CARD_LINE_NOW);
  guint before = find_series (answer, TY_CARD_LINE_BEFORE);
  g_autofree char *unit = ty_card_answer_dup_unit (answer, 0);

  ty_chart_set_text (chart, TY_CHART_UNIT, unit);
  set_counts (chart, answer, now, before);
  set_change (chart, answer, now, before);
  set_trend (chart, answer);
}

static void
set_target (TyChart            *chart,
            const TyCardAnswer *answer)
{
  const TyCardFigure *figure = answer->card->figures->len > 0 ? ty_card_get_figure (answer->card, 0) : NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *with_unit = NULL;
  g_autofree char *text = NULL;

  if (figure == NULL || !figure->has_target)
    return;

  with_unit = dup_with_unit (answer, 0, g_ascii_formatd (number, sizeof number, "%.10g", figure->target));
  /* Translators: what a figure should reach: 目标 95% */
  text = g_strdup_printf (_("Target %s"), with_unit);
  ty_chart_set_target (chart, figure->target, text);
  ty_chart_set_text (chart, TY_CHART_TARGET, text);
}

/* A shade for each small number, the last of which is also for all larger ones. */
static void
add_steps (TyChart            *chart,
           const TyCardAnswer *answer)
{
  double most = 0;

  for (guint i = 0; i < answer->values->len; i++)
    {
      const TyCardValue *value = &g_array_index (answer->values, TyCardValue, i);

      if (value->known && value->number != floor (value->number))
        return;
      most = value->known ? MAX (most, value->number) : most;
    }
  if (most > MOST_STEPS)
    return;

  for (guint step = 0; step <= MIN (LAST_STEP, (guint) most); step++)
    {
      g_autofree char *number = g_strdup_printf ("%u", step);
      g_autofree char *text = dup_with_unit (answer, 0, number);
      /* Translators: a number with its unit, and more: 4 人及以上 */
      g_autofree char *more = g_strdup_printf (_("%s and more"), text);

      ty_chart_add_step (chart, step, step == LAST_STEP && most > LAST_STEP ? more : text);
    }
}

static void
say_none (TyChart            *chart,
          const TyCardAnswer *answer)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < answer->values->len; i++)
    {
      const TyCardValue *value = &g_array_index (answer->values, TyCardValue, i);

      n += value->known && value->number == 0;
    }
  if (n == 0)
    return;

  /* Translators: 15 个村（社区）没有 */
  text = g_strdup_printf (ngettext ("%u village has none", "%u villages have none", n), n);
  ty_chart_set_text (chart, TY_CHART_NOTE, text);
}

static void
set_shades (TyChart            *chart,
            const TyCardAnswer *answer)
{
  gboolean judged = FALSE;

  for (guint i = 0; i < answer->card->figures->len; i++)
    judged |= ty_card_get_figure (answer->card, i)->good != TY_CARD_GOOD_NONE;

  /* Translators: what pale and dark shades mean */
  ty_chart_set_text (chart, TY_CHART_LOW, judged ? C_("shade", "Weak") : C_("shade", "Low"));
  ty_chart_set_text (chart, TY_CHART_HIGH, judged ? C_("shade", "Strong") : C_("shade", "High"));
}

static void
set_tiles (TyChart            *chart,
           const TyCardAnswer *answer)
{
  if (get_measure (answer, 0, 0)->kind == TY_MEASURE_COUNT)
    add_steps (chart, answer);
  if (get_good (answer, 0, 0) == TY_CARD_GOOD_UP)
    say_none (chart, answer);
}

static void
set_heading (TyChart            *chart,
             const TyCardAnswer *answer)
{
  g_autofree char *heading = NULL;

  if (answer->card->n_dimensions == 0)
    return;

  heading = ty_dimension_dup_label (answer->card->dimensions[0]);
  ty_chart_set_text (chart, TY_CHART_HEADING, heading);
}

/* A part is never taken for the whole. */
static void
note_part (TyChart *chart,
           guint    n_shown,
           guint    n_all)
{
  g_autofree char *shown = dup_count (n_shown);
  g_autofree char *all = dup_count (n_all);
  /* Translators: below a chart: so many of its rows or tiles, and of how many */
  g_autofree char *text = g_strdup_printf (_("The first %s of %s are shown"), shown, all);

  ty_chart_set_text (chart, TY_CHART_NOTE, text);
}

/**
 * ty_card_chart_new:
 * @answer: what a card shows
 *
 * Returns: (transfer full): the same to be drawn; category and series of a value are those of the answer
 */
TyChart *
ty_card_chart_new (const TyCardAnswer *answer)
{
  return ty_card_chart_new_part (answer, G_MAXUINT);
}

/**
 * ty_card_chart_new_part:
 * @answer: what a card shows
 * @most: how many categories it may have
 *
 * A province has tens of thousands of villages. Nobody can see so many tiles, and to place them takes half a
 * minute: a screen shows the first, and says so. Paper and workbooks have all.
 *
 * Returns: (transfer full): the same to be drawn; category and series of a value are those of the answer
 */
TyChart *
ty_card_chart_new_part (const TyCardAnswer *answer,
                        guint               most)
{
  guint n_categories = MIN (answer->categories->len, most);
  TyChart *chart = ty_chart_new (choose_kind (answer), answer->title);

  ty_chart_set_text (chart, TY_CHART_SUBTITLE, ty_label_get (answer->card->note));
  ty_chart_set_text (chart, TY_CHART_NOTE, answer->note);
  ty_chart_set_text (chart, TY_CHART_MESSAGE, answer->message);
  ty_chart_set_text (chart, TY_CHART_BODY, answer->text);
  if (answer->message != NULL || answer->card->kind == TY_CARD_TEXT)
    return chart;

  set_heading (chart, answer);
  add_values (chart, answer, n_categories);
  set_target (chart, answer);
  if (answer->card->kind == TY_CARD_FIGURE)
    set_figure (chart, answer);
  if (answer->card->kind == TY_CARD_HEAT || answer->card->kind == TY_CARD_TILES)
    set_shades (chart, answer);
  if (answer->card->kind == TY_CARD_TILES && answer->values->len > 0)
    set_tiles (chart, answer);
  if (n_categories < answer->categories->len)
    note_part (chart, n_categories, answer->categories->len);
  return chart;
}

/**
 * ty_card_chart_dup_part:
 * @chart: a whole chart that was kept
 *
 * Returns: (transfer full): what a screen shows of it, see ty_card_chart_new_part()
 */
TyChart *
ty_card_chart_dup_part (TyChart *chart)
{
  guint n_categories = ty_chart_get_n_categories (chart);
  TyChart *part;

  if (n_categories <= TY_CARD_CHART_MOST)
    return ty_chart_ref (chart);

  part = ty_chart_slice (chart, 0, TY_CARD_CHART_MOST);
  note_part (part, TY_CARD_CHART_MOST, n_categories);
  return part;
}

/**
 * ty_card_chart_dup_population:
 * @answer: what a card shows
 * @chart: the chart of ty_card_chart_new()
 * @mark: one of its marks
 *
 * Returns: (transfer full) (nullable): the people, the villages or the posts behind it; %NULL of no mark
 */
TyPopulation *
ty_card_chart_dup_population (const TyCardAnswer *answer,
                              TyChart            *chart,
                              guint               mark)
{
  guint category, series;

  G_STATIC_ASSERT (TY_CARD_ALL == TY_CHART_ALL);

  if (mark >= ty_chart_get_n_marks (chart) || answer->message != NULL || answer->card->figures->len == 0)
    return NULL;

  ty_chart_locate (chart, mark, &category, &series);
  return ty_card_answer_dup_population (answer, category, series);
}
