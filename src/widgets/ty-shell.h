/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_SHELL (ty_shell_get_type ())
G_DECLARE_FINAL_TYPE (TyShell, ty_shell, TY, SHELL, AdwBin)

void ty_shell_show_content (TyShell *self);
void ty_shell_show_sidebar (TyShell *self);

G_END_DECLS
