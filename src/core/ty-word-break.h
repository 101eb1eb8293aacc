/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

gboolean *ty_word_break_list (const char *text,
                              glong      *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
