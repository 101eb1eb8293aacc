/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-village-table.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A township or a village in a list; the same one for as long as the list has it. Signal: "changed",
 * after its figures or its arrow became others. */
#define TY_TYPE_VILLAGE_ITEM (ty_village_item_get_type ())
G_DECLARE_FINAL_TYPE (TyVillageItem, ty_village_item, TY, VILLAGE_ITEM, GObject)

TyVillageItem      *ty_village_item_new           (gint64              unit) G_GNUC_WARN_UNUSED_RESULT;
gint64              ty_village_item_get_unit      (TyVillageItem      *self);
const TyVillageRow *ty_village_item_get_row       (TyVillageItem      *self);
void                ty_village_item_set_row       (TyVillageItem      *self,
                                                   const TyVillageRow *row,
                                                   gboolean            has_children,
                                                   gboolean            expanded);
gboolean            ty_village_item_has_children  (TyVillageItem      *self);
gboolean            ty_village_item_is_expanded   (TyVillageItem      *self);
void                ty_village_item_tell          (TyVillageItem      *self);

G_END_DECLS
