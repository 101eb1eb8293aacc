/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-page.h"

G_BEGIN_DECLS

/* The entry of a page. Property: "narrow" (b): its icon alone, with the rest as a tooltip. */
#define TY_TYPE_SIDEBAR_ROW (ty_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TySidebarRow, ty_sidebar_row, TY, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *ty_sidebar_row_new      (TyPage       *page) G_GNUC_WARN_UNUSED_RESULT;
TyPage    *ty_sidebar_row_get_page (TySidebarRow *self);

G_END_DECLS
