/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdarg.h>

G_BEGIN_DECLS

char *ty_json_object_to_text (const char *first_key,
                              va_list     args,
                              gboolean    pretty) G_GNUC_WARN_UNUSED_RESULT;
char *ty_json_object_dup_text (JsonObject *object,
                               const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
