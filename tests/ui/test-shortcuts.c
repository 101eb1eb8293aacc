/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-pages.h"
#include "ty-test-office.h"
#include "ty-test-window.h"
#include "ty-topics.h"
#include "ty-window.h"

/* Actions that make no sense as a command: one who searches searches already. */
static const char * const no_commands[] = { "win.search", "win.show-sidebar", NULL };

static GtkApplication *application;

/* There is one program in a process. */
static void
collect (GtkWidget *widget,
         GPtrArray *shortcuts)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    g_ptr_array_add (shortcuts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shortcuts);
}

static GtkBuilder *
load_overlay (GPtrArray *shortcuts)
{
  GtkBuilder *builder = gtk_builder_new_from_resource (
    "/org/touyan/Touyan/ui/app/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  collect (GTK_WIDGET (overlay), shortcuts);
  g_assert_cmpuint (shortcuts->len, >, 10);
  return builder;
}

static void
close_overlay (GtkBuilder *builder)
{
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  g_object_unref (builder);
}

static gboolean
is_listed (GPtrArray  *shortcuts,
           const char *action)
{
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *name = NULL;

      g_object_get (g_ptr_array_index (shortcuts, i), "action-name", &name, NULL);
      if (g_strcmp0 (name, action) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Every action that has keys is listed. */
static void
test_all_listed (void)
{
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr(GPtrArray) shortcuts = g_ptr_array_new ();
  GtkBuilder *builder = load_overlay (shortcuts);

  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    if (!is_listed (shortcuts, actions[i]))
      g_error ("%s has keys and is not among the shortcuts", actions[i]);
  close_overlay (builder);
}

/* Keys that are not of an action of the program are those of a page or a window: check-shortcuts. */
static void
assert_true_shortcut (GObject *shortcut)
{
  g_autofree char *title = NULL;
  g_autofree char *action = NULL;
  g_autofree char *keys = NULL;
  g_auto(GStrv) accels = NULL;

  g_object_get (shortcut, "title", &title, "action-name", &action, "accelerator", &keys, NULL);
  g_assert_cmpstr (title, !=, NULL);
  if (action == NULL)
    {
      g_assert_cmpstr (keys, !=, NULL);
      return;
    }

  accels = gtk_application_get_accels_for_action (application, action);
  if (accels[0] == NULL)
    g_error ("“%s” is among the shortcuts, and %s has no keys", title, action);
}

/* Whatever is listed does something. */
static void
test_all_true (void)
{
  g_autoptr(GPtrArray) shortcuts = g_ptr_array_new ();
  GtkBuilder *builder = load_overlay (shortcuts);

  for (guint i = 0; i < shortcuts->len; i++)
    assert_true_shortcut (g_ptr_array_index (shortcuts, i));
  close_overlay (builder);
}

/* No two actions have the same keys. */
static void
test_unambiguous (void)
{
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint k = 0; accels[k] != NULL; k++)
        {
          g_auto(GStrv) same = gtk_application_get_actions_for_accel (application, accels[k]);

          g_assert_cmpuint (g_strv_length (same), ==, 1);
        }
    }
}

/* What the window can do without being told more is found by the search. */
static void
test_all_commands (void)
{
  g_autoptr(TyTopics) topics = ty_topics_new ();
  g_autoptr(GTypeClass) klass = g_type_class_ref (TY_TYPE_WINDOW);
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;
  guint n = 0;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    {
      if (owner != TY_TYPE_WINDOW || parameter != NULL)
        continue;
      n++;
      if (!g_strv_contains (no_commands, name) && !ty_topics_has_command (topics, name))
        g_error ("%s is not among the commands of the search", name);
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_true (ty_topics_has_command (topics, "app.quit"));
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
  application = ty_test_window_start_application ();

  g_test_add_func ("/shortcuts/all-listed", test_all_listed);
  g_test_add_func ("/shortcuts/all-true", test_all_true);
  g_test_add_func ("/shortcuts/unambiguous", test_unambiguous);
  g_test_add_func ("/shortcuts/all-commands", test_all_commands);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
