/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-stack.h"
#include "ty-pairing-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column of the board. Signals: “folded”, when the user folds or unfolds it; “more”, when the user wants
 * those that are not shown. */
#define TY_TYPE_PAIR_COLUMN (ty_pair_column_get_type ())
G_DECLARE_FINAL_TYPE (TyPairColumn, ty_pair_column, TY, PAIR_COLUMN, GtkWidget)

GtkWidget       *ty_pair_column_new        (TyPairingColumn  column) G_GNUC_WARN_UNUSED_RESULT;
TyPairingColumn  ty_pair_column_get_column (TyPairColumn    *self);
TyPairStack     *ty_pair_column_get_stack  (TyPairColumn    *self);
GtkAdjustment   *ty_pair_column_get_adjustment (TyPairColumn *self);
void             ty_pair_column_set_counts (TyPairColumn    *self,
                                            guint            n,
                                            guint            n_shown,
                                            guint            n_overdue);
void             ty_pair_column_set_folded (TyPairColumn    *self,
                                            gboolean         folded);
gboolean         ty_pair_column_is_folded  (TyPairColumn    *self);
void             ty_pair_column_set_target (TyPairColumn    *self,
                                            gboolean         target);

G_END_DECLS
