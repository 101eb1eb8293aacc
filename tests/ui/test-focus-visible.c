/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-gallery-window.h"
#include "ty-pages.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <adwaita.h>
#include <math.h>

/* Where the keyboard is can be seen, in every look: each kind of widget of the gallery that takes the focus is drawn
 * with and without it, and enough of it has another colour, with a contrast of 3 : 1 at least. */

#define AROUND 40     /* pixels beside the widget that are looked at, too: those of a frame */
#define CONTRAST 3.0  /* WCAG 2.1, 1.4.11 */
#define ENOUGH 60     /* pixels; the caret of an entry alone is fewer */

static const char *const looks[][3] = {
  { "light", "light", "0" },
  { "dark", "dark", "0" },
  { "contrast", "light", "1" },
  { "contrast-dark", "dark", "1" },
};

static const char *program;

typedef struct
{
  guchar *pixels; /* (owned) */
  int width;
  int height;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  ty_test_wait_until (painted);
  g_signal_handler_disconnect (clock, id);
}

/* A part of the content, also where it would be scrolled to. */
static void
draw (GtkWidget             *content,
      const graphene_rect_t *place,
      Picture               *picture)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (content);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (content)), node, place);
  picture->width = gdk_texture_get_width (texture);
  picture->height = gdk_texture_get_height (texture);
  picture->pixels = g_malloc ((gsize) picture->width * picture->height * 4);
  gdk_texture_download (texture, picture->pixels, (gsize) picture->width * 4);
}

static double
get_channel (guchar value)
{
  double share = value / 255.0;

  return share <= 0.03928 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const guchar *pixel)
{
  return 0.0722 * get_channel (pixel[0]) + 0.7152 * get_channel (pixel[1]) + 0.2126 * get_channel (pixel[2]);
}

static guint
count_differences (const Picture *before,
                   const Picture *after)
{
  guint n = 0;

  for (int i = 0; i < before->width * before->height; i++)
    {
      double a = get_luminance (before->pixels + 4 * i) + 0.05, b = get_luminance (after->pixels + 4 * i) + 0.05;

      n += MAX (a, b) / MIN (a, b) >= CONTRAST;
    }
  return n;
}

/* The first of each kind; a button with another name of style is another kind. */
static void
list_kinds (GtkWidget  *widget,
            GHashTable *kinds,
            GPtrArray  *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_POPOVER (widget))
    return;

  if (gtk_widget_get_focusable (widget))
    {
      g_auto(GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *all = g_strjoinv (".", classes);
      char *kind = g_strdup_printf ("%s %s.%s", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_css_name (widget), all);

      if (g_hash_table_add (kinds, kind))
        g_ptr_array_add (found, widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_kinds (child, kinds, found);
}

static gboolean
is_seen (GtkWindow  *window,
         GtkWidget  *content,
         GtkWidget  *widget,
         const char *kind)
{
  graphene_rect_t place;
  g_auto(Picture) before = { 0 };
  g_auto(Picture) after = { 0 };
  guint n;

  /* What hands it on to a child is not seen itself, as a list does where keys lead to it. */
  if (GTK_IS_LIST_BOX (widget) || !gtk_widget_grab_focus (widget) || !gtk_widget_is_focus (widget))
    return TRUE;

  gtk_window_set_focus (window, NULL);
  wait_for_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_compute_bounds (widget, content, &place));
  graphene_rect_inset (&place, -AROUND, -AROUND);
  draw (content, &place, &before);

  gtk_widget_grab_focus (widget);
  gtk_window_set_focus_visible (window, TRUE);
  wait_for_frame (GTK_WIDGET (window));
  draw (content, &place, &after);
  n = count_differences (&before, &after);
  if (n < ENOUGH)
    g_printerr ("%s: %u pixels\n", kind, n);
  return n >= ENOUGH;
}

/* In a process of its own, since libadwaita takes high contrast from outside. */
static int
check_look (const char *scheme)
{
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GtkApplication) application = NULL;
  GtkWindow *window;
  GtkWidget *content;
  guint n_unseen = 0;

  adw_init ();
  ty_pages_init ();
  application = ty_test_window_start_application ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                   : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  window = ty_gallery_window_new ();
  content = ty_gallery_window_get_content (TY_GALLERY_WINDOW (window));
  gtk_window_set_default_size (window, 1366, 768);
  gtk_window_present (window);
  ty_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_set_focus_visible (window, TRUE);
  wait_for_frame (GTK_WIDGET (window));

  list_kinds (content, kinds, found);
  g_assert_cmpuint (found->len, >, 15);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (found, i);
      g_auto(GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *all = g_strjoinv (".", classes);
      g_autofree char *kind = g_strdup_printf ("%s %s.%s", G_OBJECT_TYPE_NAME (widget),
                                               gtk_widget_get_css_name (widget), all);

      n_unseen += !is_seen (window, content, widget, kind);
    }
  gtk_window_destroy (window);
  return n_unseen > 0;
}

static void
test_look (gconstpointer data)
{
  const char *const *look = data;
  const char *argv[] = { program, "--look", look[1], NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", look[2], TRUE);
  g_autofree char *told = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, &told, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_test_message ("%s", told);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--look"))
    return check_look (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/focus-visible/", looks[i][0], NULL);

      g_test_add_data_func (path, looks[i], test_look);
    }
  return g_test_run ();
}
