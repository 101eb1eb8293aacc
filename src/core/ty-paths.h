/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

void  ty_paths_init_locale    (void);
char *ty_paths_get_schema_dir (void) G_GNUC_WARN_UNUSED_RESULT;
char *ty_paths_get_data_dir   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
