/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo-window"

#include "config.h"

#include "ty-photo-window.h"

#include "ty-file-dialog.h"
#include "ty-form-guard.h"
#include "ty-office-photos.h"
#include "ty-portrait-view.h"
#include "ty-problem-bar.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_OF_INCH 25.4
#define USUAL_DPI 96.0
#define COARSE 240 /* pixels of the width, below which the print is blurred: 168 dpi */

/**
 * TyPhotoWindow:
 *
 * Cuts a picture to the photo of a person: what is kept is moved and sized, turned, and seen beside it as
 * large as it will be printed. The signal “saved” comes when it is in the file; the window then closes
 * itself.
 */
struct _TyPhotoWindow
{
  AdwWindow parent_instance;

  /* Template */
  TyProblemBar *problem_bar;
  GtkStack *stack;
  TyCropView *crop_view;
  TyPortraitView *preview;
  GtkWidget *coarse_label;
  AdwStatusPage *failed_page;

  /* Owned */
  TyOffice *office;
  GCancellable *cancellable;

  gint64 person;
  gboolean saving;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyPhotoWindow, ty_photo_window, ADW_TYPE_WINDOW)

/* How many pixels of the screen are a millimetre, as far as it knows its size. */
static double
get_scale (TyPhotoWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr(GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle place;
  double scale = USUAL_DPI / MM_OF_INCH;
  int width;

  if (monitor == NULL)
    return scale;
  gdk_monitor_get_geometry (monitor, &place);
  width = gdk_monitor_get_width_mm (monitor);

  /* A projector or a virtual screen says nothing, or nonsense. */
  if (width > 0 && place.width / (double) width > 2 && place.width / (double) width < 10)
    scale = place.width / (double) width;
  return scale;
}

static void
update (TyPhotoWindow *self)
{
  GdkPixbuf *picture = ty_crop_view_get_picture (self->crop_view);
  int width = (int) lround (TY_CROP_PRINT_WIDTH * get_scale (self));
  g_autoptr(GdkPixbuf) photo = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  TyCrop crop;

  ty_widget_action_enable (GTK_WIDGET (self), "photo.save", picture != NULL && !self->saving);
  ty_widget_action_enable (GTK_WIDGET (self), "photo.turn", picture != NULL && !self->saving);
  ty_widget_action_enable (GTK_WIDGET (self), "photo.reset", picture != NULL && !self->saving);
  if (picture == NULL)
    return;

  ty_crop_view_get_crop (self->crop_view, &crop);
  photo = ty_photo_crop (picture, &crop, width * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  texture = gdk_texture_new_for_pixbuf (photo);
  g_object_set (self->preview, "width", width, NULL);
  ty_portrait_view_set_texture (self->preview, texture);
  gtk_widget_set_opacity (self->coarse_label, crop.width < COARSE ? 1 : 0);
}

static void
changed_cb (TyPhotoWindow *self,
            TyCropView    *view)
{
  update (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) picture = ty_office_read_photo_finish (TY_OFFICE (source), result, &error);
  TyPhotoWindow *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PHOTO_WINDOW (user_data);
  if (picture == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  ty_crop_view_set_picture (self->crop_view, picture);
  ty_form_guard_settle (GTK_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, "crop");
  gtk_widget_grab_focus (GTK_WIDGET (self->crop_view));
}

static void
read_file (TyPhotoWindow *self,
           const char    *path)
{
  ty_crop_view_set_picture (self->crop_view, NULL);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  ty_office_read_photo_async (self->office, path, self->cancellable, read_cb, self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TyPhotoWindow *self = TY_PHOTO_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->office != NULL)
    read_file (self, path);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Choose a Photo"), TY_FILE_KIND_PHOTO, chosen_cb, NULL);
}

static void
turn_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_crop_view_turn (TY_PHOTO_WINDOW (widget)->crop_view, g_variant_get_boolean (parameter));
}

static void
reset_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ty_crop_view_reset (TY_PHOTO_WINDOW (widget)->crop_view);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyPhotoWindow) self = TY_PHOTO_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_set_photo_finish (TY_OFFICE (source), result, &error);

  self->saving = FALSE;
  if (saved)
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0);
      ty_form_guard_close (GTK_WINDOW (self));
      return;
    }
  if (self->problem_bar == NULL)
    return;
  ty_problem_bar_set_message (self->problem_bar, error->message);
  update (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPhotoWindow *self = TY_PHOTO_WINDOW (widget);
  TyCrop crop;

  if (self->saving)
    return;

  self->saving = TRUE;
  update (self);
  ty_problem_bar_set_message (self->problem_bar, NULL);
  ty_crop_view_get_crop (self->crop_view, &crop);
  ty_office_set_photo_async (self->office, self->person, ty_crop_view_get_picture (self->crop_view), &crop,
                             NULL, saved_cb, g_object_ref (self));
}

