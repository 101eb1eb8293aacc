/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-application.h"
#include "ty-busy-bar.h"
#include "ty-office-roster.h"
#include "ty-page.h"
#include "ty-pages.h"
#include "ty-portrait-view.h"
#include "ty-section.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-time-line-view.h"
#include "ty-window.h"

/* Of the whole window on the sample county: that Tab gets to everything that takes the focus, that
 * nothing moves while nobody does anything, and what is told of what is drawn. */

#define PATIENCE 60  /* seconds; TY_PATIENCE in the environment for another number */
#define TABS 400     /* no way round is longer */
#define IDLE_MS 400

static GtkApplication *application;
static TyWindow *window;

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
settle (void)
{
  guint watch = watch_time ();

  for (guint quiet = 0; quiet < 20;)
    {
      g_main_context_iteration (NULL, FALSE);
      quiet = ty_window_is_settled (window) ? quiet + 1 : 0;
      g_usleep (2000);
    }
  g_source_remove (watch);
}

static gint64
find_person (void)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  TyOffice *office = ty_window_get_office (window);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_list_roster_async (office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return g_array_index (people, gint64, 0);
}

typedef void (*PageFunc) (TyPage *page);

static void
for_each_page (PageFunc func)
{
  static const char * const pages[] = { "overview", "roster", "villages", "departed", "history" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", pages[i]);
      settle ();
      func (ty_window_get_page (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", find_person ());
  settle ();
  func (ty_window_get_page (window));
}

/* Rows are reached by the arrows; of a list one row is in the way of Tab. */
static gboolean
is_in_list (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "row") || GTK_IS_LIST_BOX (widget)
        || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_FLOW_BOX (widget))
      return TRUE;
  return FALSE;
}

/* What a person would press or type into. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget);
}

static void
collect (GtkWidget *widget,
         GPtrArray *controls)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_POPOVER (widget)
      || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (is_control (widget) && gtk_widget_get_focusable (widget) && !is_in_list (widget))
    g_ptr_array_add (controls, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, controls);
}

/* Returns: (transfer container): what Tab leads to, in a window in which nothing has the focus yet */
static GHashTable *
go_round (void)
{
  GHashTable *reached = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < TABS; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      g_hash_table_add (reached, gtk_window_get_focus (GTK_WINDOW (window)));
    }
  return reached;
}

static void
check_reach (TyPage *page)
{
  g_autoptr(GPtrArray) controls = g_ptr_array_new ();
  g_autoptr(GHashTable) reached = go_round ();

  collect (GTK_WIDGET (window), controls);
  g_assert_cmpuint (controls->len, >, 5);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *control = g_ptr_array_index (controls, i);
      const char *tooltip = gtk_widget_get_tooltip_text (control);

      if (!g_hash_table_contains (reached, control))
        g_error ("On the page %s Tab does not lead to a %s in a %s (%s)", ty_page_get_page_name (page),
                 G_OBJECT_TYPE_NAME (control), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (control)),
                 tooltip != NULL ? tooltip : "");
    }
}

static void
test_reach (void)
{
  for_each_page (check_reach);
}

static void
frame_cb (GdkFrameClock *clock,
          guint         *n_frames)
{
  (*n_frames)++;
}

static gboolean
rest_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (IDLE_MS, rest_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/* Once the page has come to rest there is not a frame more. */
static void
check_idle (TyPage *page)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint watch = watch_time ();
  guint n_frames = 1;
  gulong id;

  /* A cursor that blinks is no rest. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n_frames);
  while (n_frames > 0)
    {
      n_frames = 0;
      rest ();
    }
  g_signal_handler_disconnect (clock, id);
  g_source_remove (watch);
}

/* Also behind a wait that was long enough to be shown. */
static void
test_idle (void)
{
  TyPage *page = ty_window_get_page (window);
  GtkWidget *bar = ty_test_find_type (GTK_WIDGET (window), TY_TYPE_BUSY_BAR);

  ty_page_set_loading (page, TRUE);
  while (!gtk_widget_get_mapped (bar))
    g_main_context_iteration (NULL, TRUE);
  ty_page_set_loading (page, FALSE);
  for_each_page (check_idle);
}

/* What is drawn says what it shows. */
static void
test_drawn (void)
{
  GtkWidget *page, *view;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", find_person ());
  settle ();
  page = GTK_WIDGET (ty_window_get_page (window));
  view = ty_test_find_type (page, TY_TYPE_TIME_LINE_VIEW);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  view = ty_test_find_type (page, TY_TYPE_PORTRAIT_VIEW);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  view = ty_test_find_type (page, TY_TYPE_SECTION);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
check_still (GtkWidget *widget)
{
  if (GTK_IS_REVEALER (widget))
    {
      GtkRevealer *revealer = GTK_REVEALER (widget);
      gboolean shown = gtk_revealer_get_reveal_child (revealer);

      gtk_revealer_set_reveal_child (revealer, !shown);
      g_assert_cmpint (gtk_revealer_get_child_revealed (revealer), ==, !shown);
      gtk_revealer_set_reveal_child (revealer, shown);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_still (child);
}

static void
check_page_still (TyPage *page)
{
  check_still (GTK_WIDGET (page));
}

/* Who wants no motion gets what is there at once. */
static void
test_reduced_motion (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  for_each_page (check_page_still);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

  application = GTK_APPLICATION (ty_application_new (0));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, NULL);
  settle ();

  g_test_add_func ("/keyboard/reach", test_reach);
  g_test_add_func ("/keyboard/idle", test_idle);
  g_test_add_func ("/keyboard/drawn", test_drawn);
  g_test_add_func ("/keyboard/reduced-motion", test_reduced_motion);
  status = g_test_run ();

  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  return status;
}
