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
void ty_as_of_button_set_tight (TyAsOfButton *self,
                                gboolean      tight);

G_END_DECLS
