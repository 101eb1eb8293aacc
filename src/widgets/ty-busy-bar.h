/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_BUSY_BAR (ty_busy_bar_get_type ())
G_DECLARE_FINAL_TYPE (TyBusyBar, ty_busy_bar, TY, BUSY_BAR, AdwBin)

GtkWidget *ty_busy_bar_new      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_busy_bar_get_busy (TyBusyBar *self);
void       ty_busy_bar_set_busy (TyBusyBar *self,
                                 gboolean   busy);
void       ty_busy_bar_set_can_cancel (TyBusyBar *self,
                                 gboolean   can_cancel);

G_END_DECLS
