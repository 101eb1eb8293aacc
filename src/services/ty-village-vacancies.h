/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-village-file.h"

G_BEGIN_DECLS

const char *ty_village_body_of_post   (const char *post);
gboolean    ty_village_body_may_approve (const char *body);
void        ty_village_vacancies_find (TyTeam     *team,
                                       GPtrArray  *appointments,
                                       TyDate      approved_from,
                                       TyDate      as_of,
                                       const char *party_form);

G_END_DECLS
