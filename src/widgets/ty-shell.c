/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-shell"

#include "config.h"

#include "ty-shell.h"

/**
 * TyShell:
 *
 * A sidebar beside the content, which fold into one where the window is narrow. The only place
 * that knows which widget of libadwaita does it.
 */
struct _TyShell
{
  AdwBin parent_instance;

  /* Borrowed: children */
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
};

typedef enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_FOLDED,
} TyShellProps;

static GParamSpec *properties[PROP_FOLDED + 1];

G_DEFINE_FINAL_TYPE (TyShell, ty_shell, ADW_TYPE_BIN)

static void
folded_cb (TyShell    *self,
           GParamSpec *pspec,
           AdwLeaflet *leaflet)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
set_child (TyShell    *self,
           GtkWidget **child,
           GtkWidget  *widget)
{
  g_assert (*child == NULL);

  *child = widget;
  if (widget == NULL)
    return;

  adw_leaflet_append (self->leaflet, widget);
  if (child == &self->sidebar && self->content != NULL)
    adw_leaflet_reorder_child_after (self->leaflet, widget, NULL);
  if (child == &self->content)
    adw_leaflet_set_visible_child (self->leaflet, widget);
}

static void
ty_shell_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TyShell *self = TY_SHELL (object);

  switch ((TyShellProps) prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_shell_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  TyShell *self = TY_SHELL (object);

  switch ((TyShellProps) prop_id)
    {
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_shell_class_init (TyShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_shell_get_property;
  object_class->set_property = ty_shell_set_property;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_shell_init (TyShell *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, FALSE);
  adw_leaflet_set_transition_type (self->leaflet, ADW_LEAFLET_TRANSITION_TYPE_UNDER);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
}

/**
 * ty_shell_show_content:
 * @self: a shell
 *
 * Where it is folded, shows the content.
 */
void
ty_shell_show_content (TyShell *self)
{
  g_return_if_fail (TY_IS_SHELL (self));

  if (self->content != NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->content);
}

/**
 * ty_shell_show_sidebar:
 * @self: a shell
 *
 * Where it is folded, shows the sidebar.
 */
void
ty_shell_show_sidebar (TyShell *self)
{
  g_return_if_fail (TY_IS_SHELL (self));

  if (self->sidebar != NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}
