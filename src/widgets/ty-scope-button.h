/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_SCOPE_BUTTON (ty_scope_button_get_type ())
G_DECLARE_FINAL_TYPE (TyScopeButton, ty_scope_button, TY, SCOPE_BUTTON, AdwBin)

void ty_scope_button_set_units (TyScopeButton *self,
                                GPtrArray     *units);

G_END_DECLS
