/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include "ty-trend.h"

/* One figure, large: of whom, what, the number, how it was before. */

#define PAIR_WIDTH 56.0
#define PAIR_HEIGHT 47.0
#define PAIR_GAP 5.0
#define PAIR_SHARE 0.3 /* of the width, of a pair beside a figure that has much room */
#define MUCH_ROOM 3.0  /* heights of a pair */
#define MOST_SIZE 5.0 /* of a figure that has much room, against body text */
#define ONE_SIZE 1.9  /* up to here a figure keeps its size, so that those beside each other are alike */
#define TRACK 6.0
#define UNIT_SHARE 0.5
#define UNIT_GAP 2.0

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  guint now;    /* the series of now, or #TY_CHART_NONE */
  guint before; /* the series of before, or #TY_CHART_NONE */
  double top;
  double bottom;
  double title_end; /* how far the title reaches to the right */
} Frame;

static void
find_series (Frame *frame)
{
  frame->now = frame->before = TY_CHART_NONE;
  for (guint i = ty_chart_get_n_series (frame->chart); i-- > 0;)
    if (ty_chart_get_flags (frame->chart, i) & TY_CHART_BEFORE)
      frame->before = i;
    else if (!(ty_chart_get_flags (frame->chart, i) & TY_CHART_BESIDE))
      frame->now = i;
}

/* Two texts of a line, at its ends; the second one goes first below where both have no room. */
static void
add_line (Frame             *frame,
          TyLabelSpec        left,
          TyLabelSpec        right,
          double            *y)
{
  TyChartPicture *picture = frame->picture;
  TyChartBox box = { 0, 0, 0, 0 };
  double width = 0;

  left.y = right.y = *y;
  left.room = picture->width;
  right.x = picture->width;
  right.align = 1;
  if (right.text != NULL)
    ty_picture_measure (picture, right.text, right.size, right.bold, &width, NULL);
  if (left.text != NULL && ty_picture_add_label (picture, &left, &box))
    *y = box.y + box.height;
  if (right.text == NULL)
    return;

  if (box.width > 0 && box.width + width + TY_CHART_GAP * picture->u > picture->width)
    {
      right.x = 0;
      right.align = 0;
      right.y = *y;
    }
  right.room = picture->width;
  if (ty_picture_add_label (picture, &right, &box))
    *y = MAX (*y, box.y + box.height);
}

static void
add_head (Frame *frame)
{
  TyChart *chart = frame->chart;
  TyLabelSpec who = {
    .text = ty_chart_get_text (chart, TY_CHART_SUBTITLE), .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
    .mark = TY_CHART_NONE,
  };
  TyLabelSpec note = {
    .text = ty_chart_get_text (chart, TY_CHART_NOTE), .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
    .mark = TY_CHART_NONE,
  };
  TyLabelSpec title = {
    .text = ty_chart_get_text (chart, TY_CHART_TITLE), .size = TY_SIZE_BODY, .bold = TRUE,
    .color = TY_COLOR_FG, .lines = 2, .mark = TY_CHART_NONE,
  };
  TyLabelSpec none = { .text = NULL };

  if (frame->picture->flags & TY_CHART_PICTURE_UNTITLED)
    title.text = NULL;
  add_line (frame, who, note, &frame->top);
  add_line (frame, title, none, &frame->top);
  if (title.text != NULL)
    ty_picture_measure (frame->picture, title.text, title.size, TRUE, &frame->title_end, NULL);
}

static char *
dup_before (Frame *frame)
{
  const char *text = frame->before != TY_CHART_NONE ? ty_chart_get_value_text (frame->chart, 0, frame->before)
                                                    : NULL;

  return text != NULL ? g_strdup_printf ("%s %s", ty_chart_get_series (frame->chart, frame->before), text) : NULL;
}

/* The last line: how it changed, how it was. Above it, how far the target is. */
static void
add_foot (Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_BODY), y = picture->height - line;
  gboolean good = ty_chart_get_good (frame->chart);
  g_autofree char *before = dup_before (frame);
  TyLabelSpec change = {
    .text = ty_chart_get_text (frame->chart, TY_CHART_CHANGE), .size = TY_SIZE_BODY, .bold = TRUE,
    .color = good ? TY_COLOR_ACCENT_TEXT : TY_COLOR_FG, .mark = TY_CHART_NONE,
  };
  TyLabelSpec was = {
    .text = before, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
    .mark = before != NULL ? ty_chart_get_mark (frame->chart, 0, frame->before) : TY_CHART_NONE,
  };

  if ((change.text == NULL && was.text == NULL) || y < frame->top)
    return;

  frame->bottom = y;
  add_line (frame, change, was, &y);
}

