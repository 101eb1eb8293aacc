/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <glib/gi18n-lib.h>

/* Lying bars: for long labels, as a ranking with numbers, as a funnel. */

#define ROW 26.0
#define BAR 14.0
#define FUNNEL_BAR 26.0
#define LABEL_SHARE 0.4 /* of the width that labels may take */
#define PAIR_GAP 2.0
#define LABEL_GAP 8.0

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  gboolean ranking;
  gboolean funnel;
  guint n;         /* bars of a category */
  double labels;   /* the width of the labels, with a gap */
  double numbers;  /* the width of the numbers of a ranking */
  double values;   /* the width of what stands beside a bar */
  double left;     /* where bars begin */
  double room;     /* how long they can be */
  double most;     /* the highest value */
  double row;
  double bar;
} Frame;

static gboolean
is_shown (const Frame *frame,
          guint        series)
{
  return !(ty_chart_get_flags (frame->chart, series) & TY_CHART_BESIDE);
}

static double
measure (const Frame *frame,
         const char  *text,
         gboolean     bold)
{
  double width = 0;

  if (text != NULL)
    ty_picture_measure (frame->picture, text, TY_SIZE_CAPTION, bold, &width, NULL);
  return ceil (width);
}

/* What stands at the end of a bar: its number, and what was said to stand beside it. */
static char *
dup_value (const Frame *frame,
           guint        category,
           guint        series,
           gboolean     first)
{
  GString *text = g_string_new (ty_chart_get_value_text (frame->chart, category, series));

  for (guint s = 0; s < ty_chart_get_n_series (frame->chart) && first; s++)
    {
      const char *beside = is_shown (frame, s) ? NULL : ty_chart_get_value_text (frame->chart, category, s);

      if (beside != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\u3000" : "", beside);
    }
  return g_string_free (text, FALSE);
}

static void
measure_row (Frame *frame,
             guint  category)
{
  gboolean first = TRUE;

  frame->labels = MAX (frame->labels, measure (frame, ty_chart_get_category (frame->chart, category), FALSE));
  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    {
      g_autofree char *text = NULL;
      double value = ty_chart_get_value (frame->chart, category, s);

      if (!is_shown (frame, s))
        continue;
      text = dup_value (frame, category, s, first);
      frame->values = MAX (frame->values, measure (frame, text, TRUE));
      if (!isnan (value))
        frame->most = MAX (frame->most, value);
      first = FALSE;
    }
}

static void
set_widths (Frame      *frame,
            TyChartBox  area)
{
  double u = frame->picture->u, target = ty_chart_get_target (frame->chart);
  guint n = ty_chart_get_n_categories (frame->chart);

  for (guint c = 0; c < n; c++)
    measure_row (frame, c);
  if (!isnan (target) && !frame->funnel)
    frame->most = MAX (frame->most, target);
  frame->labels = MIN (frame->labels, area.width * LABEL_SHARE) + LABEL_GAP * u;
  frame->numbers = frame->ranking ? measure (frame, n > 99 ? "000" : "00", FALSE) + LABEL_GAP * u : 0;
  frame->values = MIN (frame->values, area.width * LABEL_SHARE) + TY_CHART_GAP * u;
  frame->left = area.x + frame->numbers + frame->labels;
  frame->room = MAX (area.width - frame->numbers - frame->labels - frame->values, 0);
}

static void
add_label (const Frame *frame,
           TyChartBox   area,
           guint        category,
           double       y)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION), top = y + (frame->row - line) / 2;
  g_autofree char *number = g_strdup_printf ("%u", category + 1);
  guint mark = ty_chart_get_mark (frame->chart, category, TY_CHART_ALL);
  TyLabelSpec rank = {
    .text = number, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .align = 1,
    .x = area.x + frame->numbers - LABEL_GAP * picture->u, .y = top, .mark = TY_CHART_NONE,
  };
  TyLabelSpec label = {
    .text = ty_chart_get_category (frame->chart, category), .size = TY_SIZE_CAPTION, .color = TY_COLOR_FG,
    .x = frame->ranking ? area.x + frame->numbers : frame->left - LABEL_GAP * picture->u,
    .align = frame->ranking ? 0 : 1, .y = top, .room = frame->labels - LABEL_GAP * picture->u, .mark = mark,
  };

  if (frame->ranking)
    ty_picture_add_label (picture, &rank, NULL);
  if (ty_picture_add_label (picture, &label, NULL))
    ty_picture_add_hit (picture, mark, (TyChartBox){ area.x + frame->numbers, y, frame->labels, frame->row });
}

/* The bar, and its number at the end of it. */
static void
add_bar (const Frame *frame,
         guint        category,
         guint        series,
         guint        number,
         double       y)
{
  TyChartPicture *picture = frame->picture;
  double value = ty_chart_get_value (frame->chart, category, series), line;
  double height = (frame->bar - (frame->n - 1) * PAIR_GAP * picture->u) / frame->n;
  double length = isnan (value) ? 0 : MAX (value, 0) / frame->most * frame->room;
  double top = floor (y + (frame->row - frame->bar) / 2 + number * (height + PAIR_GAP * picture->u));
  g_autofree char *text = dup_value (frame, category, series, number == 0);
  gboolean before = ty_chart_get_flags (frame->chart, series) & TY_CHART_BEFORE;
  guint mark = ty_chart_get_mark (frame->chart, category, series);
  TyChartBox box = { frame->left, top, MAX (length, 1), MAX (height, 1) };
  TyColorName color;
  TyFill fill;
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .bold = !before, .color = before ? TY_COLOR_DIM : TY_COLOR_FG,
    .x = frame->left + length + TY_CHART_GAP * picture->u, .room = frame->values, .mark = mark,
  };

  line = ty_picture_get_line (picture, TY_SIZE_CAPTION);
  spec.y = top + (height - line) / 2;
  ty_picture_get_look (picture, series, &color, &fill);
  if (frame->funnel)
    box.x = frame->left + (frame->room - length) / 2;
  if (frame->funnel)
    spec.x = frame->left + frame->room + TY_CHART_GAP * picture->u;
  if (!isnan (value) && value > 0)
    ty_picture_add_shape (picture, TY_SHAPE_BAR, mark, box, color, fill);
  ty_picture_add_label (picture, &spec, NULL);
  ty_picture_add_hit (picture, mark, (TyChartBox){ frame->left, top, frame->room + frame->values, height });
}

