/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-portrait-view"

#include "config.h"

#include "ty-portrait-view.h"

#define ASPECT 1.25f /* height by width */
#define BUST_SHARE 0.8f

/**
 * TyPortraitView:
 *
 * A portrait 5 : 6.25, cut to this shape from above, or a neutral bust where there is no photo.
 */
struct _TyPortraitView
{
  GtkWidget parent_instance;

  /* Owned */
  GdkTexture *texture; /* (nullable) */

  int width;
};

typedef enum
{
  PROP_WIDTH = 1,
} TyPortraitViewProps;

static GParamSpec *properties[PROP_WIDTH + 1];

G_DEFINE_FINAL_TYPE (TyPortraitView, ty_portrait_view, GTK_TYPE_WIDGET)

static void
ty_portrait_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TyPortraitView *self = TY_PORTRAIT_VIEW (widget);
  int size = self->width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = (int) (self->width * ASPECT);
  *minimum = *natural = size;
}

/* The bust is an icon that stands on the lower edge. */
static void
snapshot_bust (TyPortraitView *self,
               GtkSnapshot    *snapshot,
               float           width,
               float           height)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  int size = (int) (width * BUST_SHARE);
  g_autoptr(GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  icon = gtk_icon_theme_lookup_icon (theme, "ty-bust-symbolic", NULL, size,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                     gtk_widget_get_direction (GTK_WIDGET (self)), 0);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((width - size) / 2, height - size));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot),
                                            size, size, &color, 1);
  gtk_snapshot_restore (snapshot);
}

/* The photo fills the width; what is too high is cut off below, where no face is. */
static void
snapshot_photo (TyPortraitView *self,
                GtkSnapshot    *snapshot,
                float           width,
                float           height)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->texture));
  float shown_width = MAX (width, (float) (height * ratio));
  float shown_height = (float) (shown_width / ratio);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - shown_width) / 2, 0));
  gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), GDK_SNAPSHOT (snapshot), shown_width,
                          shown_height);
  gtk_snapshot_restore (snapshot);
}

static void
ty_portrait_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TyPortraitView *self = TY_PORTRAIT_VIEW (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->texture != NULL)
    snapshot_photo (self, snapshot, width, height);
  else
    snapshot_bust (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
ty_portrait_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TyPortraitView *self = TY_PORTRAIT_VIEW (object);

  switch ((TyPortraitViewProps) prop_id)
    {
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_portrait_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TyPortraitView *self = TY_PORTRAIT_VIEW (object);

  switch ((TyPortraitViewProps) prop_id)
    {
    case PROP_WIDTH:
      self->width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_portrait_view_finalize (GObject *object)
{
  TyPortraitView *self = TY_PORTRAIT_VIEW (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (ty_portrait_view_parent_class)->finalize (object);
}

static void
ty_portrait_view_class_init (TyPortraitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_portrait_view_get_property;
  object_class->set_property = ty_portrait_view_set_property;
  object_class->finalize = ty_portrait_view_finalize;
  widget_class->measure = ty_portrait_view_measure;
  widget_class->snapshot = ty_portrait_view_snapshot;

  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 16, 480, 96,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                             G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "portrait");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ty_portrait_view_init (TyPortraitView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-portrait");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ty_portrait_view_set_photo:
 * @self: a view
 * @photo: (nullable): a PNG or JPEG
 * @name: (nullable): whose it is, read out to those who do not see it
 *
 * Shows a photo. One that cannot be read is shown as none.
 */
void
ty_portrait_view_set_photo (TyPortraitView *self,
                            GBytes         *photo,
                            const char     *name)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (TY_IS_PORTRAIT_VIEW (self));

  g_clear_object (&self->texture);
  if (photo != NULL)
    {
      self->texture = gdk_texture_new_from_bytes (photo, &error);
      if (self->texture == NULL)
        g_debug ("A photo cannot be read: %s", error->message);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "",
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ty_portrait_view_set_texture:
 * @self: a view
 * @texture: (nullable): a photo that is decoded already
 *
 * Shows a photo.
 */
void
ty_portrait_view_set_texture (TyPortraitView *self,
                              GdkTexture     *texture)
{
  g_return_if_fail (TY_IS_PORTRAIT_VIEW (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
