/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TyColorName:
 *
 * The named colours of `style.css` that drawings use.
 */
typedef enum
{
  TY_COLOR_CARD,
  TY_COLOR_FG,
  TY_COLOR_DIM,
  TY_COLOR_GRID,
  TY_COLOR_LINE2,
  TY_COLOR_PILL,
  TY_COLOR_ACCENT_TEXT,
  TY_COLOR_TINT,
  TY_COLOR_WARN,
  TY_COLOR_SERIES_1,
  TY_COLOR_SERIES_2,
  TY_COLOR_SERIES_3,
  TY_COLOR_SERIES_4,
  TY_COLOR_HEAT_1,
  TY_COLOR_HEAT_2,
  TY_COLOR_HEAT_3,
  TY_COLOR_HEAT_4,
  TY_COLOR_HEAT_5,
  TY_N_COLORS,
} TyColorName;

/**
 * TyColor:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 */
typedef struct
{
  double red;
  double green;
  double blue;
} TyColor;

/**
 * TyTheme:
 * @colors: by #TyColorName
 *
 * What a drawing looks like, on the screen in whatever look the window has, or on paper.
 */
typedef struct
{
  TyColor colors[TY_N_COLORS];
} TyTheme;

const char *ty_color_name_to_css (TyColorName    self);
void        ty_theme_set_source  (const TyTheme *self,
                                  cairo_t       *cr,
                                  TyColorName    name);

G_END_DECLS
