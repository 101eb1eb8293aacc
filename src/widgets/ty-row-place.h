/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_ROW_PLACE (ty_row_place_get_type ())
G_DECLARE_FINAL_TYPE (TyRowPlace, ty_row_place, TY, ROW_PLACE, GObject)

/**
 * TyRowPlaceFunc:
 * @place: a place
 * @data: as it was given
 *
 * Called when something else stands in a place.
 */
typedef void (*TyRowPlaceFunc) (TyRowPlace *place,
                                gpointer    data);

TyRowPlace *ty_row_place_new      (void) G_GNUC_WARN_UNUSED_RESULT;
gpointer    ty_row_place_get_item (TyRowPlace     *self);
void        ty_row_place_set_item (TyRowPlace     *self,
                                   gpointer        item);
void        ty_row_place_watch    (TyRowPlace     *self,
                                   TyRowPlaceFunc  func,
                                   gpointer        data);
void        ty_row_place_unwatch  (TyRowPlace     *self,
                                   TyRowPlaceFunc  func,
                                   gpointer        data);

G_END_DECLS
