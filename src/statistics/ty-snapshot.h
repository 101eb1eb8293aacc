/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-population.h"
#include "ty-statistics-types.h"
#include "ty-unit-tree.h"

G_BEGIN_DECLS

TySnapshot *ty_snapshot_load           (TyDatabase    *database,
                                        TyDate         as_of,
                                        gint64         scope,
                                        int            term,
                                        GError       **error);
void        ty_snapshot_free           (TySnapshot    *self);
TyDate      ty_snapshot_get_as_of      (TySnapshot    *self);
TyUnitTree *ty_snapshot_get_tree       (TySnapshot    *self);
GArray     *ty_snapshot_list           (TySnapshot    *self,
                                        TyPopulation   population,
                                        TyCondition    condition);
guint       ty_snapshot_count          (TySnapshot    *self,
                                        TyPopulation   population,
                                        TyCondition    condition);
guint       ty_snapshot_sum_ages       (TySnapshot    *self,
                                        TyPopulation   population);
guint       ty_snapshot_count_villages (TySnapshot    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySnapshot, ty_snapshot_free)

G_END_DECLS
