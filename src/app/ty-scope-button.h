/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Properties: "office" (TyOffice), "scope" (int64, key of a unit, 0 = all), "scope-name" (s). */
#define TY_TYPE_SCOPE_BUTTON (ty_scope_button_get_type ())
G_DECLARE_FINAL_TYPE (TyScopeButton, ty_scope_button, TY, SCOPE_BUTTON, AdwBin)

void ty_scope_button_show_parts   (TyScopeButton *self,
                                   gboolean       icon,
                                   gboolean       word);
int  ty_scope_button_measure_word (TyScopeButton *self);
int  ty_scope_button_measure_icon (TyScopeButton *self);

G_END_DECLS
