/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-roster-layout.h"

G_BEGIN_DECLS

/* The columns of a roster to be exported: which, and in which order. Those that are sensitive are
 * marked, and off until they are chosen. Signal "changed". */
#define TY_TYPE_LAYOUT_COLUMNS (ty_layout_columns_get_type ())
G_DECLARE_FINAL_TYPE (TyLayoutColumns, ty_layout_columns, TY, LAYOUT_COLUMNS, GtkBox)

void            ty_layout_columns_set_layout (TyLayoutColumns       *self,
                                              const TyRosterLayout  *layout);
TyRosterLayout *ty_layout_columns_dup_layout (TyLayoutColumns       *self) G_GNUC_WARN_UNUSED_RESULT;
void            ty_layout_columns_choose     (TyLayoutColumns       *self,
                                              TyRosterField          field,
                                              gboolean               chosen);

G_END_DECLS
