/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-application"

#include "config.h"

#include "ty-application.h"

#include "ty-open-folder.h"
#include "ty-app-resources.h"
#include "ty-gallery-window.h"
#include "ty-language.h"
#include "ty-roster-bench.h"
#include "ty-shots.h"
#include "ty-tooltip.h"
#include "ty-window-bench.h"
#include "ty-window.h"

#include <glib/gi18n-lib.h>

/**
 * TyApplication:
 *
 * The program with its windows. `touyan FILE…` opens county files, each in a window; `touyan --shots DIR`
 * draws the pages into pictures and ends; `touyan --gallery` shows the widgets of which the pages are made.
 * With `TOUYAN_FIRST_FRAME` in the environment it prints how many milliseconds after main() the first
 * frame was drawn, and ends; with `TOUYAN_ROSTER_BENCH` it works through the roster and prints how long
 * that took, with `TOUYAN_WINDOW_BENCH` through all pages.
 */
struct _TyApplication
{
  AdwApplication parent_instance;

  /* Owned */
  char *shots_dir; /* (nullable) */
  gboolean gallery; /* whether only the widgets are shown */

  gint64 started;
};

G_DEFINE_FINAL_TYPE (TyApplication, ty_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.search", { "<Control>k" } },
  { "win.preview", { "<Alt>Return" } },
  { "win.fold-sidebar", { "F8" } },
  { "win.find", { "<Control>f" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.new-county", { "<Control>n" } },
  { "win.new-window", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.import-roster", { "<Control>i" } },
  { "win.new-person", { "<Control><Shift>p" } },
  { "win.compare", { "<Control><Shift>c" } },
  { "win.export-roster", { "<Control><Shift>e" } },
  { "win.present", { "F5" } },
  { "win.edit-filter", { "<Control><Shift>f" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  TyApplication *self = TY_APPLICATION (user_data);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - self->started) / 1000);
  g_application_quit (G_APPLICATION (self));
}

static void
realize_cb (GtkWidget     *window,
            TyApplication *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (after_paint_cb), self, 0);
}

/* The window that shows the file, else one that shows none; without a path the one in front. A window
 * that is being closed is no choice. */
static GtkWindow *
find_window (TyApplication *self,
             const char    *path)
{
  GtkWindow *found = NULL;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    {
      if (!TY_IS_WINDOW (link->data) || ty_window_is_closing (link->data))
        continue;
      if (path == NULL || ty_window_shows_file (link->data, path))
        return link->data;
      if (found == NULL && ty_window_is_free (link->data))
        found = link->data;
    }
  return found;
}

static void
start (TyApplication *self,
       const char    *path)
{
  GtkWindow *window = find_window (self, path);

  if (self->gallery)
    {
      window = ty_gallery_window_new ();
      gtk_window_set_application (window, GTK_APPLICATION (self));
      gtk_window_present (window);
      return;
    }
  if (window != NULL)
    {
      if (path != NULL)
        ty_window_open_file (TY_WINDOW (window), path);
      gtk_window_present (window);
      return;
    }

  window = GTK_WINDOW (ty_window_new (GTK_APPLICATION (self)));
  if (g_getenv ("TOUYAN_FIRST_FRAME") != NULL)
    g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self, 0);
  if (g_getenv ("TOUYAN_ROSTER_BENCH") != NULL)
    ty_roster_bench_run (TY_WINDOW (window), self->started);
  if (g_getenv ("TOUYAN_WINDOW_BENCH") != NULL)
    ty_window_bench_run (TY_WINDOW (window));
  if (self->shots_dir != NULL)
    ty_shots_run (TY_WINDOW (window), self->shots_dir);
  gtk_window_present (window);
  ty_window_start (TY_WINDOW (window), path);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));
  gboolean any = FALSE;

  /* Each closes its file first; the program ends with the last of them. */
  for (GList *link = windows; link != NULL; link = link->next)
    if (TY_IS_WINDOW (link->data))
      {
        any = TRUE;
        gtk_window_close (link->data);
      }
  g_list_free (windows);
  if (!any)
    g_application_quit (G_APPLICATION (user_data));
}

static void
ty_application_activate (GApplication *application)
{
  start (TY_APPLICATION (application), NULL);
}

static void
ty_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      start (TY_APPLICATION (application), path);
    }
}

static int
ty_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  TyApplication *self = TY_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("touyan %s\n", TY_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "gallery", "b", &self->gallery);
  if (g_variant_dict_lookup (options, "shots", "^ay", &self->shots_dir) || self->gallery)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

/* In a Chinese font ’ and “ are as wide as a character, which makes a hole in an English word. Labels cannot have
 * the feature of drawn texts, pwid, which would take the gap between the facts of a line as well. */
static void
narrow_quotes (void)
{
  g_autoptr(GtkCssProvider) provider = NULL;

  if (ty_language_get_current () != TY_LANGUAGE_EN)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider,
                                   "window { font-feature-settings: \"palt\"; }"
                                   ".numeric, .ty-figure { font-feature-settings: \"tnum\", \"palt\"; }",
                                   -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
ty_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action, NULL, NULL, NULL },
  };

  ty_app_resources_register_resource ();
  G_APPLICATION_CLASS (ty_application_parent_class)->startup (application);
  narrow_quotes ();
  ty_tooltip_tidy ();
  ty_open_folder_clear_stale ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  if (TY_APPLICATION (application)->shots_dir != NULL)
    ty_shots_prepare ();
}

static void
ty_application_finalize (GObject *object)
{
  TyApplication *self = TY_APPLICATION (object);

  g_clear_pointer (&self->shots_dir, g_free);

  G_OBJECT_CLASS (ty_application_parent_class)->finalize (object);
}

/* Copies that other programs show go with the program. */
static void
ty_application_shutdown (GApplication *application)
{
  ty_open_folder_clear ();

  G_APPLICATION_CLASS (ty_application_parent_class)->shutdown (application);
}

static void
ty_application_class_init (TyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_application_finalize;
  application_class->activate = ty_application_activate;
  application_class->open = ty_application_open;
  application_class->handle_local_options = ty_application_handle_local_options;
  application_class->startup = ty_application_startup;
  application_class->shutdown = ty_application_shutdown;
}

static void
ty_application_init (TyApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { "shots", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Draw the pages into pictures and exit"),
      N_("FOLDER") },
    { "gallery", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the widgets of which the pages are made"),
      NULL },
    G_OPTION_ENTRY_NULL
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Registers, rosters and figures of village cadres."));
}

/**
 * ty_application_new:
 * @started: when main() began, on the monotonic clock in microseconds
 *
 * Returns: (transfer full): the program
 */
TyApplication *
ty_application_new (gint64 started)
{
  TyApplication *self = g_object_new (TY_TYPE_APPLICATION,
                                      "application-id", TY_APP_ID,
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      "resource-base-path", "/org/touyan/Touyan",
                                      NULL);

  self->started = started;
  return self;
}
