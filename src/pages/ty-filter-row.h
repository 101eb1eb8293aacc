/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-filter-node.h"
#include "ty-office-roster.h"

G_BEGIN_DECLS

/* A condition of a filter, to be chosen and filled in. Signals: “changed”; “removed”, when it shall go. */
#define TY_TYPE_FILTER_ROW (ty_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterRow, ty_filter_row, TY, FILTER_ROW, AdwBin)

GtkWidget *ty_filter_row_new   (TyOffice     *office,
                                TyWho         who,
                                TyFilterNode *node) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_filter_row_check (TyFilterRow  *self,
                                gboolean      whole);
void       ty_filter_row_begin (TyFilterRow  *self);

G_END_DECLS
