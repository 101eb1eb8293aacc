/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-ring"

#include "config.h"

#include "ty-ring.h"

#include "ty-widget-theme.h"

#include <pango/pangocairo.h>

#define SIZE 44   /* pixels */
#define STROKE 4.5

/**
 * TyRing:
 *
 * A share of a whole as a ring, with its number inside.
 */
struct _TyRing
{
  GtkWidget parent_instance;

  PangoLayout *layout; /* (owned) */
  guint percent;
};

typedef enum
{
  PROP_PERCENT = 1,
} TyRingProps;

static GParamSpec *properties[PROP_PERCENT + 1];

G_DEFINE_FINAL_TYPE (TyRing, ty_ring, GTK_TYPE_WIDGET)

static void
set_percent (TyRing *self,
             guint   percent)
{
  g_autofree char *text = g_strdup_printf ("%u", percent);
  g_autofree char *spoken = g_strdup_printf ("%u %%", percent);

  self->percent = percent;
  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ty_ring_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (TY_RING (widget)->layout, &width, &height);
  *minimum = *natural = MAX (SIZE, width + (int) (4 * STROKE));
  *minimum_baseline = *natural_baseline = -1;
}

static void
draw_arc (cairo_t       *cr,
          const TyTheme *theme,
          TyColorName    color,
          double         middle,
          double         share)
{
  ty_theme_set_source (theme, cr, color);
  cairo_new_path (cr);
  cairo_arc (cr, middle, middle, middle - STROKE / 2, -G_PI_2, -G_PI_2 + 2 * G_PI * share);
  cairo_stroke (cr);
}

static void
ty_ring_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  TyRing *self = TY_RING (widget);
  double size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int width, height;
  TyTheme theme;
  cairo_t *cr;

  ty_widget_theme_read (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  cairo_set_line_width (cr, STROKE);
  draw_arc (cr, &theme, theme.distinct ? TY_COLOR_LINE2 : TY_COLOR_PILL, size / 2, 1);
  draw_arc (cr, &theme, TY_COLOR_SERIES_1, size / 2, self->percent / 100.0);
  ty_theme_set_source (&theme, cr, TY_COLOR_FG);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  cairo_move_to (cr, (size - width) / 2, (size - height) / 2);
  pango_cairo_show_layout (cr, self->layout);
  cairo_destroy (cr);
}

/* The font may have become another one. */
static void
ty_ring_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ty_ring_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (TY_RING (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
ty_ring_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  if (prop_id == PROP_PERCENT)
    g_value_set_uint (value, TY_RING (object)->percent);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_ring_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  if (prop_id == PROP_PERCENT)
    set_percent (TY_RING (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ty_ring_dispose (GObject *object)
{
  g_clear_object (&TY_RING (object)->layout);

  G_OBJECT_CLASS (ty_ring_parent_class)->dispose (object);
}

static void
ty_ring_class_init (TyRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_ring_get_property;
  object_class->set_property = ty_ring_set_property;
  object_class->dispose = ty_ring_dispose;
  widget_class->measure = ty_ring_measure;
  widget_class->snapshot = ty_ring_snapshot;
  widget_class->css_changed = ty_ring_css_changed;

  properties[PROP_PERCENT] = g_param_spec_uint ("percent", NULL, NULL, 0, 100, 0,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ty_ring_init (TyRing *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ty-ring");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * ty_ring_new:
 * @percent: the share, from 0 to 100
 *
 * Returns: (transfer floating): a ring
 */
GtkWidget *
ty_ring_new (guint percent)
{
  return g_object_new (TY_TYPE_RING, "percent", percent, NULL);
}
