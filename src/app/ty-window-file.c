/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-file"

#include "config.h"

#include "ty-window-private.h"

#include "ty-paths.h"
#include "ty-recent.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>

/* Which file the window shows. A file is opened in an office of its own, so that the one that is
 * shown stays until the other is there. */

static void
apply_settings (TyWindow   *self,
                const char *key,
                GSettings  *settings)
{
  g_autofree char *user = g_settings_get_string (settings, "user-name");
  g_autofree char *folder = g_settings_get_string (settings, "second-backup-folder");

  if (self->office == NULL)
    return;

  ty_office_set_user (self->office, *user != '\0' ? user : g_get_real_name ());
  ty_office_set_second_folder (self->office, *folder != '\0' ? folder : NULL);
}

static void
closed_old_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!ty_office_close_finish (TY_OFFICE (source), result, &error))
    ty_window_tell_problem (self, error->message);
}

/* The new file is there: it takes the place of the old one, which is closed. */
static void
take_office (TyWindow *self)
{
  g_autoptr(TyOffice) old = g_steal_pointer (&self->office);
  g_autoptr(TyOffice) office = g_steal_pointer (&self->opening);
  GSettings *settings = ty_settings_get ();

  g_signal_connect_object (office, "changed", G_CALLBACK (ty_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::undo-label", G_CALLBACK (ty_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::redo-label", G_CALLBACK (ty_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_object_set (self, "office", office, NULL);
  apply_settings (self, NULL, settings);
  g_settings_set_string (settings, "last-file", ty_office_get_path (office));
  ty_recent_add_file (ty_office_get_path (office));

  ty_window_tell_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->states, "pages");
  ty_window_update_actions (self);
  if (old != NULL)
    {
      ty_window_reset_trail (self);
      ty_office_close_async (old, closed_old_cb, g_object_ref (self));
    }
}

static void
opened (TyWindow *self,
        gboolean  success,
        GError   *error)
{
  if (success)
    {
      take_office (self);
      return;
    }

  g_clear_object (&self->opening);
  g_object_set (self, "busy-text", NULL, NULL);
  ty_window_tell_problem (self, error->message);
  if (self->office == NULL)
    gtk_stack_set_visible_child_name (self->states, "none");
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean success = ty_office_open_finish (TY_OFFICE (source), result, &error);

  opened (self, success, error);
}

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean success = ty_office_create_finish (TY_OFFICE (source), result, &error);

  opened (self, success, error);
}

static void
create_sample_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean success = ty_office_create_sample_finish (TY_OFFICE (source), result, &error);

  opened (self, success, error);
}

/* Only one file is opened at a time. */
static gboolean
begin (TyWindow   *self,
       const char *text)
{
  if (self->opening != NULL || self->closing)
    return FALSE;

  self->opening = ty_office_new ();
  g_object_set (self, "busy-text", text, NULL);
  return TRUE;
}

/**
 * ty_window_open_file:
 * @self: a window
 * @path: a county file
 *
 * Opens a county file. If that fails, the window says why and keeps what it shows.
 */
void
ty_window_open_file (TyWindow   *self,
                     const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);

  g_return_if_fail (TY_IS_WINDOW (self));

  if (self->office != NULL && g_strcmp0 (ty_office_get_path (self->office), path) == 0)
    return;
  if (begin (self, text))
    ty_office_open_async (self->opening, path, NULL, open_cb, g_object_ref (self));
}

/**
 * ty_window_create_file:
 * @self: a window
 * @path: where the new file is to be
 * @name: name of the county
 * @code: (nullable): its division code
 *
 * Makes a county file without people and opens it.
 */
void
ty_window_create_file (TyWindow   *self,
                       const char *path,
                       const char *name,
                       const char *code)
{
  if (begin (self, _("The county file is being made…")))
    ty_office_create_async (self->opening, path, name, code, NULL, create_cb, g_object_ref (self));
}

/* The sample is made once, in the user's folder, and stays as the user leaves it. */
static void
open_sample (TyWindow *self)
{
  g_autofree char *dir = ty_paths_get_data_dir ();
  g_autofree char *path = g_build_filename (dir, "sample.touyan", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ty_window_open_file (self, path);
      return;
    }

  g_mkdir_with_parents (dir, 0700);
  if (begin (self, _("The sample county is being made, with invented people. This takes some seconds.")))
    ty_office_create_sample_async (self->opening, path, NULL, create_sample_cb,
                                   g_object_ref (self));
}

/**
 * ty_window_start:
 * @self: a window without a file
 * @path: (nullable): the file that was asked for
 *
 * Opens the file that was asked for, else the last one if it is still there, else the sample
 * county. The window is shown meanwhile.
 */
void
ty_window_start (TyWindow   *self,
                 const char *path)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *last = g_settings_get_string (settings, "last-file");

  g_return_if_fail (TY_IS_WINDOW (self));

  g_signal_connect_object (settings, "changed", G_CALLBACK (apply_settings), self,
                           G_CONNECT_SWAPPED);
  if (path != NULL)
    ty_window_open_file (self, path);
  else if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    ty_window_open_file (self, last);
  else
    open_sample (self);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (ty_office_close_finish (TY_OFFICE (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* The file is closed, but without its backup: say so; closing once more ends the window. */
  g_object_set (self, "busy-text", NULL, NULL);
  gtk_stack_set_visible_child_name (self->states, "none");
  ty_window_tell_problem (self, error->message);
}

/**
 * ty_window_close_file:
 * @self: a window that is being closed
 *
 * Closes and backs up the file, and then destroys the window.
 */
void
ty_window_close_file (TyWindow *self)
{
  if (self->office == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  g_object_set (self, "busy-text", _("The file is being backed up and closed…"), NULL);
  ty_office_close_async (self->office, closed_cb, g_object_ref (self));
}
