/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ty_whole_words_keep (GtkLabel *label);

G_END_DECLS
