/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean ty_preedit_is_active         (GtkWidget      *widget);
void     ty_preedit_protect           (GtkWindow      *window);
void     ty_preedit_follow_captured   (GtkSearchEntry *entry);

G_END_DECLS
