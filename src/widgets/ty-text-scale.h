/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double ty_text_scale_get (GtkWidget *widget);
int ty_text_measure (GtkWidget  *widget,
                     const char *text);

G_END_DECLS
