/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-measure.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_COUNTING_DIMENSIONS 2

/**
 * TyCountingSpec:
 * @population: villages or posts
 * @dimensions: (array length=n_dimensions): by what; each sorts them
 * @n_dimensions: none, one or two
 * @measures: (array length=n_measures): what is added up; each suits them
 * @n_measures: at least one
 *
 * What is counted of villages or posts.
 */
typedef struct
{
  TyPopulation *population;
  const TyDimension * const *dimensions;
  guint n_dimensions;
  const TyMeasure * const *measures;
  guint n_measures;
} TyCountingSpec;

typedef struct _TyCounting TyCounting;

TyCounting *ty_counting_new        (const TyCountingSpec *spec,
                                    TyView               *view,
                                    TyViews              *views) G_GNUC_WARN_UNUSED_RESULT;
void        ty_counting_free       (TyCounting           *self);
TyScale    *ty_counting_get_scale  (TyCounting           *self,
                                    guint                 dimension);
TyAmount    ty_counting_get_amount (TyCounting           *self,
                                    guint                 first,
                                    guint                 second,
                                    guint                 measure);
TyAmount    ty_counting_get_total  (TyCounting           *self,
                                    guint                 measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCounting, ty_counting_free)

G_END_DECLS
