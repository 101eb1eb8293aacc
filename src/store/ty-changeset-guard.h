/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ty_changeset_guard_check (GBytes *changeset);

G_END_DECLS
