/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

gboolean  ty_private_use_is         (gunichar    character);
gunichar  ty_private_use_find       (gunichar    character);
gboolean  ty_private_use_has        (const char *text);
char     *ty_private_use_dup_encoded (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
