/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_FILINGS_PAGE (ty_filings_page_get_type ())
G_DECLARE_FINAL_TYPE (TyFilingsPage, ty_filings_page, TY, FILINGS_PAGE, TyPage)

GtkWidget  *ty_filings_page_new         (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ty_filings_page_get_filings (TyFilingsPage *self);
GArray     *ty_filings_page_list_people (TyFilingsPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
