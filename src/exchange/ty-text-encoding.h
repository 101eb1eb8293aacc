/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

char *ty_text_encoding_decode (const char  *bytes,
                               gsize        length,
                               const char **encoding,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
