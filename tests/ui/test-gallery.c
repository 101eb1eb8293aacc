/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-gallery-window.h"
#include "ty-model.h"
#include "ty-widgets.h"

#include <adwaita.h>
#include <string.h>

/* The gallery shows every widget. What GTK warns of is fatal in a test. */

static GtkWindow *
open_gallery (void)
{
  GtkWindow *window = ty_gallery_window_new ();

  gtk_window_set_default_size (window, 1366, 768);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
close_gallery (GtkWindow *window)
{
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
has_type (GtkWidget *widget,
          GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_type (child, type))
      return TRUE;

  return FALSE;
}

/* The names of widgets that a header declares. */
static void
add_types (GPtrArray  *names,
           const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("G_DECLARE_(?:FINAL|DERIVABLE)_TYPE \\((\\w+),[^)]* (?!GObject)\\w+\\)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (names, g_match_info_fetch (match, 1));
}

static GPtrArray *
list_types (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "src", "widgets", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".h"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        add_types (names, path);
      }
  return names;
}

static void
test_complete (void)
{
  GtkWindow *window = open_gallery ();
  GtkWidget *content = ty_gallery_window_get_content (TY_GALLERY_WINDOW (window));
  g_autoptr(GPtrArray) names = list_types ();

  g_assert_cmpuint (names->len, >, 15);
  for (guint i = 0; i < names->len; i++)
    {
      GType type = g_type_from_name (g_ptr_array_index (names, i));

      if (type == G_TYPE_INVALID || !has_type (content, type))
        g_error ("The gallery does not show %s", (const char *) g_ptr_array_index (names, i));
    }
  close_gallery (window);
}

static GskRenderNode *
snapshot (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *drawing = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, drawing, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (drawing);
}

/* Everything is drawn, with what would be scrolled to; until a frame came there is nothing. */
static void
draw (GtkWindow *window)
{
  GtkWidget *content = ty_gallery_window_get_content (TY_GALLERY_WINDOW (window));
  g_autoptr(GskRenderNode) node = NULL;

  while ((node = snapshot (content)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWindow  *window,
       const char *label)
{
  GtkWidget *button = find_toggle (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static guint
count_badges (GtkWidget  *widget,
              const char *class)
{
  guint n = gtk_widget_has_css_class (widget, "ty-badge") && gtk_widget_get_visible (widget)
              && gtk_widget_has_css_class (widget, class);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_badges (child, class);
  return n;
}

/* A count, what waits and what is late; in the narrow form none of them. */
static void
test_sidebar (void)
{
  GtkWindow *window = open_gallery ();
  GtkWidget *content = ty_gallery_window_get_content (TY_GALLERY_WINDOW (window));

  g_assert_cmpuint (count_badges (content, "numeric"), ==, 3);
  g_assert_cmpuint (count_badges (content, "waits"), ==, 1);
  g_assert_cmpuint (count_badges (content, "late"), ==, 1);
  close_gallery (window);
}

static void
test_looks (void)
{
  GtkWindow *window = open_gallery ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  draw (window);
  press (window, "Dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  draw (window);
  press (window, "High Contrast");
  draw (window);
  press (window, "Light");
  g_assert_false (adw_style_manager_get_dark (manager));
  draw (window);
  close_gallery (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_widgets_init ();
  ty_app_resources_register_resource ();

  g_test_add_func ("/gallery/complete", test_complete);
  g_test_add_func ("/gallery/sidebar", test_sidebar);
  g_test_add_func ("/gallery/looks", test_looks);
  return g_test_run ();
}
