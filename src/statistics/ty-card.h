/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-label.h"
#include "ty-measure.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_CARD_DIMENSIONS 2
#define TY_CARD_FIGURES 20

typedef enum
{
  TY_CARD_ERROR_SYNTAX,
  TY_CARD_ERROR_UNKNOWN,
  TY_CARD_ERROR_UNSUITABLE,
  TY_CARD_ERROR_BANDS,
  TY_CARD_ERROR_SIZE,
  TY_CARD_ERROR_EMPTY,
} TyCardError;

#define TY_CARD_ERROR (ty_card_error_quark ())

/* Columns of a dashboard, and the highest card in rows. */
#define TY_CARD_COLUMNS 12
#define TY_CARD_MAX_HEIGHT 12

/**
 * TyCardKind:
 * @TY_CARD_FIGURE: one number, with what it was before, a trend and a target
 * @TY_CARD_BAR: a bar for each value, or for each figure
 * @TY_CARD_STACKED_BAR: bars of the first dimension made of parts of the second
 * @TY_CARD_BEFORE_AFTER: two bars for each value or figure, of two dates
 * @TY_CARD_LINE: figures through a row of dates
 * @TY_CARD_PIE: parts of a whole
 * @TY_CARD_PYRAMID: bands of age by sex
 * @TY_CARD_HEAT: units by figures, or by the values of another dimension, in shades
 * @TY_CARD_FUNNEL: figures of which each is part of the one before
 * @TY_CARD_RANKING: values by the size of a figure
 * @TY_CARD_TABLE: figures as a table
 * @TY_CARD_TEXT: words, with figures among them
 * @TY_CARD_TILES: a tile for each village, in groups of the units above them
 *
 * How a card is shown.
 */
typedef enum
{
  TY_CARD_FIGURE,
  TY_CARD_BAR,
  TY_CARD_STACKED_BAR,
  TY_CARD_BEFORE_AFTER,
  TY_CARD_LINE,
  TY_CARD_PIE,
  TY_CARD_PYRAMID,
  TY_CARD_HEAT,
  TY_CARD_FUNNEL,
  TY_CARD_RANKING,
  TY_CARD_TABLE,
  TY_CARD_TEXT,
  TY_CARD_TILES,
} TyCardKind;

#define TY_N_CARD_KINDS (TY_CARD_TILES + 1)

/**
 * TyCardGood:
 * @TY_CARD_GOOD_NONE: neither way
 * @TY_CARD_GOOD_UP: more is better
 * @TY_CARD_GOOD_DOWN: less is better
 *
 * Which way a figure should go.
 */
typedef enum
{
  TY_CARD_GOOD_NONE,
  TY_CARD_GOOD_UP,
  TY_CARD_GOOD_DOWN,
} TyCardGood;

/**
 * TyCardBefore:
 * @TY_CARD_BEFORE_INHERIT: as the dashboard has it
 * @TY_CARD_BEFORE_NONE: with nothing
 * @TY_CARD_BEFORE_TERM: with the day before the term began in which the cut-off date lies
 * @TY_CARD_BEFORE_YEAR: with the same day a year before
 * @TY_CARD_BEFORE_DATE: with a day
 *
 * With what a figure is compared.
 */
typedef enum
{
  TY_CARD_BEFORE_INHERIT,
  TY_CARD_BEFORE_NONE,
  TY_CARD_BEFORE_TERM,
  TY_CARD_BEFORE_YEAR,
  TY_CARD_BEFORE_DATE,
} TyCardBefore;

/**
 * TyCardCompare:
 * @before: with what
 * @date: of %TY_CARD_BEFORE_DATE: the day
 */
typedef struct
{
  TyCardBefore before;
  TyDate date;
} TyCardCompare;

/**
 * TyCardEvery:
 * @TY_CARD_EVERY_NEVER: no row of dates
 * @TY_CARD_EVERY_YEAR: the same day of years
 * @TY_CARD_EVERY_QUARTER: of every third month
 * @TY_CARD_EVERY_MONTH: of months
 *
 * How far apart the dates of a trend are. The last is the cut-off date.
 */
