/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-window.h"

G_BEGIN_DECLS

/**
 * TyShotFunc:
 * @name: what is shown, as its picture would be called
 * @widget: the window, dialog or popover
 * @data: what was given
 */
typedef void (*TyShotFunc) (const char *name,
                            GtkWidget  *widget,
                            gpointer    data);

void ty_shots_prepare (void);
void ty_shots_run     (TyWindow   *window,
                       const char *dir);
void ty_shots_visit   (TyWindow   *window,
                       TyShotFunc  func,
                       gpointer    data);

G_END_DECLS
