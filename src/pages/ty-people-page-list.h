/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-people-page.h"
#include "ty-roster-cell.h"

G_BEGIN_DECLS

void     ty_people_page_make_of_list   (TyPeoplePage *self);
void     ty_people_page_show_list      (TyPeoplePage *self,
                                        gint64        list,
                                        const char   *name);
gint64   ty_people_page_get_list       (TyPeoplePage *self);
gboolean ty_people_page_is_by_hand     (TyPeoplePage *self);
gint64   ty_people_page_get_person     (TyPeoplePage *self,
                                        guint         position);
guint    ty_people_page_get_n_people   (TyPeoplePage *self);
GtkWidget *ty_people_page_get_view     (TyPeoplePage *self);
TyRosterCell *ty_people_page_pick_cell (TyPeoplePage *self,
                                        double        x,
                                        double        y);
gboolean ty_people_page_pick           (TyPeoplePage *self,
                                        double        x,
                                        double        y,
                                        guint        *position);

G_END_DECLS
