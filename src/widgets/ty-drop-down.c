/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-drop-down"

#include "config.h"

#include "ty-drop-down.h"

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  if (gtk_widget_get_focusable (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_label (child, label);
}

/**
 * ty_drop_down_set_label:
 * @drop: a choice
 * @label: what is chosen there
 *
 * Names a choice for assistive technologies. The focus is on the button inside of it, to which GTK 4.8 does not
 * hand on the name.
 */
void
ty_drop_down_set_label (GtkDropDown *drop,
                        const char  *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  set_label (gtk_widget_get_first_child (GTK_WIDGET (drop)), label);
}