static void
add_target (Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  double target = ty_chart_get_target (frame->chart);
  double value = frame->now != TY_CHART_NONE ? ty_chart_get_value (frame->chart, 0, frame->now) : NAN;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), track = TRACK * picture->u;
  double figure = ty_picture_get_line (picture, TY_SIZE_FIGURE), y = frame->bottom - track - TY_CHART_GAP * picture->u, most;
  TyLabelSpec spec = {
    .text = ty_chart_get_text (frame->chart, TY_CHART_TARGET), .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
    .x = 0, .y = y - line - 2 * picture->u, .room = picture->width, .mark = TY_CHART_NONE,
  };

  if (isnan (target) || isnan (value) || spec.y - frame->top < figure)
    return;

  if (!ty_picture_add_label (picture, &spec, NULL))
    return;

  most = MAX (MAX (target, value), 1e-9);
  ty_picture_add_shape (picture, TY_SHAPE_BOX, TY_CHART_NONE, (TyChartBox){ 0, y, picture->width, track },
                        TY_COLOR_PILL, TY_FILL_SOLID);
  if (value > 0)
    ty_picture_add_shape (picture, TY_SHAPE_BOX, TY_CHART_NONE,
                          (TyChartBox){ 0, y, picture->width * value / most, track }, TY_COLOR_SERIES_1,
                          TY_FILL_SOLID);
  ty_picture_add_rule (picture, CLAMP (picture->width * target / most, 1, picture->width - 1),
                       y - 3 * picture->u, CLAMP (picture->width * target / most, 1, picture->width - 1),
                       y + track + picture->u, 2 * picture->u, TY_COLOR_FG, FALSE);
  frame->bottom = spec.y;
}

static void
add_pair (Frame      *frame,
          TyChartBox  box)
{
  double now = ty_chart_get_value (frame->chart, 0, frame->now);
  double before = ty_chart_get_value (frame->chart, 0, frame->before);
  double gap = PAIR_GAP * frame->picture->u, bar = (box.width - gap) / 2;
  double scale = box.height / MAX (MAX (now, before), 1e-9);

  if (before > 0)
    ty_picture_add_shape (frame->picture, TY_SHAPE_BAR, ty_chart_get_mark (frame->chart, 0, frame->before),
                          (TyChartBox){ box.x, box.y + box.height - before * scale, bar, before * scale },
                          TY_COLOR_SERIES_4, TY_FILL_BEFORE);
  if (now > 0)
    ty_picture_add_shape (frame->picture, TY_SHAPE_BAR, ty_chart_get_mark (frame->chart, 0, frame->now),
                          (TyChartBox){ box.x + bar + gap, box.y + box.height - now * scale, bar, now * scale },
                          TY_COLOR_SERIES_1, TY_FILL_SOLID);
}

static void
add_trend (Frame      *frame,
           TyChartBox  box)
{
  double size = 6 * frame->picture->u;
  guint n, n_points;
  const double *values = ty_chart_get_trend (frame->chart, &n);
  g_autofree double *xs = g_new (double, n + 1);
  g_autofree double *ys = g_new (double, n + 1);
  TyShape *shape;

  n_points = ty_trend_place (values, n, box.width, box.height, xs, ys);
  if (n_points < 2)
    return;

  shape = ty_picture_add_shape (frame->picture, TY_SHAPE_LINE, TY_CHART_NONE, box, TY_COLOR_SERIES_4,
                                TY_FILL_SOLID);
  shape->points = g_new (double, 2 * n_points);
  shape->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    {
      shape->points[2 * i] = box.x + xs[i];
      shape->points[2 * i + 1] = box.y + ys[i];
    }
  ty_picture_add_shape (frame->picture, TY_SHAPE_DOT, TY_CHART_NONE,
                        (TyChartBox){ box.x + xs[n_points - 1] - size / 2, box.y + ys[n_points - 1] - size / 2,
                                      size, size },
                        TY_COLOR_SERIES_1, TY_FILL_SOLID);
}

static gboolean
has_pair (Frame *frame)
{
  return frame->before != TY_CHART_NONE && ty_chart_get_value (frame->chart, 0, frame->now) >= 0
         && ty_chart_get_value (frame->chart, 0, frame->before) >= 0;
}

/* Where there is much room, as on a slide, the pair is as large as what it says. */
static double
get_growth (Frame  *frame,
            double  height)
{
  double u = frame->picture->u;

  if (!has_pair (frame) || height < MUCH_ROOM * PAIR_HEIGHT * u)
    return 1;
  return MAX (MIN (height / (PAIR_HEIGHT * u), PAIR_SHARE * frame->picture->width / (PAIR_WIDTH * u)), 1);
}

/* The figure, as large as there is room; returns its size against body text. */
static double
choose_size (Frame      *frame,
             const char *text,
             const char *unit,
             double      width,
             double      height)
{
  TyChartPicture *picture = frame->picture;
  double size = CLAMP (height / picture->em / 1.6, 1.0, MOST_SIZE), figure, small = 0;

  size = size > TY_SIZE_FIGURE && size < ONE_SIZE * TY_SIZE_FIGURE ? TY_SIZE_FIGURE : size;
  ty_picture_measure (picture, text, size, FALSE, &figure, NULL);
  if (unit != NULL)
    ty_picture_measure (picture, unit, size * UNIT_SHARE, FALSE, &small, NULL);
  if (figure + small + UNIT_GAP * picture->u > width)
    size *= width / (figure + small + UNIT_GAP * picture->u) * 0.98;
  return MAX (size, 0.5);
}

