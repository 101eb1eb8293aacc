/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How many actions it has room for. */
#define TY_RECENT_CARD_ROWS 6

/* What was done lately, the newest first. */
#define TY_TYPE_RECENT_CARD (ty_recent_card_get_type ())
G_DECLARE_FINAL_TYPE (TyRecentCard, ty_recent_card, TY, RECENT_CARD, AdwBin)

void ty_recent_card_show (TyRecentCard *self,
                          GPtrArray    *entries,
                          gboolean      writable);

G_END_DECLS
