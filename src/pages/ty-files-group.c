/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-files-group"

#include "config.h"

#include "ty-files-group.h"

#include "ty-attachment-files.h"
#include "ty-file-content.h"
#include "ty-file-dialog.h"
#include "ty-media-type.h"

#include <glib/gi18n-lib.h>

/**
 * TyFilesGroup:
 *
 * Files that a form attaches when it is saved. They are read when they are added, so that what cannot be
 * attached is told at once, and the form saves what was seen.
 */
struct _TyFilesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GPtrArray *files;          /* (element-type TyNewAttachment) */
  GCancellable *cancellable;

  /* Borrowed: children */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget) (unowned elements): of @files */

  guint n_reading;           /* times that files are being read */
};

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyFilesGroup, ty_files_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_listed (TyFilesGroup    *self,
           TyNewAttachment *file)
{
  const char *sha256 = ty_record_get_text (TY_RECORD (file->row), TY_ATTACHMENT_SHA256);

  for (guint i = 0; i < self->files->len; i++)
    {
      TyNewAttachment *other = g_ptr_array_index (self->files, i);

      if (g_strcmp0 (ty_record_get_text (TY_RECORD (other->row), TY_ATTACHMENT_SHA256), sha256) == 0)
        return TRUE;
    }
  return FALSE;
}

static gsize
count_bytes (TyFilesGroup *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += g_bytes_get_size (((TyNewAttachment *) g_ptr_array_index (self->files, i))->bytes);
  return n;
}

/* The focus goes to the next row, or back to the button that adds. */
static void
remove_cb (TyFilesGroup *self,
           GtkButton    *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  g_ptr_array_remove_index (self->rows, index);
  g_ptr_array_remove_index (self->files, index);
  if (self->rows->len > 0)
    gtk_widget_child_focus (g_ptr_array_index (self->rows, MIN (index, self->rows->len - 1)),
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
}

static GtkWidget *
make_remove_button (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a file that is not attached yet */
  g_autofree char *text = g_strdup_printf (_("Take out %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

static void
add_row (TyFilesGroup    *self,
         TyNewAttachment *file)
{
  TyRecord *record = TY_RECORD (file->row);
  const char *media_type = ty_record_get_text (record, TY_ATTACHMENT_MEDIA_TYPE);
  const char *name = ty_record_get_text (record, TY_ATTACHMENT_FILE_NAME);
  g_autofree char *size = ty_file_content_dup_size ((guint64) ty_record_get_integer (record, TY_ATTACHMENT_SIZE));
  g_autofree char *caption = g_strdup_printf ("%s　%s", ty_media_type_get_label (media_type), size);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_remove_button (name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (ty_media_type_get_icon (media_type)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* The form scrolls to where the focus goes, but only once the row has its place. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TyFilesGroup *self = TY_FILES_GROUP (widget);
  GtkWidget *last = self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  if (last != NULL && gtk_widget_get_height (last) == 0)
    return G_SOURCE_CONTINUE;
  if (last != NULL)
    gtk_widget_grab_focus (last);
  return G_SOURCE_REMOVE;
}

static void
take_files (TyFilesGroup      *self,
            TyAttachmentFiles *read)
{
  guint n_before = self->files->len;

  for (guint i = 0; i < read->attachments->len; i++)
    {
      TyNewAttachment *file = g_ptr_array_index (read->attachments, i);

      if (is_listed (self, file))
        {
          ty_attachment_files_add_problem (read, ty_record_get_text (TY_RECORD (file->row), TY_ATTACHMENT_FILE_NAME),
                                           _("The same file is in the list already."));
          continue;
        }
      add_row (self, file);
      g_ptr_array_add (self->files, ty_new_attachment_dup (file));
    }
  if (self->files->len > n_before)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
tell (TyFilesGroup *self,
      GPtrArray    *problems)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len && i < 3; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 3)
    g_string_append (text, "\n…");
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, problems->len > 0 ? text->str : NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TyFilesGroup) self = TY_FILES_GROUP (user_data);
  g_autoptr(TyAttachmentFiles) read = ty_attachment_files_read_finish (result, NULL);

  self->n_reading--;
  if (read == NULL)
    return;
  take_files (self, read);
  tell (self, read->problems);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyFilesGroup) self = TY_FILES_GROUP (user_data);
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
  ty_files_group_add_paths (self, (const char * const *) paths);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ty_file_dialog_open_several_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Attach Files"),
                                     TY_FILE_KIND_ATTACHMENT, chosen_cb, g_object_ref (widget));
}

static gboolean
drop_cb (TyFilesGroup  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  ty_files_group_add_paths (self, (const char * const *) paths);
  return TRUE;
}

static void
ty_files_group_dispose (GObject *object)
{
  g_cancellable_cancel (TY_FILES_GROUP (object)->cancellable);

  G_OBJECT_CLASS (ty_files_group_parent_class)->dispose (object);
}

static void
ty_files_group_finalize (GObject *object)
{
  TyFilesGroup *self = TY_FILES_GROUP (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_files_group_parent_class)->finalize (object);
}

static void
ty_files_group_class_init (TyFilesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_files_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_files_group_finalize;

  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touyan/Touyan/ui/pages/ty-files-group.ui");
  gtk_widget_class_install_action (widget_class, "files.add", NULL, add_action);
}

static void
ty_files_group_init (TyFilesGroup *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_new_attachment_free);
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_files_group_new:
 *
 * Returns: (transfer floating): a list without files
 */
GtkWidget *
ty_files_group_new (void)
{
  return g_object_new (TY_TYPE_FILES_GROUP, NULL);
}

/**
 * ty_files_group_accept:
 * @self: files
 * @area: a widget around them
 *
 * Files that are dropped there are added.
 */
void
ty_files_group_accept (TyFilesGroup *self,
                       GtkWidget    *area)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
}

/**
 * ty_files_group_add_paths:
 * @self: files
 * @paths: (array zero-terminated=1): more of them; none = they are not on this computer
 *
 * Reads files and lists those that can be attached.
 */
void
ty_files_group_add_paths (TyFilesGroup       *self,
                          const char * const *paths)
{
  g_return_if_fail (TY_IS_FILES_GROUP (self));

  if (paths[0] == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_TOLD], 0,
                     _("These files are not on this computer. Copy them here first."));
      return;
    }
  self->n_reading++;
  ty_attachment_files_read_async (paths, count_bytes (self), self->cancellable, read_cb, g_object_ref (self));
}

/**
 * ty_files_group_is_reading:
 * @self: files
 *
 * Returns: whether files are still being read
 */
gboolean
ty_files_group_is_reading (TyFilesGroup *self)
{
  g_return_val_if_fail (TY_IS_FILES_GROUP (self), FALSE);

  return self->n_reading > 0;
}

/**
 * ty_files_group_get_files:
 * @self: files
 *
 * Returns: (transfer none) (element-type TyNewAttachment): those in the list
 */
GPtrArray *
ty_files_group_get_files (TyFilesGroup *self)
{
  g_return_val_if_fail (TY_IS_FILES_GROUP (self), NULL);

  return self->files;
}
