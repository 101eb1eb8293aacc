/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* What shades mean: steps that were said, or five of equal width. */

#define SWATCH_WIDTH 16.0
#define SWATCH_HEIGHT 10.0
#define ENTRY_GAP 14.0
#define N_SHADES 5

/* A zero that warns has no shade, so that the next step begins with the palest one. */
static gboolean
skips_first (TyChart *chart)
{
  double first = ty_chart_get_n_steps (chart) > 0 ? ty_chart_get_step (chart, 0, NULL) : 1;

  return first == 0 && ty_chart_get_n_series (chart) > 0
         && (ty_chart_get_flags (chart, 0) & TY_CHART_ZERO_WARNS) != 0;
}

static TyColorName
get_step_color (TyChart *chart,
                guint    step)
{
  guint n = ty_chart_get_n_steps (chart);

  if (skips_first (chart))
    {
      n = MAX (n, 2) - 1;
      step = MAX (step, 1) - 1;
    }
  /* Few steps are as far from each other as they can be. */
  return TY_COLOR_HEAT_1 + (n > 1 ? MIN (step, n - 1) * (N_SHADES - 1) / (n - 1) : N_SHADES / 2);
}

static TyColorName
find_said (TyChart *chart,
           double   value)
{
  guint step = 0;

  for (guint i = 0; i < ty_chart_get_n_steps (chart); i++)
    if (value >= ty_chart_get_step (chart, i, NULL))
      step = i;
  return get_step_color (chart, step);
}

static void
find_range (TyChart *chart,
            guint    series,
            double  *low,
            double  *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    {
      double value = ty_chart_get_value (chart, c, series);

      if (isnan (value))
        continue;
      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

/**
 * ty_shade_init:
 * @self: (out caller-allocates): shades
 * @chart: a chart
 * @series: which series
 */
void
ty_shade_init (TyShade *self,
               TyChart *chart,
               guint    series)
{
  self->chart = chart;
  self->series = series;
  find_range (chart, series, &self->low, &self->high);
}

/**
 * ty_shade_find:
 * @self: shades
 * @value: a value
 *
 * Returns: the shade of it; dark is good
 */
TyColorName
ty_shade_find (const TyShade *self,
               double         value)
{
  gboolean turned = (ty_chart_get_flags (self->chart, self->series) & TY_CHART_TURNED) != 0;
  int step;

  if (ty_chart_get_n_steps (self->chart) > 0)
    return find_said (self->chart, value);
  if (!(self->high > self->low))
    return TY_COLOR_HEAT_1 + N_SHADES / 2;

  step = CLAMP ((int) ((value - self->low) / (self->high - self->low) * N_SHADES), 0, N_SHADES - 1);
  return TY_COLOR_HEAT_1 + (turned ? N_SHADES - 1 - step : step);
}

/**
 * ty_shade_is_missing:
 * @self: shades
 * @value: a value
 *
 * Returns: whether it is a zero that should not be
 */
gboolean
ty_shade_is_missing (const TyShade *self,
                     double         value)
{
  return value == 0 && (ty_chart_get_flags (self->chart, self->series) & TY_CHART_ZERO_WARNS) != 0;
}

static double
add_swatch (TyChartPicture *self,
            double          x,
            double          y,
            TyShapeKind     kind,
            TyColorName     color)
{
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), u = self->u;
  TyChartBox box = { x, round (y + (line - SWATCH_HEIGHT * u) / 2), SWATCH_WIDTH * u, SWATCH_HEIGHT * u };

  ty_picture_add_shape (self, kind, TY_CHART_NONE, box, color, TY_FILL_SOLID);
  return x + SWATCH_WIDTH * u;
}

static double
add_text (TyChartPicture *self,
          const char     *text,
          double          x,
          double          y)
{
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = x, .y = y, .mark = TY_CHART_NONE,
  };
  TyChartBox box = { x, y, 0, 0 };

  ty_picture_add_label (self, &spec, &box);
  return x + box.width;
}

/**
 * ty_shade_measure_ends:
 * @self: a picture
 *
 * Returns: how wide the legend of shades without steps is; 0 where there is none
 */
double
ty_shade_measure_ends (TyChartPicture *self)
{
  const char *texts[] = { ty_chart_get_text (self->chart, TY_CHART_LOW), ty_chart_get_text (self->chart, TY_CHART_HIGH) };
  double all = N_SHADES * (SWATCH_WIDTH + TY_CHART_TEXT_GAP) * self->u, width;

  if (ty_chart_get_n_steps (self->chart) > 0 || texts[0] == NULL || texts[1] == NULL)
    return 0;

  for (guint i = 0; i < 2; i++)
    {
      ty_picture_measure (self, texts[i], TY_SIZE_CAPTION, FALSE, &width, NULL);
      all += width + TY_CHART_GAP * self->u;
    }
  return all;
}

/**
 * ty_shade_place_ends:
 * @self: a picture
 * @x: where it begins
 * @y: the same downwards
 *
 * From weak to strong: the legend of shades without steps.
 */
void
ty_shade_place_ends (TyChartPicture *self,
                     double          x,
                     double          y)
{
  x = add_text (self, ty_chart_get_text (self->chart, TY_CHART_LOW), x, y) + TY_CHART_GAP * self->u;
  for (guint i = 0; i < N_SHADES; i++)
    x = add_swatch (self, x, y, TY_SHAPE_BOX, TY_COLOR_HEAT_1 + i) + TY_CHART_TEXT_GAP * self->u;
  add_text (self, ty_chart_get_text (self->chart, TY_CHART_HIGH), x + TY_CHART_TEXT_GAP * self->u, y);
}

/**
 * ty_shade_take_steps:
 * @self: a picture
 * @x: where it begins
 * @area: (inout): what is left for the chart
 *
 * The legend of steps, at the lower edge.
 */
void
ty_shade_take_steps (TyChartPicture *self,
                     double          x,
                     TyChartBox     *area)
{
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), y = area->y + area->height - line;
  guint n = ty_chart_get_n_steps (self->chart);

  if (n == 0 || y < area->y)
    return;

  for (guint i = 0; i < n; i++)
    {
      gboolean missing = i == 0 && skips_first (self->chart);
      const char *label;
      double width;

      ty_chart_get_step (self->chart, i, &label);
      ty_picture_measure (self, label, TY_SIZE_CAPTION, FALSE, &width, NULL);
      if (x + (SWATCH_WIDTH + TY_CHART_GAP) * self->u + width > self->width)
        break;
      x = add_swatch (self, x, y, missing ? TY_SHAPE_MISSING : TY_SHAPE_BOX,
                      missing ? TY_COLOR_WARN_MARK : get_step_color (self->chart, i));
      x = add_text (self, label, x + TY_CHART_GAP * self->u, y) + ENTRY_GAP * self->u;
    }
  area->height = MAX (area->height - line - 1.5 * TY_CHART_GAP * self->u, 0);
}
