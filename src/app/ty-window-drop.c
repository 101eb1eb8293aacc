/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-drop"

#include "config.h"

#include "ty-window-private.h"

#include "ty-dropped-files.h"

#include <glib/gi18n-lib.h>

/* Files that are dropped anywhere on the window. What is inside and takes files itself, the photo and the attachments
 * of a person, gets them first. */

typedef struct
{
  TyWindow *window; /* (owned) */
  char **paths;     /* (owned) */
} Dropped;

static void
dropped_free (Dropped *dropped)
{
  g_object_unref (dropped->window);
  g_strfreev (dropped->paths);
  g_free (dropped);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dropped, dropped_free)

/* What goes into a county file needs one that is open and can be written. */
static gboolean
can_take (TyWindow *self)
{
  if (self->office == NULL)
    ty_window_tell_problem (self, _("No county file is open. Open or create one first, then drop the files again."));
  else if (ty_office_is_read_only (self->office))
    ty_window_tell_problem (self, _("This county file can only be read, so nothing can be imported into it."));
  else
    return TRUE;

  return FALSE;
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Dropped) dropped = user_data;
  g_autoptr(GError) error = NULL;
  const char *const *paths = (const char *const *) dropped->paths;
  TyWindow *self = dropped->window;
  TyDroppedKind kind = ty_dropped_files_tell_finish (result, &error);

  if (self->pages == NULL || self->closing)
    return;

  if (kind == TY_DROPPED_NOTHING)
    ty_window_tell_problem (self, error->message);
  else if (kind == TY_DROPPED_COUNTY)
    ty_window_open_file (self, paths[0]);
  else if (!can_take (self))
    return;
  else if (kind == TY_DROPPED_ANSWERS)
    ty_window_collect (self, paths);
  else
    ty_window_import (self, paths);
}

/**
 * ty_window_take_files:
 * @self: a window
 * @paths: (array zero-terminated=1): files and folders
 *
 * Does what the files are for: opens a county file, takes in what came back from townships, or imports tables,
 * appointment files and photos. What none of this can be done with is told with what can be dropped.
 */
void
ty_window_take_files (TyWindow          *self,
                      const char *const *paths)
{
  Dropped *dropped;

  g_return_if_fail (TY_IS_WINDOW (self));

  if (paths[0] == NULL)
    {
      ty_window_tell_problem (self, _("These files are not on this computer. Copy them into a folder first."));
      return;
    }
  dropped = g_new0 (Dropped, 1);
  dropped->window = g_object_ref (self);
  dropped->paths = g_strdupv ((char **) paths);
  ty_dropped_files_tell_async (paths, NULL, told_cb, dropped);
}

static gboolean
drop_cb (TyWindow     *self,
         const GValue *value)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  ty_window_take_files (self, (const char *const *) paths);
  return TRUE;
}

/**
 * ty_window_accept_files:
 * @self: a window
 *
 * Files and folders may be dropped on it from here on.
 */
void
ty_window_accept_files (TyWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
