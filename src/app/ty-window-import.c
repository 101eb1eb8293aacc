/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-import"

#include "config.h"

#include "ty-window-private.h"

#include "ty-forms-window.h"
#include "ty-import-set.h"
#include "ty-import-window.h"
#include "ty-photos-window.h"

/* What is imported: tables first, then appointment files, then photos, since each may be of somebody whom the one
 * before brought. */

typedef struct
{
  TyWindow *window; /* (owned) */
  char **forms;     /* (owned) */
  char **photos;    /* (owned) */
} Rest;

static void
rest_free (Rest *rest)
{
  g_clear_object (&rest->window);
  g_strfreev (rest->forms);
  g_strfreev (rest->photos);
  g_free (rest);
}

static void
imported_cb (TyWindow   *self,
             const char *text,
             GtkWindow  *window)
{
  ty_window_say (self, text, TRUE);
}

static char **
dup_paths (GPtrArray *paths)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < paths->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (paths, i));
  return g_strv_builder_end (builder);
}

static gboolean go_on (gpointer data);

/* A window may say more than once that it goes. */
static void
closed_cb (GtkWidget *window,
           Rest      *rest)
{
  g_signal_handlers_disconnect_by_func (window, closed_cb, rest);
  g_idle_add (go_on, rest);
}

static void
present (Rest      *rest,
         GtkWindow *window)
{
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), rest->window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "destroy", G_CALLBACK (closed_cb), rest);
  gtk_window_present (window);
}

/* One window after the other; whoever closes one without importing still sees the next. */
static gboolean
go_on (gpointer data)
{
  Rest *rest = data;
  TyOffice *office = rest->window->office;
  GtkWindow *parent = GTK_WINDOW (rest->window);
  g_auto(GStrv) forms = g_steal_pointer (&rest->forms);
  g_auto(GStrv) photos = NULL;

  if (office != NULL && forms != NULL && forms[0] != NULL)
    {
      present (rest, GTK_WINDOW (ty_forms_window_new (parent, office, (const char *const *) forms)));
      return G_SOURCE_REMOVE;
    }
  photos = g_steal_pointer (&rest->photos);
  if (office != NULL && photos != NULL && photos[0] != NULL)
    {
      present (rest, GTK_WINDOW (ty_photos_window_new (parent, office, (const char *const *) photos)));
      return G_SOURCE_REMOVE;
    }
  rest_free (rest);
  return G_SOURCE_REMOVE;
}

static void
left_cb (TyWindow       *self,
         TyImportSet    *set,
         TyImportWindow *window)
{
  Rest *rest = g_new0 (Rest, 1);

  rest->window = g_object_ref (self);
  rest->forms = dup_paths (set->forms);
  rest->photos = dup_paths (set->photos);
  g_idle_add (go_on, rest);
}

/**
 * ty_window_import:
 * @self: a window
 * @paths: (nullable) (array zero-terminated=1): files and folders; %NULL to ask for them
 *
 * Imports tables, and the appointment files and photos that are among them.
 */
void
ty_window_import (TyWindow          *self,
                  const char *const *paths)
{
  TyImportWindow *window;

  if (self->office == NULL)
    return;

  window = ty_import_window_new (GTK_WINDOW (self), self->office, NULL);
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "saved", G_CALLBACK (ty_window_say_exported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  if (paths != NULL)
    ty_import_window_take (window, paths);
}
