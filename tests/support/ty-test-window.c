/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ty-test-window.h"

#include "ty-application.h"
#include "ty-test-widgets.h"

/**
 * ty_test_window_start_application:
 *
 * Returns: (transfer full): an application beside which others may run.
 */
GtkApplication *
ty_test_window_start_application (void)
{
  GtkApplication *application = GTK_APPLICATION (ty_application_new (0));
  g_autoptr(GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/**
 * ty_test_window_settle:
 * @window: a window with a county
 *
 * Waits until @window has shown all that it was asked for, and stays so.
 */
void
ty_test_window_settle (TyWindow *window)
{
  guint watch = ty_test_watch ("the window");

  for (guint quiet = 0; quiet < 20;)
    {
      g_main_context_iteration (NULL, FALSE);
      quiet = ty_window_is_settled (window) ? quiet + 1 : 0;
      g_usleep (2000);
    }
  g_source_remove (watch);
}
