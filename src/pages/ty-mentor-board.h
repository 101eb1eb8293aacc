/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-mentor-line.h"

G_BEGIN_DECLS

/* The board arranged by mentor. Signals: “open” (int64 person), when a mentee or a mentor is to be opened;
 * “menu” (GtkWidget row); “chosen”, when another mentee is current; “reassign” (int64 person, int64 pairing,
 * int64 mentor), when a mentee is dragged to another mentor. */
#define TY_TYPE_MENTOR_BOARD (ty_mentor_board_get_type ())
G_DECLARE_FINAL_TYPE (TyMentorBoard, ty_mentor_board, TY, MENTOR_BOARD, AdwBin)

GtkWidget           *ty_mentor_board_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                 ty_mentor_board_show         (TyMentorBoard  *self,
                                                   TyPairingBoard *board,
                                                   GPtrArray      *cards);
void                 ty_mentor_board_clear        (TyMentorBoard  *self);
void                 ty_mentor_board_set_writable (TyMentorBoard  *self,
                                                   gboolean        writable);
const TyPairingCard *ty_mentor_board_get_chosen   (TyMentorBoard  *self);
GListModel          *ty_mentor_board_get_model    (TyMentorBoard  *self);

G_END_DECLS
