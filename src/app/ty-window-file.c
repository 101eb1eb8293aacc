/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-file"

#include "config.h"

#include "ty-window-private.h"

#include "ty-paths.h"
#include "ty-recent.h"
#include "ty-settings.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

/* Which file the window shows. A file is opened in an office of its own, so that the one that is
 * shown stays until the other is there. What another window shows is shared with it: the right to write
 * belongs to the process, and both see what the other does. */

typedef struct
{
  TyWindow *window; /* (owned) */
  char *path;       /* (owned) */
} Awaited;

static void
awaited_free (gpointer  data,
              GClosure *closure)
{
  Awaited *awaited = data;

  g_object_unref (awaited->window);
  g_free (awaited->path);
  g_free (awaited);
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

/* In a list of windows the counties are told apart. */
static void
update_title (TyWindow *self)
{
  const char *county = self->office != NULL ? ty_office_get_county_name (self->office) : NULL;
  /* Translators: title of a window: a county, and the name of the program */
  g_autofree char *title = county != NULL ? g_strdup_printf (_("%s — Touyan"), county)
                                          : g_strdup (_("Touyan"));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The new file is there: it takes the place of the old one, which is closed. */
static void
take_office (TyWindow *self)
{
  g_autoptr(TyOffice) old = g_steal_pointer (&self->office);
  g_autoptr(TyOffice) office = g_steal_pointer (&self->opening);
  GSettings *settings = ty_settings_get ();

  g_signal_connect_object (office, "changed", G_CALLBACK (ty_window_list_filters), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "changed", G_CALLBACK (ty_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::county-name", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::undo-label", G_CALLBACK (ty_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::redo-label", G_CALLBACK (ty_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_object_set (self, "office", office, NULL);
  ty_window_apply_desk (self);
  g_settings_set_string (settings, "last-file", ty_office_get_path (office));
  ty_recent_add_file (ty_office_get_path (office));

  update_title (self);
  ty_window_tell_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->states, "pages");
  ty_window_update_actions (self);
  ty_window_list_filters (self);
  if (old != NULL)
    {
      ty_window_reset_trail (self, NULL);
      ty_office_close_async (old, closed_old_cb, g_object_ref (self));
    }
}

/**
 * ty_window_look_for_file:
 * @self: a window
 *
 * Says that the county file is gone, where it was moved or removed by somebody else, as long as it is.
 */
void
ty_window_look_for_file (TyWindow *self)
{
  const char *message = _("The county file is no longer where it was opened. Put it back, or open it where it is now.");
  const char *path = self->office != NULL && ty_office_is_open (self->office) ? ty_office_get_path (self->office) : NULL;

  g_return_if_fail (TY_IS_WINDOW (self));

  if (path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    ty_window_tell_problem (self, message);
  else if (g_strcmp0 (ty_window_get_problem (self), message) == 0)
    ty_window_tell_problem (self, NULL);
}

static void
opened (TyWindow *self,
        gboolean  success,
        GError   *error)
{
  /* The window was closed meanwhile. */
  if (self->opening == NULL)
    return;
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

/* Several paths may lead to one file. */
static gboolean
is_same_file (const char *a,
              const char *b)
{
  struct stat first, second;

  if (a == NULL || b == NULL)
    return FALSE;
  if (g_str_equal (a, b))
    return TRUE;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/**
 * ty_window_shows_file:
 * @self: a window
 * @path: a county file
 *
 * Returns: whether it shows that file
 */
gboolean
ty_window_shows_file (TyWindow   *self,
                      const char *path)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), FALSE);

  return self->office != NULL && is_same_file (ty_office_get_path (self->office), path);
}

/**
 * ty_window_is_closing:
 * @self: a window
 *
 * Returns: whether it goes as soon as its file is closed
 */
gboolean
ty_window_is_closing (TyWindow *self)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), FALSE);

  return self->closing;
}

/**
 * ty_window_is_free:
 * @self: a window
 *
 * Returns: whether it shows no file and none is being opened
 */
gboolean
ty_window_is_free (TyWindow *self)
{
  g_return_val_if_fail (TY_IS_WINDOW (self), FALSE);

  return self->office == NULL && self->opening == NULL && !self->closing;
}

static TyOffice *
find_office (TyWindow   *self,
             const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (TY_IS_WINDOW (link->data) && link->data != self
        && ty_window_shows_file (link->data, path))
      return TY_WINDOW (link->data)->office;

  return NULL;
}

static void
let_go_cb (GObject    *office,
           GParamSpec *pspec,
           gpointer    user_data)
{
  Awaited *awaited = user_data;
  g_autoptr(TyWindow) window = g_object_ref (awaited->window);
  g_autofree char *path = g_strdup (awaited->path);

  g_signal_handlers_disconnect_by_func (office, let_go_cb, user_data);
  if (window->pages != NULL && !window->closing)
    ty_window_open_file (window, path);
}

/* Another window is just closing the file. */
static void
await_office (TyWindow   *self,
              TyOffice   *office,
              const char *path)
{
  Awaited *awaited = g_new0 (Awaited, 1);

  awaited->window = g_object_ref (self);
  awaited->path = g_strdup (path);
  g_signal_connect_data (office, "notify::open", G_CALLBACK (let_go_cb), awaited, awaited_free, 0);
}

/**
 * ty_window_open_file:
 * @self: a window
 * @path: a county file
 *
 * Opens a county file. If that fails, the window says why and keeps what it shows. A file that another
 * window shows is shown at once.
 */
void
ty_window_open_file (TyWindow   *self,
                     const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Opening %s…"), name);
  TyOffice *other;

  g_return_if_fail (TY_IS_WINDOW (self));

  if (ty_window_shows_file (self, path) || !begin (self, text))
    return;

  other = find_office (self, path);
  if (other == NULL)
    ty_office_open_async (self->opening, path, NULL, open_cb, g_object_ref (self));
  else if (ty_office_join (self->opening, other))
    take_office (self);
  else
    {
      g_clear_object (&self->opening);
      await_office (self, other, path);
    }
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
 * county, at the page where one was. The window is shown meanwhile.
 */
void
ty_window_start (TyWindow   *self,
                 const char *path)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *last = g_settings_get_string (settings, "last-file");
  g_autofree char *page = g_settings_get_string (settings, "last-page");

  g_return_if_fail (TY_IS_WINDOW (self));

  ty_window_reset_trail (self, page);
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
