/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-column.h"
#include "ty-pairing-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The board of a programme in columns of states. Signals: “move” (TyPairCard, uint column), when a card is
 * dragged there, or moved by a key; “open” (TyPairCard), when it is to be opened; “menu” (TyPairCard); “chosen”
 * (TyPairCard or NULL), when another card is current; “folded”, when a column was folded or unfolded. */
#define TY_TYPE_PAIR_BOARD (ty_pair_board_get_type ())
G_DECLARE_FINAL_TYPE (TyPairBoard, ty_pair_board, TY, PAIR_BOARD, GtkWidget)

GtkWidget     *ty_pair_board_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           ty_pair_board_show         (TyPairBoard     *self,
                                           TyPairingBoard  *board,
                                           GPtrArray       *cards);
void           ty_pair_board_set_writable (TyPairBoard     *self,
                                           gboolean         writable);
TyPairColumn  *ty_pair_board_get_column   (TyPairBoard     *self,
                                           TyPairingColumn  column);
GtkWidget     *ty_pair_board_find         (TyPairBoard     *self,
                                           gint64           person,
                                           gint64           pairing);
TyPairCard    *ty_pair_board_get_chosen   (TyPairBoard     *self);
gboolean       ty_pair_board_focus_card   (TyPairBoard     *self,
                                           GtkWidget       *card);
gboolean       ty_pair_board_drop         (TyPairBoard     *self,
                                           TyPairCard      *card,
                                           TyPairingColumn  column);

G_END_DECLS
