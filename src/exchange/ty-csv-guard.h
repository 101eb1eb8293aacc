/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

gboolean    ty_csv_guard_is_needed (const char *text);
const char *ty_csv_guard_take_off  (const char *cell);

G_END_DECLS
