/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-model.h"
#include "ty-office-roster.h"
#include "ty-pages.h"
#include "ty-window.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Every page of the sample county in a language whose texts are four tenths longer, in a small window:
 * nothing may be cut but what is cut on purpose and told whole by a tooltip. */

#define LANGUAGE "en_XA"
#define PATIENCE 60 /* seconds; TY_PATIENCE in the environment for another number */

typedef struct
{
  TyWindow *window;
  GString *clipped;
  const char *page;
} Fixture;

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

/* Runs the main loop until the window shows all it has, for some turns in a row. */
static void
settle (Fixture *fixture)
{
  guint watch = watch_time ();

  for (guint quiet = 0; quiet < 20;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpstr (ty_window_get_problem (fixture->window), ==, NULL);
      quiet = ty_window_is_settled (fixture->window) ? quiet + 1 : 0;
      g_usleep (2000);
    }
  g_source_remove (watch);
}

/* Rows of lists are data, of whatever length. Other labels have their whole text as a tooltip, and
 * what stands in an empty entry is said in full by its tooltip. */
static gboolean
may_be_cut (GtkWidget *label)
{
  gboolean placeholder = g_str_equal (gtk_widget_get_css_name (label), "placeholder");
  const char *text = placeholder ? "" : gtk_label_get_text (GTK_LABEL (label));

  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if ((tooltip != NULL && strstr (tooltip, text) != NULL)
          || g_str_equal (gtk_widget_get_css_name (widget), "cell") || GTK_IS_LIST_VIEW (widget))
        return TRUE;
    }
  return FALSE;
}

static void
look_at (Fixture   *fixture,
         GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)))
      && !may_be_cut (widget))
    g_string_append_printf (fixture->clipped, "%s: %s\n", fixture->page,
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (fixture, child);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static gint64
find_person (Fixture *fixture)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_list_roster_async (ty_window_get_office (fixture->window), &query, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  people = ty_office_list_roster_finish (ty_window_get_office (fixture->window), result, &error);
  g_assert_no_error (error);
  return g_array_index (people, gint64, 0);
}

static void
show_pages (Fixture *fixture)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_parent (GTK_WIDGET (ty_window_get_page (fixture->window))));
  g_autoptr(GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  gint64 person = find_person (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      GtkStackPage *page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_object_unref (page);
      fixture->page = gtk_stack_page_get_name (page);
      if (g_str_equal (fixture->page, "person"))
        gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "x", person);
      else
        gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", fixture->page);
      settle (fixture);
      look_at (fixture, GTK_WIDGET (fixture->window));
    }
}

static GtkApplication *application;

static void
test_pages (gconstpointer data)
{
  Fixture fixture = { .window = ty_window_new (application), .clipped = g_string_new (NULL) };
  int width, height;

  g_assert_cmpint (sscanf (data, "%dx%d", &width, &height), ==, 2);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), width, height);
  gtk_window_present (GTK_WINDOW (fixture.window));
  ty_window_start (fixture.window, NULL);
  settle (&fixture);
  show_pages (&fixture);
  g_assert_cmpstr (fixture.clipped->str, ==, "");

  gtk_window_close (GTK_WINDOW (fixture.window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_string_free (fixture.clipped, TRUE);
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

  /* Before anything asks for them. */
  use_long_texts (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

  application = g_object_new (GTK_TYPE_APPLICATION,
                              "application-id", TY_APP_ID,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_data_func ("/clipping/1024x768", "1024x768", test_pages);
  g_test_add_data_func ("/clipping/1366x768", "1366x768", test_pages);
  return g_test_run ();
}
