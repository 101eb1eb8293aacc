/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-agenda.h"

G_BEGIN_DECLS

/* What the office has to do, by due date. */
#define TY_TYPE_AGENDA_CARD (ty_agenda_card_get_type ())
G_DECLARE_FINAL_TYPE (TyAgendaCard, ty_agenda_card, TY, AGENDA_CARD, AdwBin)

void ty_agenda_card_show (TyAgendaCard *self,
                          TyAgenda     *agenda);

G_END_DECLS
