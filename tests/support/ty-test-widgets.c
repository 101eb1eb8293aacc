/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ty-test-widgets.h"

#include <adwaita.h>
#include <string.h>

/* Seconds, unless TY_PATIENCE says how many. */
#define PATIENCE 60

#define REST 120        /* ms, longer than any frame takes */
#define MOST_FRAMES 200 /* what moves on and on */

static gboolean
watch_cb (gpointer what)
{
  g_error ("waited too long: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

/**
 * ty_test_watch:
 * @what: what is waited for, a constant
 *
 * Fails the test in a minute, unless the source is removed before.
 *
 * Returns: a source of the main context.
 */
guint
ty_test_watch (const char *what)
{
  const char *text = g_getenv ("TY_PATIENCE");

  return g_timeout_add_seconds (text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : PATIENCE,
                                watch_cb, (gpointer) what);
}

/**
 * ty_test_find:
 * @widget: where to look, itself too
 * @fits: says whether a widget is the one
 * @text: (nullable): what @fits looks for
 *
 * Returns: (transfer none) (nullable): the first that fits, in the order in which they are shown.
 */
GtkWidget *
ty_test_find (GtkWidget  *widget,
              TyTestFits  fits,
              const char *text)
{
  if (fits (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ty_test_find (child, fits, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * ty_test_find_type:
 * @widget: where to look, itself too
 * @type: a type of widgets
 *
 * Returns: (transfer none) (nullable): the first of @type.
 */
GtkWidget *
ty_test_find_type (GtkWidget *widget,
                   GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ty_test_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

/**
 * ty_test_has_text:
 * @widget: where to look
 * @text: a part of a label
 *
 * Returns: whether a label in @widget, shown or not, has @text.
 */
gboolean
ty_test_has_text (GtkWidget  *widget,
                  const char *text)
{
  return ty_test_find (widget, is_label, text) != NULL;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

/**
 * ty_test_find_row:
 * @widget: where to look
 * @title: the whole title of a row of preferences
 *
 * Returns: (transfer none) (nullable): the first row that is called so.
 */
GtkWidget *
ty_test_find_row (GtkWidget  *widget,
                  const char *title)
{
  return ty_test_find (widget, is_row, title);
}

/**
 * ty_test_find_window:
 * @type: a type of windows
 *
 * Returns: (transfer none) (nullable): the first window of @type, shown or not.
 */
GtkWidget *
ty_test_find_window (GType type)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint         *n_frames)
{
  (*n_frames)++;
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * ty_test_count_frames:
 * @window: a window that is shown
 * @change: (nullable): what is done first
 * @widget: (nullable): with what
 *
 * Returns: how often @window was drawn after it, until nothing was drawn for a while.
 */
guint
ty_test_count_frames (GtkWidget  *window,
                      TyTestFunc  change,
                      GtkWidget  *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0, n_before;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_frames);

  if (change != NULL)
    change (widget);
  do
    {
      gboolean rested = FALSE;

      n_before = n_frames;
      g_timeout_add (REST, rested_cb, &rested);
      while (!rested)
        g_main_context_iteration (NULL, TRUE);
    }
  while (n_frames != n_before && n_frames < MOST_FRAMES);
  g_signal_handler_disconnect (clock, id);
  return n_frames;
}
