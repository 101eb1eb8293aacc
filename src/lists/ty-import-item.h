/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TY_TYPE_IMPORT_ITEM (ty_import_item_get_type ())
G_DECLARE_FINAL_TYPE (TyImportItem, ty_import_item, TY, IMPORT_ITEM, GObject)

TyImportItem *ty_import_item_new       (TyImportPlan *plan,
                                        guint         place) G_GNUC_WARN_UNUSED_RESULT;
TyImportRow  *ty_import_item_get_row   (TyImportItem *self);
guint         ty_import_item_get_place (TyImportItem *self);
void          ty_import_item_update    (TyImportItem *self);

#define TY_TYPE_IMPORT_CHANGE_ITEM (ty_import_change_item_get_type ())
G_DECLARE_FINAL_TYPE (TyImportChangeItem, ty_import_change_item, TY, IMPORT_CHANGE_ITEM, GObject)

TyImportChangeItem *ty_import_change_item_new (TyImportPlan *plan,
                                               TyImportRow  *row,
                                               guint         change,
                                               gboolean      shown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
