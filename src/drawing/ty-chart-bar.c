/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* Upright bars: beside each other, before and after, or stacked. */

#define BAR_MAX 34.0
#define BAR_MIN 2.0
#define PAIR_GAP 5.0
#define NUMBER_GAP 4.0   /* between the numbers of a pair */
#define GROUP_GAP 24.0
#define AXIS_WIDTH 260.0 /* below that there is no room for the numbers of an axis */
#define MOST_STEPS 4
#define STACK_GAP 1.0

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  TyAxis axis;
  TyChartBox plot;
  gboolean stacked;
  guint n;     /* bars of a category */
  double slot; /* the room of a category */
  double bar;  /* how wide a bar is */
  double gap;  /* between the bars of a category */
} Frame;

static gboolean
is_shown (const Frame *frame,
          guint        series)
{
  return !(ty_chart_get_flags (frame->chart, series) & TY_CHART_BESIDE);
}

/* Of what is stacked, the sums. */
static void
find_range (const Frame *frame,
            double      *low,
            double      *high)
{
  double target = ty_chart_get_target (frame->chart);

  *low = *high = 0;
  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      double sum = 0;

      for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
        {
          double value = ty_chart_get_value (frame->chart, c, s);

          if (isnan (value) || !is_shown (frame, s))
            continue;
          sum = frame->stacked ? sum + MAX (value, 0) : value;
          *low = MIN (*low, sum);
          *high = MAX (*high, sum);
        }
    }
  if (!isnan (target))
    {
      *low = MIN (*low, target);
      *high = MAX (*high, target);
    }
}

static void
set_widths (Frame *frame)
{
  double u = frame->picture->u, room;

  frame->slot = frame->plot.width / MAX (ty_chart_get_n_categories (frame->chart), 1);
  frame->gap = frame->slot > frame->n * 16 * u ? PAIR_GAP * u : MIN (1.0, frame->slot / frame->n / 4);
  room = frame->slot - MIN (GROUP_GAP * u, frame->slot * 0.3) - (frame->n - 1) * frame->gap;
  frame->bar = CLAMP (floor (room / frame->n), MIN (BAR_MIN, frame->slot / frame->n - frame->gap), BAR_MAX * u);
  frame->bar = MAX (frame->bar, 0.5);
}

/* Numbers of bars stand above the highest and below the lowest one. */
static void
set_plot (Frame      *frame,
          TyChartBox  area)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION) + TY_CHART_TEXT_GAP * picture->u;
  double left = area.width >= AXIS_WIDTH * picture->u ? ty_axis_measure (&frame->axis, picture) : 0;
  double below = frame->axis.low < 0 ? line : 0, labels;

  frame->plot = (TyChartBox){ area.x + left, area.y + line, MAX (area.width - left, 0), 0 };
  if (left > 0)
    {
      left = ty_categories_measure_left (picture, frame->plot, area.height);
      frame->plot.x += left;
      frame->plot.width -= left;
    }
  labels = ty_categories_place (picture, frame->plot, area.height, FALSE);
  frame->plot.height = floor (MAX (area.height - line - below - labels, 0));
}

static double
get_left (const Frame *frame,
          guint        category,
          guint        number)
{
  double all = frame->n * frame->bar + (frame->n - 1) * frame->gap;
  double middle = frame->plot.x + frame->slot * (category + 0.5);

  return floor (middle - all / 2 + number * (frame->bar + frame->gap));
}

/* A number that is wider than its bar stays off the other one of its pair. */
static double
get_align (const Frame *frame,
           guint        category,
           guint        series,
           guint        number)
{
  const char *text = ty_chart_get_value_text (frame->chart, category, series);
  gboolean bold = !(ty_chart_get_flags (frame->chart, series) & TY_CHART_BEFORE);
  double width = 0;

  if (frame->n == 2 && text != NULL)
    ty_picture_measure (frame->picture, text, TY_SIZE_CAPTION, bold, &width, NULL);
  if (width + NUMBER_GAP * frame->picture->u <= frame->bar + frame->gap)
    return 0.5;

  return number == 0 ? 1 : 0;
}

/* How far the numbers of a pair would leave the picture at its right: the last ones stand as much nearer. */
static double
get_overhang (const Frame *frame,
              guint        category)
{
  double width = 0, left = get_left (frame, category, frame->n - 1);

  for (guint s = 0; frame->n == 2 && s < ty_chart_get_n_series (frame->chart); s++)
    {
      const char *text = ty_chart_get_value_text (frame->chart, category, s);
      gboolean before = ty_chart_get_flags (frame->chart, s) & TY_CHART_BEFORE;

      if (is_shown (frame, s) && !before && text != NULL)
        ty_picture_measure (frame->picture, text, TY_SIZE_CAPTION, TRUE, &width, NULL);
    }
  return width > frame->bar + frame->gap ? MAX (left + width - frame->picture->width, 0) : 0;
}

static void
add_number (const Frame *frame,
            guint        category,
            guint        series,
            guint        number,
            TyChartBox   bar)
{
  double align = get_align (frame, category, series, number);
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION);
  gboolean before = ty_chart_get_flags (frame->chart, series) & TY_CHART_BEFORE;
  gboolean down = ty_chart_get_value (frame->chart, category, series) < 0;
  TyLabelSpec spec = {
    .text = ty_chart_get_value_text (frame->chart, category, series),
    .size = TY_SIZE_CAPTION, .bold = !before, .color = before ? TY_COLOR_DIM : TY_COLOR_FG,
    .x = bar.x + align * bar.width - get_overhang (frame, category), .y = down ? bar.y + bar.height + TY_CHART_TEXT_GAP * picture->u : bar.y - line,
    .align = align,
    .mark = ty_chart_get_mark (frame->chart, category, series),
  };

  ty_picture_add_label (picture, &spec, NULL);
}

