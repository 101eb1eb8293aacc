/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_FORMS_WINDOW (ty_forms_window_get_type ())
G_DECLARE_FINAL_TYPE (TyFormsWindow, ty_forms_window, TY, FORMS_WINDOW, AdwWindow)

TyFormsWindow *ty_forms_window_new        (GtkWindow          *parent,
                                           TyOffice           *office,
                                           const char *const  *paths) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_forms_window_is_planned (TyFormsWindow      *self);

G_END_DECLS
