/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery-window"

#include "config.h"

#include "ty-gallery-window.h"

#include "ty-gallery.h"

/**
 * TyGalleryWindow:
 *
 * Shows every widget in every state, light, dark and in high contrast. `touyan --gallery` opens it, and
 * it is part of the pictures.
 */
struct _TyGalleryWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkToggleButton *dark_button;
  GtkToggleButton *contrast_button;
  GtkBox *content;

  GtkCssProvider *contrast[2]; /* (owned) (nullable): while it is shown in high contrast; of the dark last */
};

G_DEFINE_FINAL_TYPE (TyGalleryWindow, ty_gallery_window, ADW_TYPE_WINDOW)

static void
drop_contrast (TyGalleryWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->contrast); i++)
    {
      if (self->contrast[i] != NULL)
        gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                       GTK_STYLE_PROVIDER (self->contrast[i]));
      g_clear_object (&self->contrast[i]);
    }
}

static void
add_contrast (TyGalleryWindow *self,
              guint            number,
              const char      *path)
{
  self->contrast[number] = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (self->contrast[number], path);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->contrast[number]),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER + number);
}

/* libadwaita takes high contrast from the system alone: here our part of it is put on top. */
static void
look_cb (TyGalleryWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = gtk_toggle_button_get_active (self->dark_button);

  adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  drop_contrast (self);
  if (!gtk_toggle_button_get_active (self->contrast_button))
    return;

  add_contrast (self, 0, "/org/touyan/Touyan/style-hc.css");
  if (dark)
    add_contrast (self, 1, "/org/touyan/Touyan/style-hc-dark.css");
}

static void
fill (TyGalleryWindow *self)
{
  for (guint i = 0; i < ty_gallery_get_n_groups (); i++)
    {
      GtkWidget *title = gtk_label_new (ty_gallery_get_title (i));

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "title-3");
      gtk_widget_set_margin_top (title, i > 0 ? 12 : 0);
      gtk_box_append (self->content, title);
      gtk_box_append (self->content, ty_gallery_build_group (i));
    }
}

static void
ty_gallery_window_dispose (GObject *object)
{
  drop_contrast (TY_GALLERY_WINDOW (object));

  G_OBJECT_CLASS (ty_gallery_window_parent_class)->dispose (object);
}

static void
ty_gallery_window_class_init (TyGalleryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_gallery_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-gallery-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyGalleryWindow, dark_button);
  gtk_widget_class_bind_template_child (widget_class, TyGalleryWindow, contrast_button);
  gtk_widget_class_bind_template_child (widget_class, TyGalleryWindow, content);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
ty_gallery_window_init (TyGalleryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_toggle_button_set_active (self->dark_button,
                                adw_style_manager_get_dark (adw_style_manager_get_default ()));
  fill (self);
}

/**
 * ty_gallery_window_new:
 *
 * Returns: (transfer none): a window that is not shown yet, owned by GTK
 */
GtkWindow *
ty_gallery_window_new (void)
{
  return g_object_new (TY_TYPE_GALLERY_WINDOW, NULL);
}

/**
 * ty_gallery_window_get_content:
 * @self: a gallery
 *
 * Returns: (transfer none): all that it shows, also what does not fit into the window
 */
GtkWidget *
ty_gallery_window_get_content (TyGalleryWindow *self)
{
  g_return_val_if_fail (TY_IS_GALLERY_WINDOW (self), NULL);

  return GTK_WIDGET (self->content);
}
