/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-units.h"

G_BEGIN_DECLS

/* The rank of a unit that did not exist. */
#define TY_RANK_NONE G_MAXUINT32

TyUnitTree       *ty_unit_tree_new          (TyUnits     *units,
                                             gint32       day) G_GNUC_WARN_UNUSED_RESULT;
TyUnitTree       *ty_unit_tree_ref          (TyUnitTree  *self);
void              ty_unit_tree_unref        (TyUnitTree  *self);
gboolean          ty_unit_tree_holds_on     (TyUnitTree  *self,
                                             gint32       day);
guint             ty_unit_tree_get_n        (TyUnitTree  *self);
guint32           ty_unit_tree_get_unit     (TyUnitTree  *self,
                                             guint        rank);
const guint32    *ty_unit_tree_get_order    (TyUnitTree  *self);
const guint32    *ty_unit_tree_get_ranks    (TyUnitTree  *self);
const TyUnitSpan *ty_unit_tree_get_span     (TyUnitTree  *self,
                                             guint32      unit);
guint             ty_unit_tree_get_span_number (TyUnitTree *self,
                                             guint32      unit);
guint32           ty_unit_tree_get_parent   (TyUnitTree  *self,
                                             guint32      unit);
guint             ty_unit_tree_get_end      (TyUnitTree  *self,
                                             guint32      unit);
void              ty_unit_tree_get_range    (TyUnitTree  *self,
                                             gint64       scope,
                                             guint32     *first,
                                             guint32     *n);
guint32           ty_unit_tree_get_at_level (TyUnitTree  *self,
                                             guint32      unit,
                                             const char  *level);
guint32          *ty_unit_tree_dup_groups   (TyUnitTree  *self,
                                             const char  *level) G_GNUC_WARN_UNUSED_RESULT;
GArray           *ty_unit_tree_list_loops   (TyUnitTree  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnitTree, ty_unit_tree_unref)

G_END_DECLS
