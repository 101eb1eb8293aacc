/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-time-line-view"

#include "config.h"

#include "ty-time-line-view.h"

#include "ty-font-features.h"
#include "ty-widget-theme.h"

#define WIDTH 480 /* pixels: below that, texts find no room */

/**
 * TyTimeLineView:
 *
 * Shows a time line. What a mark says in full is its tooltip, and all of them are told to a screen
 * reader.
 */
struct _TyTimeLineView
{
  GtkWidget parent_instance;

  TyTimeLine *line;    /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TyTimeLineView, ty_time_line_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ty_time_line_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ty_time_line_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TyTimeLineView *self = TY_TIME_LINE_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->line != NULL)
    *minimum = *natural = ty_time_line_place (self->line, self->layout, MAX (for_size, WIDTH));
}

static void
ty_time_line_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TyTimeLineView *self = TY_TIME_LINE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TyTheme theme;
  cairo_t *cr;

  if (self->line == NULL)
    return;

  ty_widget_theme_read (widget, &theme);
  ty_time_line_place (self->line, self->layout, width);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ty_time_line_draw (self->line, cr, self->layout, &theme);
  cairo_destroy (cr);
}

static gboolean
ty_time_line_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  TyTimeLineView *self = TY_TIME_LINE_VIEW (widget);
  int number = self->line != NULL && !keyboard ? ty_time_line_find (self->line, x, y) : -1;

  if (number < 0)
    return FALSE;

  gtk_tooltip_set_text (tooltip, ty_time_line_get_text (self->line, (guint) number));
  return TRUE;
}

/* The font may have become another one. */
static void
ty_time_line_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ty_time_line_view_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (TY_TIME_LINE_VIEW (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
ty_time_line_view_dispose (GObject *object)
{
  TyTimeLineView *self = TY_TIME_LINE_VIEW (object);

  g_clear_pointer (&self->line, ty_time_line_free);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (ty_time_line_view_parent_class)->dispose (object);
}

static void
ty_time_line_view_class_init (TyTimeLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_time_line_view_dispose;
  widget_class->get_request_mode = ty_time_line_view_get_request_mode;
  widget_class->measure = ty_time_line_view_measure;
  widget_class->snapshot = ty_time_line_view_snapshot;
  widget_class->query_tooltip = ty_time_line_view_query_tooltip;
  widget_class->css_changed = ty_time_line_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ty_time_line_view_init (TyTimeLineView *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  ty_font_features_add (attributes);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_attributes (self->layout, attributes);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

static char *
describe (TyTimeLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ty_time_line_get_n (line); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ty_time_line_get_text (line, i));
  return g_string_free (text, FALSE);
}

/**
 * ty_time_line_view_new:
 * @line: (transfer full): a time line, with all its marks
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
ty_time_line_view_new (TyTimeLine *line)
{
  TyTimeLineView *self = g_object_new (TY_TYPE_TIME_LINE_VIEW, NULL);
  g_autofree char *text = describe (line);

  self->line = line;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  return GTK_WIDGET (self);
}
