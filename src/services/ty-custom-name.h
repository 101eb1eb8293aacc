/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ty_custom_name_check (const char  *name,
                               GError     **error);

G_END_DECLS
