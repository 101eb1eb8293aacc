/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text-scale"

#include "config.h"

#include "ty-text-scale.h"

#include <pango/pangocairo.h>

#define USUAL_TEXT 14.0 /* pixels */

/**
 * ty_text_scale_get:
 * @widget: a widget
 *
 * How much room its text takes, for measures in pixels that have to grow with it.
 *
 * Returns: 1 for text of the usual size and for smaller, else how many times as large it is
 */
double
ty_text_scale_get (GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= MAX (pango_cairo_context_get_resolution (context), 72) / 72;
  return MAX (size / USUAL_TEXT, 1);
}

/**
 * ty_text_measure:
 * @widget: a widget, which need not be visible
 * @text: a line of text
 *
 * Returns: the pixels that @text takes in the font of @widget
 */
int
ty_text_measure (GtkWidget  *widget,
                 const char *text)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_get_size (layout, &width, NULL);
  return PANGO_PIXELS_CEIL (width);
}
