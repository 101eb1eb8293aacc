/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_TALLY_DIMENSIONS 2

typedef struct _TyTally TyTally;

TyTally *ty_tally_new       (TyPopulation              *population,
                             const TyDimension * const *dimensions,
                             guint                      n_dimensions,
                             TyView                    *view,
                             TyViews                   *views) G_GNUC_WARN_UNUSED_RESULT;
void     ty_tally_free      (TyTally                   *self);
TyScale *ty_tally_get_scale (TyTally                   *self,
                             guint                      dimension);
guint    ty_tally_get_count (TyTally                   *self,
                             guint                      first,
                             guint                      second);
guint    ty_tally_get_total (TyTally                   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTally, ty_tally_free)

G_END_DECLS
