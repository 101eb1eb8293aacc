/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-help-overlay"

#include "config.h"

#include "ty-help-overlay.h"

#include <glib/gi18n-lib.h>

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    {
      gtk_widget_set_tooltip_text (widget, _("Search the shortcuts"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Search the shortcuts"), -1);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/**
 * ty_help_overlay_prepare:
 * @window: a window that the program has
 *
 * Gives a name to the button by which the list of keys is searched: in GTK 4.8 it has only a picture.
 */
void
ty_help_overlay_prepare (GtkApplicationWindow *window)
{
  GtkShortcutsWindow *overlay = gtk_application_window_get_help_overlay (window);
  GtkWidget *bar = overlay != NULL ? gtk_window_get_titlebar (GTK_WINDOW (overlay)) : NULL;

  if (bar != NULL)
    name_buttons (bar);
}
