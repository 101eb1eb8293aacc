/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-theme.h"

#include <adwaita.h>

G_BEGIN_DECLS

GdkMonitor *ty_presentation_choices_find_own     (GtkWindow      *window) G_GNUC_WARN_UNUSED_RESULT;
GdkMonitor *ty_presentation_choices_find_monitor (GdkDisplay     *display,
                                                  GdkMonitor     *own) G_GNUC_WARN_UNUSED_RESULT;
GdkMonitor *ty_presentation_choices_find_other   (GdkDisplay     *display,
                                                  GdkMonitor     *monitor,
                                                  GdkMonitor     *own) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ty_presentation_choices_get_pages    (void);
void        ty_presentation_choices_read_theme   (GtkWidget      *widget,
                                                  TyTheme        *theme);
void        ty_presentation_choices_toggle_dark  (GtkWidget      *widget);
void        ty_presentation_choices_attach       (AdwSplitButton *button);

G_END_DECLS
