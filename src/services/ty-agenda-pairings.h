/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-agenda-people.h"

G_BEGIN_DECLS

gboolean ty_agenda_add_talks         (TyAgendaCollector  *self,
                                      TyDuty              duty,
                                      GError            **error);
gboolean ty_agenda_add_goals         (TyAgendaCollector  *self,
                                      TyDuty              duty,
                                      GError            **error);
gboolean ty_agenda_add_pairing_ends  (TyAgendaCollector  *self,
                                      TyDuty              duty,
                                      GError            **error);

G_END_DECLS
