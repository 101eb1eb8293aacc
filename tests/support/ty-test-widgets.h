/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyTestFits:
 * @widget: a widget
 * @text: what is looked for
 *
 * Returns: whether @widget is the one.
 */
typedef gboolean (*TyTestFits) (GtkWidget  *widget,
                                const char *text);

/* Lets the main loop go round until @condition holds; the test fails when that takes too long. */
#define ty_test_wait_until(condition)           \
  G_STMT_START {                                \
    guint watch = ty_test_watch (#condition);   \
    while (!(condition))                        \
      g_main_context_iteration (NULL, TRUE);    \
    g_source_remove (watch);                    \
  } G_STMT_END

/* Something that is done with a widget. */
typedef void (*TyTestFunc) (GtkWidget *widget);

guint      ty_test_watch       (const char *what);
GtkWidget *ty_test_find        (GtkWidget  *widget,
                                TyTestFits  fits,
                                const char *text);
GtkWidget *ty_test_find_type   (GtkWidget  *widget,
                                GType       type);
gboolean   ty_test_has_text    (GtkWidget  *widget,
                                const char *text);
GtkWidget *ty_test_find_row    (GtkWidget  *widget,
                                const char *title);
GtkWidget *ty_test_find_window (GType       type);
guint      ty_test_count_frames (GtkWidget *window,
                                 TyTestFunc  change,
                                 GtkWidget  *widget);

G_END_DECLS
