/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-typed.h"

G_BEGIN_DECLS

/* A unit on a date, ready to be chosen. It never changes. Properties, all readable: "name", "above"
 * (s, the name of the unit above it, NULL at the top). */
#define TY_TYPE_UNIT_ITEM (ty_unit_item_get_type ())
G_DECLARE_FINAL_TYPE (TyUnitItem, ty_unit_item, TY, UNIT_ITEM, GObject)

TyUnitItem *ty_unit_item_new          (gint64      unit,
                                       gint64      parent,
                                       const char *name,
                                       const char *above,
                                       gboolean    has_children) G_GNUC_WARN_UNUSED_RESULT;
gint64      ty_unit_item_get_unit     (TyUnitItem *self);
gint64      ty_unit_item_get_parent   (TyUnitItem *self);
const char *ty_unit_item_get_name     (TyUnitItem *self);
const char *ty_unit_item_get_above    (TyUnitItem *self);
gboolean    ty_unit_item_has_children (TyUnitItem *self);
void        ty_unit_item_set_village  (TyUnitItem *self,
                                       gboolean    is_village);
gboolean    ty_unit_item_is_village   (TyUnitItem *self);
void        ty_unit_item_set_fit (TyUnitItem *self,
                                  TyFit       fit);
TyFit       ty_unit_item_get_fit (TyUnitItem *self);

G_END_DECLS
