/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-page"

#include "config.h"

#include "ty-person-page-private.h"

#include "ty-file-dialog.h"
#include "ty-office-photos.h"
#include "ty-photo-window.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/* The photo of a person: chosen or dragged onto the portrait, cut, or removed. */

static GtkWindow *
get_window (TyPersonPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const char *
get_name (TyPersonPage *self)
{
  return ty_record_get_text (TY_RECORD (self->file->person), TY_PERSON_NAME);
}

static void
saved_cb (TyPersonPage  *self,
          TyPhotoWindow *window)
{
  g_autofree char *told = NULL;

  if (self->file == NULL)
    return;
  /* Translators: what was done, and in whose file: “Honour added: 张三” */
  told = g_strdup_printf (_("%s: %s"), _("Photo set"), get_name (self));
  ty_page_tell_done (TY_PAGE (self), told);
}

/**
 * ty_person_page_cut_photo:
 * @self: a page that shows somebody
 * @path: a file
 *
 * Shows a file so that it can be cut to a photo of the person.
 */
void
ty_person_page_cut_photo (TyPersonPage *self,
                          const char   *path)
{
  TyPhotoWindow *window;

  if (self->file == NULL)
    return;

  window = ty_photo_window_new (get_window (self), ty_page_get_office (TY_PAGE (self)), self->person,
                                get_name (self), path);
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ty_person_page_cut_photo (self, path);
}

static void
choose_photo_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);

  ty_file_dialog_open_async (get_window (self), _("Choose a Photo"), TY_FILE_KIND_PHOTO, chosen_cb,
                             g_object_ref (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_set_photo_finish (TY_OFFICE (source), result, &error);
  g_autofree char *told = NULL;

  if (!done)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  if (self->file == NULL)
    return;
  /* Translators: what was done, and in whose file: “Honour added: 张三” */
  told = g_strdup_printf (_("%s: %s"), _("Photo removed"), get_name (self));
  ty_page_tell_done (TY_PAGE (self), told);
}

static void
remove_photo_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);

  ty_office_set_photo_async (ty_page_get_office (TY_PAGE (self)), self->person, NULL, NULL, NULL, removed_cb,
                             g_object_ref (self));
}

static gboolean
drop_cb (TyPersonPage  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  GSList *files;
  g_autofree char *path = NULL;

  if (self->file == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
      || ty_office_is_read_only (ty_page_get_office (TY_PAGE (self))))
    return FALSE;

  files = g_value_get_boxed (value);
  path = files != NULL ? g_file_get_path (files->data) : NULL;
  if (path == NULL)
    return FALSE;

  ty_person_page_cut_photo (self, path);
  return TRUE;
}

/**
 * ty_person_page_install_photo:
 * @widget_class: the class of the page
 *
 * Installs what can be done with the photo.
 */
void
ty_person_page_install_photo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "person.choose-photo", NULL, choose_photo_action);
  gtk_widget_class_install_action (widget_class, "person.remove-photo", NULL, remove_photo_action);
}

/**
 * ty_person_page_accept_photo:
 * @self: a page whose template is there
 *
 * A picture that is dropped on the portrait is taken for the photo.
 */
void
ty_person_page_accept_photo (TyPersonPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->portrait), GTK_EVENT_CONTROLLER (target));
}

/**
 * ty_person_page_update_photo:
 * @self: a page that shows somebody
 *
 * What can be done with the photo follows from what is there.
 */
void
ty_person_page_update_photo (TyPersonPage *self)
{
  gboolean writable = !ty_office_is_read_only (ty_page_get_office (TY_PAGE (self)));
  GtkWidget *widget = GTK_WIDGET (self);

  ty_widget_action_enable (widget, "person.choose-photo", writable);
  ty_widget_action_enable (widget, "person.remove-photo", writable && self->file->photo != NULL);
}
