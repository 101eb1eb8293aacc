/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photos-window"

#include "config.h"

#include "ty-photos-window.h"

#include "ty-clipboard.h"
#include "ty-file-dialog.h"
#include "ty-form-guard.h"
#include "ty-office-photos.h"
#include "ty-photo-item.h"
#include "ty-problem-bar.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/**
 * TyPhotosWindow:
 *
 * Shows whose photos lie in a folder, by the names of the files, and which would be left out and why; and
 * imports them when it is asked to. The signal “imported” (text) comes after it was done.
 */
struct _TyPhotosWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkProgressBar *progress_bar;
  GtkWidget *content_box;
  AdwActionRow *replace_row;
  GtkSwitch *replace_switch;
  GtkLabel *counts_label;
  GtkStack *stack;
  GtkListView *view;

  /* Owned */
  TyOffice *office;
  GListStore *items;
  TyPhotoBatch *batch;       /* (nullable) until the folder was looked at */
  GCancellable *cancellable; /* (nullable): of what is under way */

  guint n_chosen;            /* how many were to be imported */
  gboolean importing;        /* the batch belongs to the thread */
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPhotosWindow, ty_photos_window, ADW_TYPE_WINDOW)

static void
update_actions (TyPhotosWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->batch != NULL && !self->importing;

  ty_widget_action_enable (widget, "photos.run",
                           idle && ty_photo_batch_get_n_chosen (self->batch) > 0);
  ty_widget_action_enable (widget, "photos.copy", idle && self->batch->files->len > 0);
  ty_widget_action_enable (widget, "photos.save", idle && self->batch->files->len > 0);
  gtk_widget_set_sensitive (self->content_box, !self->importing);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->cancellable != NULL);
}

/* Where the office has to do something comes first, then what is kept, then what is imported. */
static guint
get_rank (TyPhotoBatch      *batch,
          const TyPhotoFile *file)
{
  if (ty_photo_batch_is_chosen (batch, file))
    return 2;
  return file->state == TY_PHOTO_OTHER ? 1 : 0;
}

static void
fill_list (TyPhotosWindow *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < self->batch->files->len; i++)
      {
        const TyPhotoFile *file = g_ptr_array_index (self->batch->files, i);

        if (get_rank (self->batch, file) == rank)
          g_ptr_array_add (items, ty_photo_item_new (self->batch, file));
      }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
}

static char *
describe (TyPhotosWindow *self)
{
  TyPhotoBatch *batch = self->batch;
  guint n = ty_photo_batch_get_n_chosen (batch);
  g_autofree char *all = ty_text_format_count (batch->files->len);
  g_autofree char *chosen = ty_text_format_count (n);
  g_autofree char *left_out = ty_text_format_count (batch->files->len - n);
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: of a folder of photos: how many files, of these photos to be imported, and left out */
  g_string_append_printf (text, _("Files: %s. Photos to be imported: %s. Left out: %s."), all, chosen,
                          left_out);
  if (batch->n_folders > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u folder in it was not looked into.",
                                              "%u folders in it were not looked into.", batch->n_folders),
                              batch->n_folders);
    }
  return g_strdup (text->str);
}

static void
show_batch (TyPhotosWindow *self)
{
  g_autofree char *text = describe (self);
  g_autofree char *others = ty_text_format_count (self->batch->counts[TY_PHOTO_OTHER]);
  g_autofree char *subtitle = NULL;

  gtk_label_set_label (self->counts_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_row), self->batch->counts[TY_PHOTO_OTHER] > 0);
  subtitle = g_strdup_printf (ngettext ("%s person of the folder has a photo", "%s people of the folder have a photo",
                                        self->batch->counts[TY_PHOTO_OTHER]), others);
  adw_action_row_set_subtitle (self->replace_row, subtitle);
  fill_list (self);
  gtk_stack_set_visible_child_name (self->stack, self->batch->files->len > 0 ? "files" : "empty");
  update_actions (self);
}

static void
replace_cb (TyPhotosWindow *self,
            GParamSpec     *pspec,
            GtkSwitch      *widget)
{
  if (self->batch == NULL || self->importing)
    return;

  self->batch->replace = gtk_switch_get_active (widget);
  show_batch (self);
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  TyPhotosWindow *self = data;

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, n_all > 0 ? (double) n_done / n_all : 0);
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TyPhotosWindow) self = TY_PHOTOS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  TyPhotoBatch *batch = ty_office_scan_photos_finish (TY_OFFICE (source), result, &error);

  g_clear_object (&self->cancellable);
  self->batch = batch;
  if (self->stack == NULL)
    return;
  if (batch != NULL)
    {
      show_batch (self);
      return;
    }

  gtk_label_set_label (self->counts_label, "");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_problem_bar_set_message (self->problem_bar, error->message);
  gtk_stack_set_visible_child_name (self->stack, "unreadable");
  update_actions (self);
}

