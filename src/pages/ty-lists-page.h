/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-people-page.h"

G_BEGIN_DECLS

#define TY_TYPE_LISTS_PAGE (ty_lists_page_get_type ())
G_DECLARE_FINAL_TYPE (TyListsPage, ty_lists_page, TY, LISTS_PAGE, TyPage)

/* Signal “listed”: the lists were read; ty_lists_page_get_lists() has them. */
GtkWidget    *ty_lists_page_new         (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *ty_lists_page_get_lists   (TyListsPage  *self);
gint64        ty_lists_page_get_current (TyListsPage  *self);
void          ty_lists_page_show        (TyListsPage  *self,
                                         gint64        list);
TyPeoplePage *ty_lists_page_get_people  (TyListsPage  *self);

G_END_DECLS
