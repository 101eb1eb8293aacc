/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* Men at the left, women at the right, ages in the middle; what was before is a dashed outline. */

#define ROW_MOST 30.0
#define BAR_SHARE 0.68
#define MIDDLE_GAP 8.0

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  guint now[2];    /* series of left and right, or #TY_CHART_NONE */
  guint before[2];
  double most;
  double middle; /* the width of the labels */
  double room;   /* of the bars of a side, without their numbers */
  double left;   /* where bars of the left begin, at their right */
  double right;
  double row;
} Frame;

static void
find_series (Frame *frame)
{
  guint n_now = 0, n_before = 0;

  for (guint side = 0; side < 2; side++)
    frame->now[side] = frame->before[side] = TY_CHART_NONE;
  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    {
      TyChartSeriesFlags flags = ty_chart_get_flags (frame->chart, s);

      if (flags & TY_CHART_BEFORE && n_before < 2)
        frame->before[n_before++] = s;
      else if (!(flags & (TY_CHART_BEFORE | TY_CHART_BESIDE)) && n_now < 2)
        frame->now[n_now++] = s;
    }
}

static double
get_value (const Frame *frame,
           guint        category,
           guint        series)
{
  double value = series != TY_CHART_NONE ? ty_chart_get_value (frame->chart, category, series) : NAN;

  return isnan (value) ? 0 : MAX (value, 0);
}

static void
measure_all (Frame      *frame,
             TyChartBox  area)
{
  double numbers = 0, width;

  frame->most = 1e-9;
  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      ty_picture_measure (frame->picture, ty_chart_get_category (frame->chart, c), TY_SIZE_CAPTION, FALSE, &width,
                          NULL);
      frame->middle = MAX (frame->middle, width);
      for (guint side = 0; side < 2; side++)
        {
          const char *text = frame->now[side] != TY_CHART_NONE
                               ? ty_chart_get_value_text (frame->chart, c, frame->now[side]) : NULL;

          frame->most = MAX (frame->most, MAX (get_value (frame, c, frame->now[side]),
                                               get_value (frame, c, frame->before[side])));
          if (text != NULL)
            {
              ty_picture_measure (frame->picture, text, TY_SIZE_CAPTION, TRUE, &width, NULL);
              numbers = MAX (numbers, width);
            }
        }
    }
  frame->middle = MIN (frame->middle, area.width * 0.3) + 2 * MIDDLE_GAP * frame->picture->u;
  frame->room = (area.width - frame->middle) / 2 - numbers - 2 * TY_CHART_GAP * frame->picture->u;
  frame->left = area.x + (area.width - frame->middle) / 2;
  frame->right = frame->left + frame->middle;
}

static TyChartBox
get_bar (const Frame *frame,
         guint        side,
         double       value,
         double       y)
{
  double length = value / frame->most * frame->room, height = floor (frame->row * BAR_SHARE);
  double top = floor (y + (frame->row - height) / 2);

  return (TyChartBox){ side == 0 ? frame->left - length : frame->right, top, length, height };
}

static void
add_side (const Frame *frame,
          guint        category,
          guint        side,
          double       y)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), now, before, longest;
  guint mark = ty_chart_get_mark (frame->chart, category, frame->now[side]);
  TyChartBox bar = get_bar (frame, side, now = get_value (frame, category, frame->now[side]), y);
  TyChartBox old = get_bar (frame, side, before = get_value (frame, category, frame->before[side]), y);
  TyLabelSpec spec = {
    .text = ty_chart_get_value_text (frame->chart, category, frame->now[side]), .size = TY_SIZE_CAPTION,
    .bold = TRUE, .color = TY_COLOR_FG, .align = side == 0 ? 1 : 0, .y = y + (frame->row - line) / 2,
    .tight = TRUE, .mark = mark,
  };

  if (now > 0)
    ty_picture_add_shape (picture, TY_SHAPE_BAR, mark, bar, side == 0 ? TY_COLOR_SERIES_1 : TY_COLOR_SERIES_3,
                          TY_FILL_SOLID);
  if (before > 0)
    {
      ty_picture_add_shape (picture, TY_SHAPE_DASHED, TY_CHART_NONE, old, TY_COLOR_FG, TY_FILL_SOLID);
      ty_picture_add_hit (picture, ty_chart_get_mark (frame->chart, category, frame->before[side]), old);
    }
  ty_picture_add_hit (picture, mark, get_bar (frame, side, frame->most, y));
  longest = MAX (bar.width, old.width) + TY_CHART_GAP * picture->u;
  spec.x = side == 0 ? frame->left - longest : frame->right + longest;
  ty_picture_add_label (picture, &spec, NULL);
}

static void
add_row (const Frame *frame,
         guint        category,
         double       y)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION);
  guint mark = ty_chart_get_mark (frame->chart, category, TY_CHART_ALL);
  TyLabelSpec spec = {
    .text = ty_chart_get_category (frame->chart, category), .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
    .align = 0.5, .x = frame->left + frame->middle / 2, .y = y + (frame->row - line) / 2,
    .room = frame->middle - MIDDLE_GAP * picture->u, .tight = TRUE, .mark = mark,
  };
  TyChartBox box;

  if (ty_picture_add_label (picture, &spec, &box))
    ty_picture_add_hit (picture, mark, box);
  for (guint side = 0; side < 2; side++)
    if (frame->now[side] != TY_CHART_NONE)
      add_side (frame, category, side, y);
}

/* 男 357: what stands above a side. */
static double
add_heads (const Frame *frame,
           TyChartBox   area)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION);

  for (guint side = 0; side < 2; side++)
    {
      const char *total, *label;
      g_autofree char *text = NULL;
      TyLabelSpec spec = { .size = TY_SIZE_CAPTION, .color = TY_COLOR_FG, .align = side == 0 ? 1 : 0, .y = area.y };

      if (frame->now[side] == TY_CHART_NONE)
        continue;
      label = ty_chart_get_series (frame->chart, frame->now[side]);
      total = ty_chart_get_value_text (frame->chart, TY_CHART_ALL, frame->now[side]);
      text = total != NULL ? g_strdup_printf ("%s\u3000%s", label, total) : g_strdup (label);
      spec.text = text;
      spec.x = side == 0 ? frame->left : frame->right;
      spec.room = (area.width - frame->middle) / 2;
      spec.mark = ty_chart_get_mark (frame->chart, TY_CHART_ALL, frame->now[side]);
      ty_picture_add_label (picture, &spec, NULL);
    }
  return line + TY_CHART_TEXT_GAP * picture->u;
}

void
ty_chart_pyramid_place (TyChartPicture *self,
                        TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart };
  guint n = ty_chart_get_n_categories (self->chart);
  double top;

  ty_picture_take_foot (self, &area);
  find_series (&frame);
  measure_all (&frame, area);
  if (n == 0 || frame.now[0] == TY_CHART_NONE || frame.room <= 0)
    return;

  top = add_heads (&frame, area);
  frame.row = MIN ((area.height - top) / n, ROW_MOST * self->u);
  if (frame.row < 3 * self->u)
    return;

  for (guint c = 0; c < n; c++)
    add_row (&frame, c, area.y + top + c * frame.row);
}
