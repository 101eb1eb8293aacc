/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_TYPE_CHIP (ty_chip_get_type ())
G_DECLARE_FINAL_TYPE (TyChip, ty_chip, TY, CHIP, GtkToggleButton)

GtkWidget *ty_chip_new       (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void       ty_chip_set_count (TyChip     *self,
                              const char *count);

G_END_DECLS
