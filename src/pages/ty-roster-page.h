/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"
#include "ty-population.h"

G_BEGIN_DECLS

#define TY_TYPE_ROSTER_PAGE (ty_roster_page_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterPage, ty_roster_page, TY, ROSTER_PAGE, TyPage)

GtkWidget   *ty_roster_page_new            (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *ty_roster_page_new_departed   (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
void         ty_roster_page_show           (TyRosterPage *self,
                                            TyPopulation  population,
                                            TyCondition   condition);
TyPopulation ty_roster_page_get_population (TyRosterPage *self);
TyCondition  ty_roster_page_get_condition  (TyRosterPage *self);

G_END_DECLS
