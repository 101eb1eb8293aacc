/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* A ring of few parts, with the total in its middle and its parts beside it. */

#define HOLE 0.62 /* of the radius */
#define MOST_RADIUS 90.0
#define SWATCH_WIDTH 16.0
#define SWATCH_HEIGHT 10.0
#define GAP 18.0
#define ROW 26.0

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  double sum;
  double x;
  double y;
  double radius;
} Frame;

static double
get_part (const Frame *frame,
          guint        category)
{
  double value = ty_chart_get_value (frame->chart, category, 0);

  return isnan (value) ? 0 : MAX (value, 0);
}

static void
add_sectors (const Frame *frame)
{
  double begin = -G_PI_2;

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      double angle = get_part (frame, c) / frame->sum * 2 * G_PI;
      TyColorName color;
      TyFill fill;
      TyShape *shape;

      if (angle <= 0)
        continue;
      ty_picture_get_part_look (c, &color, &fill);
      shape = ty_picture_add_shape (frame->picture, TY_SHAPE_SECTOR, ty_chart_get_mark (frame->chart, c, 0),
                                    (TyChartBox){ frame->x, frame->y, frame->radius, frame->radius * HOLE },
                                    color, fill);
      shape->begin = begin;
      /* A little of the card between two parts. */
      shape->end = begin + MAX (angle - (angle < 2 * G_PI - 0.01 ? 1.5 / frame->radius : 0), angle / 2);
      begin += angle;
    }
}

static void
add_total (const Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  const char *text = ty_chart_get_value_text (frame->chart, TY_CHART_ALL, 0);
  double size = CLAMP (frame->radius / picture->em / 2.6, 0.86, 4), width, height;
  TyLabelSpec spec = {
    .text = text, .size = size, .color = TY_COLOR_FG, .align = 0.5, .x = frame->x,
    .mark = ty_chart_get_mark (frame->chart, TY_CHART_ALL, 0),
  };
  TyChartBox box;

  if (text == NULL)
    return;

  ty_picture_measure (picture, text, size, FALSE, &width, &height);
  spec.y = frame->y - height / 2;
  if (width < 2 * frame->radius * HOLE && ty_picture_add_label (picture, &spec, &box))
    ty_picture_add_hit (picture, spec.mark, box);
}

static char *
dup_value (TyChart *chart,
           guint    category)
{
  GString *text = g_string_new (ty_chart_get_value_text (chart, category, 0));

  for (guint s = 1; s < ty_chart_get_n_series (chart); s++)
    {
      const char *beside = ty_chart_get_value_text (chart, category, s);

      if (beside != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\u3000" : "", beside);
    }
  return g_string_free (text, FALSE);
}

/* Swatch, what it is, how many; a part without room for both has its number below. */
static void
add_entry (const Frame *frame,
           guint        category,
           double       left,
           double       y,
           double       row)
{
  TyChartPicture *picture = frame->picture;
  double u = picture->u, line = ty_picture_get_line (picture, TY_SIZE_CAPTION), right = picture->width, width;
  guint mark = ty_chart_get_mark (frame->chart, category, TY_CHART_ALL);
  g_autofree char *value = dup_value (frame->chart, category);
  TyColorName color;
  TyFill fill;
  TyLabelSpec label = {
    .text = ty_chart_get_category (frame->chart, category), .size = TY_SIZE_CAPTION, .color = TY_COLOR_FG,
    .x = left + (SWATCH_WIDTH + TY_CHART_GAP) * u, .y = y + (row - line) / 2, .mark = mark,
  };
  TyLabelSpec number = {
    .text = value, .size = TY_SIZE_CAPTION, .bold = TRUE, .color = TY_COLOR_FG, .y = label.y,
    .mark = ty_chart_get_mark (frame->chart, category, 0),
  };
  TyChartBox box;

  ty_picture_get_part_look (category, &color, &fill);
  ty_picture_add_shape (picture, TY_SHAPE_BOX, mark,
                        (TyChartBox){ left, round (y + (row - SWATCH_HEIGHT * u) / 2), SWATCH_WIDTH * u,
                                      SWATCH_HEIGHT * u }, color, fill);
  ty_picture_measure (picture, value, TY_SIZE_CAPTION, TRUE, &width, NULL);
  label.room = right - width - TY_CHART_GAP * u - label.x;
  if (label.room < 2 * line || !ty_picture_add_label (picture, &label, &box))
    return;

  number.x = box.x + box.width + 1.2 * picture->em;
  if (number.x + width > right)
    number.x = right - width;
  ty_picture_add_label (picture, &number, NULL);
  ty_picture_add_hit (picture, mark, (TyChartBox){ left, y, right - left, row });
}

void
ty_chart_pie_place (TyChartPicture *self,
                    TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart };
  guint n = ty_chart_get_n_categories (self->chart);
  double row, top, left;

  ty_picture_take_foot (self, &area);
  for (guint c = 0; c < n && ty_chart_get_n_series (self->chart) > 0; c++)
    frame.sum += get_part (&frame, c);
  if (n == 0 || ty_chart_get_n_series (self->chart) == 0 || area.height < 24 * self->u)
    return;

  frame.radius = MIN (MIN (area.height / 2, area.width / 4), MOST_RADIUS * self->u) - 2;
  frame.x = area.x + frame.radius + 2;
  frame.y = area.y + area.height / 2;
  if (frame.radius > 8 && frame.sum > 0)
    {
      add_sectors (&frame);
      add_total (&frame);
    }
  left = area.x + 2 * frame.radius + GAP * self->u;
  row = MIN (ROW * self->u, area.height / n);
  top = area.y + (area.height - n * row) / 2;
  for (guint c = 0; c < n; c++)
    add_entry (&frame, c, left, top + c * row, row);
}