/* From one stage of a funnel to the next: who was left out. */
static void
add_slope (const Frame *frame,
           guint        category,
           double       y)
{
  double from = ty_chart_get_value (frame->chart, category, 0), to = ty_chart_get_value (frame->chart, category + 1, 0);
  double a = MAX (from, 0) / frame->most * frame->room, b = MAX (to, 0) / frame->most * frame->room;
  double middle = frame->left + frame->room / 2, top = y + (frame->row + frame->bar) / 2;
  double bottom = y + frame->row + (frame->row - frame->bar) / 2;
  TyShape *shape;

  if (isnan (from) || isnan (to) || bottom <= top)
    return;

  shape = ty_picture_add_shape (frame->picture, TY_SHAPE_SLICE, TY_CHART_NONE,
                                (TyChartBox){ middle - a / 2, top, a, bottom - top }, TY_COLOR_PILL, TY_FILL_SOLID);
  shape->points = g_new (double, 8);
  shape->n_points = 4;
  shape->points[0] = middle - a / 2;
  shape->points[2] = middle + a / 2;
  shape->points[4] = middle + b / 2;
  shape->points[6] = middle - b / 2;
  shape->points[1] = shape->points[3] = top;
  shape->points[5] = shape->points[7] = bottom;
}

static void
add_row (const Frame *frame,
         TyChartBox   area,
         guint        category,
         double       y)
{
  guint number = 0;

  add_label (frame, area, category, y);
  for (guint s = 0; s < ty_chart_get_n_series (frame->chart); s++)
    if (is_shown (frame, s) && number < frame->n)
      add_bar (frame, category, s, number++, y);
}

/* A part is never taken for the whole. */
static void
add_rest (const Frame *frame,
          TyChartBox   area,
          guint        n,
          double       y)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = area.x, .y = y, .room = area.width,
    .mark = TY_CHART_NONE,
  };

  frame->picture->n_left = n;
  ty_picture_add_label (frame->picture, &spec, NULL);
}

static void
add_target (const Frame *frame,
            TyChartBox   area,
            double       bottom)
{
  double target = ty_chart_get_target (frame->chart), x = frame->left + target / frame->most * frame->room;

  if (!isnan (target) && !frame->funnel && target >= 0)
    ty_picture_add_rule (frame->picture, x, area.y, x, bottom, 1.5 * frame->picture->u, TY_COLOR_FG, TRUE);
}

/* Rows are as high as they need to be, higher where there is room, and so many as there is room for. */
static guint
set_rows (Frame  *frame,
          double  height)
{
  double u = frame->picture->u, least = MAX (frame->n, 1) * ty_picture_get_line (frame->picture, TY_SIZE_CAPTION);
  guint n = ty_chart_get_n_categories (frame->chart), shown;
  double most = frame->funnel ? 2.2 * FUNNEL_BAR * u : MAX (ROW * u, least) * 1.6;

  least = MAX (least, 16 * u);
  frame->row = floor (CLAMP (height / MAX (n, 1), least, MAX (most, least)));
  shown = (guint) MAX (floor ((height + 0.5) / frame->row), 0);
  if (shown < n)
    shown = (guint) MAX (floor ((height - ty_picture_get_line (frame->picture, TY_SIZE_CAPTION)) / frame->row), 0);
  frame->bar = frame->funnel ? MIN (FUNNEL_BAR * u, frame->row * 0.7) : MIN (frame->n * BAR * u, frame->row * 0.72);
  return MIN (shown, n);
}

void
ty_chart_across_place (TyChartPicture *self,
                       TyChartBox      area)
{
  Frame frame = {
    .picture = self, .chart = self->chart, .n = ty_picture_count_series (self), .most = 1e-9,
    .ranking = ty_chart_get_kind (self->chart) == TY_CHART_RANKING,
    .funnel = ty_chart_get_kind (self->chart) == TY_CHART_FUNNEL,
  };
  guint n, all = ty_chart_get_n_categories (self->chart);

  ty_picture_take_foot (self, &area);
  if (all == 0 || frame.n == 0 || area.width <= 0)
    return;

  frame.n = frame.funnel || frame.ranking ? 1 : frame.n;
  set_widths (&frame, area);
  n = set_rows (&frame, area.height);
  for (guint c = 0; c + 1 < n && frame.funnel; c++)
    add_slope (&frame, c, area.y + c * frame.row);
  for (guint c = 0; c < n; c++)
    add_row (&frame, area, c, area.y + c * frame.row);
  add_target (&frame, area, area.y + n * frame.row);
  if (n < all)
    add_rest (&frame, area, all - n, area.y + n * frame.row);
}
