/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_COUNTING_DIMENSIONS 2

typedef struct _TyCounting TyCounting;

TyCounting *ty_counting_new       (TyPopulation              *population,
                             const TyDimension * const *dimensions,
                             guint                      n_dimensions,
                             TyView                    *view,
                             TyViews                   *views) G_GNUC_WARN_UNUSED_RESULT;
void     ty_counting_free      (TyCounting                   *self);
TyScale *ty_counting_get_scale (TyCounting                   *self,
                             guint                      dimension);
guint    ty_counting_get_count (TyCounting                   *self,
                             guint                      first,
                             guint                      second);
guint    ty_counting_get_total (TyCounting                   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCounting, ty_counting_free)

G_END_DECLS
