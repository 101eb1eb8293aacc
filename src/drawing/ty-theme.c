/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-theme"

#include "config.h"

#include "ty-theme.h"

#include <math.h>

#define BEFORE_STEP 6.0 /* pixels from line to line */
#define BEFORE_LINE 2.6
#define OTHER_STEP 7.0
#define OTHER_GAP 1.8

/* Of paper: the light colours of style.css, which the test of themes compares. */
static const guint32 paper_colors[TY_N_COLORS] = {
  [TY_COLOR_CARD] = 0xffffff,        [TY_COLOR_FG] = 0x1f2725,       [TY_COLOR_DIM] = 0x5a6360,
  [TY_COLOR_GRID] = 0xe8e5df,        [TY_COLOR_LINE2] = 0xc8c5bd,    [TY_COLOR_PILL] = 0xe4e1db,
  [TY_COLOR_ACCENT_TEXT] = 0x0b5257, [TY_COLOR_TINT] = 0xe2edec,     [TY_COLOR_WARN] = 0x963a0c,
  [TY_COLOR_WARN_MARK] = 0x963a0c,
  [TY_COLOR_SERIES_1] = 0x0b5257,    [TY_COLOR_SERIES_2] = 0xae8509, [TY_COLOR_SERIES_3] = 0x7a479e,
  [TY_COLOR_SERIES_4] = 0x868f8c,    [TY_COLOR_HEAT_1] = 0xeef3f2,   [TY_COLOR_HEAT_2] = 0xcbdedc,
  [TY_COLOR_HEAT_3] = 0x94bebb,      [TY_COLOR_HEAT_4] = 0x357978,   [TY_COLOR_HEAT_5] = 0x0b5257,
};

/* Of dark slides, wherever the window is light: those of style-dark.css. */
static const guint32 dark_colors[TY_N_COLORS] = {
  [TY_COLOR_CARD] = 0x272d2c,        [TY_COLOR_FG] = 0xe9e7e2,       [TY_COLOR_DIM] = 0xa6aeab,
  [TY_COLOR_GRID] = 0x343b39,        [TY_COLOR_LINE2] = 0x4c5452,    [TY_COLOR_PILL] = 0x353c3a,
  [TY_COLOR_ACCENT_TEXT] = 0x74cbc4, [TY_COLOR_TINT] = 0x1f3a39,     [TY_COLOR_WARN] = 0xf2a06c,
  [TY_COLOR_WARN_MARK] = 0xd9743c,
  [TY_COLOR_SERIES_1] = 0x2f9a95,    [TY_COLOR_SERIES_2] = 0xecd179, [TY_COLOR_SERIES_3] = 0xb78ad8,
  [TY_COLOR_SERIES_4] = 0xc9cfcc,    [TY_COLOR_HEAT_1] = 0x2c3534,   [TY_COLOR_HEAT_2] = 0x254746,
  [TY_COLOR_HEAT_3] = 0x1f6361,      [TY_COLOR_HEAT_4] = 0x3a928d,   [TY_COLOR_HEAT_5] = 0x86d3cb,
};

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
    [TY_COLOR_WARN] = "ty_warn",          [TY_COLOR_WARN_MARK] = "ty_warn_mark",
    [TY_COLOR_SERIES_1] = "ty_series1",
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

