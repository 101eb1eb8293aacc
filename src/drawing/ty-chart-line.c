/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* Lines over dates: a dot for each value, the last one with its number. */

#define DOT 7.0 /* its width */
#define AXIS_WIDTH 200.0
#define MOST_STEPS 4
#define LOWEST_SHARE 0.5 /* an axis begins with zero unless all values are above that part of the highest */
#define BELOW_DIP 0.12 /* of the range: where the number of the lowest value stands, if that is a dip */

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  TyAxis axis;
  TyChartBox plot;
  double slot;
} Frame;

/* Whether the line comes down to a value and goes up from it: what stands above it stands in the line. */
static gboolean
is_dip (TyChart *chart,
        guint    category,
        guint    series)
{
  double value = ty_chart_get_value (chart, category, series);

  return category > 0 && category + 1 < ty_chart_get_n_categories (chart)
         && ty_chart_get_value (chart, category - 1, series) > value
         && ty_chart_get_value (chart, category + 1, series) > value;
}

static void
find_range (TyChart *chart,
            double  *low,
            double  *high)
{
  double target = ty_chart_get_target (chart);
  gboolean deep = FALSE;

  *low = INFINITY;
  *high = -INFINITY;
  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
      {
        double value = ty_chart_get_value (chart, c, s);

        if (isnan (value))
          continue;
        deep = value < *low ? is_dip (chart, c, s) : deep;
        *low = MIN (*low, value);
        *high = MAX (*high, value);
      }
  if (!isnan (target))
    {
      *low = MIN (*low, target);
      *high = MAX (*high, target);
    }
  if (*low > *high)
    *low = *high = 0;
  if (*low > 0 && *low < *high * LOWEST_SHARE)
    *low = 0;
  else if (*low > 0 && deep)
    *low -= (*high - *low) * BELOW_DIP;
}

static void
set_plot (Frame      *frame,
          TyChartBox  area)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION) + TY_CHART_TEXT_GAP * picture->u;
  double left = area.width >= AXIS_WIDTH * picture->u ? ty_axis_measure (&frame->axis, picture) : 0, labels;

  frame->plot = (TyChartBox){ area.x + left, area.y + line, MAX (area.width - left, 0), 0 };
  if (left > 0)
    {
      left = ty_categories_measure_left (picture, frame->plot, area.height);
      frame->plot.x += left;
      frame->plot.width -= left;
    }
  labels = ty_categories_place (picture, frame->plot, area.height, FALSE);
  frame->plot.height = floor (MAX (area.height - line - labels, 0));
  frame->slot = frame->plot.width / MAX (ty_chart_get_n_categories (frame->chart), 1);
}

static void
get_point (const Frame *frame,
           guint        category,
           double       value,
           double      *x,
           double      *y)
{
  *x = frame->plot.x + frame->slot * (category + 0.5);
  *y = ty_axis_get_y (&frame->axis, frame->plot, value) + 0.5;
}

/* A line ends where a value is missing, and begins again. */
static void
add_line (const Frame *frame,
          guint        series)
{
  guint n = ty_chart_get_n_categories (frame->chart);
  g_autofree double *points = g_new (double, 2 * n + 2);
  guint n_points = 0;
  TyColorName color;
  TyFill fill;

  ty_picture_get_look (frame->picture, series, &color, &fill);
  for (guint c = 0; c <= n; c++)
    {
      double value = c < n ? ty_chart_get_value (frame->chart, c, series) : NAN;
      TyShape *shape;

      if (!isnan (value))
        {
          get_point (frame, c, value, &points[2 * n_points], &points[2 * n_points + 1]);
          n_points++;
          continue;
        }
      if (n_points > 1)
        {
          shape = ty_picture_add_shape (frame->picture, TY_SHAPE_LINE,
                                        ty_chart_get_mark (frame->chart, TY_CHART_ALL, series),
                                        (TyChartBox){ 0, 0, 0, 0 }, color, fill);
          shape->points = g_memdup2 (points, 2 * n_points * sizeof *points);
          shape->n_points = n_points;
        }
      n_points = 0;
    }
}

static void
add_dots (const Frame *frame,
          guint        series)
{
  double size = DOT * frame->picture->u;
  TyColorName color;
  TyFill fill;

  ty_picture_get_look (frame->picture, series, &color, &fill);
  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      double value = ty_chart_get_value (frame->chart, c, series), x, y;

      if (isnan (value))
        continue;
      get_point (frame, c, value, &x, &y);
      ty_picture_add_shape (frame->picture, TY_SHAPE_DOT, ty_chart_get_mark (frame->chart, c, series),
                            (TyChartBox){ x - size / 2, y - size / 2, size, size }, color, TY_FILL_SOLID);
    }
}

/* Above its dot, below where another one stands above, and in a dip the other way round. */
static void
add_number (const Frame *frame,
            guint        category,
            guint        series,
            gboolean     last)
{
  TyChartPicture *picture = frame->picture;
  double value = ty_chart_get_value (frame->chart, category, series), x, y;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), away = DOT * picture->u / 2;
  gboolean dip = is_dip (frame->chart, category, series);
  TyLabelSpec spec = {
    .text = ty_chart_get_value_text (frame->chart, category, series), .size = TY_SIZE_CAPTION,
    .bold = last, .color = last ? TY_COLOR_FG : TY_COLOR_DIM, .align = 0.5,
    .mark = ty_chart_get_mark (frame->chart, category, series),
  };

  if (isnan (value))
    return;

  get_point (frame, category, value, &x, &y);
  spec.x = x;
  for (guint turn = 0; turn < 2; turn++)
    {
      gboolean below = dip != (turn == 1);

      spec.y = below ? y + away : y - away - line;
      if (below && spec.y + line >= frame->plot.y + frame->plot.height)
        continue;
      if (ty_picture_add_label (picture, &spec, NULL))
        return;
    }
}

/* The last values first: they say where it stands. */
static void
add_numbers (const Frame *frame)
{
  guint n = ty_chart_get_n_categories (frame->chart);

  for (guint s = 0; s < ty_chart_get_n_series (frame->chart) && n > 0; s++)
    add_number (frame, n - 1, s, TRUE);
  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    for (guint c = 0; c + 1 < n; c++)
      add_number (frame, c, s, FALSE);
}

static void
add_target (const Frame *frame)
{
  double target = ty_chart_get_target (frame->chart), y;

  if (isnan (target))
    return;

  y = ty_axis_get_y (&frame->axis, frame->plot, target) + 0.5;
  ty_picture_add_rule (frame->picture, frame->plot.x, y, frame->plot.x + frame->plot.width, y,
                       1.5 * frame->picture->u, TY_COLOR_FG, TRUE);
}

void
ty_chart_line_place (TyChartPicture *self,
                     TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart };
  double low, high;

  ty_picture_take_foot (self, &area);
  find_range (self->chart, &low, &high);
  ty_axis_init (&frame.axis, low, high, MOST_STEPS);
  set_plot (&frame, area);
  if (frame.plot.height < 8 * self->u || frame.plot.width <= 0)
    return;

  ty_axis_place (&frame.axis, self, frame.plot, area.x);
  add_target (&frame);
  for (guint s = 0; s < ty_chart_get_n_series (self->chart); s++)
    add_line (&frame, s);
  for (guint s = 0; s < ty_chart_get_n_series (self->chart); s++)
    add_dots (&frame, s);
  add_numbers (&frame);
  ty_categories_place (self, frame.plot, area.height, TRUE);
}
