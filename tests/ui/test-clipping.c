/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-shots.h"
#include "ty-test-window.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Every page and dialog of the sample county in a language whose texts are four tenths longer, in small windows and
 * with large text: nothing may be cut but what is cut on purpose and told whole by a tooltip. TY_MEMORY in the
 * environment is enough where only memory is looked at. */

#define LANGUAGE "en_XA"
#define PATIENCE 150 /* seconds; TY_PATIENCE in the environment for another number */
#define WIDEST_DIALOG 1080 /* pixels, that one likes to be */
#define EDGE 3      /* pixels */
#define N_LEAST 25  /* pages and dialogs */

typedef struct
{
  GString *clipped;
  int width; /* of the screen */
  int height;
  guint n_seen;
} Fixture;

typedef struct
{
  const char *path;
  const char *size;
  double text; /* how much larger it is */
} Look;

static const Look looks[] = {
  { "/clipping/1024x768", "1024x768", 1 },
  { "/clipping/1366x768", "1366x768", 1 },
  { "/clipping/text150", "1366x768", 1.5 },
};

static gboolean
timeout_cb (gpointer data)
{
  g_error ("Waited too long");
  return G_SOURCE_REMOVE;
}

static guint
watch_time (void)
{
  const char *text = g_getenv ("TY_PATIENCE");

  return g_timeout_add_seconds (text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : PATIENCE,
                                timeout_cb, NULL);
}

/* Rows of lists are data, of whatever length, but what is chosen in a row of a form is not. Other labels have their whole
 * text as a tooltip, and what stands in an empty entry is said in full by its tooltip. */
static gboolean
may_be_cut (GtkWidget *label)
{
  gboolean placeholder = g_str_equal (gtk_widget_get_css_name (label), "placeholder");
  const char *text = placeholder ? "" : gtk_label_get_text (GTK_LABEL (label));

  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (ADW_IS_COMBO_ROW (widget))
        return FALSE;
      if ((tooltip != NULL && strstr (tooltip, text) != NULL)
          || g_str_equal (gtk_widget_get_css_name (widget), "cell")
          || (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) == NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLABLE) != NULL;
}

/* Beyond the edge of the window, without a way to get there. */
static gboolean
is_outside (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t place;

  if (gtk_widget_get_native (widget) != GTK_NATIVE (window) || is_scrolled (widget)
      || !gtk_widget_compute_bounds (widget, window, &place))
    return FALSE;
  return place.origin.x < -EDGE || place.origin.y < -EDGE
         || place.origin.x + place.size.width > (float) gtk_widget_get_width (window) + EDGE
         || place.origin.y + place.size.height > (float) gtk_widget_get_height (window) + EDGE;
}

/* A text without an ellipsis has less room than it is wide. */
static gboolean
is_narrow (GtkWidget *label)
{
  int width;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  return gtk_label_get_ellipsize (GTK_LABEL (label)) == PANGO_ELLIPSIZE_NONE
         && width > gtk_widget_get_width (label) + EDGE;
}

static gboolean
is_cut (GtkWidget *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) || is_narrow (label);
}

static void
look_at (Fixture    *fixture,
         const char *page,
         GtkWidget  *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && is_cut (widget) && !may_be_cut (widget))
    g_string_append_printf (fixture->clipped, "%s: %s\n", page, gtk_label_get_text (GTK_LABEL (widget)));
  if ((GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget)) && is_outside (widget)
      && !(GTK_IS_LABEL (widget) && may_be_cut (widget)))
    g_string_append_printf (fixture->clipped, "%s: %s is beyond the edge\n", page,
                            GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                                                  : G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (fixture, page, child);
}

/* A window grows when its contents do not fit, also beyond the edge of a screen; dialogs that like to be wide become as
 * small as the screen. That of the keys is laid out by GTK, which never puts fewer than two columns on a page. */
static void
look_at_size (Fixture    *fixture,
              const char *page,
              GtkWidget  *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  if (widget != window || GTK_IS_SHORTCUTS_WINDOW (window))
    return;
  if (width > (TY_IS_WINDOW (window) ? fixture->width : MAX (fixture->width, WIDEST_DIALOG))
      || height > fixture->height)
    g_string_append_printf (fixture->clipped, "%s: the window is %dx%d\n", page, width, height);
}

static void
look_cb (const char *name,
         GtkWidget  *widget,
         gpointer    data)
{
  Fixture *fixture = data;

  g_test_message ("%s", name);
  g_assert_true (gtk_widget_get_mapped (widget));
  look_at (fixture, name, widget);
  look_at_size (fixture, name, widget);
  fixture->n_seen++;
}

static GtkApplication *application;

/* Warnings of GTK, as of boxes that have too little room, end the test. */
static void
test_pages (gconstpointer data)
{
  const Look *look = data;
  Fixture fixture = { .clipped = g_string_new (NULL) };
  TyWindow *window;
  guint watch = watch_time ();

  g_assert_cmpint (sscanf (look->size, "%dx%d", &fixture.width, &fixture.height), ==, 2);
  g_setenv ("TOUYAN_SHOTS_SIZE", look->size, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * look->text), NULL);
  window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, NULL);
  ty_shots_visit (window, look_cb, &fixture);
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watch);

  g_assert_cmpstr (fixture.clipped->str, ==, "");
  g_assert_cmpuint (fixture.n_seen, >, N_LEAST);
  g_string_free (fixture.clipped, TRUE);
}

/* A table whose import is shown. */
static void
write_roster (const char *home)
{
  g_autofree char *path = g_build_filename (home, "roster.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "姓名,性别,出生年月,村（社区）,现任职务\n单于青禾,男,1974.13,龙湾村,村委会委员\n"
                             "令狐远,男,1980.05,龙湾村,村委会委员\n", -1, &error);
  g_assert_no_error (error);
  g_setenv ("TOUYAN_SHOTS_ROSTER", path, TRUE);
}

static void
use_long_texts (const char *home)
{
  g_autofree char *locale = g_build_filename (home, "locale", NULL);
  g_autofree char *output = g_build_filename (locale, LANGUAGE, "LC_MESSAGES", GETTEXT_PACKAGE ".mo",
                                              NULL);
  const char *argv[] = { g_getenv ("TY_PSEUDO_LOCALE"), g_getenv ("TY_CATALOGUE"), output, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_setenv ("LANGUAGE", LANGUAGE, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (gettext ("Overview"), ==, "Overview lo");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("touyan-ui-XXXXXX", NULL);
  guint n_looks = g_getenv ("TY_MEMORY") != NULL ? 1 : G_N_ELEMENTS (looks);

  /* Before anything asks for them. */
  use_long_texts (home);
  write_roster (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_pages_init ();


  /* With the stylesheet of the program, without which nothing has its size. */
  application = ty_test_window_start_application ();
  for (guint i = 0; i < n_looks; i++)
    g_test_add_data_func (looks[i].path, &looks[i], test_pages);
  return g_test_run ();
}
