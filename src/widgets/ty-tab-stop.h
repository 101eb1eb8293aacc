/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TY_TYPE_TAB_STOP (ty_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TyTabStop, ty_tab_stop, TY, TAB_STOP, AdwBin)

G_END_DECLS
