/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-busy-bar.h"
#include "ty-spinner.h"
#include "ty-test-widgets.h"
#include "ty-widgets.h"

#include <adwaita.h>

/* Who wants no motion sees what is there at once: nothing goes on for frames. What is shown at all takes one to be
 * laid out and one to be drawn. */

#define STILL 3 /* frames, at most */

typedef GtkWidget *(*Make) (void);

static GtkWidget *
make_revealer (void)
{
  return g_object_new (GTK_TYPE_REVEALER, "child", gtk_label_new ("东山村"), NULL);
}

static void
reveal (GtkWidget *widget)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (widget), TRUE);
}

static GtkWidget *
make_stack (void)
{
  GtkWidget *stack = g_object_new (GTK_TYPE_STACK, "transition-type", GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT, NULL);

  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("东山村"), "first");
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("西沟村"), "second");
  return stack;
}

static void
turn_page (GtkWidget *widget)
{
  gtk_stack_set_visible_child_name (GTK_STACK (widget), "second");
}

static GtkWidget *
make_flap (void)
{
  return g_object_new (ADW_TYPE_FLAP, "content", gtk_label_new ("东山村"), "flap", gtk_label_new ("西沟村"),
                       "reveal-flap", FALSE, NULL);
}

static void
open_flap (GtkWidget *widget)
{
  adw_flap_set_reveal_flap (ADW_FLAP (widget), TRUE);
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new ("西沟村"));
  return g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, "label", "东山村", NULL);
}

static void
pop_up (GtkWidget *widget)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
}

static GtkWidget *
make_spinner (void)
{
  return g_object_new (TY_TYPE_SPINNER, "visible", FALSE, NULL);
}

static void
show (GtkWidget *widget)
{
  gtk_widget_set_visible (widget, TRUE);
}

static GtkWidget *
make_busy (void)
{
  return ty_busy_bar_new ();
}

/* Shows itself where something takes its time. */
static void
begin (GtkWidget *widget)
{
  ty_busy_bar_set_busy (TY_BUSY_BAR (widget), TRUE);
  ty_test_wait_until (gtk_widget_get_mapped (widget));
}

static GtkWidget *
make_switch (void)
{
  return gtk_switch_new ();
}

static void
turn_on (GtkWidget *widget)
{
  gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
}

static const struct
{
  const char *name;
  Make make;
  TyTestFunc change;
} cases[] = {
  { "revealer", make_revealer, reveal }, { "stack", make_stack, turn_page }, { "pane", make_flap, open_flap },
  { "popover", make_menu, pop_up },      { "spinner", make_spinner, show },  { "busy-bar", make_busy, begin },
  { "switch", make_switch, turn_on },
};

static guint
count_frames_of_change (guint    number,
                        gboolean animated)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *widget = cases[number].make ();
  guint n;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("云岭镇"));
  gtk_box_append (GTK_BOX (box), widget);
  gtk_window_present (GTK_WINDOW (window));
  ty_test_wait_until (gtk_widget_get_mapped (window));
  ty_test_count_frames (window, NULL, NULL);
  n = ty_test_count_frames (window, cases[number].change, widget);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
  ty_test_count_frames (window, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  return n;
}

static void
test_still (gconstpointer data)
{
  guint n = count_frames_of_change (GPOINTER_TO_UINT (data), FALSE);

  g_test_message ("%u frames", n);
  g_assert_cmpuint (n, <=, STILL);
}

/* That frames are counted at all. */
static void
test_moving (void)
{
  g_assert_cmpuint (count_frames_of_change (0, TRUE), >, STILL);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_widgets_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/motion/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_still);
    }
  g_test_add_func ("/motion/animated", test_moving);
  return g_test_run ();
}
