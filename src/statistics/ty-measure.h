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

/**
 * TyMeasureFunc:
 * @view: a date and a scope
 * @chunk: a chunk of people
 * @index: one of them
 * @ranks: of ty_main_post_dup_ranks()
 * @groups: to what the scope is narrowed
 *
 * Returns: what is added up for the person; -1 where the person is not counted in
 */
typedef gint64 (*TyMeasureFunc) (TyView        *view,
                                 const TyChunk *chunk,
                                 guint          index,
                                 const guint32 *ranks,
                                 TyGroups       groups);

/**
 * TyMeasure:
 * @key: the word in JSON
 * @label: the name in English, marked for translation
 * @kind: how it is shown
 * @condition: of a share: what is asked; else %TY_CONDITION_NONE
 * @func: (nullable): of other measures: what is added up; with %TY_MEASURE_AVERAGE and none it is
 *   the age
 *
 * A number over a population. All are static entries of one table.
 */
typedef struct
{
  const char *key;
  const char *label;
  TyMeasureKind kind;
  TyCondition condition;
  TyMeasureFunc func;
} TyMeasure;

guint            ty_measure_get_n     (void);
const TyMeasure *ty_measure_get       (guint            number);
const TyMeasure *ty_measure_find      (const char      *key);
char            *ty_measure_dup_label (const TyMeasure *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ty_measure_suits     (const TyMeasure *self,
                                       TySubject        subject);
char            *ty_measure_dup_unit  (const TyMeasure *self,
                                       TySubject        subject) G_GNUC_WARN_UNUSED_RESULT;
TyCondition      ty_measure_get_counted (const TyMeasure *self);
gboolean         ty_measure_get_shown (const TyMeasure *self,
                                       TyAmount         amount,
                                       int              decimals,
                                       gint64          *shown);
char            *ty_measure_format_change (const TyMeasure *self,
                                       TyAmount         now,
                                       TyAmount         before,
                                       int              decimals) G_GNUC_WARN_UNUSED_RESULT;
char            *ty_measure_format    (const TyMeasure *self,
                                       TyAmount         amount,
                                       int              decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
