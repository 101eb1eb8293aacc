/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include "ty-label-break.h"

#include <glib/gi18n-lib.h>

/* Numbers in rows and columns. */

#define ROW 28.0
#define CELL_GAP 12.0
#define FIRST_SHARE 0.45 /* of the width that labels may take where columns have need of it */
#define MEASURED_ROWS 300
#define UNKNOWN "—"

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  guint n;          /* columns of numbers */
  double first;     /* the width of the labels */
  double *widths;   /* (owned): of the columns */
  double x;
  double y;
  double row;
  double bottom;
} Frame;

static gboolean
is_word (const char *text)
{
  return text != NULL && !g_str_equal (text, UNKNOWN);
}

/* A column of words. Numbers of which none is known are numbers all the same. */
static gboolean
has_text_only (TyChart *chart,
               guint    series)
{
  gboolean any = FALSE;

  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    {
      if (!isnan (ty_chart_get_value (chart, c, series)))
        return FALSE;
      any = any || is_word (ty_chart_get_value_text (chart, c, series));
    }
  return any;
}

static double
measure (Frame      *frame,
         const char *text,
         gboolean    bold)
{
  double width = 0;

  if (text != NULL)
    ty_picture_measure (frame->picture, text, TY_SIZE_DENSE, bold, &width, NULL);
  return width;
}

/* A heading may be broken where its words are. */
static double
measure_column (Frame *frame,
                guint  series)
{
  const char *heading = ty_chart_get_series (frame->chart, series);
  g_autofree char *broken = ty_label_break (heading);
  double widest = measure (frame, broken != NULL ? broken : heading, TRUE);
  guint n = MIN (ty_chart_get_n_categories (frame->chart), MEASURED_ROWS);

  for (guint c = 0; c < n; c++)
    widest = MAX (widest, measure (frame, ty_chart_get_value_text (frame->chart, c, series), FALSE));
  return MAX (widest, measure (frame, ty_chart_get_value_text (frame->chart, TY_CHART_ALL, series), TRUE))
         + CELL_GAP * frame->picture->u;
}

static double
measure_first (Frame *frame)
{
  double widest = measure (frame, ty_chart_get_text (frame->chart, TY_CHART_HEADING), TRUE);
  guint n = MIN (ty_chart_get_n_categories (frame->chart), MEASURED_ROWS);

  for (guint c = 0; c < n; c++)
    {
      widest = MAX (widest, measure (frame, ty_chart_get_category (frame->chart, c), FALSE));
      widest = MAX (widest, measure (frame, ty_chart_get_group (frame->chart, c), TRUE));
    }
  return MAX (widest, measure (frame, _("Total"), TRUE)) + CELL_GAP * frame->picture->u;
}

/* Each column has what it needs; what is left is shared, what lacks is taken from all. */
static void
set_widths (Frame  *frame,
            double  width)
{
  double need = 0, rest;

  frame->first = measure_first (frame);
  for (guint i = 0; i < frame->n; i++)
    need += frame->widths[i] = measure_column (frame, i);
  if (frame->first + need > width)
    frame->first = MIN (frame->first, MAX (width * FIRST_SHARE, width - need));
  rest = width - frame->first;
  for (guint i = 0; i < frame->n && need > 0; i++)
    frame->widths[i] *= rest / need;
  if (frame->n == 0)
    frame->first = width;
}

static void
add_cell (Frame       *frame,
          const char  *text,
          guint        column, /* 0 is that of the labels */
          gboolean     at_end,
          gboolean     bold,
          TyColorName  color,
          guint        mark)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_DENSE), left = frame->x;
  double width = column == 0 ? frame->first : frame->widths[column - 1];
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_DENSE, .bold = bold, .color = color, .align = at_end ? 1 : 0,
    .y = frame->y + (frame->row - line) / 2, .must = TRUE, .mark = mark,
  };

  for (guint i = 1; i < column; i++)
    left += frame->widths[i - 1];
  left += column > 0 ? frame->first : 0;
  spec.room = width - CELL_GAP * picture->u / 2;
  spec.x = at_end ? left + width - 1 : left;
  if (spec.room < line / 2)
    return;

  ty_picture_add_label (picture, &spec, NULL);
  if (mark != TY_CHART_NONE)
    ty_picture_add_hit (picture, mark, (TyChartBox){ left, frame->y, width, frame->row });
}

