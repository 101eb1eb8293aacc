/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-theme"

#include "config.h"

#include "ty-theme.h"

/**
 * ty_color_name_to_css:
 * @self: a colour
 *
 * Returns: (transfer none): its name in the style sheets
 */
const char *
ty_color_name_to_css (TyColorName self)
{
  static const char *const names[] = {
    [TY_COLOR_CARD] = "ty_card",          [TY_COLOR_FG] = "ty_fg",
    [TY_COLOR_DIM] = "ty_dim",            [TY_COLOR_GRID] = "ty_grid",
    [TY_COLOR_LINE2] = "ty_line2",        [TY_COLOR_PILL] = "ty_pill",
    [TY_COLOR_ACCENT_TEXT] = "ty_accent_text", [TY_COLOR_TINT] = "ty_tint",
    [TY_COLOR_WARN] = "ty_warn",          [TY_COLOR_SERIES_1] = "ty_series1",
    [TY_COLOR_SERIES_2] = "ty_series2",   [TY_COLOR_SERIES_3] = "ty_series3",
    [TY_COLOR_SERIES_4] = "ty_series4",   [TY_COLOR_HEAT_1] = "ty_heat1",
    [TY_COLOR_HEAT_2] = "ty_heat2",       [TY_COLOR_HEAT_3] = "ty_heat3",
    [TY_COLOR_HEAT_4] = "ty_heat4",       [TY_COLOR_HEAT_5] = "ty_heat5",
  };

  g_return_val_if_fail ((guint) self < TY_N_COLORS, NULL);

  return names[self];
}

/**
 * ty_theme_set_source:
 * @self: a theme
 * @cr: a drawing
 * @name: a colour
 *
 * What is drawn next has this colour.
 */
void
ty_theme_set_source (const TyTheme *self,
                     cairo_t       *cr,
                     TyColorName    name)
{
  const TyColor *color = &self->colors[name];

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}
