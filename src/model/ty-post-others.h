/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    ty_post_others_match   (const char *piece);
gboolean ty_post_others_may_be  (const char *piece);

G_END_DECLS
