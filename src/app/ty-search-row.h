/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-search-hit.h"

G_BEGIN_DECLS

#define TY_TYPE_SEARCH_ROW (ty_search_row_get_type ())
G_DECLARE_FINAL_TYPE (TySearchRow, ty_search_row, TY, SEARCH_ROW, GtkListBoxRow)

GtkWidget   *ty_search_row_new     (TySearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
TySearchHit *ty_search_row_get_hit (TySearchRow *self);

G_END_DECLS
