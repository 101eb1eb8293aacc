/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-board.h"

G_BEGIN_DECLS

#define TY_PAIR_BOARD_GAP 10 /* pixels, between columns */

struct _TyPairBoard
{
  GtkWidget parent_instance;

  TyPairColumn *columns[TY_N_PAIRING_COLUMNS]; /* children */
  TyPairingBoard *board;                       /* (unowned) (nullable) */

  /* Owned */
  GPtrArray *shown;   /* (element-type TyPairingCard): those that fit the filters */
  GHashTable *cards;  /* (element-type TyPairCard TyPairCard): by person and pairing */

  GtkWidget *chosen;  /* (nullable): weak */
  gint64 chosen_person;
  guint chosen_column;
  guint chosen_position;
  guint limits[TY_N_PAIRING_COLUMNS];
  gboolean writable;

  TyPairColumn *target;  /* (unowned) (nullable): over which something is dragged */
  double drag_y;
  guint tick_id;
};

TyPairCard    *ty_pair_board_pick       (TyPairBoard *self,
                                         double       x,
                                         double       y);
TyPairingCard *ty_pair_board_get_record (TyPairBoard *self,
                                         TyPairCard  *card);
gboolean       ty_pair_board_find_place (TyPairBoard *self,
                                         GtkWidget   *card,
                                         guint       *column,
                                         guint       *position);
gboolean       ty_pair_board_has_focus  (TyPairBoard *self);
void           ty_pair_board_add_keys   (TyPairBoard *self);
void           ty_pair_board_add_drag   (TyPairBoard *self);
void           ty_pair_board_stop_drag  (TyPairBoard *self);

G_END_DECLS
