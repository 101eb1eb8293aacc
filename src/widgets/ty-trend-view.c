/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-trend-view"

#include "config.h"

#include "ty-trend-view.h"

#include "ty-trend.h"
#include "ty-widget-theme.h"

/**
 * TyTrendView:
 *
 * How a figure went, beside the figure. It says nothing of its own to a screen reader: the figure is
 * told with its change.
 */
struct _TyTrendView
{
  GtkWidget parent_instance;

  double *values; /* (owned) (nullable) */
  guint n;
};

G_DEFINE_FINAL_TYPE (TyTrendView, ty_trend_view, GTK_TYPE_WIDGET)

static void
ty_trend_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? TY_TREND_WIDTH : TY_TREND_HEIGHT;
}

static void
ty_trend_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TyTrendView *self = TY_TREND_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TyTheme theme;
  cairo_t *cr;

  if (self->n == 0)
    return;

  ty_widget_theme_read (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ty_trend_draw (cr, width, height, &theme, self->values, self->n);
  cairo_destroy (cr);
}

static void
ty_trend_view_finalize (GObject *object)
{
  g_free (TY_TREND_VIEW (object)->values);

  G_OBJECT_CLASS (ty_trend_view_parent_class)->finalize (object);
}

static void
ty_trend_view_class_init (TyTrendViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_trend_view_finalize;
  widget_class->measure = ty_trend_view_measure;
  widget_class->snapshot = ty_trend_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ty_trend_view_init (TyTrendView *self)
{
}

/**
 * ty_trend_view_set_values:
 * @self: a view
 * @values: (array length=n): the figure at dates of equal distance, which are copied; NAN where there
 *   was none
 * @n: their number
 */
void
ty_trend_view_set_values (TyTrendView  *self,
                          const double *values,
                          guint         n)
{
  g_return_if_fail (TY_IS_TREND_VIEW (self));

  g_free (self->values);
  self->values = g_memdup2 (values, n * sizeof *values);
  self->n = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
