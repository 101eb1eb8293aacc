/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_CHECKS_PAGE (ty_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (TyChecksPage, ty_checks_page, TY, CHECKS_PAGE, TyPage)

GtkWidget  *ty_checks_page_new         (TyOffice     *office) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ty_checks_page_get_entries (TyChecksPage *self);
const char *ty_checks_page_get_chosen  (TyChecksPage *self);
void        ty_checks_page_choose      (TyChecksPage *self,
                                        const char   *word);

G_END_DECLS