static void
ty_photo_window_dispose (GObject *object)
{
  TyPhotoWindow *self = TY_PHOTO_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PHOTO_WINDOW);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_photo_window_parent_class)->dispose (object);
}

static void
ty_photo_window_finalize (GObject *object)
{
  g_clear_object (&TY_PHOTO_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (ty_photo_window_parent_class)->finalize (object);
}

static void
ty_photo_window_class_init (TyPhotoWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ty_photo_window_dispose;
  object_class->finalize = ty_photo_window_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", TY_TYPE_PHOTO_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-photo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, crop_view);
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, coarse_label);
  gtk_widget_class_bind_template_child (widget_class, TyPhotoWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "photo.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "photo.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "photo.turn", "b", turn_action);
  gtk_widget_class_install_action (widget_class, "photo.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "photo.save", NULL);

  g_type_ensure (TY_TYPE_CROP_VIEW);
}

/* What is kept of the picture. */
static void
add_state (GtkWindow *window,
           GString   *state)
{
  TyPhotoWindow *self = TY_PHOTO_WINDOW (window);
  TyCrop crop;

  if (ty_crop_view_get_picture (self->crop_view) == NULL)
    return;

  ty_crop_view_get_crop (self->crop_view, &crop);
  g_string_append_printf (state, "%g %g %g %g %g", crop.image_width, crop.image_height, crop.x, crop.y, crop.width);
}

static void
ty_photo_window_init (TyPhotoWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ty_form_guard_watch_with (GTK_WINDOW (self), add_state);
}

/**
 * ty_photo_window_new:
 * @parent: the window that asks
 * @office: where it is saved
 * @person: key of the person
 * @name: name of the person
 * @path: a file
 *
 * Returns: (transfer none): the dialog, which reads the file at once
 */
TyPhotoWindow *
ty_photo_window_new (GtkWindow  *parent,
                     TyOffice   *office,
                     gint64      person,
                     const char *name,
                     const char *path)
{
  TyPhotoWindow *self = g_object_new (TY_TYPE_PHOTO_WINDOW, "transient-for", parent, NULL);
  /* Translators: title of the dialog that cuts a photo, with the name of the person */
  g_autofree char *title = g_strdup_printf (_("Photo of %s"), name);

  self->office = g_object_ref (office);
  self->person = person;
  gtk_window_set_title (GTK_WINDOW (self), title);
  read_file (self, path);
  return self;
}

/**
 * ty_photo_window_get_view:
 * @self: a dialog
 *
 * Returns: (transfer none): the picture and what is kept of it
 */
TyCropView *
ty_photo_window_get_view (TyPhotoWindow *self)
{
  g_return_val_if_fail (TY_IS_PHOTO_WINDOW (self), NULL);

  return self->crop_view;
}

/**
 * ty_photo_window_get_page:
 * @self: a dialog
 *
 * Returns: (transfer none): `reading`, `crop` or `failed`
 */
const char *
ty_photo_window_get_page (TyPhotoWindow *self)
{
  g_return_val_if_fail (TY_IS_PHOTO_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
