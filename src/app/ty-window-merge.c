/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-merge"

#include "config.h"

#include "ty-window-private.h"

#include "ty-merge-window.h"

/* Merging two records of one human. The page that is shown is told by the change: who looked at the record
 * that goes, looks at the other one. */

static void
merged_cb (TyWindow      *self,
           const char    *text,
           TyMergeWindow *window)
{
  ty_window_say (self, text, TRUE);
}

static void
merge_people_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyMergeWindow *window;
  gint64 kept, other;

  if (self->office == NULL || ty_office_is_read_only (self->office))
    return;

  g_variant_get (parameter, "(xx)", &kept, &other);
  window = ty_merge_window_new (GTK_WINDOW (self), self->office, kept, other);
  g_signal_connect_object (window, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * ty_window_install_merge:
 * @widget_class: the class of the window
 *
 * Installs `win.merge-people` (xx): the record that stays, and the other one or 0 to choose it.
 */
void
ty_window_install_merge (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge-people", "(xx)", merge_people_action);
}
