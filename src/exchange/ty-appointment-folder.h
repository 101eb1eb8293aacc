/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

gboolean ty_appointment_folder_is_file (const char         *path);
char   **ty_appointment_folder_list    (const char *const  *paths,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
