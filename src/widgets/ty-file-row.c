/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-file-row"

#include "config.h"

#include "ty-file-row.h"

#define ICON 24

/**
 * TyFileRow:
 *
 * A file in a list: its icon or a small picture of it, what it is, and what can be done with it.
 */
struct _TyFileRow
{
  AdwBin parent_instance;

  /* Borrowed: children */
  GtkImage *image;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (TyFileRow, ty_file_row, ADW_TYPE_BIN)

static void
ty_file_row_class_init (TyFileRowClass *klass)
{
}

static void
ty_file_row_init (TyFileRow *self)
{
  GtkWidget *image = gtk_image_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->image = GTK_IMAGE (image);
  gtk_widget_add_css_class (image, "ty-file-picture");
  gtk_widget_set_size_request (image, TY_FILE_ROW_PICTURE, TY_FILE_ROW_PICTURE);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (image, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-file-row");
  gtk_box_append (self->box, image);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/**
 * ty_file_row_new:
 * @icon_name: what is shown as long as there is no picture
 * @title: what it is
 * @caption: more: kind, size, date
 *
 * Returns: (transfer floating): a row without buttons
 */
GtkWidget *
ty_file_row_new (const char *icon_name,
                 const char *title,
                 const char *caption)
{
  TyFileRow *self = g_object_new (TY_TYPE_FILE_ROW, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = make_label (caption);

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_image_set_pixel_size (self->image, ICON);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (texts, 4);
  gtk_box_append (GTK_BOX (texts), make_label (title));
  gtk_box_append (GTK_BOX (texts), below);
  gtk_box_append (self->box, texts);
  return GTK_WIDGET (self);
}

/**
 * ty_file_row_set_picture:
 * @self: a row
 * @picture: a small picture of the file
 */
void
ty_file_row_set_picture (TyFileRow    *self,
                         GdkPaintable *picture)
{
  g_return_if_fail (TY_IS_FILE_ROW (self));

  gtk_image_set_from_paintable (self->image, picture);
  gtk_image_set_pixel_size (self->image, TY_FILE_ROW_PICTURE);
}

/**
 * ty_file_row_add_button:
 * @self: a row
 * @icon_name: its icon
 * @name: what it does, for its tooltip and for a screen reader
 * @action: name of the action
 * @target: (transfer floating): its parameter
 *
 * Adds a button at the end.
 */
void
ty_file_row_add_button (TyFileRow  *self,
                        const char *icon_name,
                        const char *name,
                        const char *action,
                        GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  g_return_if_fail (TY_IS_FILE_ROW (self));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ty-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_box_append (self->box, button);
}
