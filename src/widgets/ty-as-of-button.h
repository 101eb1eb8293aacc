/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-date.h"
#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_AS_OF_BUTTON (ty_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (TyAsOfButton, ty_as_of_button, TY, AS_OF_BUTTON, AdwBin)

void ty_as_of_button_set_terms (TyAsOfButton *self,
                                GPtrArray    *terms);
void ty_as_of_button_show_parts   (TyAsOfButton *self,
                                   gboolean      icon,
                                   gboolean      word);
int  ty_as_of_button_measure_word (TyAsOfButton *self);
int  ty_as_of_button_measure_icon (TyAsOfButton *self);

G_END_DECLS
