/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-window-files"

#include "config.h"

#include "ty-import-window-private.h"

#include "ty-file-dialog.h"

#include <glib/gi18n-lib.h>

/* Which files are imported: chosen, dropped or pasted. */

static void
take_source (TyImportWindow *self,
             TyImportSource *source)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);

  g_ptr_array_add (sources, source);
  g_clear_pointer (&self->set, ty_import_set_free);
  ty_import_window_take_sources (self, sources);
}

static void
sorted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  TyImportSet *set = ty_import_set_sort_finish (result, &error);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  TyImportWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_IMPORT_WINDOW (user_data);
  if (set == NULL)
    {
      ty_import_window_end_work (self, "choose", error);
      return;
    }

  g_clear_pointer (&self->set, ty_import_set_free);
  self->set = set;
  for (guint i = 0; i < set->tables->len; i++)
    g_ptr_array_add (sources, ty_import_source_new_for_path (g_ptr_array_index (set->tables, i)));
  if (sources->len > 0)
    ty_import_window_take_sources (self, sources);
  else
    ty_import_window_leave (self);
}

/**
 * ty_import_window_take:
 * @self: a dialog that is at no work
 * @paths: (array zero-terminated=1): files and folders
 *
 * Looks at the tables among them. What else is among them is left for the signal “left”.
 */
void
ty_import_window_take (TyImportWindow    *self,
                       const char *const *paths)
{
  g_return_if_fail (TY_IS_IMPORT_WINDOW (self) && paths != NULL && !self->working);

  if (paths[0] == NULL)
    return;

  ty_import_window_begin_work (self, _("The files are being looked at…"));
  ty_import_set_sort_async (paths, self->cancellable, sorted_cb, self);
}

static void
take_files (TyImportWindow *self,
            GListModel     *files)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  list = g_strv_builder_end (paths);
  if (self->office != NULL && !self->working)
    ty_import_window_take (self, (const char *const *) list);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GListModel) files = ty_file_dialog_finish_several (result, NULL);

  take_files (TY_IMPORT_WINDOW (source), files);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_file_dialog_open_several_async (GTK_WINDOW (widget), _("Import Tables"), TY_FILE_KIND_IMPORT, chosen_cb, NULL);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GFile) folder = ty_file_dialog_finish (result, NULL);
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (folder == NULL)
    return;
  g_list_store_append (files, folder);
  take_files (TY_IMPORT_WINDOW (source), G_LIST_MODEL (files));
}

static void
choose_folder_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Import the Files of a Folder"), TY_FILE_KIND_FOLDER,
                             folder_chosen_cb, NULL);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyImportWindow) self = TY_IMPORT_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->office == NULL)
    return;
  if (text == NULL || *text == '\0')
    ty_problem_bar_set_message (self->problem_bar, _("The clipboard holds no table. Mark the table with its "
                                                     "heading in the other program and copy it."));
  else
    take_source (self, ty_import_source_new_for_text (text));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* Ctrl+V in an entry pastes into the entry. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  TyImportWindow *self = TY_IMPORT_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") != 0)
    return FALSE;

  return gtk_widget_activate_action (widget, "import.paste", NULL);
}

static gboolean
drop_cb (TyImportWindow *self,
         const GValue   *value)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (self->working || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  take_files (self, G_LIST_MODEL (files));
  return TRUE;
}

/**
 * ty_import_window_install_files:
 * @widget_class: the class of the dialog
 *
 * Installs how files are chosen.
 */
void
ty_import_window_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, NULL);
}

/**
 * ty_import_window_accept_files:
 * @self: a dialog
 *
 * Files and folders may be dropped on it from here on.
 */
void
ty_import_window_accept_files (TyImportWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
