/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-bars-view"

#include "config.h"

#include "ty-bars-view.h"

#include "ty-font-features.h"
#include "ty-widget-theme.h"

#include <glib/gi18n-lib.h>

/* Pixels; below that, numbers would meet. */
#define PAIR_WIDTH 52
#define BAR_WIDTH 48
#define HEIGHT 120

/**
 * TyBarsView:
 *
 * Shows numbers before and now as bars. Each pair is told in words by its tooltip, and all of them to a
 * screen reader.
 */
struct _TyBarsView
{
  GtkWidget parent_instance;

  TyBars *bars;        /* (owned) (nullable) */
  PangoLayout *layout; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TyBarsView, ty_bars_view, GTK_TYPE_WIDGET)

static int
measure_bars (TyBarsView *self)
{
  int width = ty_bars_has_before (self->bars) ? PAIR_WIDTH : BAR_WIDTH;

  return width * (int) ty_bars_get_n (self->bars);
}

static void
ty_bars_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TyBarsView *self = TY_BARS_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->bars != NULL ? measure_bars (self) : 0;
}

static void
ty_bars_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyBarsView *self = TY_BARS_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TyTheme theme;
  cairo_t *cr;

  if (self->bars == NULL)
    return;

  ty_widget_theme_read (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ty_bars_draw (self->bars, cr, self->layout, width, height, &theme);
  cairo_destroy (cr);
}

static char *
dup_sentence (TyBars *bars,
              guint   number)
{
  g_autofree char *now = ty_bars_dup_number (bars, ty_bars_get_now (bars, number));

  if (!ty_bars_has_before (bars))
    /* Translators: what is counted, and how many there are */
    return g_strdup_printf (C_("bar", "%s: %s"), ty_bars_get_label (bars, number), now);

  /* Translators: what is counted, how many there were, how many there are */
  return g_strdup_printf (_("%s: %u before, %u now"), ty_bars_get_label (bars, number),
                          ty_bars_get_before (bars, number), ty_bars_get_now (bars, number));
}

static gboolean
ty_bars_view_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  TyBarsView *self = TY_BARS_VIEW (widget);
  int number = -1;
  g_autofree char *text = NULL;

  if (self->bars != NULL && !keyboard)
    number = ty_bars_find (self->bars, x, gtk_widget_get_width (widget));
  if (number < 0)
    return FALSE;

  text = dup_sentence (self->bars, (guint) number);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* The font may have become another one. */
static void
ty_bars_view_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ty_bars_view_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (TY_BARS_VIEW (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
ty_bars_view_dispose (GObject *object)
{
  TyBarsView *self = TY_BARS_VIEW (object);

  g_clear_pointer (&self->bars, ty_bars_free);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (ty_bars_view_parent_class)->dispose (object);
}

static void
ty_bars_view_class_init (TyBarsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_bars_view_dispose;
  widget_class->measure = ty_bars_view_measure;
  widget_class->snapshot = ty_bars_view_snapshot;
  widget_class->query_tooltip = ty_bars_view_query_tooltip;
  widget_class->css_changed = ty_bars_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ty_bars_view_init (TyBarsView *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  ty_font_features_add (attributes);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_attributes (self->layout, attributes);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

/**
 * ty_bars_view_new:
 * @bars: (transfer full): bars, with all their numbers
 *
 * Returns: (transfer floating): a view of them
 */
GtkWidget *
ty_bars_view_new (TyBars *bars)
{
  TyBarsView *self = g_object_new (TY_TYPE_BARS_VIEW, NULL);
  GString *text = g_string_new (NULL);

  self->bars = bars;
  for (guint i = 0; i < ty_bars_get_n (bars); i++)
    {
      g_autofree char *sentence = dup_sentence (bars, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  if (ty_bars_get_threshold_name (bars) != NULL)
    g_string_append_printf (text, "\n%s", ty_bars_get_threshold_name (bars));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
  g_string_free (text, TRUE);
  return GTK_WIDGET (self);
}
