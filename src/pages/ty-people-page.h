/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"
#include "ty-condition.h"
#include "ty-dimension.h"
#include "ty-office-roster.h"
#include "ty-roster-selection.h"

G_BEGIN_DECLS

#define TY_TYPE_PEOPLE_PAGE (ty_people_page_get_type ())
G_DECLARE_FINAL_TYPE (TyPeoplePage, ty_people_page, TY, PEOPLE_PAGE, TyPage)

GtkWidget   *ty_people_page_new            (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *ty_people_page_new_departed   (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
void         ty_people_page_show           (TyPeoplePage *self,
                                            TyWho  population,
                                            TyCondition   condition);
TyWho ty_people_page_get_population (TyPeoplePage *self);
TyCondition  ty_people_page_get_condition  (TyPeoplePage *self);
GVariant    *ty_people_page_save           (TyPeoplePage *self);
void         ty_people_page_restore        (TyPeoplePage *self,
                                            GVariant     *place);
void         ty_people_page_clear_filters  (TyPeoplePage *self);
void         ty_people_page_choose         (TyPeoplePage *self,
                                            const TyDimension *dimension,
                                            const char   *key,
                                            const char   *label);
void         ty_people_page_show_filter    (TyPeoplePage *self,
                                            gint64        id);
void         ty_people_page_show_population (TyPeoplePage *self,
                                            const char   *conditions);
TyRosterSelection *ty_people_page_get_selection (TyPeoplePage *self);

/* ty-people-page-export.c */
TyRosterQuery *ty_people_page_dup_query    (TyPeoplePage *self) G_GNUC_WARN_UNUSED_RESULT;
char        *ty_people_page_dup_filter_text (TyPeoplePage *self) G_GNUC_WARN_UNUSED_RESULT;
GArray      *ty_people_page_list_chosen    (TyPeoplePage *self) G_GNUC_WARN_UNUSED_RESULT;
GArray      *ty_people_page_list_selected  (TyPeoplePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