typedef enum
{
  TY_CARD_EVERY_NEVER,
  TY_CARD_EVERY_YEAR,
  TY_CARD_EVERY_QUARTER,
  TY_CARD_EVERY_MONTH,
} TyCardEvery;

/**
 * TyCardFigure:
 * @measure: what is counted
 * @population: (owned) (nullable): of whom, where it is not that of the card
 * @label: (owned) (nullable): what it is called, where that is not the name of the measure
 * @good: which way is better
 * @has_target: whether there is a target
 * @target: what it should be, as it is shown: 95 of a share in per cent
 *
 * A number of a card.
 */
typedef struct
{
  const TyMeasure *measure;
  TyPopulation *population;
  TyLabel *label;
  TyCardGood good;
  gboolean has_target;
  double target;
} TyCardFigure;

/**
 * TyCard:
 * @kind: how it is shown
 * @title: (owned) (nullable): its title
 * @note: (owned) (nullable): what stands below the title
 * @text: (owned) (nullable): of a text: its words, in which `{1}` is the first figure
 * @population: (owned) (nullable): of whom
 * @dimensions: (array length=n_dimensions): by what
 * @n_dimensions: none, one or two
 * @figures: (owned) (element-type TyCardFigure): what is counted
 * @compare: with what it is compared
 * @every: how far apart the dates of a trend are
 * @n_dates: how many dates a trend has
 * @limit: how many values a ranking shows, 0 for all
 * @lowest: whether a ranking begins with the smallest
 * @decimals: how many decimals, -1 for those of the county’s rules
 * @width: in columns of the dashboard, 1 to %TY_CARD_COLUMNS
 * @height: in rows of the dashboard
 * @problem: (owned) (nullable): why it cannot be shown, in the user’s language
 * @written: (owned) (nullable): of a card with a problem: how it was written, so that nothing is lost
 *
 * A card of a dashboard: what it counts and how it is shown. Whoever changes one changes a copy.
 */
typedef struct
{
  TyCardKind kind;
  TyLabel *title;
  TyLabel *note;
  TyLabel *text;
  TyPopulation *population;
  const TyDimension *dimensions[TY_CARD_DIMENSIONS];
  guint n_dimensions;
  GPtrArray *figures;
  TyCardCompare compare;
  TyCardEvery every;
  guint n_dates;
  guint limit;
  gboolean lowest;
  int decimals;
  guint width;
  guint height;
  char *problem;
  char *written;
} TyCard;

GQuark              ty_card_error_quark    (void);
TyCard             *ty_card_new            (TyCardKind           kind) G_GNUC_WARN_UNUSED_RESULT;
TyCard             *ty_card_copy           (const TyCard        *self) G_GNUC_WARN_UNUSED_RESULT;
void                ty_card_free           (TyCard              *self);
TyCardFigure       *ty_card_add_figure     (TyCard              *self,
                                            const TyMeasure     *measure);
const TyCardFigure *ty_card_get_figure     (const TyCard        *self,
                                            guint                number);
TyPopulation       *ty_card_get_population (const TyCard        *self,
                                            guint                figure);
char               *ty_card_dup_label      (const TyCard        *self,
                                            guint                figure) G_GNUC_WARN_UNUSED_RESULT;
char               *ty_card_dup_title      (const TyCard        *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean            ty_card_check          (const TyCard        *self,
                                            GError             **error);
TyCardFigure       *ty_card_figure_copy    (const TyCardFigure  *self) G_GNUC_WARN_UNUSED_RESULT;
void                ty_card_figure_free    (TyCardFigure        *self);

const char         *ty_card_kind_to_string (TyCardKind           self);
gboolean            ty_card_kind_parse     (const char          *word,
                                            TyCardKind          *kind);
char               *ty_card_kind_dup_label (TyCardKind           self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCard, ty_card_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCardFigure, ty_card_figure_free)

G_END_DECLS
