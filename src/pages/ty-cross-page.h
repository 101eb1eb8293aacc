/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cross-grid.h"
#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_CROSS_PAGE (ty_cross_page_get_type ())
G_DECLARE_FINAL_TYPE (TyCrossPage, ty_cross_page, TY, CROSS_PAGE, TyPage)

GtkWidget         *ty_cross_page_new       (TyOffice          *office) G_GNUC_WARN_UNUSED_RESULT;
const TyTablePlan *ty_cross_page_get_plan  (TyCrossPage       *self);
void               ty_cross_page_set_plan  (TyCrossPage       *self,
                                            const TyTablePlan *plan);
TyCrossGrid       *ty_cross_page_get_table (TyCrossPage       *self);

G_END_DECLS
