/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ty_widget_theme_read (GtkWidget *widget,
                           TyTheme   *theme);

G_END_DECLS
