/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"
#include "ty-views.h"
#include "ty-village-file.h"

G_BEGIN_DECLS

TyVillageFile *ty_village_loader_load (TyDatabase  *database,
                                       TyColumns   *columns,
                                       TyViews     *views,
                                       gint64       unit,
                                       TyDate       as_of,
                                       GError     **error);

G_END_DECLS
