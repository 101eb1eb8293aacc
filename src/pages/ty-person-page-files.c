/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-page"

#include "config.h"

#include "ty-person-page-private.h"

#include "ty-attachment.h"
#include "ty-file-dialog.h"
#include "ty-media-type.h"
#include "ty-office-attachments.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* What is attached to a person: chosen, dragged here from the files of the desktop, opened and saved. */

#define LARGE_KB 4096 /* whose reading takes long enough to be shown */

static GtkWindow *
get_window (TyPersonPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell_text (TyPersonPage *self,
           const char   *text)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, text);

  ty_page_tell_problem (TY_PAGE (self), error);
}

static void
cancel_cb (TyPersonPage *self,
           GtkButton    *button)
{
  if (self->attaching != NULL)
    g_cancellable_cancel (self->attaching);
}

static void
remove_progress (TyPersonPage *self)
{
  if (self->progress_box != NULL && self->content != NULL)
    gtk_box_remove (self->content, self->progress_box);
  self->progress_box = NULL;
  self->progress_bar = NULL;
}

static void
add_progress (TyPersonPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Files are being attached…"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_prepend (self->content, box);
  self->progress_box = box;
  self->progress_bar = GTK_PROGRESS_BAR (bar);
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  TyPersonPage *self = data;

  if (n_all < LARGE_KB || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (self->progress_box == NULL)
    add_progress (self);
  gtk_progress_bar_set_fraction (self->progress_bar, MIN (1, (double) n_done / n_all));
}

static char *
describe (TyAttachResult *result)
{
  g_autofree char *number = ty_text_format_count (result->n_added);

  return g_strdup_printf (ngettext ("%s file attached", "%s files attached", result->n_added), number);
}

/* What was left out is said too, and stays until it is read. */
static void
tell_problems (TyPersonPage *self,
               GPtrArray    *problems)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkWidget *dialog;

  if (problems->len == 0)
    return;
  for (guint i = 0; i < problems->len && i < 8; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 8)
    g_string_append (text, "\n…");

  dialog = adw_message_dialog_new (get_window (self), _("Some Files Were Not Attached"), text->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAttachResult) done = ty_office_attach_files_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  g_clear_object (&self->attaching);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  remove_progress (self);
  if (done == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  text = describe (done);
  ty_page_tell_done (TY_PAGE (self), text);
  tell_problems (self, done->problems);
}

static GStrv
make_paths (GSList *files)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

/**
 * ty_person_page_attach:
 * @self: a page that shows somebody
 * @paths: (array zero-terminated=1): files
 *
 * Attaches files to the person.
 */
void
ty_person_page_attach (TyPersonPage       *self,
                       const char * const *paths)
{
  if (self->file == NULL)
    return;
  if (paths[0] == NULL)
    {
      tell_text (self, _("These files are not on this computer. Copy them here first."));
      return;
    }
  if (self->attaching != NULL)
    {
      tell_text (self, _("Other files are still being attached. Wait until that is done."));
      return;
    }

  self->attaching = g_cancellable_new ();
  ty_office_attach_files_async (ty_page_get_office (TY_PAGE (self)), self->person, paths, progress_cb, self,
                                self->attaching, attached_cb, g_object_ref (self));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GListModel) files = ty_file_dialog_finish_several (result, NULL);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  if (files == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  ty_person_page_attach (self, (const char * const *) paths);
}

/**
 * ty_person_page_choose_files:
 * @self: a page that shows somebody
 *
 * Asks for files and attaches them.
 */
void
ty_person_page_choose_files (TyPersonPage *self)
{
  ty_file_dialog_open_several_async (get_window (self), _("Attach Files"), TY_FILE_KIND_ATTACHMENT,
                                     files_chosen_cb, g_object_ref (self));
}

static TyAttachment *
get_attachment (TyPersonPage *self,
                GVariant     *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  if (self->file == NULL || index >= self->file->attachments->len)
    return NULL;

  return g_ptr_array_index (self->file->attachments, index);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = ty_office_open_attachment_finish (TY_OFFICE (source), result, &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  g_autoptr(GAppInfo) program = NULL;
  g_autoptr(GFile) file = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (uri == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  file = g_file_new_for_path (path);
  program = g_file_query_default_handler (file, NULL, NULL);
  if (program == NULL)
    tell_text (self, _("This computer has no program for files of this kind. Save the attachment and open "
                       "it elsewhere."));
  else
    gtk_show_uri (get_window (self), uri, GDK_CURRENT_TIME);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  TyAttachment *attachment = get_attachment (self, parameter);

  if (attachment != NULL)
    ty_office_open_attachment_async (ty_page_get_office (TY_PAGE (self)), attachment, NULL, opened_cb,
                                     g_object_ref (self));
}

/* An attachment on its way to a place that is asked for. */
typedef struct
{
  TyPersonPage *page;       /* (owned) */
  TyAttachment *attachment; /* (owned) */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->page);
  g_object_unref (save->attachment);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyPersonPage) self = TY_PERSON_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (ty_office_save_attachment_finish (TY_OFFICE (source), result, &error))
    ty_page_tell (TY_PAGE (self), _("Attachment saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_page_tell_problem (TY_PAGE (self), error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    ty_office_save_attachment_async (ty_page_get_office (TY_PAGE (save->page)), save->attachment, path, NULL,
                                     saved_cb, g_object_ref (save->page));
}

static void
save_file_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyPersonPage *self = TY_PERSON_PAGE (widget);
  TyAttachment *attachment = get_attachment (self, parameter);
  const char *file_name;
  g_autofree char *name = NULL;
  Save *save;

  if (attachment == NULL)
    return;

  file_name = ty_record_get_text (TY_RECORD (attachment), TY_ATTACHMENT_FILE_NAME);
  name = ty_media_type_dup_name (ty_record_get_text (TY_RECORD (attachment), TY_ATTACHMENT_MEDIA_TYPE),
                                 file_name != NULL ? file_name
                                                   : ty_record_get_text (TY_RECORD (attachment),
                                                                         TY_ATTACHMENT_TITLE));
  save = g_new (Save, 1);
  *save = (Save){ g_object_ref (self), g_object_ref (attachment) };
  ty_file_dialog_save_async (get_window (self), _("Save Attachment"), TY_FILE_KIND_ATTACHMENT, name,
                             place_chosen_cb, save);
}

static void
show_drop (TyPersonPage *self,
           gboolean      over)
{
  GtkWidget *card = self->cards[TY_PERSON_SECTION_ATTACHMENTS];

  if (card == NULL)
    return;
  if (over)
    gtk_widget_add_css_class (card, "ty-drop");
  else
    gtk_widget_remove_css_class (card, "ty-drop");
}

static GdkDragAction
enter_cb (TyPersonPage  *self,
          double         x,
          double         y,
          GtkDropTarget *target)
{
  show_drop (self, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (TyPersonPage  *self,
          GtkDropTarget *target)
{
  show_drop (self, FALSE);
}

static gboolean
drop_cb (TyPersonPage  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  g_auto(GStrv) paths = NULL;

  show_drop (self, FALSE);
  if (self->file == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  paths = make_paths (g_value_get_boxed (value));
  ty_person_page_attach (self, (const char * const *) paths);
  return TRUE;
}

/**
 * ty_person_page_install_files:
 * @widget_class: the class of the page
 *
 * Installs what can be done with attachments.
 */
void
ty_person_page_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "person.open-file", "u", open_file_action);
  gtk_widget_class_install_action (widget_class, "person.save-file", "u", save_file_action);
}

/**
 * ty_person_page_accept_files:
 * @self: a page whose template is there
 *
 * Files that are dropped anywhere beside the photo are attached.
 */
void
ty_person_page_accept_files (TyPersonPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (target));
}
