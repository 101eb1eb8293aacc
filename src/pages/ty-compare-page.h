/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_COMPARE_PAGE (ty_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (TyComparePage, ty_compare_page, TY, COMPARE_PAGE, TyPage)

GtkWidget *ty_compare_page_new         (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
void       ty_compare_page_show        (TyComparePage *self,
                                        const gint64  *people,
                                        guint          n_people);
GArray    *ty_compare_page_list_people (TyComparePage *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_compare_page_get_files   (TyComparePage *self);

G_END_DECLS
