/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_VILLAGES_PAGE (ty_villages_page_get_type ())
G_DECLARE_FINAL_TYPE (TyVillagesPage, ty_villages_page, TY, VILLAGES_PAGE, TyPage)

GtkWidget *ty_villages_page_new  (TyOffice       *office) G_GNUC_WARN_UNUSED_RESULT;
void       ty_villages_page_pick (TyVillagesPage *self,
                                  const char     *what);

G_END_DECLS
