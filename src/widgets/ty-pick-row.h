/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

/* A row of a form in which one of many is chosen, by its name, pinyin or initials. Signals: “asked”
 * (s text), for whoever finds the choices elsewhere, when the choices are opened and whenever another
 * text is typed; “picked”, by the user. */
#define TY_TYPE_PICK_ROW (ty_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (TyPickRow, ty_pick_row, TY, PICK_ROW, AdwActionRow)

GtkWidget  *ty_pick_row_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void        ty_pick_row_set_asking    (TyPickRow  *self,
                                       gboolean    asking);
void        ty_pick_row_set_tree      (TyPickRow  *self,
                                       GtkWidget  *tree);
void        ty_pick_row_pick          (TyPickRow  *self,
                                       const char *key,
                                       const char *label);
void        ty_pick_row_clear_choices (TyPickRow  *self);
void        ty_pick_row_add_choice    (TyPickRow  *self,
                                       const char *key,
                                       const char *label,
                                       const char *note);
void        ty_pick_row_set_value     (TyPickRow  *self,
                                       const char *key,
                                       const char *label);
const char *ty_pick_row_get_value     (TyPickRow  *self);
const char *ty_pick_row_get_label     (TyPickRow  *self);

G_END_DECLS
