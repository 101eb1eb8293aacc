/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-filters.h"

G_BEGIN_DECLS

/* A window with the named filters of the file, to be ordered, renamed and removed. Signal “done” (s, a
 * sentence): something was done that can be undone. */
#define TY_TYPE_FILTER_MANAGER (ty_filter_manager_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterManager, ty_filter_manager, TY, FILTER_MANAGER, AdwWindow)

TyFilterManager *ty_filter_manager_new (TyOffice *office);

G_END_DECLS
