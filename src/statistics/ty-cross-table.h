/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-measure.h"
#include "ty-population.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_CROSS_TABLE_DIMENSIONS 2
#define TY_CROSS_TABLE_DATES 2
#define TY_CROSS_TABLE_MEASURES 31

/* In the place of a row or a column: all of them. */
#define TY_CROSS_TABLE_ALL G_MAXUINT

typedef enum
{
  TY_CROSS_TABLE_ERROR_UNSUITABLE,
  TY_CROSS_TABLE_ERROR_SIZE,
} TyCrossTableError;

#define TY_CROSS_TABLE_ERROR (ty_cross_table_error_quark ())

/**
 * TyCrossTableSpec:
 * @population: people, villages or posts
 * @dimensions: (array length=n_dimensions): by what: of the rows, of the columns
 * @n_dimensions: none, one or two
 * @measures: (array length=n_measures): what is counted; of villages and posts their number only
 * @n_measures: at least one
 * @view: the date and the scope
 * @before: (nullable): another date, or another scope, with which it is compared
 * @population_before: (nullable): the population as it was read for @before, where it asks records
 *
 * What a cross table shows.
 */
typedef struct
{
  TyPopulation *population;
  const TyDimension *dimensions[TY_CROSS_TABLE_DIMENSIONS];
  guint n_dimensions;
  const TyMeasure *measures[TY_CROSS_TABLE_MEASURES];
  guint n_measures;
  TyView *view;
  TyView *before;
  TyPopulation *population_before;
} TyCrossTableSpec;

typedef struct _TyCrossTable TyCrossTable;

GQuark           ty_cross_table_error_quark   (void);
gboolean         ty_cross_table_check         (const TyCrossTableSpec *spec,
                                               TySubject              *subject,
                                               GError                **error);
TyCrossTable    *ty_cross_table_prepare       (const TyCrossTableSpec *spec,
                                               TyViews                *views,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_cross_table_run           (TyCrossTable          **tables,
                                               guint                   n_tables,
                                               GCancellable           *cancellable);
TyCrossTable    *ty_cross_table_new           (const TyCrossTableSpec *spec,
                                               TyViews                *views,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_cross_table_free          (TyCrossTable           *self);
guint            ty_cross_table_get_n_dates   (TyCrossTable           *self);
TyView          *ty_cross_table_get_view      (TyCrossTable           *self,
                                               guint                   date);
guint            ty_cross_table_get_n_measures (TyCrossTable          *self);
const TyMeasure *ty_cross_table_get_measure   (TyCrossTable           *self,
                                               guint                   measure);
char            *ty_cross_table_dup_measure_label (TyCrossTable      *self,
                                               guint                   measure)
                                              G_GNUC_WARN_UNUSED_RESULT;
guint            ty_cross_table_get_n_dimensions (TyCrossTable        *self);
const TyDimension *ty_cross_table_get_dimension (TyCrossTable         *self,
                                               guint                   dimension);
guint            ty_cross_table_get_n_values  (TyCrossTable           *self,
                                               guint                   dimension);
const char      *ty_cross_table_get_key       (TyCrossTable           *self,
                                               guint                   dimension,
                                               guint                   value);
const char      *ty_cross_table_get_label     (TyCrossTable           *self,
                                               guint                   dimension,
                                               guint                   value);
gboolean         ty_cross_table_is_empty      (TyCrossTable           *self,
                                               guint                   dimension,
                                               guint                   value);
TyAmount         ty_cross_table_get_amount    (TyCrossTable           *self,
                                               guint                   date,
                                               guint                   row,
                                               guint                   column,
                                               guint                   measure);
char            *ty_cross_table_format_change (TyCrossTable           *self,
                                               guint                   row,
                                               guint                   column,
                                               guint                   measure,
                                               int                     decimals)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* ty-cross-table-json.c */
char            *ty_cross_table_to_json       (TyCrossTable           *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCrossTable, ty_cross_table_free)

G_END_DECLS
