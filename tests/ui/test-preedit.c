/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-application.h"
#include "ty-office-roster.h"
#include "ty-pages.h"
#include "ty-preedit.h"
#include "ty-test-office.h"
#include "ty-window.h"

/* In every entry of the program an input method is at work: GTK's own, which takes the code of a
 * character after Ctrl+Shift+U. Like one for Chinese it shows what it has in the entry, and takes all
 * keys until Enter commits or Escape gives up. The keys are real ones, of the X server. */

#define PATIENCE 60 /* seconds; TY_PATIENCE in the environment for another number */

/* Letters up to f belong to the code. */
#define BEGIN "ctrl+shift+u 4 e 2 d"
#define N_IN_POPOVER 7

static GtkApplication *application;
static TyWindow *window;

static gboolean
timeout_cb (gpointer data)
{
  g_error ("Waited too long for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static guint
watch_time (const char *what)
{
  const char *text = g_getenv ("TY_PATIENCE");

  return g_timeout_add_seconds (text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : PATIENCE,
                                timeout_cb, (gpointer) what);
}

/* Runs the main loop until the window shows all it has, for some turns in a row. */
static void
settle (void)
{
  guint watch = watch_time ("the window");

  for (guint quiet = 0; quiet < 20;)
    {
      g_main_context_iteration (NULL, FALSE);
      quiet = ty_window_is_settled (window) && gtk_window_is_active (GTK_WINDOW (window)) ? quiet + 1 : 0;
      g_usleep (2000);
    }
  g_source_remove (watch);
}

static void
pressed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* When xdotool has ended the server has sent the keys; when the server has answered they are here. */
static void
press (const char *keys)
{
  g_autofree char *command = g_strdup_printf ("xdotool key --clearmodifiers --delay 1 %s", keys);
  g_auto(GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv ((const char * const *) words,
                                                      G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean done = FALSE;
  guint watch = watch_time (keys);

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, pressed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_source_remove (watch);
}

/* Keys without Control or Alt: the input method takes them all. */
static void
try_plain_keys (GtkWidget *text)
{
  GtkEditable *editable = GTK_EDITABLE (text);
  GtkRoot *root = gtk_widget_get_root (text);

  press (BEGIN " Down Up Left Right Prior Next Home End Tab F9 F10");
  g_assert_true (ty_preedit_is_active (text));
  g_assert_true (gtk_root_get_focus (root) == text);

  press ("Return ctrl+shift+u 4 e Escape");
  g_assert_false (ty_preedit_is_active (text));
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "中");
  g_assert_true (gtk_widget_get_mapped (text));
  g_assert_true (gtk_root_get_focus (root) == text);
  gtk_editable_set_text (editable, "");
}

/* Nor do the keys of the program get by, whereupon the release of Control or Shift commits the character. */
static void
try_keys_of_program (GtkWidget *text)
{
  static const char * const keys[] = {
    "ctrl+k", "ctrl+i", "ctrl+comma", "ctrl+n", "alt+Left Return", "ctrl+s", "ctrl+w", "ctrl+z",
    "ctrl+shift+z", "shift+F10",
  };
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GString) text_after = g_string_new (NULL);
  /* In a popover it is GTK that has keys for the last, after the input method was asked. */
  guint n = GTK_IS_POPOVER (gtk_widget_get_native (text)) ? N_IN_POPOVER : G_N_ELEMENTS (keys);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (all, "%s%s %s", i > 0 ? " " : "", BEGIN, keys[i]);
      g_string_append (text_after, "中");
    }
  press (all->str);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, text_after->str);
}

static void
try_entry (GtkWidget *text)
{
  TyPage *page = ty_window_get_page (window);

  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  try_plain_keys (text);
  try_keys_of_program (text);
  g_assert_true (gtk_widget_get_mapped (text));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (text)) == text);
  g_assert_true (ty_window_get_page (window) == page);
  gtk_editable_set_text (GTK_EDITABLE (text), "");
}

/* Returns: how many entries there are below @widget, all of them tried */
static guint
try_entries (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_TEXT (widget) && gtk_widget_is_sensitive (widget))
    {
      g_test_message ("%s in %s", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                      G_OBJECT_TYPE_NAME (ty_window_get_page (window)));
      try_entry (widget);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      n += try_entries (child);
  return n;
}
static void
wait_mapped (GtkWidget *widget,
             gboolean   mapped)
{
  guint watch = watch_time ("a popover or a dialog");

  while (gtk_widget_get_mapped (widget) != mapped)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_source_remove (watch);
}

