/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-statistics-types.h"
#include "ty-unit-state.h"

G_BEGIN_DECLS

TyUnitTree  *ty_unit_tree_load     (TyDatabase  *database,
                                    TyDate       as_of,
                                    GError     **error);
void         ty_unit_tree_free     (TyUnitTree  *self);
TyUnitState *ty_unit_tree_get      (TyUnitTree  *self,
                                    gint64       unit);
gboolean     ty_unit_tree_contains (TyUnitTree  *self,
                                    gint64       scope,
                                    gint64       unit);
gint64       ty_unit_tree_get_at_level (TyUnitTree *self,
                                    gint64       unit,
                                    const char  *level);
guint        ty_unit_tree_get_rank (TyUnitTree  *self,
                                    gint64       unit);
GPtrArray   *ty_unit_tree_get_states (TyUnitTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnitTree, ty_unit_tree_free)

G_END_DECLS
