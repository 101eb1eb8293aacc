/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-pages.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

/* How the window was left is how it comes again. */

#define FRAME 40 /* pixels that the window manager may count otherwise */

static GtkApplication *application;

static TyWindow *
open_window (void)
{
  TyWindow *window = ty_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, NULL);
  ty_test_window_settle (window);
  return window;
}

static void
close_window (TyWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ty_test_wait_until (gtk_application_get_windows (application) == NULL);
}

/* A maximized window is maximized at the next start, with the size that it had before; and one that was made smaller
 * again is not. */
static void
test_maximized (void)
{
  TyWindow *window = open_window ();
  int width, height, later_width, later_height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (window)));
  gtk_window_maximize (GTK_WINDOW (window));
  ty_test_wait_until (gtk_window_is_maximized (GTK_WINDOW (window)));
  close_window (window);

  window = open_window ();
  ty_test_wait_until (gtk_window_is_maximized (GTK_WINDOW (window))
                      && gtk_widget_get_width (GTK_WIDGET (window)) > width);
  gtk_window_unmaximize (GTK_WINDOW (window));
  ty_test_wait_until (!gtk_window_is_maximized (GTK_WINDOW (window)));
  gtk_window_get_default_size (GTK_WINDOW (window), &later_width, &later_height);
  g_assert_cmpint (ABS (later_width - width), <=, FRAME);
  g_assert_cmpint (ABS (later_height - height), <=, FRAME);
  close_window (window);

  window = open_window ();
  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (window)));
  close_window (window);
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
  g_test_add_func ("/window-state/maximized", test_maximized);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
