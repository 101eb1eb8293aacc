/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

gboolean ty_read_view_begin (TyDatabase  *database,
                             GError     **error);
void     ty_read_view_end   (TyDatabase  *database);

G_END_DECLS
