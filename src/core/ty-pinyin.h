/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

char *ty_pinyin_for_name   (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ty_pinyin_for_rename (const char *name,
                            const char *old_name,
                            const char *old_pinyin) G_GNUC_WARN_UNUSED_RESULT;
char *ty_pinyin_clean      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *ty_pinyin_initials   (const char *pinyin) G_GNUC_WARN_UNUSED_RESULT;
char *ty_pinyin_search_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *ty_pinyin_to_letters (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