static void
add_rule (Frame       *frame,
          double       width,
          TyColorName  color)
{
  double y = floor (frame->y) + 0.5;

  ty_picture_add_rule (frame->picture, frame->x, y, frame->x + width, y, MAX (frame->picture->u, 1), color, FALSE);
}

/* Headings stand at the bottom of their room, in up to two lines. */
static void
add_heads (Frame  *frame,
           double  width)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), left = frame->x + frame->first;
  guint lines = 1;
  TyLabelSpec heading = {
    .text = ty_chart_get_text (frame->chart, TY_CHART_HEADING), .size = TY_SIZE_CAPTION, .bold = TRUE,
    .color = TY_COLOR_DIM, .x = frame->x, .room = frame->first - CELL_GAP * picture->u / 2, .must = TRUE,
    .mark = TY_CHART_NONE,
  };

  for (guint i = 0; i < frame->n; i++)
    {
      double needs;

      ty_picture_measure (picture, ty_chart_get_series (frame->chart, i), TY_SIZE_CAPTION, TRUE, &needs, NULL);
      /* With the same room as below, so that no second line is broken off that has none. */
      if (needs > (frame->widths[i] - CELL_GAP * picture->u / 2) / 1.05)
        lines = 2;
    }
  heading.y = frame->y + (lines - 1) * line;
  if (heading.room > line / 2)
    ty_picture_add_label (picture, &heading, NULL);
  for (guint i = 0; i < frame->n; i++)
    {
      const char *label = ty_chart_get_series (frame->chart, i);
      double room = frame->widths[i] - CELL_GAP * picture->u / 2;
      g_autofree char *broken = ty_picture_break_label (picture, label, TY_SIZE_CAPTION, room / 1.05);
      gboolean at_end = !has_text_only (frame->chart, i);
      TyLabelSpec spec = {
        .text = broken != NULL ? broken : label, .whole = label, .size = TY_SIZE_CAPTION, .bold = TRUE,
        .color = TY_COLOR_DIM, .x = at_end ? left + frame->widths[i] - 1 : left, .y = heading.y, .room = room,
        .lines = 2, .align = at_end ? 1 : 0, .must = TRUE,
        .mark = ty_chart_get_mark (frame->chart, TY_CHART_ALL, i),
      };
      double needs;

      ty_picture_measure (picture, spec.text, TY_SIZE_CAPTION, TRUE, &needs, NULL);
      if (lines == 2 && (needs > room || broken == NULL || g_utf8_strchr (broken, -1, '\n') != NULL))
        spec.y = frame->y;
      if (spec.room > line / 2)
        ty_picture_add_label (picture, &spec, NULL);
      ty_picture_add_hit (picture, spec.mark, (TyChartBox){ left, frame->y, frame->widths[i], lines * line });
      left += frame->widths[i];
    }
  frame->y += lines * line + TY_CHART_TEXT_GAP * picture->u;
  add_rule (frame, width, TY_COLOR_LINE2);
}

static void
add_values (Frame    *frame,
            guint     category,
            gboolean  bold)
{
  for (guint i = 0; i < frame->n; i++)
    {
      const char *text = ty_chart_get_value_text (frame->chart, category, i);

      if (text != NULL)
        add_cell (frame, text, i + 1, !has_text_only (frame->chart, i), bold, TY_COLOR_FG,
                  ty_chart_get_mark (frame->chart, category, i));
    }
}

