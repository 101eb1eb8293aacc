/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-order.h"
#include "ty-village-table.h"
#include "ty-views.h"

G_BEGIN_DECLS

TyVillageTable *ty_village_counter_run   (TyOrder     *order,
                                          TyViews     *views,
                                          TyDatabase  *database,
                                          GError     **error);
guint           ty_village_counter_count (TyView      *view);

G_END_DECLS
