/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-merge-window.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-record-editor.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window-private.h"

/* The ways that lead to the window in which two records of one person are merged. */

static GtkApplication *application;

typedef struct
{
  TyTestOffice *county;
  TyWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = fixture->county = ty_test_office_new ();
  gint64 first = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  gint64 second = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);

  ty_test_office_add_post (county, first, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, second, county->creek, "D3", "2021-10", NULL);
  ty_test_office_done (county);
  fixture->window = ty_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, county->path);
  ty_test_window_settle (fixture->window);
  ty_office_set_as_of (ty_window_get_office (fixture->window), ty_date_today ());
  ty_test_window_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_free (fixture->county);
}

/* Both are in it, whichever way led there. */
static void
wait_and_close (void)
{
  GtkWidget *window;

  while ((window = ty_test_find_window (TY_TYPE_MERGE_WINDOW)) == NULL
         || !ty_merge_window_is_ready (TY_MERGE_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
show_page (Fixture    *fixture,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name);
  ty_test_window_settle (fixture->window);
  return GTK_WIDGET (ty_window_get_page (fixture->window));
}

/* A button that is seen and has that action. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Two rows of the roster. */
static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_page (fixture, "roster");

  gtk_widget_activate_action (page, "roster.select-all", NULL);
  ty_test_window_settle (fixture->window);
  g_assert_true (gtk_widget_activate_action (page, "roster.merge", NULL));
  wait_and_close ();
}

/* The finding that two people have one name and month of birth. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = show_page (fixture, "checks");
  GtkWidget *button;

  while ((button = find_button (page, "win.merge-people")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate (button));
  wait_and_close ();
}

/* Somebody who is entered anew and found to be there already: saved, and merged at once. */
static void
test_twin (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *editor, *button;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-person", NULL);
  while ((editor = ty_test_find_window (TY_TYPE_RECORD_EDITOR)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_row (editor, "Name")), "张晓明");
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_row (editor, "Born")), "1980.02");
  while ((button = find_button (editor, "editor.save-and-merge")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate (button));
  wait_and_close ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  application = g_object_new (GTK_TYPE_APPLICATION, "application-id", TY_APP_ID, "flags",
                              G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/merge-ways/roster", test_roster);
  ADD ("/merge-ways/check", test_check);
  ADD ("/merge-ways/twin", test_twin);
#undef ADD
  return g_test_run ();
}
