/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-roster-list.h"
#include "ty-roster-row.h"

G_BEGIN_DECLS

#define TY_TYPE_ROSTER_CELL (ty_roster_cell_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterCell, ty_roster_cell, TY, ROSTER_CELL, GtkWidget)

GtkWidget    *ty_roster_cell_new       (PangoLayout  *layout,
                                        TyRosterText  which,
                                        gboolean      at_end) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *ty_roster_cell_new_check (PangoLayout  *layout) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_roster_cell_is_check  (TyRosterCell *self);
TyRosterItem *ty_roster_cell_get_item  (TyRosterCell *self);
void          ty_roster_cell_set_item  (TyRosterCell *self,
                                        TyRosterItem *item);

G_END_DECLS
