/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Seconds for which something sensitive stays on the clipboard. */
#define TY_CLIPBOARD_SECONDS 30

void     ty_clipboard_put          (GtkWidget          *widget,
                                    GdkContentProvider *content,
                                    gboolean            sensitive);
void     ty_clipboard_put_text     (GtkWidget          *widget,
                                    const char         *text,
                                    gboolean            sensitive);
void     ty_clipboard_put_table    (GtkWidget          *widget,
                                    const char         *text,
                                    const char         *html,
                                    gboolean            sensitive);
void     ty_clipboard_guard        (GtkWidget          *widget);
void     ty_clipboard_forget       (GtkWidget          *widget);
gboolean ty_clipboard_is_guarded   (GtkWidget          *widget);
void     ty_clipboard_set_seconds  (guint               new_seconds);

G_END_DECLS
