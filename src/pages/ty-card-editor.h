/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-card.h"

G_BEGIN_DECLS

/* The form of a card of a dashboard. Signal “made”: the user wants the card as it is in the form. */
#define TY_TYPE_CARD_EDITOR (ty_card_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyCardEditor, ty_card_editor, TY, CARD_EDITOR, AdwWindow)

TyCardEditor *ty_card_editor_new        (const TyCard *card,
                                         guint         number) G_GNUC_WARN_UNUSED_RESULT;
TyCard       *ty_card_editor_dup_card   (TyCardEditor *self) G_GNUC_WARN_UNUSED_RESULT;
guint         ty_card_editor_get_number (TyCardEditor *self);
gboolean      ty_card_editor_is_valid   (TyCardEditor *self);

G_END_DECLS
