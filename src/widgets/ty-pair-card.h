/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pair-face.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_PAIR_CARD (ty_pair_card_get_type ())
G_DECLARE_FINAL_TYPE (TyPairCard, ty_pair_card, TY, PAIR_CARD, GtkWidget)

GtkWidget  *ty_pair_card_new         (gint64       person,
                                      gint64       pairing) G_GNUC_WARN_UNUSED_RESULT;
void        ty_pair_card_set_face    (TyPairCard  *self,
                                      TyPairFace  *face);
TyPairFace *ty_pair_card_get_face    (TyPairCard  *self);
void        ty_pair_card_set_texture (TyPairCard  *self,
                                      GdkTexture  *texture);
gint64      ty_pair_card_get_person  (TyPairCard  *self);
gint64      ty_pair_card_get_pairing (TyPairCard  *self);
void        ty_pair_card_set_place   (TyPairCard  *self,
                                      guint        position,
                                      guint        n);

G_END_DECLS
