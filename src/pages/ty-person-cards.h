/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person-sections.h"

G_BEGIN_DECLS

/* What the cards of a person's page hold. */
GtkWidget *ty_person_card_build       (TyPersonSection  section,
                                       TyPersonFile    *file,
                                       TyRevealed       revealed) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_person_card_dup_caption (TyPersonSection  section,
                                       TyPersonFile    *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
