/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint       ty_gallery_get_n_groups (void);
const char *ty_gallery_get_title    (guint number);
GtkWidget  *ty_gallery_build_group  (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