/* The entries of all popovers that can be opened below @widget. */
static guint
try_popovers (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return 0;
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (widget);
      GtkPopover *popover;

      gtk_menu_button_popup (button);
      popover = gtk_menu_button_get_popover (button);
      wait_mapped (GTK_WIDGET (popover), TRUE);
      settle ();
      n = try_entries (GTK_WIDGET (popover));
      gtk_menu_button_popdown (button);
      wait_mapped (GTK_WIDGET (popover), FALSE);
      return n;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += try_popovers (child);
  return n;
}

static void
show_page (const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", name);
  settle ();
  g_assert_cmpstr (ty_page_get_page_name (ty_window_get_page (window)), ==, name);
}

static void
open_window (void)
{
  window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, NULL);
  settle ();
}

static void
close_window (void)
{
  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_pages (void)
{
  static const struct { const char *page; guint least; } pages[] = {
    { "overview", 0 }, { "roster", 1 }, { "villages", 1 }, { "departed", 1 }, { "history", 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (pages[i].page);
      g_assert_cmpuint (try_entries (GTK_WIDGET (window)), >=, pages[i].least);
    }
}

/* Those of the header: the search, the scope, the cut-off date; those of the history’s filters. */
static void
test_popovers (void)
{
  show_page ("history");
  g_assert_cmpuint (try_popovers (GTK_WIDGET (window)), >=, 6);
}

static GtkText *
find_text (GtkWidget *widget)
{
  GtkText *text = NULL;

  if (GTK_IS_TEXT (widget))
    return GTK_TEXT (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

/* What is typed in a list is searched: the entry must have the focus before the keys that the list has
 * for its own. Lists leave Ctrl+Shift+U alone, so the entry is told that an input method began. */
static void
test_captured (void)
{
  static const char * const pages[] = { "roster", "villages" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkText *text;

      show_page (pages[i]);
      press ("ctrl+f Escape Down");
      g_assert_false (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
      text = find_text (GTK_WIDGET (ty_window_get_page (window)));
      g_signal_emit_by_name (text, "preedit-changed", "ni");
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (text));
    }
}

/* A form in which something was typed asks before it goes. */
static void
discard_typed (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  GtkWidget *question = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      question = link->data;
  if (question == NULL)
    return;

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  gtk_window_destroy (GTK_WINDOW (question));
}

static guint
try_dialog (const char *action)
{
  GtkWidget *widget = GTK_WIDGET (g_str_has_prefix (action, "win.")
                                    ? (gpointer) window : (gpointer) ty_window_get_page (window));
  GtkWindow *dialog = NULL;
  guint watch = watch_time (action);
  guint n;

  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  while (dialog == NULL || !gtk_window_is_active (dialog))
    {
      g_autoptr(GList) windows = NULL;

      g_main_context_iteration (NULL, TRUE);
      windows = gtk_window_list_toplevels ();
      for (GList *link = windows; link != NULL; link = link->next)
        if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (window)
            && gtk_widget_get_visible (link->data))
          dialog = link->data;
    }
  g_source_remove (watch);
  n = try_entries (GTK_WIDGET (dialog));

  /* A dialog that was not disturbed goes by the first Escape without a preedit. */
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press ("Escape");
  watch = watch_time ("the dialog to go");
  while (dialog != NULL)
    {
      discard_typed ();
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (watch);
  settle ();
  return n;
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

static void
test_dialogs (void)
{
  g_assert_cmpuint (try_dialog ("win.new-county"), ==, 2);
  g_assert_cmpuint (try_dialog ("win.preferences"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", find_person ());
  settle ();
  g_assert_cmpuint (try_dialog ("person.edit"), >=, 6);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ty_test_office_init ();
  /* GTK’s own input method, whatever the desktop has. */
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  /* AdwEntryRow of libadwaita 1.2 loses the animation of a row that goes while it moves. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  application = GTK_APPLICATION (ty_application_new (0));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/preedit/pages", test_pages);
  g_test_add_func ("/preedit/popovers", test_popovers);
  g_test_add_func ("/preedit/captured", test_captured);
  g_test_add_func ("/preedit/dialogs", test_dialogs);
  open_window ();
  status = g_test_run ();
  close_window ();
  return status;
}
