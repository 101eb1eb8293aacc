/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-awake"

#include "config.h"

#include "ty-awake.h"

#define SAVER_NAME "org.freedesktop.ScreenSaver"
#define SAVER_PATH "/org/freedesktop/ScreenSaver"

/**
 * TyAwake:
 *
 * Keeps the screen from going dark. GTK asks the session of GNOME and the portal only; the other desktops listen to the
 * screen saver on the bus, which is asked where GTK found nobody.
 */
struct _TyAwake
{
  GtkApplication *application; /* (owned) (nullable) */
  guint by_session;
  GDBusConnection *bus; /* (owned) (nullable) */
  guint by_saver;
  gboolean over;
};

static void
release (GDBusConnection *bus,
         guint            cookie)
{
  g_dbus_connection_call (bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "UnInhibit", g_variant_new ("(u)", cookie), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

static void
clear (gpointer data)
{
  TyAwake *self = data;

  g_clear_object (&self->bus);
  g_clear_object (&self->application);
}

static void
inhibited_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  TyAwake *self = data;

  /* Without a screen saver there is nothing to be kept off. */
  if (answer == NULL)
    g_debug ("The screen is not kept awake: %s", error->message);
  else
    g_variant_get (answer, "(u)", &self->by_saver);
  if (self->over && self->by_saver != 0)
    release (self->bus, self->by_saver);
  g_rc_box_release_full (self, clear);
}

static void
ask_saver (TyAwake    *self,
           const char *reason)
{
  self->bus = g_application_get_dbus_connection (G_APPLICATION (self->application));
  if (self->bus == NULL)
    return;

  g_object_ref (self->bus);
  g_dbus_connection_call (self->bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "Inhibit",
                          g_variant_new ("(ss)", g_application_get_application_id (G_APPLICATION (self->application)),
                                         reason),
                          G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, inhibited_cb,
                          g_rc_box_acquire (self));
}

/**
 * ty_awake_new:
 * @window: a window of the program
 * @reason: why, for whoever asks the system
 *
 * Returns: (transfer full): what keeps the screen awake until it is freed
 */
TyAwake *
ty_awake_new (GtkWindow  *window,
              const char *reason)
{
  TyAwake *self = g_rc_box_new0 (TyAwake);
  GtkApplication *application = gtk_window_get_application (window);

  if (application == NULL)
    return self;

  self->application = g_object_ref (application);
  self->by_session = gtk_application_inhibit (application, window, GTK_APPLICATION_INHIBIT_IDLE, reason);
  if (self->by_session == 0)
    ask_saver (self, reason);
  return self;
}

void
ty_awake_free (TyAwake *self)
{
  if (self->by_session != 0)
    gtk_application_uninhibit (self->application, self->by_session);
  if (self->by_saver != 0)
    release (self->bus, self->by_saver);
  self->over = TRUE;
  g_rc_box_release_full (self, clear);
}
