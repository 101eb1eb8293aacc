/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-card.h"

G_BEGIN_DECLS

/* In the place of a category or a series: all of them. */
#define TY_CARD_ALL G_MAXUINT

/* In the place of a figure: another line says which. */
#define TY_CARD_NO_FIGURE G_MAXUINT

/**
 * TyCardLineKind:
 * @TY_CARD_LINE_NOW: on the cut-off date
 * @TY_CARD_LINE_BEFORE: on the date with which it is compared
 * @TY_CARD_LINE_CHANGE: the difference of the two lines before it
 * @TY_CARD_LINE_TOTAL: of all values of the second dimension
 */
typedef enum
{
  TY_CARD_LINE_NOW,
  TY_CARD_LINE_BEFORE,
  TY_CARD_LINE_CHANGE,
  TY_CARD_LINE_TOTAL,
} TyCardLineKind;

/**
 * TyCardLine:
 * @kind: of which date it is; of a category always %TY_CARD_LINE_NOW
 * @label: (owned): what it is called, in the user’s language
 * @group: (owned) (nullable): of a village: the unit above it
 * @key: (owned) (nullable): key of a value, empty for who is not filled in; %NULL where it is no value
 * @dimension: of which dimension of the card the value is
 * @figure: which figure of the card it is of, or %TY_CARD_NO_FIGURE
 * @date: of a row of dates: the day, else %TY_DATE_NONE
 *
 * A category (a place along the axis, a row) or a series (bars of one look, a column) of an answer.
 */
typedef struct
{
  TyCardLineKind kind;
  char *label;
  char *group;
  char *key;
  guint dimension;
  guint figure;
  TyDate date;
} TyCardLine;

/**
 * TyCardValue:
 * @amount: exact; of a change that of now
 * @known: whether there is a number; of an empty population an average and a share are not known
 * @number: the number as it is shown
 * @text: (owned): the number in words: `98.63`, `—`
 */
typedef struct
{
  TyAmount amount;
  gboolean known;
  double number;
  char *text;
} TyCardValue;

/**
 * TyCardAnswer:
 * @card: (owned): what was asked, with a copy of its own
 * @as_of: the cut-off date
 * @scope: the unit in which it was asked, 0 for the whole file
 * @before: the date with which it is compared, or %TY_DATE_NONE
 * @title: (owned): the title
 * @message: (owned) (nullable): why there is nothing to be seen, in its place
 * @note: (owned) (nullable): what has to be said of it
 * @text: (owned) (nullable): of a text: its words with the numbers in their places
 * @categories: (owned) (element-type TyCardLine): the places along the axis, in their order
 * @series: (owned) (element-type TyCardLine): the series in each of them
 * @values: (owned) (element-type TyCardValue): by category, then by series
 * @totals: (owned) (element-type TyCardValue): by series: of all categories together, where they are
 *   values; else empty
 * @trend: (owned) (element-type TyCardValue): of a figure: its values on the dates of its trend, the last
 *   of them now; else empty
 * @subject: what is counted
 *
 * What a card shows: numbers, their texts, and for each the people behind it.
 */
typedef struct
{
  TyCard *card;
  TyDate as_of;
  gint64 scope;
  TyDate before;
  char *title;
  char *message;
  char *note;
  char *text;
  GPtrArray *categories;
  GPtrArray *series;
  GArray *values;
  GArray *totals;
  GArray *trend;
  TySubject subject;
} TyCardAnswer;

TyCardAnswer      *ty_card_answer_new            (const TyCard        *card,
                                                  TyDate               as_of,
                                                  gint64               scope,
                                                  TyDate               before)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void               ty_card_answer_free           (TyCardAnswer        *self);
TyCardLine        *ty_card_answer_add_category   (TyCardAnswer        *self,
                                                  const char          *label);
TyCardLine        *ty_card_answer_add_series     (TyCardAnswer        *self,
                                                  const char          *label);
const TyCardLine  *ty_card_answer_get_category   (const TyCardAnswer  *self,
                                                  guint                category);
const TyCardLine  *ty_card_answer_get_series     (const TyCardAnswer  *self,
                                                  guint                series);
const TyCardValue *ty_card_answer_get_value      (const TyCardAnswer  *self,
                                                  guint                category,
                                                  guint                series);
guint              ty_card_answer_get_figure     (const TyCardAnswer  *self,
                                                  guint                category,
                                                  guint                series);
char              *ty_card_answer_dup_unit       (const TyCardAnswer  *self,
                                                  guint                figure) G_GNUC_WARN_UNUSED_RESULT;
int                ty_card_answer_get_good       (const TyCardAnswer  *self,
                                                  guint                category,
                                                  guint                series);
gboolean           ty_card_answer_find_unit      (const TyCardAnswer  *self,
                                                  guint                category,
                                                  gint64              *unit);
TyPopulation      *ty_card_answer_dup_population (const TyCardAnswer  *self,
                                                  guint                category,
                                                  guint                series) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCardAnswer, ty_card_answer_free)

G_END_DECLS
