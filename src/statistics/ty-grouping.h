/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-measure.h"
#include "ty-population.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_GROUPING_DIMENSIONS 2
#define TY_GROUPING_MEASURES 32

/**
 * TyGroupingSpec:
 * @population: of whom; of people
 * @rows: (nullable): to which people it is restricted
 * @held: whether a value of units counts who holds a post there, as a filter asks, instead of
 *   narrowing the scope, as a figure does
 * @dimensions: (array length=n_dimensions): by what; the first of units narrows the scope
 * @n_dimensions: none, one or two
 * @measures: (array length=n_measures): what is counted
 * @n_measures: at least one
 *
 * A figure by groups.
 */
typedef struct
{
  TyPopulation *population;
  const TyBitmap *rows;
  gboolean held;
  const TyDimension *dimensions[TY_GROUPING_DIMENSIONS];
  guint n_dimensions;
  const TyMeasure *measures[TY_GROUPING_MEASURES];
  guint n_measures;
} TyGroupingSpec;

typedef struct _TyGrouping TyGrouping;

TyGrouping *ty_grouping_prepare    (const TyGroupingSpec  *spec,
                                    TyView                *view,
                                    TyViews               *views) G_GNUC_WARN_UNUSED_RESULT;
void        ty_grouping_run        (TyGrouping           **groupings,
                                    guint                  n_groupings,
                                    GCancellable          *cancellable);
TyGrouping *ty_grouping_new        (const TyGroupingSpec  *spec,
                                    TyView                *view,
                                    TyViews               *views) G_GNUC_WARN_UNUSED_RESULT;
void        ty_grouping_free       (TyGrouping            *self);
TyView     *ty_grouping_get_view   (TyGrouping            *self);
TyScale    *ty_grouping_get_scale  (TyGrouping            *self,
                                    guint                  dimension);
TyAmount    ty_grouping_get_amount (TyGrouping            *self,
                                    guint                  first,
                                    guint                  second,
                                    guint                  measure);
TyAmount    ty_grouping_get_total  (TyGrouping            *self,
                                    guint                  measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyGrouping, ty_grouping_free)

G_END_DECLS
