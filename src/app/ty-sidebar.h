/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_SIDEBAR (ty_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TySidebar, ty_sidebar, TY, SIDEBAR, AdwBin)

void ty_sidebar_add_page (TySidebar  *self,
                          TyPage     *page);
void ty_sidebar_select   (TySidebar  *self,
                          const char *page_name);

G_END_DECLS
