/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *ty_settings_find (void);
GSettings *ty_settings_get  (void);

G_END_DECLS
