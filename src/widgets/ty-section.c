/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-section"

#include "config.h"

#include "ty-section.h"

/**
 * TySection:
 *
 * A card with a head: title, caption, at its end one link or icon; the content below. In .ui files
 * a child is the content, and one of type `suffix` stands at the end of the head.
 */
struct _TySection
{
  AdwBin parent_instance;

  /* Template */
  AdwBin *content_bin;
  AdwBin *suffix_bin;

  /* Owned */
  char *title;
  char *caption;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
} TySectionProps;

static GParamSpec *properties[PROP_CAPTION + 1];

static void ty_section_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TySection, ty_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ty_section_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
ty_section_add_child (GtkBuildable *buildable,
                      GtkBuilder   *builder,
                      GObject      *child,
                      const char   *type)
{
  TySection *self = TY_SECTION (buildable);

  if (g_strcmp0 (type, "suffix") == 0)
    ty_section_set_suffix (self, GTK_WIDGET (child));
  else if (self->content_bin != NULL && GTK_IS_WIDGET (child))
    ty_section_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
ty_section_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ty_section_add_child;
}

static void
ty_section_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TySection *self = TY_SECTION (object);

  switch ((TySectionProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_text (TySection  *self,
          char      **field,
          GParamSpec *pspec,
          const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ty_section_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TySection *self = TY_SECTION (object);

  switch ((TySectionProps) prop_id)
    {
    case PROP_TITLE:
      set_text (self, &self->title, pspec, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                      -1);
      break;
    case PROP_CAPTION:
      set_text (self, &self->caption, pspec, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_section_finalize (GObject *object)
{
  TySection *self = TY_SECTION (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->caption, g_free);

  G_OBJECT_CLASS (ty_section_parent_class)->finalize (object);
}

static void
ty_section_class_init (TySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_section_get_property;
  object_class->set_property = ty_section_set_property;
  object_class->finalize = ty_section_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/widgets/ty-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TySection, content_bin);
  gtk_widget_class_bind_template_child (widget_class, TySection, suffix_bin);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
ty_section_init (TySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_section_new:
 * @title: its title, already translated
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
ty_section_new (const char *title)
{
  return g_object_new (TY_TYPE_SECTION, "title", title, NULL);
}

/**
 * ty_section_set_content:
 * @self: a section
 * @content: (transfer floating) (nullable): what stands below the head
 */
void
ty_section_set_content (TySection *self,
                        GtkWidget *content)
{
  g_return_if_fail (TY_IS_SECTION (self));

  adw_bin_set_child (self->content_bin, content);
}

/**
 * ty_section_set_suffix:
 * @self: a section
 * @suffix: (transfer floating) (nullable): what stands at the end of the head
 */
void
ty_section_set_suffix (TySection *self,
                       GtkWidget *suffix)
{
  g_return_if_fail (TY_IS_SECTION (self));

  adw_bin_set_child (self->suffix_bin, suffix);
}
