/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-roster-list.h"

G_BEGIN_DECLS

/* Who is chosen in a roster, as a GtkSelectionModel over a TyRosterList. Signal: "changed": others are
 * chosen, or another one is the current one. */
#define TY_TYPE_ROSTER_SELECTION (ty_roster_selection_get_type ())
G_DECLARE_FINAL_TYPE (TyRosterSelection, ty_roster_selection, TY, ROSTER_SELECTION, GObject)

TyRosterSelection *ty_roster_selection_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void               ty_roster_selection_set_list    (TyRosterSelection *self,
                                                    TyRosterList      *list);
TyRosterList      *ty_roster_selection_get_list    (TyRosterSelection *self);
guint              ty_roster_selection_get_n       (TyRosterSelection *self);
gboolean           ty_roster_selection_is_marked   (TyRosterSelection *self);
guint              ty_roster_selection_get_current (TyRosterSelection *self);
gint64             ty_roster_selection_get_person  (TyRosterSelection *self);
GArray            *ty_roster_selection_list_people (TyRosterSelection *self)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void               ty_roster_selection_choose      (TyRosterSelection *self,
                                                    guint              position);
void               ty_roster_selection_toggle      (TyRosterSelection *self,
                                                    guint              position);
void               ty_roster_selection_clear       (TyRosterSelection *self);
void               ty_roster_selection_restore     (TyRosterSelection *self,
                                                    const gint64      *people,
                                                    guint              n_people,
                                                    gint64             current,
                                                    gboolean           marked);
void               ty_roster_selection_follow      (TyRosterSelection *self);

G_END_DECLS
