/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_PREFERENCES_WINDOW (ty_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPreferencesWindow, ty_preferences_window, TY, PREFERENCES_WINDOW,
                      AdwWindow)

TyPreferencesWindow *ty_preferences_window_new        (GtkWindow           *parent) G_GNUC_WARN_UNUSED_RESULT;
void                 ty_preferences_window_set_office (TyPreferencesWindow *self,
                                                       TyOffice            *office);

G_END_DECLS