static double
get_light (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* Between 0 and 1, as the rules of readable texts have it. */
static double
measure_light (const TyColor *color)
{
  return 0.2126 * get_light (color->red) + 0.7152 * get_light (color->green) + 0.0722 * get_light (color->blue);
}

static double
measure_contrast (const TyColor *a,
                  const TyColor *b)
{
  double x = measure_light (a) + 0.05, y = measure_light (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/**
 * ty_theme_set_source_on:
 * @self: a theme
 * @cr: a drawing
 * @ground: the colour on which is written
 *
 * What is written next has the colour that is read best there: that of texts, black ink or white.
 */
void
ty_theme_set_source_on (const TyTheme *self,
                        cairo_t       *cr,
                        TyColorName    ground)
{
  static const TyColor white = { 1, 1, 1 }, ink = { 0x0e / 255.0, 0x14 / 255.0, 0x13 / 255.0 };
  const TyColor *choices[] = { &white, &ink };
  const TyColor *best = &self->colors[TY_COLOR_FG];

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (measure_contrast (choices[i], &self->colors[ground]) > measure_contrast (best, &self->colors[ground]) + 1.5)
      best = choices[i];
  cairo_set_source_rgb (cr, best->red, best->green, best->blue);
}

static void
set_colors (TyTheme       *self,
            const guint32 *colors)
{
  for (guint i = 0; i < TY_N_COLORS; i++)
    self->colors[i] = (TyColor){
      .red = (colors[i] >> 16 & 0xff) / 255.0,
      .green = (colors[i] >> 8 & 0xff) / 255.0,
      .blue = (colors[i] & 0xff) / 255.0,
    };
  self->distinct = TRUE;
}

/**
 * ty_theme_init_paper:
 * @self: (out caller-allocates): a theme
 *
 * The look of paper and PDF: light, on white, and told apart in grey print.
 */
void
ty_theme_init_paper (TyTheme *self)
{
  set_colors (self, paper_colors);
}

/**
 * ty_theme_init_dark:
 * @self: (out caller-allocates): a theme
 *
 * The look of slides in a dark room, whatever the window has.
 */
void
ty_theme_init_dark (TyTheme *self)
{
  set_colors (self, dark_colors);
}

/**
 * ty_theme_measure_contrast:
 * @a: a colour
 * @b: another one
 *
 * Returns: how well they are told apart, from 1 to 21, as the rules of readable texts have it
 */
double
ty_theme_measure_contrast (const TyColor *a,
                           const TyColor *b)
{
  return measure_contrast (a, b);
}

/* Lines through an area at 45 degrees, rising or falling. They are lines and no picture, so that they
 * are as sharp on paper as on any screen. They begin at multiples of the step: those of two bars side
 * by side meet. */
static void
draw_lines (cairo_t  *cr,
            double    step,
            double    width,
            gboolean  rising)
{
  double left, top, right, bottom;
  double along = step * G_SQRT2;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (rising)
    for (double x = floor ((left + top) / along) * along; x < right + bottom + along; x += along)
      {
        cairo_move_to (cr, x - top + width, top - width);
        cairo_line_to (cr, x - bottom - width, bottom + width);
      }
  else
    for (double x = floor ((left - bottom) / along) * along; x < right - top + along; x += along)
      {
        cairo_move_to (cr, x + top - width, top - width);
        cairo_line_to (cr, x + bottom + width, bottom + width);
      }
  cairo_stroke (cr);
}

/**
 * ty_theme_fill:
 * @self: a theme
 * @cr: a drawing with a path
 * @name: a colour
 * @fill: how
 *
 * Fills the path, which is gone then.
 */
void
ty_theme_fill (const TyTheme *self,
               cairo_t       *cr,
               TyColorName    name,
               TyFill         fill)
{
  ty_theme_fill_sized (self, cr, name, fill, 1);
}

/**
 * ty_theme_fill_sized:
 * @self: a theme
 * @cr: a drawing with a path
 * @name: a colour
 * @fill: how
 * @size: how large the drawing is: 1 in a window, more on a slide
 *
 * Fills the path, which is gone then. Hatching grows with the drawing, but less, so that a bar of a slide
 * still has lines enough.
 */
void
ty_theme_fill_sized (const TyTheme *self,
                     cairo_t       *cr,
                     TyColorName    name,
                     TyFill         fill,
                     double         size)
{
  double grown = size > 1 ? 1 + (size - 1) / 2 : MAX (size, 0.5);
  cairo_path_t *path;

  ty_theme_set_source (self, cr, name);
  if (fill == TY_FILL_SOLID)
    {
      cairo_fill (cr);
      return;
    }

  path = cairo_copy_path (cr);
  cairo_save (cr);
  if (fill == TY_FILL_OTHER)
    cairo_fill_preserve (cr);
  cairo_clip (cr);
  if (fill == TY_FILL_OTHER)
    ty_theme_set_source (self, cr, TY_COLOR_CARD);
  draw_lines (cr, grown * (fill == TY_FILL_BEFORE ? BEFORE_STEP : OTHER_STEP),
              grown * (fill == TY_FILL_BEFORE ? BEFORE_LINE : OTHER_GAP), fill == TY_FILL_BEFORE);
  if (fill == TY_FILL_BEFORE)
    {
      /* Half of it is clipped: the outline is one pixel, inside. */
      cairo_append_path (cr, path);
      cairo_set_line_width (cr, 2 * grown);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  cairo_path_destroy (path);
}
