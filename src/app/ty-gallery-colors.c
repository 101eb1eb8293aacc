/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery-colors"

#include "config.h"

#include "ty-gallery-colors.h"

#include "ty-section.h"
#include "ty-widget-theme.h"
#include "ty-wrap-box.h"

#include <glib/gi18n-lib.h>

#define WIDTH 92   /* pixels of a swatch */
#define HEIGHT 40

typedef struct
{
  TyColorName color;
  TyFill fill;
  gboolean paper; /* as it is printed */
} Swatch;

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  const Swatch *swatch = data;
  TyTheme theme;

  if (swatch->paper)
    ty_theme_init_paper (&theme);
  else
    ty_widget_theme_read (GTK_WIDGET (area), &theme);
  ty_theme_set_source (&theme, cr, TY_COLOR_CARD);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  ty_theme_fill (&theme, cr, swatch->color, swatch->fill);
}

static GtkWidget *
make_swatch (TyColorName color,
             TyFill      fill,
             gboolean    paper)
{
  Swatch *swatch = g_new0 (Swatch, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (ty_color_name_to_css (color) + strlen ("ty_"));

  *swatch = (Swatch){ color, fill, paper };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, swatch, g_free);
  gtk_widget_add_css_class (area, "ty-swatch");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static TyFill
get_fill (TyColorName color)
{
  if (color == TY_COLOR_SERIES_4)
    return TY_FILL_BEFORE;
  return color == TY_COLOR_SERIES_3 ? TY_FILL_OTHER : TY_FILL_SOLID;
}

static GtkWidget *
make_card (const char *title,
           gboolean    paper)
{
  GtkWidget *wrap = ty_wrap_box_new (12);
  GtkWidget *card = ty_section_new (title);

  for (guint i = paper ? TY_COLOR_SERIES_1 : 0; i < (paper ? TY_COLOR_HEAT_1 : TY_N_COLORS); i++)
    ty_wrap_box_append (TY_WRAP_BOX (wrap), make_swatch (i, get_fill (i), paper));
  ty_section_set_content (TY_SECTION (card), wrap);
  return card;
}

/**
 * ty_gallery_build_colors:
 *
 * Returns: (transfer floating): the colours of drawings in the present look, and those of paper
 */
GtkWidget *
ty_gallery_build_colors (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_card (_("Screen"), FALSE));
  gtk_box_append (GTK_BOX (box), make_card (_("Paper"), TRUE));
  return box;
}
