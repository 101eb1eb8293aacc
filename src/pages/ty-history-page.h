/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_HISTORY_PAGE (ty_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryPage, ty_history_page, TY, HISTORY_PAGE, TyPage)

GtkWidget *ty_history_page_new  (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
void       ty_history_page_show (TyHistoryPage *self,
                                 gint64         seq);

G_END_DECLS
