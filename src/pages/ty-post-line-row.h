/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-post-lines.h"

G_BEGIN_DECLS

GtkWidget *ty_post_line_row_new (TyPostLine *line,
                                 const char *consequences,
                                 gboolean    warns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
