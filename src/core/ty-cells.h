/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

GPtrArray *ty_cells_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
