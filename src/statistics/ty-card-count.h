/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-card-answer.h"
#include "ty-card-asks.h"

G_BEGIN_DECLS

typedef struct _TyCardCount TyCardCount;

TyCardCount  *ty_card_count_new    (const TyCard  *card,
                                    TyCardAsks    *asks,
                                    TyDate         as_of,
                                    gint64         scope,
                                    TyCardBefore   how,
                                    TyDate         before) G_GNUC_WARN_UNUSED_RESULT;
TyCardAnswer *ty_card_count_finish (TyCardCount   *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_card_count_free   (TyCardCount   *self);
gboolean      ty_card_uses_before  (const TyCard  *card);

G_END_DECLS
