/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

char *ty_open_folder_add         (const char  *name,
                                  GBytes      *bytes,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void  ty_open_folder_clear       (void);
void  ty_open_folder_clear_stale (void);

G_END_DECLS
