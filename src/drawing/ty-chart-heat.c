/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <glib/gi18n-lib.h>

/* A cell for each category and series, shaded, with its number; totals below. */

#define CELL_GAP 3.0
#define ROW_MOST 44.0
#define LABEL_SHARE 0.3

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  TyChartBox area;
  guint n;      /* series */
  double first; /* the width of the labels, with a gap */
  double cell;  /* the width of a cell, with its gap */
  double row;   /* the same of the height */
  double y;
} Frame;

static double
measure_first (Frame *frame)
{
  double widest = 0, width;

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      ty_picture_measure (frame->picture, ty_chart_get_category (frame->chart, c), TY_SIZE_DENSE, FALSE, &width,
                          NULL);
      widest = MAX (widest, width);
    }
  ty_picture_measure (frame->picture, _("Total"), TY_SIZE_DENSE, TRUE, &width, NULL);
  return MIN (MAX (widest, width), frame->area.width * LABEL_SHARE) + 2 * TY_CHART_GAP * frame->picture->u;
}

static gboolean
has_totals (const Frame *frame)
{
  for (guint s = 0; s < frame->n; s++)
    if (ty_chart_get_value_text (frame->chart, TY_CHART_ALL, s) != NULL)
      return TRUE;

  return FALSE;
}

static TyChartBox
get_cell (const Frame *frame,
          guint        series)
{
  double gap = CELL_GAP * frame->picture->u;

  return (TyChartBox){ frame->area.x + frame->first + series * frame->cell, frame->y, MAX (frame->cell - gap, 1),
                       MAX (frame->row - gap, 1) };
}

/* In the middle of its column, in two lines if need be. */
static void
add_heads (Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), room = frame->cell - CELL_GAP * picture->u;
  guint lines = 1;

  for (guint s = 0; s < frame->n; s++)
    {
      double width;

      ty_picture_measure (picture, ty_chart_get_series (frame->chart, s), TY_SIZE_CAPTION, FALSE, &width, NULL);
      lines = width > room ? 2 : lines;
    }
  for (guint s = 0; s < frame->n; s++)
    {
      const char *label = ty_chart_get_series (frame->chart, s);
      g_autofree char *broken = ty_picture_break_label (picture, label, TY_SIZE_CAPTION, room);
      TyLabelSpec spec = {
        .text = broken != NULL ? broken : label, .whole = label, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM,
        .align = 0.5, .x = frame->area.x + frame->first + (s + 0.5) * frame->cell - CELL_GAP * picture->u / 2,
        .y = frame->y, .room = room + 1, .lines = 2,
        .mark = ty_chart_get_mark (frame->chart, TY_CHART_ALL, s),
      };

      if (lines == 2 && broken != NULL && g_utf8_strchr (broken, -1, '\n') == NULL)
        spec.y += line;
      ty_picture_add_label (picture, &spec, NULL);
      ty_picture_add_hit (picture, spec.mark, (TyChartBox){ frame->area.x + frame->first + s * frame->cell, frame->y,
                                                            MAX (room, 1), lines * line });
    }
  frame->y += lines * line + TY_CHART_GAP * picture->u;
}

static void
add_row_label (Frame      *frame,
               const char *text,
               gboolean    bold,
               guint       mark)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_DENSE), height = frame->row - CELL_GAP * picture->u;
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_DENSE, .bold = bold, .color = TY_COLOR_FG, .x = frame->area.x,
    .y = frame->y + (height - line) / 2, .room = frame->first - TY_CHART_GAP * picture->u, .mark = mark,
  };

  ty_picture_add_label (picture, &spec, NULL);
  if (mark != TY_CHART_NONE)
    ty_picture_add_hit (picture, mark, (TyChartBox){ frame->area.x, frame->y, frame->first, MAX (height, 1) });
}

static void
add_cell (Frame *frame,
          guint  category,
          guint  series,
          const TyShade *shade)
{
  TyChartPicture *picture = frame->picture;
  double value = ty_chart_get_value (frame->chart, category, series);
  double line = ty_picture_get_line (picture, TY_SIZE_DENSE);
  TyChartBox box = get_cell (frame, series);
  guint mark = ty_chart_get_mark (frame->chart, category, series);
  gboolean missing = ty_shade_is_missing (shade, value);
  TyColorName color = isnan (value) || missing ? TY_COLOR_CARD : ty_shade_find (shade, value);
  TyLabelSpec spec = {
    .text = ty_chart_get_value_text (frame->chart, category, series), .size = TY_SIZE_DENSE,
    .color = missing ? TY_COLOR_WARN : isnan (value) ? TY_COLOR_DIM : color,
    .on_shade = !isnan (value) && !missing, .align = 0.5, .x = box.x + box.width / 2,
    .y = box.y + (box.height - line) / 2, .room = box.width, .mark = mark,
  };

  if (missing)
    ty_picture_add_shape (picture, TY_SHAPE_MISSING, mark,
                          (TyChartBox){ box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5 },
                          TY_COLOR_WARN_MARK, TY_FILL_SOLID);
  else if (!isnan (value))
    ty_picture_add_shape (picture, TY_SHAPE_BOX, mark, box, color, TY_FILL_SOLID);
  else
    ty_picture_add_hit (picture, mark, box);
  ty_picture_add_label (picture, &spec, NULL);
}

