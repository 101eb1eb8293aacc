/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the place of a category or a series: all of them. */
#define TY_CHART_ALL G_MAXUINT
/* In the place of a mark: none. */
#define TY_CHART_NONE G_MAXUINT

/**
 * TyChartKind:
 * @TY_CHART_FIGURE: the value of the first category, large, with change, trend and target; further
 *   categories are lines below it
 * @TY_CHART_BAR: upright bars, one for each series side by side
 * @TY_CHART_BAR_ACROSS: lying bars, for long labels
 * @TY_CHART_STACKED: upright bars of which the series are parts
 * @TY_CHART_BEFORE_AFTER: pairs of upright bars, what was before is hatched
 * @TY_CHART_LINE: a line for each series, categories are dates
 * @TY_CHART_PIE: a ring, categories are parts
 * @TY_CHART_PYRAMID: categories are ages, oldest first; series are men, women, and both before
 * @TY_CHART_HEAT: a cell for each category and series, shaded by series in five steps
 * @TY_CHART_FUNNEL: categories are stages, from many to few
 * @TY_CHART_RANKING: numbered lying bars, in the order of the categories
 * @TY_CHART_TABLE: a row for each category, a column for each series
 * @TY_CHART_TEXT: a text
 * @TY_CHART_TILES: a tile for each category, a line of tiles for each group
 *
 * How numbers are drawn.
 */
typedef enum
{
  TY_CHART_FIGURE,
  TY_CHART_BAR,
  TY_CHART_BAR_ACROSS,
  TY_CHART_STACKED,
  TY_CHART_BEFORE_AFTER,
  TY_CHART_LINE,
  TY_CHART_PIE,
  TY_CHART_PYRAMID,
  TY_CHART_HEAT,
  TY_CHART_FUNNEL,
  TY_CHART_RANKING,
  TY_CHART_TABLE,
  TY_CHART_TEXT,
  TY_CHART_TILES,
  TY_N_CHART_KINDS,
} TyChartKind;

/**
 * TyChartText:
 * @TY_CHART_TITLE: what it shows
 * @TY_CHART_SUBTITLE: of whom, or in what: 占书记的 %
 * @TY_CHART_NOTE: what else belongs to it: 31 → 72 人
 * @TY_CHART_MESSAGE: why there is no chart; stands in its place
 * @TY_CHART_BODY: the text of a text, in paragraphs
 * @TY_CHART_UNIT: after a figure: %, 岁, 人
 * @TY_CHART_CHANGE: how a figure changed: ▲ 57.30
 * @TY_CHART_HEADING: above the labels of the categories in a table: 乡镇
 * @TY_CHART_TARGET: what the target is called: 目标 30 %
 * @TY_CHART_LOW: what pale cells and tiles mean: 弱
 * @TY_CHART_HIGH: what dark ones mean: 强
 *
 * The texts of a chart, all in the user's language and ready to be shown.
 */
typedef enum
{
  TY_CHART_TITLE,
  TY_CHART_SUBTITLE,
  TY_CHART_NOTE,
  TY_CHART_MESSAGE,
  TY_CHART_BODY,
  TY_CHART_UNIT,
  TY_CHART_CHANGE,
  TY_CHART_HEADING,
  TY_CHART_TARGET,
  TY_CHART_LOW,
  TY_CHART_HIGH,
  TY_N_CHART_TEXTS,
} TyChartText;

/**
 * TyChartSeriesFlags:
 * @TY_CHART_BEFORE: what was before: hatched
 * @TY_CHART_TURNED: less is better: shades are turned round
 * @TY_CHART_ZERO_WARNS: a zero should not be: told by an outline in the colour of what is missing
 * @TY_CHART_BESIDE: no mark: its texts stand beside those of the first series
 *
 * What a series is.
 */
typedef enum
{
  TY_CHART_NOW = 0,
  TY_CHART_BEFORE = 1 << 0,
  TY_CHART_TURNED = 1 << 1,
  TY_CHART_ZERO_WARNS = 1 << 2,
  TY_CHART_BESIDE = 1 << 3,
} TyChartSeriesFlags;

typedef struct _TyChart TyChart;

const char        *ty_chart_kind_to_word      (TyChartKind         kind);
gboolean           ty_chart_kind_from_word    (const char         *word,
                                               TyChartKind        *kind);
const char        *ty_chart_kind_get_label    (TyChartKind         kind);

TyChart           *ty_chart_new               (TyChartKind         kind,
                                               const char         *title) G_GNUC_WARN_UNUSED_RESULT;
TyChart           *ty_chart_ref               (TyChart            *self);
void               ty_chart_unref             (TyChart            *self);

TyChartKind        ty_chart_get_kind          (TyChart            *self);
void               ty_chart_set_text          (TyChart            *self,
                                               TyChartText         which,
                                               const char         *text);
const char        *ty_chart_get_text          (TyChart            *self,
                                               TyChartText         which);

guint              ty_chart_add_category      (TyChart            *self,
                                               const char         *label,
                                               const char         *group);
guint              ty_chart_get_n_categories  (TyChart            *self);
const char        *ty_chart_get_category      (TyChart            *self,
                                               guint               category);
const char        *ty_chart_get_group         (TyChart            *self,
                                               guint               category);

guint              ty_chart_add_series        (TyChart            *self,
                                               const char         *label,
                                               TyChartSeriesFlags  flags);
guint              ty_chart_get_n_series      (TyChart            *self);
const char        *ty_chart_get_series        (TyChart            *self,
                                               guint               series);
TyChartSeriesFlags ty_chart_get_flags         (TyChart            *self,
                                               guint               series);

void               ty_chart_set_value         (TyChart            *self,
                                               guint               category,
                                               guint               series,
                                               double              value,
                                               const char         *text);
void               ty_chart_set_readout       (TyChart            *self,
                                               guint               category,
                                               guint               series,
                                               const char         *text);
double             ty_chart_get_value         (TyChart            *self,
                                               guint               category,
                                               guint               series);
const char        *ty_chart_get_value_text    (TyChart            *self,
                                               guint               category,
                                               guint               series);
char              *ty_chart_dup_readout       (TyChart            *self,
                                               guint               mark);

void               ty_chart_set_good          (TyChart            *self,
                                               gboolean            good);
gboolean           ty_chart_get_good          (TyChart            *self);
void               ty_chart_set_target        (TyChart            *self,
                                               double              value,
                                               const char         *label);
double             ty_chart_get_target        (TyChart            *self);
void               ty_chart_set_trend         (TyChart            *self,
                                               const double       *values,
                                               guint               n);
const double      *ty_chart_get_trend         (TyChart            *self,
                                               guint              *n);
void               ty_chart_add_step          (TyChart            *self,
                                               double              from,
                                               const char         *label);
guint              ty_chart_get_n_steps       (TyChart            *self);
double             ty_chart_get_step          (TyChart            *self,
                                               guint               step,
                                               const char        **label);

guint              ty_chart_get_n_marks       (TyChart            *self);
guint              ty_chart_get_mark          (TyChart            *self,
                                               guint               category,
                                               guint               series);
void               ty_chart_locate            (TyChart            *self,
                                               guint               mark,
                                               guint              *category,
                                               guint              *series);

TyChart           *ty_chart_slice             (TyChart            *self,
                                               guint               first,
                                               guint               n) G_GNUC_WARN_UNUSED_RESULT;
char              *ty_chart_dup_summary       (TyChart            *self);
char              *ty_chart_dup_table         (TyChart            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyChart, ty_chart_unref)

G_END_DECLS
