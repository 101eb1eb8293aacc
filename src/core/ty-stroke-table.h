/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

gboolean ty_stroke_table_find (gunichar  character,
                               guint    *n_strokes,
                               guint    *place);

G_END_DECLS
