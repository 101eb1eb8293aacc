/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-row-place.h"
#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_ROW_PLACES (ty_row_places_get_type ())
G_DECLARE_FINAL_TYPE (TyRowPlaces, ty_row_places, TY, ROW_PLACES, GObject)

TyRowPlaces *ty_row_places_new        (GListModel  *model) G_GNUC_WARN_UNUSED_RESULT;
void         ty_row_places_set_view   (TyRowPlaces *self,
                                       GtkWidget   *view);
void         ty_row_places_set_gentle (TyRowPlaces *self,
                                       gboolean     gentle);
void         ty_row_places_grow_up    (TyRowPlaces *self);
gboolean     ty_row_places_is_growing (TyRowPlaces *self);

G_END_DECLS