static void
add_figure (Frame  *frame,
            double  width,
            double  height)
{
  TyChartPicture *picture = frame->picture;
  const char *text = ty_chart_get_value_text (frame->chart, 0, frame->now);
  const char *unit = ty_chart_get_text (frame->chart, TY_CHART_UNIT);
  double size = choose_size (frame, text != NULL ? text : "—", unit, width, height);
  guint mark = ty_chart_get_mark (frame->chart, 0, frame->now);
  TyChartBox box;
  TyLabelSpec spec = {
    .text = text != NULL ? text : "—", .size = size, .y = frame->top, .mark = mark,
    .color = size > 1.5 * TY_SIZE_FIGURE ? TY_COLOR_ACCENT_TEXT : TY_COLOR_FG,
  };
  TyLabelSpec small = { .text = unit, .size = size * UNIT_SHARE, .color = TY_COLOR_DIM, .mark = mark };

  if (!ty_picture_add_label (picture, &spec, &box))
    return;

  ty_picture_add_hit (picture, mark, box);
  small.x = box.x + box.width + UNIT_GAP * picture->u;
  small.y = box.y + ty_picture_get_baseline (picture, size) - ty_picture_get_baseline (picture, size * UNIT_SHARE);
  if (text != NULL)
    ty_picture_add_label (picture, &small, NULL);
  frame->top = box.y + box.height;
}

/* Further figures, a line each. */
static void
add_others (Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_BODY) * 1.2;

  for (guint c = 1; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      const char *now = ty_chart_get_value_text (frame->chart, c, frame->now);
      const char *before = frame->before != TY_CHART_NONE
                             ? ty_chart_get_value_text (frame->chart, c, frame->before) : NULL;
      g_autofree char *text = before != NULL ? g_strdup_printf ("%s → %s", before, now != NULL ? now : "—")
                                             : g_strdup (now);
      TyLabelSpec what = {
        .text = ty_chart_get_category (frame->chart, c), .size = TY_SIZE_BODY, .bold = TRUE,
        .color = TY_COLOR_FG, .y = frame->top, .room = picture->width / 2,
        .mark = ty_chart_get_mark (frame->chart, c, TY_CHART_ALL),
      };
      TyLabelSpec value = {
        .text = text, .size = TY_SIZE_BODY, .color = TY_COLOR_FG, .y = frame->top,
        .mark = ty_chart_get_mark (frame->chart, c, frame->now),
      };
      TyChartBox box;

      if (frame->top + line > frame->bottom)
        return;
      if (!ty_picture_add_label (picture, &what, &box))
        continue;
      ty_picture_add_hit (picture, what.mark, box);
      value.x = box.x + box.width + 1.5 * picture->em;
      value.room = picture->width - value.x;
      if (value.room > 0 && ty_picture_add_label (picture, &value, &box))
        ty_picture_add_hit (picture, value.mark, box);
      frame->top += line;
    }
}

void
ty_chart_figure_place (TyChartPicture *self,
                       TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart, .bottom = area.height };
  double u = self->u, others, height, width = self->width;
  guint n;
  gboolean trend;

  find_series (&frame);
  if (frame.now == TY_CHART_NONE || ty_chart_get_n_categories (self->chart) == 0)
    return;

  add_head (&frame);
  add_foot (&frame);
  add_target (&frame);
  others = (ty_chart_get_n_categories (self->chart) - 1) * ty_picture_get_line (self, TY_SIZE_BODY) * 1.2;
  height = MAX (frame.bottom - frame.top - others, self->em);
  trend = !has_pair (&frame) && ty_chart_get_trend (self->chart, &n) != NULL;
  /* The drawing is left out before the figure gets smaller. */
  if ((trend || has_pair (&frame)) && width > 160 * u && height > 24 * u)
    {
      double growth = get_growth (&frame, frame.bottom - frame.top - 12 * u);
      double side = MIN (PAIR_HEIGHT * growth * u, height - 2 * u), across = PAIR_WIDTH * growth * u;
      TyChartBox box = { width - across, frame.bottom - side - 4 * u, across, side };

      if (trend && frame.bottom - frame.top > 4 * side)
        box.y = frame.top + 4 * u;
      if (box.y < frame.top && frame.title_end > box.x - TY_CHART_GAP * u)
        {
          box.height -= frame.top - box.y;
          box.y = frame.top;
        }
      width -= across + TY_CHART_GAP * u;
      if (trend)
        add_trend (&frame, box);
      else
        add_pair (&frame, box);
    }
  add_figure (&frame, width, height);
  add_others (&frame);
}
