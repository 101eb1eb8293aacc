/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-entry.h"

G_BEGIN_DECLS

void        ty_roster_place_split          (TyRosterEntry *entry,
                                            const char    *unit);
gboolean    ty_roster_place_is_township    (const char    *name);
const char *ty_roster_place_get_kind       (TyRosterEntry *entry);
const char *ty_roster_place_skip           (TyRosterEntry *entry,
                                            const char    *title);
gboolean    ty_roster_place_is_of_township (TyRosterEntry *entry);

G_END_DECLS