static void
scan (TyPhotosWindow    *self,
      const char *const *paths)
{
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->counts_label, _("The folder is being looked at…"));
  update_actions (self);
  ty_office_scan_photos_async (self->office, paths, progress_cb, self, self->cancellable, scanned_cb,
                               g_object_ref (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TyPhotosWindow) self = TY_PHOTOS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = ty_office_import_photos_finish (TY_OFFICE (source), result, &error);

  g_clear_object (&self->cancellable);
  self->importing = FALSE;
  if (done && self->batch->n_imported > 0)
    {
      /* As the history has it, and as undo would say. */
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, ty_office_get_undo_label (self->office));
    }
  if (self->stack == NULL)
    return;
  if (done && self->batch->n_imported == self->n_chosen)
    {
      ty_form_guard_close (GTK_WINDOW (self));
      return;
    }
  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_problem_bar_set_message (self->problem_bar, error->message);
  else if (!done)
    ty_problem_bar_set_message (self->problem_bar, _("Stopped. No photo was imported."));
  else
    ty_problem_bar_set_message (self->problem_bar,
                                _("Not all photos could be imported. The list says why."));
  show_batch (self);
  ty_widget_action_enable (GTK_WIDGET (self), "photos.run", !done);
}

static void
run_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (widget);

  if (self->batch == NULL || self->importing)
    return;

  self->importing = TRUE;
  ty_form_guard_settle (GTK_WINDOW (self));
  self->n_chosen = ty_photo_batch_get_n_chosen (self->batch);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  gtk_label_set_label (self->counts_label, _("The photos are being prepared…"));
  update_actions (self);
  ty_office_import_photos_async (self->office, self->batch, progress_cb, self, self->cancellable, imported_cb,
                                 g_object_ref (self));
}

/* While photos are imported, to cancel is to stop that; the dialog stays. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (widget);

  if (self->importing)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *text = ty_photos_window_dup_text (TY_PHOTOS_WINDOW (widget));

  /* The names of the files may be ID numbers. */
  ty_clipboard_put_text (widget, text, TRUE);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL || self->batch == NULL || self->importing || self->problem_bar == NULL)
    return;

  text = ty_photo_batch_to_text (self->batch, TRUE);
  ty_problem_bar_set_message (self->problem_bar,
                              g_file_set_contents (path, text, -1, &error) ? NULL : error->message);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  /* Translators: name of a file */
  g_autofree char *name = g_strconcat (_("Report of the photos"), ".csv", NULL);

  ty_file_dialog_save_async (GTK_WINDOW (widget), _("Save Report"), TY_FILE_KIND_CSV, name, place_chosen_cb,
                             NULL);
}

static gboolean
ty_photos_window_close_request (GtkWindow *window)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (window);

  if (self->importing)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ty_photos_window_parent_class)->close_request (window);
}

static void
ty_photos_window_dispose (GObject *object)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PHOTOS_WINDOW);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ty_photos_window_parent_class)->dispose (object);
}

static void
ty_photos_window_finalize (GObject *object)
{
  TyPhotosWindow *self = TY_PHOTOS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_pointer (&self->batch, ty_photo_batch_unref);

  G_OBJECT_CLASS (ty_photos_window_parent_class)->finalize (object);
}

static void
ty_photos_window_class_init (TyPhotosWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_photos_window_dispose;
  object_class->finalize = ty_photos_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ty_photos_window_close_request;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", TY_TYPE_PHOTOS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-photos-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, replace_row);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, replace_switch);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPhotosWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_install_action (widget_class, "photos.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "photos.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "photos.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "photos.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "photos.cancel", NULL);
}

static void
ty_photos_window_init (TyPhotosWindow *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_type_ensure (TY_TYPE_PHOTO_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch (GTK_WINDOW (self));
  self->items = g_list_store_new (TY_TYPE_PHOTO_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * ty_photos_window_new:
 * @parent: the window that asks
 * @office: into whose file is imported
 * @paths: (array zero-terminated=1): photos, and folders of them
 *
 * Returns: (transfer none): the dialog, which looks at them at once
 */
TyPhotosWindow *
ty_photos_window_new (GtkWindow         *parent,
                      TyOffice          *office,
                      const char *const *paths)
{
  TyPhotosWindow *self = g_object_new (TY_TYPE_PHOTOS_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (paths[0]);
  /* Translators: title of the dialog that imports photos, with the name of the folder */
  g_autofree char *title = paths[1] == NULL ? g_strdup_printf (_("Photos of the Folder %s"), name)
                                            : g_strdup (_("Import of Photos"));

  self->office = g_object_ref (office);
  gtk_window_set_title (GTK_WINDOW (self), title);
  scan (self, paths);
  return self;
}

/**
 * ty_photos_window_is_ready:
 * @self: a dialog
 *
 * Returns: whether the report is shown
 */
gboolean
ty_photos_window_is_ready (TyPhotosWindow *self)
{
  g_return_val_if_fail (TY_IS_PHOTOS_WINDOW (self), FALSE);

  return self->cancellable == NULL;
}

/**
 * ty_photos_window_dup_text:
 * @self: a dialog whose report is shown
 *
 * Returns: (transfer full): the report, as it is pasted into a spreadsheet
 */
char *
ty_photos_window_dup_text (TyPhotosWindow *self)
{
  g_return_val_if_fail (TY_IS_PHOTOS_WINDOW (self) && self->batch != NULL && !self->importing, NULL);

  return ty_photo_batch_to_text (self->batch, FALSE);
}
