/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-condition.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyMeasureKind:
 * @TY_MEASURE_COUNT: how many: the sum, of @n
 * @TY_MEASURE_SHARE: how many, and of how many: @sum of @n
 * @TY_MEASURE_AVERAGE: @sum by @n
 */
typedef enum
{
  TY_MEASURE_COUNT,
  TY_MEASURE_SHARE,
  TY_MEASURE_AVERAGE,
} TyMeasureKind;

/**
 * TyAmount:
 * @sum: what was counted or added up
 * @n: of how many people
 *
 * The value of a measure, exact: shares and averages are made of it when they are shown.
 */
typedef struct
{
  guint64 sum;
  guint64 n;
} TyAmount;

typedef struct _TyMeasure TyMeasure;
typedef struct _TyMeasuring TyMeasuring;

/**
 * TyMeasureFunc:
 * @measuring: the measure on a date in a scope
 * @chunk: a chunk of people
 * @index: one of them
 * @facts: the person’s facts
 *
 * Returns: what is added up for the person; -1 where the person is not counted in
 */
typedef gint64 (*TyMeasureFunc) (const TyMeasuring *measuring,
                                 const TyChunk     *chunk,
                                 guint              index,
                                 guint32            facts);

/**
 * TyMeasure:
 * @key: the word in JSON
 * @label: the name in English, marked for translation
 * @kind: how it is shown
 * @condition: of a share: what is asked; else %TY_CONDITION_NONE
 * @func: (nullable): of other measures: what is added up
 *
 * A number over a population. All are static entries of one table.
 */
struct _TyMeasure
{
  const char *key;
  const char *label;
  TyMeasureKind kind;
  TyCondition condition;
  TyMeasureFunc func;
};

/**
 * TyMeasuring:
 * @measure: the measure
 * @view: (unowned): the date and the scope
 * @facts: the fact that is asked, or 0
 * @limit: of an age that is asked: in days; 0 = none is asked
 * @last_day: the end of the month
 * @ranks: (owned) (nullable): of posts, where they are needed
 *
 * A measure made ready for a view.
 */
struct _TyMeasuring
{
  const TyMeasure *measure;
  TyView *view;
  guint32 facts;
  guint32 limit;
  guint32 last_day;
  guint32 *ranks;
};

guint            ty_measure_get_n     (void);
const TyMeasure *ty_measure_get       (guint            number);
const TyMeasure *ty_measure_find      (const char      *key);
char            *ty_measure_dup_label (const TyMeasure *self) G_GNUC_WARN_UNUSED_RESULT;
char            *ty_measure_format    (const TyMeasure *self,
                                       TyAmount         amount,
                                       int              decimals) G_GNUC_WARN_UNUSED_RESULT;
void             ty_measuring_init    (TyMeasuring     *self,
                                       const TyMeasure *measure,
                                       TyView          *view);
void             ty_measuring_clear   (TyMeasuring     *self);

/* Adds a person of the population to an amount. */
static inline void
ty_measuring_add (const TyMeasuring *self,
                  const TyChunk     *chunk,
                  guint              index,
                  guint32            facts,
                  TyAmount          *amount)
{
  gint64 value = 1;

  if (self->facts != 0)
    value = (facts & self->facts) != 0;
  else if (self->limit != 0)
    value = self->last_day - (guint32) TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index]
            < self->limit;
  else if (self->measure->func != NULL)
    value = self->measure->func (self, chunk, index, facts);
  if (value < 0)
    return;

  amount->sum += (guint64) value;
  amount->n++;
}

G_END_DECLS
