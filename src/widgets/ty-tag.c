/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-tag"

#include "config.h"

#include "ty-tag.h"

/**
 * TyTag:
 *
 * A word about somebody or something. Looks: `warn` for what is late or near a limit, `accent` for what
 * matters now, `neutral` for what counts, `outline` for where something comes from. What has no room is
 * cut, and stands whole in the tooltip.
 */
struct _TyTag
{
  AdwBin parent_instance;

  GtkLabel *text; /* (unowned): the child */
  char *look;     /* (owned) */
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_LOOK,
} TyTagProps;

static GParamSpec *properties[PROP_LOOK + 1];

G_DEFINE_FINAL_TYPE (TyTag, ty_tag, ADW_TYPE_BIN)

static void
set_label (TyTag      *self,
           const char *label)
{
  if (g_strcmp0 (gtk_label_get_label (self->text), label) == 0)
    return;

  gtk_label_set_label (self->text, label != NULL ? label : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
set_look (TyTag      *self,
          const char *look)
{
  if (g_strcmp0 (self->look, look) == 0)
    return;

  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  g_free (self->look);
  self->look = g_strdup (look);
  if (look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

static void
ty_tag_get_property (GObject    *object,
                     guint       prop_id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  TyTag *self = TY_TAG (object);

  switch ((TyTagProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->text));
      break;
    case PROP_LOOK:
      g_value_set_string (value, self->look);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_tag_set_property (GObject      *object,
                     guint         prop_id,
                     const GValue *value,
                     GParamSpec   *pspec)
{
  TyTag *self = TY_TAG (object);

  switch ((TyTagProps) prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_LOOK:
      set_look (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_tag_finalize (GObject *object)
{
  g_free (TY_TAG (object)->look);

  G_OBJECT_CLASS (ty_tag_parent_class)->finalize (object);
}

static void
ty_tag_class_init (TyTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_tag_get_property;
  object_class->set_property = ty_tag_set_property;
  object_class->finalize = ty_tag_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_LOOK] = g_param_spec_string ("look", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_tag_init (TyTag *self)
{
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-tag");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * ty_tag_new:
 * @label: its word, already translated
 * @look: `warn`, `accent`, `neutral` or `outline`
 *
 * Returns: (transfer floating): a tag
 */
GtkWidget *
ty_tag_new (const char *label,
            const char *look)
{
  return g_object_new (TY_TYPE_TAG, "label", label, "look", look, NULL);
}
