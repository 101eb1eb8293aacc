/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_PERSON_PAGE (ty_person_page_get_type ())
G_DECLARE_FINAL_TYPE (TyPersonPage, ty_person_page, TY, PERSON_PAGE, TyPage)

GtkWidget *ty_person_page_new        (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
void       ty_person_page_show       (TyPersonPage *self,
                                      gint64        person);
gint64     ty_person_page_get_person (TyPersonPage *self);

G_END_DECLS
