/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-dialog"

#include "config.h"

#include "ty-file-dialog.h"

#include "ty-media-type.h"

#include <glib/gi18n-lib.h>

/* The only place that knows which dialog of GTK asks for a file. */

/* Where the last file of each kind was; whoever has many photos or scans to bring in finds them there. */
static GFile *places[TY_N_FILE_KINDS]; /* (owned) (nullable) */

static GQuark
get_kind_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("ty-file-kind");
  return quark;
}

static void
remember_place (gpointer  dialog,
                GFile    *file)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_qdata (dialog, get_kind_quark ()));

  g_clear_object (&places[kind]);
  places[kind] = g_file_get_parent (file);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (file != NULL)
    remember_place (dialog, file);
  if (file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
several_cb (GtkNativeDialog *dialog,
            int              response,
            gpointer         user_data)
{
  g_autoptr(GTask) task = G_TASK (user_data);
  g_autoptr(GListModel) files = NULL;
  g_autoptr(GFile) first = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  first = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  if (first != NULL)
    remember_place (dialog, first);

  if (files != NULL)
    g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_suffixes (GtkFileFilter *filter,
              const char    *suffixes)
{
  g_auto(GStrv) parts = g_strsplit (suffixes, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, parts[i]);
}

static void
add_filter (GtkFileChooser *chooser,
            TyFileKind      kind)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (kind == TY_FILE_KIND_FOLDER)
    return;

  if (kind == TY_FILE_KIND_COUNTY)
    {
      gtk_file_filter_set_name (filter, _("County files"));
      gtk_file_filter_add_suffix (filter, "touyan");
    }
  else if (kind == TY_FILE_KIND_CSV)
    {
      gtk_file_filter_set_name (filter, _("Comma-separated values (.csv)"));
      gtk_file_filter_add_suffix (filter, "csv");
    }
  else if (kind == TY_FILE_KIND_PDF)
    {
      gtk_file_filter_set_name (filter, _("Documents (.pdf)"));
      gtk_file_filter_add_suffix (filter, "pdf");
    }
  else if (kind == TY_FILE_KIND_SVG)
    {
      gtk_file_filter_set_name (filter, _("Pictures (.svg)"));
      gtk_file_filter_add_suffix (filter, "svg");
    }
  else if (kind == TY_FILE_KIND_PNG)
    {
      gtk_file_filter_set_name (filter, _("Pictures (.png)"));
      gtk_file_filter_add_suffix (filter, "png");
    }
  else if (kind == TY_FILE_KIND_DOCX)
    {
      gtk_file_filter_set_name (filter, _("Word documents (.docx)"));
      gtk_file_filter_add_suffix (filter, "docx");
    }
  else if (kind == TY_FILE_KIND_ZIP)
    {
      gtk_file_filter_set_name (filter, _("Archives (.zip)"));
      gtk_file_filter_add_suffix (filter, "zip");
    }
  else if (kind == TY_FILE_KIND_IMPORT)
    {
      gtk_file_filter_set_name (filter, _("Tables, appointment files and photos"));
      add_suffixes (filter, "xlsx,xls,csv,tsv,txt,lrmx,lrm,jpg,jpeg,png");
    }
  else if (kind == TY_FILE_KIND_FORM)
    {
      gtk_file_filter_set_name (filter, _("Appointment files (.lrmx, .lrm)"));
      add_suffixes (filter, "lrmx,lrm");
    }
  else if (kind == TY_FILE_KIND_PHOTO)
    {
      gtk_file_filter_set_name (filter, _("Pictures (JPEG, PNG)"));
      add_suffixes (filter, "jpg,jpeg,png");
    }
  else if (kind == TY_FILE_KIND_ATTACHMENT)
    {
      g_autofree char *suffixes = ty_media_type_dup_accepted ();

      gtk_file_filter_set_name (filter, _("Scans, pictures and documents"));
      add_suffixes (filter, suffixes);
    }
  else if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_OPEN)
    {
      gtk_file_filter_set_name (filter, _("Tables (.xlsx, .xls, .csv)"));
      add_suffixes (filter, "xlsx,xls,csv,tsv,txt");
    }
  else
    {
      gtk_file_filter_set_name (filter, _("Excel rosters (.xlsx)"));
      gtk_file_filter_add_suffix (filter, "xlsx");
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
ask (GtkWindow            *parent,
     const char           *title,
     GtkFileChooserAction  action,
     gboolean              several,
     TyFileKind            kind,
     const char           *folder,
     const char           *name,
     GAsyncReadyCallback   callback,
     gpointer              user_data)
{
  g_autoptr(GFile) place = folder != NULL ? g_file_new_for_path (folder)
                                          : places[kind] != NULL ? g_object_ref (places[kind]) : NULL;
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  g_task_set_source_tag (task, ask);
  g_object_set_qdata (G_OBJECT (dialog), get_kind_quark (), GUINT_TO_POINTER ((guint) kind));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), kind);
  if (several)
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  if (place != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), place, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", several ? G_CALLBACK (several_cb) : G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ty_file_dialog_open_async:
 * @parent: the window that asks
 * @title: what is asked, already translated
 * @kind: what may be chosen
 * @callback: called when something was chosen, or nothing
 * @user_data: for @callback
 *
 * Asks for a file or folder that is there. End with ty_file_dialog_finish().
 */
void
ty_file_dialog_open_async (GtkWindow           *parent,
                           const char          *title,
                           TyFileKind           kind,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  ask (parent, title,
       kind == TY_FILE_KIND_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                   : GTK_FILE_CHOOSER_ACTION_OPEN,
       FALSE, kind, NULL, NULL, callback, user_data);
}

/**
 * ty_file_dialog_save_async:
 * @parent: the window that asks
 * @title: what is asked, already translated
 * @kind: what is to be written
 * @name: name that is offered
 * @callback: called when something was chosen, or nothing
 * @user_data: for @callback
 *
 * Asks where a file is to be written. End with ty_file_dialog_finish().
 */
void
ty_file_dialog_save_async (GtkWindow           *parent,
                           const char          *title,
                           TyFileKind           kind,
                           const char          *name,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  ty_file_dialog_save_in_async (parent, title, kind, NULL, name, callback, user_data);
}

/**
 * ty_file_dialog_save_in_async:
 * @parent: the window that asks
 * @title: what is asked, already translated
 * @kind: what is to be written
 * @folder: (nullable): path of the folder that is shown first
 * @name: name that is offered
 * @callback: called when something was chosen, or nothing
 * @user_data: for @callback
 *
 * Asks where a file is to be written. End with ty_file_dialog_finish().
 */
void
ty_file_dialog_save_in_async (GtkWindow           *parent,
                              const char          *title,
                              TyFileKind           kind,
                              const char          *folder,
                              const char          *name,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  ask (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, kind, folder, name, callback, user_data);
}

/**
 * ty_file_dialog_finish:
 * @result: the result
 * @error: `G_IO_ERROR_CANCELLED` if nothing was chosen
 *
 * Returns: (transfer full) (nullable): what was chosen
 */
GFile *
ty_file_dialog_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ask), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ty_file_dialog_open_several_async:
 * @parent: the window that asks
 * @title: what is asked, already translated
 * @kind: what may be chosen
 * @callback: called when something was chosen, or nothing
 * @user_data: for @callback
 *
 * Asks for one or more files that are there. End with ty_file_dialog_finish_several().
 */
void
ty_file_dialog_open_several_async (GtkWindow           *parent,
                                   const char          *title,
                                   TyFileKind           kind,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  ask (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, TRUE, kind, NULL, NULL, callback, user_data);
}

/**
 * ty_file_dialog_finish_several:
 * @result: the result
 * @error: `G_IO_ERROR_CANCELLED` if nothing was chosen
 *
 * Returns: (transfer full) (nullable): the files, as #GFile
 */
GListModel *
ty_file_dialog_finish_several (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ask), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
