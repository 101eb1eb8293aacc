/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bitmap.h"
#include "ty-order.h"

G_BEGIN_DECLS

gboolean  ty_finder_is_empty (const char  *text);
TyBitmap *ty_finder_find     (TyOrder     *order,
                              TyDatabase  *database,
                              const char  *text,
                              GError     **error);

G_END_DECLS