static void
add_total (Frame *frame)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_DENSE), y;

  y = floor (frame->y + TY_CHART_TEXT_GAP * picture->u) + 0.5;
  ty_picture_add_rule (picture, frame->area.x, y, frame->area.x + frame->area.width, y, MAX (picture->u, 1),
                       TY_COLOR_LINE2, FALSE);
  frame->y = y + TY_CHART_TEXT_GAP * picture->u;
  add_row_label (frame, _("Total"), TRUE, TY_CHART_NONE);
  for (guint s = 0; s < frame->n; s++)
    {
      TyChartBox box = get_cell (frame, s);
      TyLabelSpec spec = {
        .text = ty_chart_get_value_text (frame->chart, TY_CHART_ALL, s), .size = TY_SIZE_DENSE, .bold = TRUE,
        .color = TY_COLOR_FG, .align = 0.5, .x = box.x + box.width / 2, .y = box.y + (box.height - line) / 2,
        .room = box.width, .mark = ty_chart_get_mark (frame->chart, TY_CHART_ALL, s),
      };

      ty_picture_add_label (picture, &spec, NULL);
    }
}

static void
add_rest (Frame *frame,
          guint  n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more row", "%u more rows", n), n);
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = frame->area.x,
    .y = frame->area.y + frame->area.height - ty_picture_get_line (frame->picture, TY_SIZE_CAPTION),
    .room = frame->area.width, .mark = TY_CHART_NONE,
  };

  frame->picture->n_left = n;
  ty_picture_add_label (frame->picture, &spec, NULL);
}

/* Rows are as high as there is room for, and not lower than their numbers. */
static guint
set_row (Frame *frame)
{
  double u = frame->picture->u, least = ty_picture_get_line (frame->picture, TY_SIZE_DENSE) + CELL_GAP * u;
  guint n = ty_chart_get_n_categories (frame->chart), totals = has_totals (frame) ? 1 : 0;
  double height = frame->area.y + frame->area.height - frame->y - totals * 2 * TY_CHART_GAP * u;

  frame->row = floor (CLAMP (height / (n + totals), least, ROW_MOST * u));
  if ((n + totals) * frame->row <= height + 1)
    return n;

  height -= ty_picture_get_line (frame->picture, TY_SIZE_CAPTION) + totals * frame->row;
  return (guint) CLAMP (floor (height / frame->row), 0, n);
}

void
ty_chart_heat_place (TyChartPicture *self,
                     TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart, .n = ty_chart_get_n_series (self->chart) };
  guint n = ty_chart_get_n_categories (self->chart), shown;
  g_autofree TyShade *shades = g_new (TyShade, frame.n + 1);

  ty_picture_take_foot (self, &area);
  ty_shade_take_steps (self, area.x, &area);
  if (frame.n == 0 || n == 0 || area.width <= 0)
    return;

  frame.area = area;
  frame.y = area.y;
  frame.first = measure_first (&frame);
  frame.cell = (area.width - frame.first + CELL_GAP * self->u) / frame.n;
  if (area.height < 3 * ty_picture_get_line (self, TY_SIZE_CAPTION))
    return;

  add_heads (&frame);
  shown = set_row (&frame);
  for (guint s = 0; s < frame.n; s++)
    ty_shade_init (&shades[s], self->chart, s);
  for (guint c = 0; c < shown; c++)
    {
      add_row_label (&frame, ty_chart_get_category (self->chart, c), FALSE,
                     ty_chart_get_mark (self->chart, c, TY_CHART_ALL));
      for (guint s = 0; s < frame.n; s++)
        add_cell (&frame, c, s, &shades[s]);
      frame.y += frame.row;
    }
  if (has_totals (&frame) && frame.y + frame.row <= area.y + area.height + 1)
    add_total (&frame);
  if (shown < n)
    add_rest (&frame, n - shown);
}
