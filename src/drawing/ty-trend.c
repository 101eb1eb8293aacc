/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-trend"

#include "config.h"

#include "ty-trend.h"

#include <math.h>

#define DOT 3.0 /* pixels: the radius of the end, for which there is room on all sides */

/* A figure over some dates without axes: how it went, and where it stands now. */

/**
 * ty_trend_place:
 * @values: (array length=n): the figure at dates of equal distance; NAN where there was none
 * @n: their number
 * @width: in pixels
 * @height: in pixels
 * @xs: (out caller-allocates) (array length=n): where the points stand
 * @ys: (out caller-allocates) (array length=n): the same downwards
 *
 * Places the points between the lowest and the highest of the values; where all are the same, in the
 * middle.
 *
 * Returns: how many points there are: those without a value are left out
 */
guint
ty_trend_place (const double *values,
                guint         n,
                double        width,
                double        height,
                double       *xs,
                double       *ys)
{
  double low = INFINITY, high = -INFINITY;
  guint n_points = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        low = MIN (low, values[i]);
        high = MAX (high, values[i]);
      }
  for (guint i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      xs[n_points] = DOT + (n > 1 ? (width - 2 * DOT) * i / (n - 1) : 0);
      ys[n_points] = high > low ? DOT + (height - 2 * DOT) * (high - values[i]) / (high - low)
                                : height / 2;
      n_points++;
    }
  return n_points;
}

static void
set_color (cairo_t       *cr,
           const TyTheme *theme,
           TyColorName    name)
{
  const TyColor *color = &theme->colors[name];

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/**
 * ty_trend_draw:
 * @cr: where
 * @width: in pixels
 * @height: in pixels
 * @theme: the colours
 * @values: (array length=n): the figure at dates of equal distance; NAN where there was none
 * @n: their number
 *
 * Draws a line through the values and a dot at the last one. One value alone is no trend.
 */
void
ty_trend_draw (cairo_t       *cr,
               double         width,
               double         height,
               const TyTheme *theme,
               const double  *values,
               guint          n)
{
  g_autofree double *xs = g_new (double, n + 1);
  g_autofree double *ys = g_new (double, n + 1);
  guint n_points = ty_trend_place (values, n, width, height, xs, ys);

  if (n_points < 2)
    return;

  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, xs[i], ys[i]);
  set_color (cr, theme, TY_COLOR_SERIES_4);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_arc (cr, xs[n_points - 1], ys[n_points - 1], DOT, 0, 2 * G_PI);
  set_color (cr, theme, TY_COLOR_SERIES_1);
  cairo_fill (cr);
}
