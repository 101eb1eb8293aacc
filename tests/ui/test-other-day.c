/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-group-editor.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-person-sections.h"
#include "ty-record-editor.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window-private.h"

/* While another day than today is shown, the window says so, and what is entered is of today. */

static GtkApplication *application;

typedef struct
{
  TyTestOffice *county;
  TyWindow *window;
  gint64 person;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->person = ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NULL);
  ty_test_office_add_post (fixture->county, fixture->person, fixture->county->pine, "D1", "2021-10", NULL);
  ty_test_office_done (fixture->county);
  fixture->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, fixture->county->path);
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

static GtkWidget *
find_class (GtkWidget  *widget,
            GType       type,
            const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_has_css_class (widget, css_class))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
is_marked (TyWindow *window)
{
  GtkWidget *header = find_class (GTK_WIDGET (window), TY_TYPE_HEADER, "ty-other-day");

  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "ty-other-day"));
  return header != NULL && find_class (GTK_WIDGET (window), TY_TYPE_SIDEBAR, "ty-other-day") != NULL;
}

/* By a line and a filled button, in colour, and in words, not by colour alone. */
static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  TyWindow *window = fixture->window;
  TyOffice *office = ty_window_get_office (window);

  ty_office_set_as_of (office, ty_date_today ());
  ty_test_window_settle (window);
  g_assert_false (is_marked (window));
  g_assert_null (find_class (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, "ty-other-day"));
  g_assert_false (find_label (GTK_WIDGET (window), "Everything is shown as of"));

  ty_office_set_as_of (office, ty_date_new (2021, 12, 31));
  ty_test_window_settle (window);
  g_assert_true (is_marked (window));
  g_assert_nonnull (find_class (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, "ty-other-day"));
  g_assert_true (find_label (GTK_WIDGET (window), "Everything is shown as of"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.today", NULL);
  ty_test_window_settle (window);
  g_assert_false (is_marked (window));
  g_assert_null (find_class (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, "ty-other-day"));
}

static void
wait_closed (GType type)
{
  while (ty_test_find_window (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A form proposes today, never the day that is shown; whether it is meant is asked once. */
static void
test_forms (Fixture       *fixture,
            gconstpointer  data)
{
  TyWindow *window = fixture->window;
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  GtkWidget *page, *dialog;

  ty_office_set_as_of (ty_window_get_office (window), ty_date_new (2021, 12, 31));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", fixture->person);
  ty_test_window_settle (window);
  page = GTK_WIDGET (ty_window_get_page (window));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *editor;

      gtk_widget_activate_action (page, "person.add-row", "u", (guint) TY_PERSON_SECTION_POSTS);
      dialog = ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_true ((dialog != NULL) == (i == 0));
      if (dialog != NULL)
        {
          adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "edit");
          gtk_window_destroy (GTK_WINDOW (dialog));
        }
      editor = ty_test_find_window (TY_TYPE_RECORD_EDITOR);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ty_test_find_row (editor, "From"))), ==, today);
      gtk_window_close (GTK_WINDOW (editor));
      wait_closed (TY_TYPE_RECORD_EDITOR);
    }

  /* Who looks at today is not asked. */
  ty_office_set_as_of (ty_window_get_office (window), ty_date_today ());
  ty_test_window_settle (window);
  gtk_widget_activate_action (page, "person.add-row", "u", (guint) TY_PERSON_SECTION_POSTS);
  g_assert_null (ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_close (GTK_WINDOW (ty_test_find_window (TY_TYPE_RECORD_EDITOR)));
  wait_closed (TY_TYPE_RECORD_EDITOR);
}

static GtkWidget *
get_roster (TyWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "roster");
  ty_test_window_settle (window);
  return GTK_WIDGET (ty_window_get_page (window));
}

/* Whoever changes many people at once is asked as well, and not again for the same day. */
static void
test_bulk (Fixture       *fixture,
           gconstpointer  data)
{
  TyWindow *window = fixture->window;
  GtkWidget *page, *dialog;

  ty_office_set_as_of (ty_window_get_office (window), ty_date_new (2021, 12, 31));
  ty_test_window_settle (window);
  page = get_roster (window);
  gtk_widget_activate_action (page, "roster.select-all", NULL);
  ty_test_window_settle (window);

  gtk_widget_activate_action (page, "roster.edit-group", NULL);
  dialog = ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (ty_test_find_window (TY_TYPE_GROUP_EDITOR));

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (page, "roster.edit-group", NULL);
      dialog = ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_true ((dialog != NULL) == (i == 0));
      if (dialog != NULL)
        {
          adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "edit");
          gtk_window_destroy (GTK_WINDOW (dialog));
        }
      gtk_window_close (GTK_WINDOW (ty_test_find_window (TY_TYPE_GROUP_EDITOR)));
      wait_closed (TY_TYPE_GROUP_EDITOR);
    }

  /* Another day is another question. */
  ty_office_set_as_of (ty_window_get_office (window), ty_date_new (2022, 6, 30));
  ty_test_window_settle (window);
  gtk_widget_activate_action (page, "roster.edit-group", NULL);
  dialog = ty_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who does not want to wait gets back to what was shown, and the header says so. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  TyWindow *window = fixture->window;
  TyOffice *office = ty_window_get_office (window);
  TyDate last_term = ty_date_new (2021, 12, 31);
  TyDate today = ty_date_today ();

  ty_office_set_as_of (office, today);
  ty_test_window_settle (window);
  g_signal_emit_by_name (window->busy_bar, "cancelled");
  g_assert_cmpint (ty_date_compare (ty_office_get_as_of (office), today), ==, 0);

  ty_office_set_as_of (office, last_term);
  ty_office_set_scope (office, fixture->county->pine);
  g_assert_false (ty_window_is_settled (window));
  g_signal_emit_by_name (window->busy_bar, "cancelled");
  g_assert_cmpint (ty_date_compare (ty_office_get_as_of (office), today), ==, 0);
  g_assert_cmpint (ty_office_get_scope (office), !=, fixture->county->pine);
  ty_test_window_settle (window);

  ty_office_set_as_of (office, last_term);
  ty_test_window_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", fixture->person);
  ty_office_set_as_of (office, today);
  g_signal_emit_by_name (window->busy_bar, "cancelled");
  g_assert_cmpstr (ty_page_get_page_name (ty_window_get_page (window)), ==, "overview");
  g_assert_cmpint (ty_date_compare (ty_office_get_as_of (office), last_term), ==, 0);
  ty_test_window_settle (window);
  ty_office_set_as_of (office, today);
  ty_test_window_settle (window);
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

  g_test_add ("/other-day/mark", Fixture, NULL, set_up, test_mark, tear_down);
  g_test_add ("/other-day/bulk", Fixture, NULL, set_up, test_bulk, tear_down);
  g_test_add ("/other-day/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/other-day/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  return g_test_run ();
}
