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

/* What GTK does for the overlay that it makes itself: the keys are those that the program sets. */
static void
set_keys (GtkWidget      *widget,
          GtkApplication *application)
{
  g_autofree char *action = NULL;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    g_object_get (widget, "action-name", &action, NULL);
  if (action != NULL)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (application, action);
      g_autofree char *all = g_strjoinv (" ", keys);

      g_object_set (widget, "accelerator", all, NULL);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_keys (child, application);
}

/**
 * ty_help_overlay_new:
 * @parent: a window that the program has
 *
 * Makes the list of keys. It is made when it is asked for and goes when it is closed: GTK 4.8 falls
 * when a screen reader asks for a window that has just closed while one is kept that was never shown,
 * as GTK keeps the overlay that it makes itself.
 *
 * Returns: (transfer none): the window, not yet shown
 */
GtkWindow *
ty_help_overlay_new (GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/touyan/Touyan/ui/app/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, parent);
  set_keys (GTK_WIDGET (overlay), gtk_window_get_application (parent));
  /* The button by which the list is searched has only a picture in GTK 4.8. */
  name_buttons (gtk_window_get_titlebar (overlay));
  return overlay;
}
