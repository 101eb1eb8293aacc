/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *ty_pairing_action_dup_label (const char *what,
                                   JsonObject *detail) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
