/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_HEADER (ty_header_get_type ())
G_DECLARE_FINAL_TYPE (TyHeader, ty_header, TY, HEADER, AdwBin)

void ty_header_search    (TyHeader   *self);
void ty_header_add_title (TyHeader   *self,
                          const char *title);

G_END_DECLS
