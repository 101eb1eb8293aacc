/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

char *ty_text_fold           (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_clean          (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_clean_name     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_clean_code     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
guint ty_text_width          (const char *text);
char *ty_text_mask_id_number (const char *number) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_mask_phone     (const char *number) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_mask_name      (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_format_count   (guint       count) G_GNUC_WARN_UNUSED_RESULT;
char *ty_text_group_digits   (const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
