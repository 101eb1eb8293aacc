/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_VILLAGE_PAGE (ty_village_page_get_type ())
G_DECLARE_FINAL_TYPE (TyVillagePage, ty_village_page, TY, VILLAGE_PAGE, TyPage)

GtkWidget *ty_village_page_new      (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
void       ty_village_page_show     (TyVillagePage *self,
                                     gint64         unit);
gint64     ty_village_page_get_unit (TyVillagePage *self);
GArray    *ty_village_page_list_people (TyVillagePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
