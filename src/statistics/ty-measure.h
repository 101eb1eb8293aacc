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
 * @TY_MEASURE_SUM: an amount: @sum, known of @n
 */
typedef enum
{
  TY_MEASURE_COUNT,
  TY_MEASURE_SHARE,
  TY_MEASURE_AVERAGE,
  TY_MEASURE_SUM,
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
 * TyMeasureUnitFunc:
 * @view: a date and a scope
 * @unit: number of a village of the scope
 * @amount: (inout): to which is added what the village has
 */
typedef void (*TyMeasureUnitFunc) (TyView   *view,
                                   guint32   unit,
                                   TyAmount *amount);

/**
 * TyMeasure:
 * @key: the word in JSON
 * @label: the name in English, marked for translation
 * @kind: how it is shown
 * @condition: of a share: what is asked; else %TY_CONDITION_NONE
 * @func: (nullable): of other measures of people: what is added up; with %TY_MEASURE_AVERAGE and none it is
 *   the age
 * @unit_func: (nullable): of measures of villages: what is added up
 * @dimension: (nullable): a word, with @value: who is behind the number where no condition says so
 * @value: (nullable): the value that they have; of several, parted by `|`, one is enough
 * @divisor: by what the sum is divided to be shown, 0 for 1
 * @unit: (nullable): in what it is counted, marked for translation with the context “unit of a figure”
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
  TyMeasureUnitFunc unit_func;
  const char *dimension;
  const char *value;
  guint divisor;
  const char *unit;
} TyMeasure;

guint            ty_measure_get_n         (void);
const TyMeasure *ty_measure_get           (guint             number);
const TyMeasure *ty_measure_find          (const char       *key);
char            *ty_measure_dup_label     (const TyMeasure  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ty_measure_suits         (const TyMeasure  *self,
                                           TySubject         subject);
char            *ty_measure_dup_unit      (const TyMeasure  *self,
                                           TySubject         subject) G_GNUC_WARN_UNUSED_RESULT;
TyCondition      ty_measure_get_counted   (const TyMeasure  *self);
gboolean         ty_measure_get_shown     (const TyMeasure  *self,
                                           TyAmount          amount,
                                           int               decimals,
                                           gint64           *shown);
char            *ty_measure_format        (const TyMeasure  *self,
                                           TyAmount          amount,
                                           int               decimals) G_GNUC_WARN_UNUSED_RESULT;
char            *ty_measure_format_change (const TyMeasure  *self,
                                           TyAmount          now,
                                           TyAmount          before,
                                           int               decimals) G_GNUC_WARN_UNUSED_RESULT;
void             ty_measure_add_unit      (const TyMeasure  *self,
                                           TyView           *view,
                                           guint32           unit,
                                           TyAmount         *amount);

/* The entries, each in the file of its kind. */
gint64           ty_measure_get_tenure         (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_posts        (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_honours      (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_new_honours  (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_honoured        (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_paired          (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_mentees      (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_talks_due    (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_count_talks        (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_overdue         (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_in_need            (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_waiting            (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_served             (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_served_by_county   (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_served_by_township (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_served_by_village  (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_get_training       (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_trained         (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_attended           (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_excellent          (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_annual_excellent   (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_reserve_joined     (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
gint64           ty_measure_is_reserve_left       (TyView        *view,
                                                const TyChunk *chunk,
                                                guint          index,
                                                const guint32 *ranks,
                                                TyGroups       groups);
void             ty_measure_add_seats_of_party    (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seated_of_party   (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_vacancies_of_party (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seats_of_committee (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seated_of_committee (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_vacancies_of_committee (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seats_of_women    (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seated_of_women   (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_vacancies_of_women (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_four_ones         (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_residents         (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seats          (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_filled         (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_vacancies      (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_over           (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_seats_filled   (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_with_vacancy   (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_reserves       (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_with_reserves  (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_income         (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_operating      (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_debt           (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_households     (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_population     (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_party_members  (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_weak           (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);
void             ty_measure_add_not_weak       (TyView        *view,
                                                guint32        unit,
                                                TyAmount      *amount);

G_END_DECLS
