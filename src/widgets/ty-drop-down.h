/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ty_drop_down_set_label (GtkDropDown *drop,
                             const char  *label);

G_END_DECLS
