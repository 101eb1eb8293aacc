/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pairing-board.h"

G_BEGIN_DECLS

/* A mentor of the board with the cards of the mentees. Signal “changed”, when it shows something else. */
#define TY_TYPE_MENTOR_ITEM (ty_mentor_item_get_type ())
G_DECLARE_FINAL_TYPE (TyMentorItem, ty_mentor_item, TY, MENTOR_ITEM, GObject)

TyMentorItem        *ty_mentor_item_new         (gint64                person) G_GNUC_WARN_UNUSED_RESULT;
void                 ty_mentor_item_set         (TyMentorItem         *self,
                                                 const TyBoardMentor  *mentor,
                                                 GPtrArray            *cards);
gint64               ty_mentor_item_get_person  (TyMentorItem         *self);
const TyBoardMentor *ty_mentor_item_get_mentor  (TyMentorItem         *self);
guint                ty_mentor_item_get_n       (TyMentorItem         *self);
const TyPairingCard *ty_mentor_item_get_card    (TyMentorItem         *self,
                                                 guint                 position);

G_END_DECLS
