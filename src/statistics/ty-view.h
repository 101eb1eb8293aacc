/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-columns.h"
#include "ty-date.h"
#include "ty-facts.h"
#include "ty-unit-tree.h"

G_BEGIN_DECLS

/**
 * TyGroups:
 * @groups: (nullable): by number of the unit: the unit of some level to which it belongs, or
 *   %TY_UNIT_NONE; %NULL for the whole scope
 * @group: the one that counts
 *
 * Narrows the scope of a view to one unit of it.
 */
typedef struct
{
  const guint32 *groups;
  guint32 group;
} TyGroups;

TyView        *ty_view_new            (TyColumns      *columns,
                                       TyDate          as_of,
                                       gint64          scope,
                                       int             term,
                                       TyView         *before) G_GNUC_WARN_UNUSED_RESULT;
TyView        *ty_view_ref            (TyView         *self);
void           ty_view_unref          (TyView         *self);

TyColumns     *ty_view_get_columns    (TyView         *self);
TyDate         ty_view_get_as_of      (TyView         *self);
gint32         ty_view_get_day        (TyView         *self);
TyDate         ty_view_get_date       (TyView         *self);
gint64         ty_view_get_scope      (TyView         *self);
int            ty_view_get_term       (TyView         *self);
TyUnitTree    *ty_view_get_tree       (TyView         *self);
const guint32 *ty_view_get_facts      (TyView         *self,
                                       guint           chunk);
gsize          ty_view_get_size       (TyView         *self);
const guint32 *ty_view_get_unit_facts (TyView         *self,
                                       guint32         facts);
guint32        ty_view_scan_person    (TyView         *self,
                                       guint           chunk,
                                       guint           index,
                                       TyGroups        groups);
gboolean       ty_view_is_within      (TyView         *self,
                                       TyView         *other);
gboolean       ty_view_has_unit       (TyView         *self,
                                       guint32         unit);
gboolean       ty_view_is_held        (TyView         *self,
                                       const TyChunk  *chunk,
                                       guint           holding);
guint32        ty_view_get_post_facts (TyView         *self,
                                       guint           post);
int            ty_view_get_age        (TyView         *self,
                                       gint32          birth);
guint32        ty_view_get_age_limit  (TyView         *self,
                                       int             age);
gint32         ty_view_get_last_day   (TyView         *self);
gpointer       ty_view_get_kept       (TyView         *self,
                                       const char     *name);
void           ty_view_keep           (TyView         *self,
                                       const char     *name,
                                       gpointer        data,
                                       GDestroyNotify  destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyView, ty_view_unref)

G_END_DECLS
