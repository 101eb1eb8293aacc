/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-widget-theme"

#include "config.h"

#include "ty-widget-theme.h"

#include <adwaita.h>

/**
 * ty_widget_theme_read:
 * @widget: a widget on a display
 * @theme: (out caller-allocates): the colours of the style sheets, as they are in the present look
 *
 * For drawings, so that they cannot differ from the widgets around them. What a style sheet does not
 * name has the colour of the text.
 */
void
ty_widget_theme_read (GtkWidget *widget,
                      TyTheme   *theme)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  theme->distinct = adw_style_manager_get_high_contrast (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  for (guint i = 0; i < TY_N_COLORS; i++)
    {
      GdkRGBA color;

      if (!gtk_style_context_lookup_color (context, ty_color_name_to_css (i), &color))
        color = text;
      theme->colors[i] = (TyColor){ color.red, color.green, color.blue };
    }
}
