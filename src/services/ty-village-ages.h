/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-views.h"
#include "ty-village-file.h"

G_BEGIN_DECLS

GArray *ty_village_ages_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ty_village_ages_count (TyVillageFile *file,
                            TyView        *view,
                            TyViews       *views);

G_END_DECLS
