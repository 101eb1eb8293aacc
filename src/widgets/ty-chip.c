/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chip"

#include "config.h"

#include "ty-chip.h"

#include <glib/gi18n-lib.h>

/**
 * TyChip:
 *
 * Something by which a list is narrowed, with the number of those who would be left. What is chosen has
 * a cross with which it is taken away again.
 */
struct _TyChip
{
  GtkToggleButton parent_instance;

  /* Owned by the child */
  GtkLabel *title_label;
  GtkLabel *count_label;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_COUNT,
} TyChipProps;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (TyChip, ty_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
update_name (TyChip *self)
{
  const char *title = gtk_label_get_label (self->title_label);
  const char *count = gtk_label_get_label (self->count_label);
  /* Translators: for assistive technologies: a condition and how many people meet it. */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), title, count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *count != '\0' ? spoken : title, -1);
}

static void
set_text (TyChip     *self,
          GtkLabel   *label,
          guint       prop,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text != NULL ? text : "") == 0)
    return;

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
ty_chip_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TyChip *self = TY_CHIP (object);

  switch ((TyChipProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_COUNT:
      g_value_set_string (value, gtk_label_get_label (self->count_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_chip_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  TyChip *self = TY_CHIP (object);

  switch ((TyChipProps) prop_id)
    {
    case PROP_TITLE:
      set_text (self, self->title_label, PROP_TITLE, g_value_get_string (value));
      break;
    case PROP_COUNT:
      set_text (self, self->count_label, PROP_COUNT, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_chip_class_init (TyChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_chip_get_property;
  object_class->set_property = ty_chip_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_chip_init (TyChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic", "pixel-size",
                                   12, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "ty-count");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  g_object_bind_property (self, "active", cross, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_label));
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * ty_chip_new:
 * @title: what it is, already translated
 *
 * Returns: (transfer floating): a chip without a number
 */
GtkWidget *
ty_chip_new (const char *title)
{
  return g_object_new (TY_TYPE_CHIP, "title", title, NULL);
}

/**
 * ty_chip_set_count:
 * @self: a chip
 * @count: (nullable): how many would be left; the empty text while that is not known
 */
void
ty_chip_set_count (TyChip     *self,
                   const char *count)
{
  g_return_if_fail (TY_IS_CHIP (self));

  set_text (self, self->count_label, PROP_COUNT, count);
}
