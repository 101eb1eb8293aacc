/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

char *ty_collate_key_stroke (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ty_collate_key_pinyin (const char *name,
                             const char *pinyin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
