/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TY_TYPE_SPINNER (ty_spinner_get_type ())
G_DECLARE_FINAL_TYPE (TySpinner, ty_spinner, TY, SPINNER, AdwBin)

G_END_DECLS
