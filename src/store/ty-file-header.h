/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ty_file_header_check     (const char  *path,
                                   GError     **error);
gboolean ty_file_header_check_log (const char  *path,
                                   GError     **error);
gboolean ty_file_header_can_share (const char  *path);

G_END_DECLS
