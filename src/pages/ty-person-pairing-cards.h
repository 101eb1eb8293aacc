/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-person-sections.h"

G_BEGIN_DECLS

gboolean   ty_person_pairing_cards_have (TyPersonSection  section);
GtkWidget *ty_person_pairing_card_build (TyPersonSection  section,
                                         TyPersonFile    *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
