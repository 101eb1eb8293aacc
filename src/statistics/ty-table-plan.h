/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-measure.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_TABLE_PLAN_COLUMNS 6
#define TY_TABLE_PLAN_MEASURES 12

/* How many decimals shares and averages have at most. */
#define TY_TABLE_PLAN_DECIMALS 4

typedef enum
{
  TY_TABLE_PLAN_ERROR_SYNTAX,
  TY_TABLE_PLAN_ERROR_UNKNOWN,
} TyTablePlanError;

#define TY_TABLE_PLAN_ERROR (ty_table_plan_error_quark ())

/**
 * TyTableShare:
 * @TY_TABLE_SHARE_NONE: numbers only
 * @TY_TABLE_SHARE_ROW: beside each number its share in the row
 * @TY_TABLE_SHARE_COLUMN: its share in the column
 * @TY_TABLE_SHARE_ALL: its share in all who are counted
 *
 * Of what the shares of a cross table are.
 */
typedef enum
{
  TY_TABLE_SHARE_NONE,
  TY_TABLE_SHARE_ROW,
  TY_TABLE_SHARE_COLUMN,
  TY_TABLE_SHARE_ALL,
} TyTableShare;

#define TY_N_TABLE_SHARES (TY_TABLE_SHARE_ALL + 1)

/**
 * TyTableCompare:
 * @TY_TABLE_COMPARE_NONE: with nothing
 * @TY_TABLE_COMPARE_TERM: with the day before the term began
 * @TY_TABLE_COMPARE_YEAR: with the same day a year before
 * @TY_TABLE_COMPARE_DAY: with a day of its own
 *
 * With which day a cross table compares its own.
 */
typedef enum
{
  TY_TABLE_COMPARE_NONE,
  TY_TABLE_COMPARE_TERM,
  TY_TABLE_COMPARE_YEAR,
  TY_TABLE_COMPARE_DAY,
} TyTableCompare;

#define TY_N_TABLE_COMPARES (TY_TABLE_COMPARE_DAY + 1)

/**
 * TyTablePlan:
 * @id: (owned): its word
 * @name: (owned): what it is called
 * @shipped: whether it came with the program and the county has not changed it
 * @who: who is counted
 * @filter: (owned) (nullable): who of them
 * @rows: (nullable): by what the rows are; none = only the row of all
 * @columns: (array length=n_columns): by what the columns are, one group of columns after the other
 * @n_columns: how many dimensions that are
 * @measures: (array length=n_measures): what is told of each row, before the columns
 * @n_measures: how many measures that are
 * @cells: what is told of each cell
 * @share: of what the shares of numbers are
 * @compare: with which day it is compared
 * @day: that day, with %TY_TABLE_COMPARE_DAY
 * @decimals: of shares and averages
 * @all: whether rows and columns without anybody are shown
 *
 * What a cross table shows, as it is saved. Its date and scope are those of the window.
 */
typedef struct
{
  char *id;
  char *name;
  gboolean shipped;
  TyWho who;
  TyPopulation *filter;
  const TyDimension *rows;
  const TyDimension *columns[TY_TABLE_PLAN_COLUMNS];
  guint n_columns;
  const TyMeasure *measures[TY_TABLE_PLAN_MEASURES];
  guint n_measures;
  const TyMeasure *cells;
  TyTableShare share;
  TyTableCompare compare;
  TyDate day;
  int decimals;
  gboolean all;
} TyTablePlan;

GQuark        ty_table_plan_error_quark    (void);
TyTablePlan  *ty_table_plan_new            (const char         *id,
                                            const char         *name) G_GNUC_WARN_UNUSED_RESULT;
TyTablePlan  *ty_table_plan_copy           (const TyTablePlan  *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_table_plan_free           (TyTablePlan        *self);
void          ty_table_plan_set_name       (TyTablePlan        *self,
                                            const char         *id,
                                            const char         *name);
gboolean      ty_table_plan_equal          (const TyTablePlan  *self,
                                            const TyTablePlan  *other);
TyPopulation *ty_table_plan_make_population (const TyTablePlan *self) G_GNUC_WARN_UNUSED_RESULT;

const char   *ty_table_share_to_string     (TyTableShare        self);
const char   *ty_table_compare_to_string   (TyTableCompare      self);

/* ty-table-plan-json.c */
char         *ty_table_plan_to_json        (const TyTablePlan  *self) G_GNUC_WARN_UNUSED_RESULT;
TyTablePlan  *ty_table_plan_from_json      (const char         *json,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *ty_table_plan_list_shipped   (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTablePlan, ty_table_plan_free)

G_END_DECLS
