/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"

G_BEGIN_DECLS

#define TY_TYPE_NEW_COUNTY_WINDOW (ty_new_county_window_get_type ())
G_DECLARE_FINAL_TYPE (TyNewCountyWindow, ty_new_county_window, TY, NEW_COUNTY_WINDOW, AdwWindow)

TyNewCountyWindow *ty_new_county_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