static TyChartBox
get_bar (const Frame *frame,
         guint        category,
         guint        number,
         double       from,
         double       to)
{
  double a = ty_axis_get_y (&frame->axis, frame->plot, from);
  double b = ty_axis_get_y (&frame->axis, frame->plot, to);

  return (TyChartBox){ get_left (frame, category, number), MIN (a, b), frame->bar, fabs (a - b) };
}

static void
add_bar (const Frame *frame,
         guint        category,
         guint        series,
         TyChartBox   box)
{
  guint mark = ty_chart_get_mark (frame->chart, category, series);
  double value = ty_chart_get_value (frame->chart, category, series);
  TyColorName color;
  TyFill fill;

  if (isnan (value))
    return;

  ty_picture_get_look (frame->picture, series, &color, &fill);
  /* What is not nothing is seen, if only as a line. */
  if (value != 0)
    {
      box.height = MAX (box.height, 1);
      ty_picture_add_shape (frame->picture, TY_SHAPE_BAR, mark, box, color, fill);
    }
}

static void
add_beside (const Frame *frame,
            guint        category)
{
  guint number = 0;

  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    {
      double value = ty_chart_get_value (frame->chart, category, s);
      TyChartBox column;

      if (!is_shown (frame, s))
        continue;
      column = (TyChartBox){ get_left (frame, category, number) - frame->gap / 2, frame->plot.y,
                             frame->bar + frame->gap, frame->plot.height };
      add_bar (frame, category, s, get_bar (frame, category, number, 0, isnan (value) ? 0 : value));
      ty_picture_add_hit (frame->picture, ty_chart_get_mark (frame->chart, category, s), column);
      number++;
    }
}

/* What is now is written first, so that it has its number where both have no room. */
static void
add_numbers (const Frame *frame,
             gboolean     before)
{
  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      guint number = 0;

      for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
        {
          double value = ty_chart_get_value (frame->chart, c, s);
          gboolean is_before = (ty_chart_get_flags (frame->chart, s) & TY_CHART_BEFORE) != 0;
          TyChartBox bar;

          if (!is_shown (frame, s))
            continue;
          bar = get_bar (frame, c, number, 0, isnan (value) ? 0 : value);
          if (before == is_before)
            add_number (frame, c, s, number, bar);
          number++;
        }
    }
}

static void
add_part (const Frame *frame,
          guint        category,
          guint        series,
          TyChartBox   box)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), width;
  const char *text = ty_chart_get_value_text (frame->chart, category, series);
  TyColorName color;
  TyFill fill;
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .x = box.x + box.width / 2, .y = box.y + (box.height - line) / 2,
    .align = 0.5, .on_shade = TRUE, .mark = ty_chart_get_mark (frame->chart, category, series),
  };

  add_bar (frame, category, series, box);
  if (text == NULL || box.height < line)
    return;

  ty_picture_measure (picture, text, TY_SIZE_CAPTION, FALSE, &width, NULL);
  ty_picture_get_look (picture, series, &color, &fill);
  spec.color = color;
  /* Nobody reads a number on lines. */
  if (width <= box.width && fill == TY_FILL_SOLID)
    ty_picture_add_label (picture, &spec, NULL);
}

static void
add_stack (const Frame *frame,
           guint        category)
{
  double sum = 0;
  TyChartBox box = get_bar (frame, category, 0, 0, 0);
  TyLabelSpec total = {
    .text = ty_chart_get_value_text (frame->chart, category, TY_CHART_ALL), .size = TY_SIZE_CAPTION,
    .bold = TRUE, .color = TY_COLOR_FG, .align = 0.5,
    .mark = ty_chart_get_mark (frame->chart, category, TY_CHART_ALL),
  };

  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    {
      double value = ty_chart_get_value (frame->chart, category, s);

      if (!is_shown (frame, s) || isnan (value) || value <= 0)
        continue;
      box = get_bar (frame, category, 0, sum, sum + value);
      sum += value;
      if (box.height > 3)
        box.height -= STACK_GAP;
      add_part (frame, category, s, box);
    }
  total.x = box.x + box.width / 2;
  total.y = box.y - ty_picture_get_line (frame->picture, TY_SIZE_CAPTION);
  ty_picture_add_label (frame->picture, &total, NULL);
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
ty_chart_bar_place (TyChartPicture *self,
                    TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart, .n = ty_picture_count_series (self) };
  double low, high;

  ty_picture_take_foot (self, &area);
  frame.stacked = ty_chart_get_kind (self->chart) == TY_CHART_STACKED;
  frame.n = frame.stacked ? 1 : MAX (frame.n, 1);
  find_range (&frame, &low, &high);
  ty_axis_init (&frame.axis, low, high, MOST_STEPS);
  set_plot (&frame, area);
  set_widths (&frame);
  if (frame.plot.height < 8 * self->u || frame.plot.width <= 0)
    return;

  ty_axis_place (&frame.axis, self, frame.plot, area.x);
  for (guint c = 0; c < ty_chart_get_n_categories (self->chart); c++)
    if (frame.stacked)
      add_stack (&frame, c);
    else
      add_beside (&frame, c);
  if (!frame.stacked)
    {
      add_numbers (&frame, FALSE);
      add_numbers (&frame, TRUE);
    }
  add_target (&frame);
  frame.plot.height += frame.axis.low < 0 ? ty_picture_get_line (self, TY_SIZE_CAPTION) : 0;
  ty_categories_place (self, frame.plot, area.height, TRUE);
}
