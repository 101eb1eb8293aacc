/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-tooltip"

#include "config.h"

#include "ty-tooltip.h"

#define WIDTH 50 /* characters, as GTK has it for long texts */

static void
widen_cb (GtkLabel *label)
{
  if (gtk_label_get_max_width_chars (label) < WIDTH)
    gtk_label_set_max_width_chars (label, WIDTH);
}

/* GTK sets the width anew with each text. */
static void
widen (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, widen_cb, NULL);
      g_signal_connect (widget, "notify::max-width-chars", G_CALLBACK (widen_cb), NULL);
      widen_cb (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    widen (child);
}

static void
unmap_cb (GtkWidget *button,
          GtkWidget *popover)
{
  gtk_widget_set_has_tooltip (button, gtk_widget_get_tooltip_text (button) != NULL);
  g_signal_handlers_disconnect_by_func (popover, unmap_cb, button);
}

static void
rest (GtkWidget *button,
      GtkWidget *popover)
{
  if (!gtk_widget_get_has_tooltip (button))
    return;

  gtk_widget_set_has_tooltip (button, FALSE);
  g_signal_connect_object (popover, "unmap", G_CALLBACK (unmap_cb), button, G_CONNECT_SWAPPED);
}

static gboolean
map_cb (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER (widget) && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    rest (gtk_widget_get_parent (widget), widget);
  else if (GTK_IS_NATIVE (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    widen (widget);
  return G_SOURCE_CONTINUE;
}

/**
 * ty_tooltip_tidy:
 *
 * Tooltips of the program stand in one line where there is room, and none comes in front of the popover
 * that was opened from its button. GTK 4.8 gives a tooltip the width of as many Latin letters as its text
 * has characters, which breaks a Chinese one in two, and it shows the tooltip of an open button on which
 * the mouse has stayed.
 */
void
ty_tooltip_tidy (void)
{
  g_autoptr(GTypeClass) class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}
