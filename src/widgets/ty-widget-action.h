/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ty_widget_action_enable (GtkWidget  *widget,
                              const char *action,
                              gboolean    enabled);

G_END_DECLS
