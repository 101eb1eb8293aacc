/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"

G_BEGIN_DECLS

#define TY_TYPE_APPLICATION (ty_application_get_type ())
G_DECLARE_FINAL_TYPE (TyApplication, ty_application, TY, APPLICATION, AdwApplication)

TyApplication *ty_application_new (gint64 started) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
