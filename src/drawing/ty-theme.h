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
  TY_COLOR_WARN_MARK,
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
 * TyFill:
 * @TY_FILL_SOLID: what is, the present
 * @TY_FILL_BEFORE: what was before, the last term, a target that was not reached: lines that rise, in
 *   an outline
 * @TY_FILL_OTHER: a third series: solid with gaps that fall
 *
 * How a mark is filled, so that it is told by more than its colour: in grey print, and by who sees
 * colours otherwise.
 */
typedef enum
{
  TY_FILL_SOLID,
  TY_FILL_BEFORE,
  TY_FILL_OTHER,
} TyFill;

/**
 * TyTheme:
 * @colors: by #TyColorName
 * @distinct: whether pale marks have an outline: on paper and in high contrast
 *
 * What a drawing looks like, on the screen in whatever look the window has, or on paper.
 */
typedef struct
{
  TyColor colors[TY_N_COLORS];
  gboolean distinct;
} TyTheme;

const char *ty_color_name_to_css (TyColorName    self);
void        ty_theme_init_paper  (TyTheme       *self);
void        ty_theme_init_dark   (TyTheme       *self);
double      ty_theme_measure_contrast (const TyColor *a,
                                       const TyColor *b);
void        ty_theme_set_source  (const TyTheme *self,
                                  cairo_t       *cr,
                                  TyColorName    name);
void        ty_theme_set_source_on (const TyTheme *self,
                                    cairo_t       *cr,
                                    TyColorName    ground);
void        ty_theme_fill        (const TyTheme *self,
                                  cairo_t       *cr,
                                  TyColorName    name,
                                  TyFill         fill);
void        ty_theme_fill_sized  (const TyTheme *self,
                                  cairo_t       *cr,
                                  TyColorName    name,
                                  TyFill         fill,
                                  double         size);

G_END_DECLS