static gboolean
has_totals (Frame *frame)
{
  for (guint i = 0; i < frame->n; i++)
    if (ty_chart_get_value_text (frame->chart, TY_CHART_ALL, i) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
begins_group (TyChart *chart,
              guint    category)
{
  const char *group = ty_chart_get_group (chart, category);

  return group != NULL && (category == 0 || g_strcmp0 (group, ty_chart_get_group (chart, category - 1)) != 0);
}

static void
add_total (Frame  *frame,
           double  width)
{
  add_rule (frame, width, TY_COLOR_LINE2);
  add_cell (frame, _("Total"), 0, FALSE, TRUE, TY_COLOR_FG, TY_CHART_NONE);
  add_values (frame, TY_CHART_ALL, TRUE);
  frame->y += frame->row;
}

static void
add_row (Frame  *frame,
         guint   category,
         double  width)
{
  add_cell (frame, ty_chart_get_category (frame->chart, category), 0, FALSE, FALSE, TY_COLOR_FG,
            ty_chart_get_mark (frame->chart, category, TY_CHART_ALL));
  add_values (frame, category, FALSE);
  frame->y += frame->row;
  add_rule (frame, width, TY_COLOR_GRID);
}

/* How many rows are not drawn is said, so that nobody takes a part for the whole. */
static void
add_rest (Frame *frame,
          guint  n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more row", "%u more rows", n), n);
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = frame->x, .y = frame->y + 2 * frame->picture->u,
    .room = frame->picture->width, .mark = TY_CHART_NONE,
  };

  frame->picture->n_left = n;
  ty_picture_add_label (frame->picture, &spec, NULL);
}

static guint
count_rows (Frame *frame)
{
  guint n = ty_chart_get_n_categories (frame->chart);

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    n += begins_group (frame->chart, c);
  return n;
}

static void
add_body (Frame  *frame,
          double  width)
{
  double total = has_totals (frame) ? frame->row : 0;
  double rest = ty_picture_get_line (frame->picture, TY_SIZE_CAPTION) + 2 * frame->picture->u;
  guint n = ty_chart_get_n_categories (frame->chart), c;
  gboolean all = frame->y + count_rows (frame) * frame->row + total <= frame->bottom + 0.5;

  for (c = 0; c < n; c++)
    {
      guint rows = begins_group (frame->chart, c) ? 2 : 1;

      if (!all && frame->y + rows * frame->row + total + rest > frame->bottom)
        break;
      if (rows == 2)
        {
          add_cell (frame, ty_chart_get_group (frame->chart, c), 0, FALSE, TRUE, TY_COLOR_FG, TY_CHART_NONE);
          frame->y += frame->row;
        }
      add_row (frame, c, width);
    }
  if (total > 0 && frame->y + total <= frame->bottom + 0.5)
    add_total (frame, width);
  if (c < n)
    add_rest (frame, n - c);
}

void
ty_chart_table_place (TyChartPicture *self,
                      TyChartBox      area)
{
  Frame frame = {
    .picture = self, .chart = self->chart, .x = area.x, .y = area.y, .row = ROW * self->u,
    .n = ty_chart_get_n_series (self->chart),
  };
  if (area.width <= 0)
    return;

  if (self->flags & TY_CHART_PICTURE_WHOLE)
    self->height = frame.bottom = area.y + (count_rows (&frame) + 4) * frame.row;
  else
    {
      ty_picture_take_foot (self, &area);
      frame.bottom = area.y + area.height;
    }
  frame.widths = g_new0 (double, frame.n + 1);
  set_widths (&frame, area.width);
  if (frame.y + 2 * frame.row <= frame.bottom)
    {
      add_heads (&frame, area.width);
      add_body (&frame, area.width);
    }
  if (self->flags & TY_CHART_PICTURE_WHOLE)
    self->height = ceil (frame.y) + 1;
  g_free (frame.widths);
}
