/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

const char *ty_media_type_find         (const guint8 *data,
                                        gsize         length);
const char *ty_media_type_get_label    (const char   *media_type);
const char *ty_media_type_get_icon     (const char   *media_type);
gboolean    ty_media_type_is_image     (const char   *media_type);
char       *ty_media_type_dup_name     (const char   *media_type,
                                        const char   *name) G_GNUC_WARN_UNUSED_RESULT;
char       *ty_media_type_dup_accepted (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
