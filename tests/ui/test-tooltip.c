/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-test-widgets.h"
#include "ty-tooltip.h"

#include <adwaita.h>

/* What a tooltip says stands in one line, and over an open popover there is none. The mouse is moved for it. */

static GtkWidget *tooltip; /* (nullable): the one that was shown last */

static gboolean
map_cb (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    g_set_weak_pointer (&tooltip, widget);
  return G_SOURCE_CONTINUE;
}

static void
move_mouse (int x,
            int y)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove %d %d", x, y);
  g_autoptr(GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
stir_cb (gpointer user_data)
{
  move_mouse (200 + g_random_int_range (-9, 10), GPOINTER_TO_INT (user_data));
  return G_SOURCE_CONTINUE;
}

/* Shows the tooltip of what is at that height, and finds its words. Where the mouse comes in one leap from
 * another tooltip, GTK waits for it to be moved once more, and then for half a second. */
static GtkWidget *
point_at (int         y,
          const char *text)
{
  GtkWidget *label = NULL;
  guint id = g_timeout_add (700, stir_cb, GINT_TO_POINTER (y));

  move_mouse (200, y);
  while (label == NULL || !gtk_widget_get_mapped (label) || gtk_widget_get_width (label) == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      label = tooltip != NULL ? ty_test_find (tooltip, says, text) : NULL;
    }
  g_source_remove (id);
  return label;
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_height (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
test_line (void)
{
  const char *words[] = { "花名册，1,113", "所有显示内容的截至日期", "Roster, 1,113" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new ("头雁");

      gtk_widget_set_vexpand (label, TRUE);
      gtk_widget_set_tooltip_text (label, words[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  window = open_window (box);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      int y = (int) (gtk_widget_get_height (box) * (2 * i + 1) / (2 * G_N_ELEMENTS (words)));
      GtkWidget *label = point_at (y, words[i]);

      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 1);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_popover (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *window;

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new ("2026.11.27"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, "截至日期");
  window = open_window (button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_false (gtk_widget_get_has_tooltip (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  while (gtk_widget_get_mapped (popover))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_has_tooltip (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "截至日期");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GTypeClass) class = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_tooltip_tidy ();
  class = g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
  g_test_add_func ("/tooltip/line", test_line);
  g_test_add_func ("/tooltip/popover", test_popover);

  return g_test_run ();
}
