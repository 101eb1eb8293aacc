/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-person.h"

G_BEGIN_DECLS

/* The person of the current row beside a roster. The button acts by “roster.open”. */
#define TY_TYPE_ROSTER_PREVIEW (ty_roster_preview_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterPreview, ty_roster_preview, TY, ROSTER_PREVIEW, AdwBin)

void     ty_roster_preview_show       (TyRosterPreview *self,
                                       TyOffice        *office,
                                       gint64           person);
gint64   ty_roster_preview_get_person (TyRosterPreview *self);
gboolean ty_roster_preview_is_loading (TyRosterPreview *self);

G_END_DECLS
