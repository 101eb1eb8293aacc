/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     ty_list_fill            (GtkWidget  *view,
                                  GListStore *store,
                                  GPtrArray  *items);
void     ty_list_fill_up         (GtkWidget  *view);
gboolean ty_list_fill_is_growing (GtkWidget  *view);

G_END_DECLS
