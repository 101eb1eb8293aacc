/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-item.h"

G_BEGIN_DECLS

/* The rows of a plan, a GListModel of TyImportItem, in the order of their states. The items are made when they
 * are looked at. */
#define TY_TYPE_IMPORT_LIST (ty_import_list_get_type ())
G_DECLARE_FINAL_TYPE (TyImportList, ty_import_list, TY, IMPORT_LIST, GObject)

TyImportList *ty_import_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          ty_import_list_set_plan    (TyImportList *self,
                                          TyImportPlan *plan);
void          ty_import_list_set_state   (TyImportList *self,
                                          int           state);
void          ty_import_list_set_search  (TyImportList *self,
                                          const char   *text);
void          ty_import_list_set_accepted (TyImportList *self,
                                          gboolean      accepted);
void          ty_import_list_update      (TyImportList *self);

G_END_DECLS
