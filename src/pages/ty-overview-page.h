/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_OVERVIEW_PAGE (ty_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TyOverviewPage, ty_overview_page, TY, OVERVIEW_PAGE, TyPage)

GtkWidget *ty_overview_page_new (TyOffice *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
