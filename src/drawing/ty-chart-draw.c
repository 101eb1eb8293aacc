/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <pango/pangocairo.h>

/* Paints what was laid out, and finds it again. */

#define HOVER_RING 1.5 /* pixels */
#define FOCUS_RING 2.5
#define LINE_WIDTH 2.0
#define WARN_LINE 1.5
#define SLACK 6.0 /* how far from a dot one may point */

static double
mix (double before,
     double now,
     double progress)
{
  return before + (now - before) * progress;
}

static TyChartBox
mix_box (TyChartBox before,
         TyChartBox now,
         double     progress)
{
  return (TyChartBox){ mix (before.x, now.x, progress), mix (before.y, now.y, progress),
                       mix (before.width, now.width, progress), mix (before.height, now.height, progress) };
}

static void
trace_box (cairo_t    *cr,
           TyChartBox  box,
           double      radius)
{
  double r = MAX (MIN (radius, MIN (box.width, box.height) / 2), 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 3 * G_PI_2);
  cairo_arc (cr, box.x + box.width - r, box.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - r, box.y + box.height - r, r, 0, G_PI_2);
  cairo_arc (cr, box.x + r, box.y + box.height - r, r, G_PI_2, G_PI);
  cairo_close_path (cr);
}

static void
trace_points (cairo_t       *cr,
              const TyShape *shape)
{
  cairo_new_path (cr);
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, shape->points[2 * i], shape->points[2 * i + 1]);
}

static void
trace (cairo_t       *cr,
       const TyShape *shape,
       TyChartBox     box,
       double         u)
{
  cairo_new_path (cr);
  switch (shape->kind)
    {
    case TY_SHAPE_SECTOR:
      cairo_arc (cr, box.x, box.y, box.width, shape->begin, shape->end);
      cairo_arc_negative (cr, box.x, box.y, box.height, shape->end, shape->begin);
      cairo_close_path (cr);
      break;
    case TY_SHAPE_DOT:
      cairo_arc (cr, box.x + box.width / 2, box.y + box.height / 2, box.width / 2, 0, 2 * G_PI);
      break;
    case TY_SHAPE_SLICE:
      trace_points (cr, shape);
      cairo_close_path (cr);
      break;
    case TY_SHAPE_LINE:
      trace_points (cr, shape);
      break;
    case TY_SHAPE_BOX:
    case TY_SHAPE_BAR:
    case TY_SHAPE_DASHED:
    case TY_SHAPE_MISSING:
    case TY_SHAPE_HIT:
    default:
      trace_box (cr, box, TY_CHART_RADIUS * u);
    }
}

static void
stroke (cairo_t       *cr,
        const TyTheme *theme,
        TyColorName    color,
        double         width)
{
  ty_theme_set_source (theme, cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* A series that is hatched has a dashed line. */
static void
stroke_line (cairo_t       *cr,
             const TyTheme *theme,
             const TyShape *shape,
             double         u)
{
  const double dashes[] = { 6 * u, 4 * u };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (shape->fill != TY_FILL_SOLID)
    cairo_set_dash (cr, dashes, 2, 0);
  stroke (cr, theme, shape->color, LINE_WIDTH * u);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_shape (cairo_t       *cr,
            const TyTheme *theme,
            const TyShape *shape,
            TyChartBox     box,
            double         u)
{
  const double dashes[] = { 4 * u, 3 * u };

  if (shape->kind == TY_SHAPE_HIT)
    return;

  trace (cr, shape, box, u);
  if (shape->kind == TY_SHAPE_LINE)
    stroke_line (cr, theme, shape, u);
  else if (shape->kind == TY_SHAPE_MISSING)
    stroke (cr, theme, TY_COLOR_WARN_MARK, WARN_LINE * u);
  else if (shape->kind == TY_SHAPE_DASHED)
    {
      cairo_set_dash (cr, dashes, 2, 0);
      stroke (cr, theme, shape->color, WARN_LINE * u);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  else
    ty_theme_fill_sized (theme, cr, shape->color, shape->fill, u);
}

static void
draw_rules (TyChartPicture *self,
            cairo_t        *cr,
            const TyTheme  *theme)
{
  const double dashes[] = { 4 * self->u, 3 * self->u };

  for (guint i = 0; i < self->rules->len; i++)
    {
      const TyRule *rule = &g_array_index (self->rules, TyRule, i);

      if (rule->dashed)
        cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, rule->x1, rule->y1);
      cairo_line_to (cr, rule->x2, rule->y2);
      stroke (cr, theme, rule->color, rule->width);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static void
draw_label (TyChartPicture      *self,
            cairo_t             *cr,
            const TyTheme       *theme,
            const TyPlacedLabel *placed)
{
  PangoRectangle logical;

  (void) self;
  pango_layout_get_extents (placed->layout, NULL, &logical);
  cairo_save (cr);
  cairo_translate (cr, placed->label.x, placed->label.y);
  cairo_rotate (cr, placed->label.angle);
  cairo_move_to (cr, -(double) logical.x / PANGO_SCALE, -(double) logical.y / PANGO_SCALE - placed->trim);
  if (placed->on_shade)
    ty_theme_set_source_on (theme, cr, placed->color);
  else
    ty_theme_set_source (theme, cr, placed->color);
  pango_cairo_show_layout (cr, placed->layout);
  cairo_restore (cr);
}

static void
draw_labels (TyChartPicture *self,
             cairo_t        *cr,
             const TyTheme  *theme)
{
  for (guint i = 0; i < self->labels->len; i++)
    draw_label (self, cr, theme, g_ptr_array_index (self->labels, i));
}

static gboolean
is_round (const TyShape *shape)
{
  return shape->kind == TY_SHAPE_SECTOR || shape->kind == TY_SHAPE_SLICE;
}

static void
draw_ring (TyChartPicture *self,
           cairo_t        *cr,
           const TyTheme  *theme,
           guint           mark,
           double          width)
{
  double away = width * self->u / 2 + 1;
  TyChartBox box;

  if (!ty_chart_picture_get_bounds (self, mark, &box))
    return;

  cairo_save (cr);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TyShape *shape = &g_array_index (self->shapes, TyShape, i);

      if (shape->mark != mark || !is_round (shape))
        continue;
      trace (cr, shape, shape->box, self->u);
      stroke (cr, theme, TY_COLOR_FG, width * self->u);
      cairo_restore (cr);
      return;
    }
  cairo_new_path (cr);
  /* Half of the ring may be outside the picture, but not all of it. */
  trace_box (cr, (TyChartBox){ box.x - away, box.y - away, box.width + 2 * away, box.height + 2 * away },
             (TY_CHART_RADIUS + 1) * self->u);
  stroke (cr, theme, TY_COLOR_FG, width * self->u);
  cairo_restore (cr);
}

/**
 * ty_chart_picture_draw:
 * @self: a picture
 * @cr: where it is drawn, from 0, 0
 * @theme: the colours
 * @hovered: the mark at which one points, or #TY_CHART_NONE
 * @focused: the mark that has the keyboard, or #TY_CHART_NONE
 */
void
ty_chart_picture_draw (TyChartPicture *self,
                       cairo_t        *cr,
                       const TyTheme  *theme,
                       guint           hovered,
                       guint           focused)
{
  draw_rules (self, cr, theme);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TyShape *shape = &g_array_index (self->shapes, TyShape, i);

      draw_shape (cr, theme, shape, shape->box, self->u);
    }
  draw_labels (self, cr, theme);
  if (hovered != TY_CHART_NONE && hovered != focused)
    draw_ring (self, cr, theme, hovered, HOVER_RING);
  if (focused != TY_CHART_NONE)
    draw_ring (self, cr, theme, focused, FOCUS_RING);
}

static const TyShape *
find_same (TyChartPicture *self,
           const TyShape  *shape,
           guint           hint)
{
  const TyShape *other;

  if (hint >= self->shapes->len)
    return NULL;

  other = &g_array_index (self->shapes, TyShape, hint);
  return other->mark == shape->mark && other->kind == shape->kind ? other : NULL;
}

/**
 * ty_chart_picture_draw_between:
 * @self: a picture
 * @before: what was there before, of the same size
 * @progress: how far it is, from 0 to 1
 * @cr: where it is drawn
 * @theme: the colours
 *
 * Draws a picture on its way from another one: marks that both have go from their old place to the new.
 */
void
ty_chart_picture_draw_between (TyChartPicture *self,
                               TyChartPicture *before,
                               double          progress,
                               cairo_t        *cr,
                               const TyTheme  *theme)
{
  draw_rules (self, cr, theme);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TyShape *shape = &g_array_index (self->shapes, TyShape, i);
      const TyShape *old = find_same (before, shape, i);

      draw_shape (cr, theme, shape, old != NULL ? mix_box (old->box, shape->box, progress) : shape->box,
                  self->u);
    }
  draw_labels (self, cr, theme);
}

static gboolean
is_in_sector (const TyShape *shape,
              double         x,
              double         y)
{
  double away = hypot (x - shape->box.x, y - shape->box.y);
  double angle = atan2 (y - shape->box.y, x - shape->box.x);

  while (angle < shape->begin)
    angle += 2 * G_PI;
  return away <= shape->box.width && away >= shape->box.height && angle <= shape->end;
}

static gboolean
is_in (const TyShape *shape,
       double         x,
       double         y,
       double         u)
{
  double slack = shape->kind == TY_SHAPE_DOT ? SLACK * u : 0;

  if (shape->kind == TY_SHAPE_SECTOR)
    return is_in_sector (shape, x, y);

  return shape->kind != TY_SHAPE_LINE && x >= shape->box.x - slack && y >= shape->box.y - slack
         && x < shape->box.x + shape->box.width + slack && y < shape->box.y + shape->box.height + slack;
}

/**
 * ty_chart_picture_find:
 * @self: a picture
 * @x: a place, in pixels
 * @y: the same downwards
 *
 * Returns: the mark there, or #TY_CHART_NONE
 */
guint
ty_chart_picture_find (TyChartPicture *self,
                       double          x,
                       double          y)
{
  guint found = TY_CHART_NONE;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TyShape *shape = &g_array_index (self->shapes, TyShape, i);

      if (shape->mark == TY_CHART_NONE || !is_in (shape, x, y, self->u))
        continue;
      /* What is seen goes before the room around it. */
      if (shape->kind != TY_SHAPE_HIT)
        return shape->mark;
      if (found == TY_CHART_NONE)
        found = shape->mark;
    }
  return found;
}

static TyChartBox
get_box (const TyShape *shape)
{
  double a, b, r = shape->box.width;

  if (shape->kind != TY_SHAPE_SECTOR)
    return shape->box;

  a = (shape->begin + shape->end) / 2;
  b = (shape->box.width + shape->box.height) / 2;
  r = shape->box.width - shape->box.height;
  return (TyChartBox){ shape->box.x + b * cos (a) - r / 2, shape->box.y + b * sin (a) - r / 2, r, r };
}

static TyChartBox
join (TyChartBox a,
      TyChartBox b)
{
  double right = MAX (a.x + a.width, b.x + b.width), bottom = MAX (a.y + a.height, b.y + b.height);
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (TyChartBox){ x, y, right - x, bottom - y };
}

/**
 * ty_chart_picture_get_bounds:
 * @self: a picture
 * @mark: a mark
 * @box: (out): where it is drawn; of a mark of which nothing is seen, as a zero, the room that it has
 *
 * Returns: whether the mark is there at all
 */
gboolean
ty_chart_picture_get_bounds (TyChartPicture *self,
                             guint           mark,
                             TyChartBox     *box)
{
  gboolean seen = FALSE, found = FALSE;

  for (guint i = 0; i < self->shapes->len && mark != TY_CHART_NONE; i++)
    {
      const TyShape *shape = &g_array_index (self->shapes, TyShape, i);
      gboolean hit = shape->kind == TY_SHAPE_HIT;

      if (shape->mark != mark || shape->kind == TY_SHAPE_LINE || (hit && seen))
        continue;
      *box = found && (hit || seen) ? join (*box, get_box (shape)) : get_box (shape);
      found = TRUE;
      seen = seen || !hit;
    }
  return found;
}

static gboolean
share (double a,
       double a_length,
       double b,
       double b_length)
{
  return MIN (a + a_length, b + b_length) > MAX (a, b);
}

static gboolean
is_whole (TyChart *chart,
          guint    mark)
{
  guint category, series;

  ty_chart_locate (chart, mark, &category, &series);
  return category == TY_CHART_ALL || series == TY_CHART_ALL;
}

/* What is in the same row or column is straight ahead; else, far across is worse than far ahead. From
 * marks to labels and to the legend one goes up and down. */
static double
rate_step (TyChartBox from,
           TyChartBox to,
           int        dx,
           int        dy,
           gboolean   alike)
{
  double x = to.x + to.width / 2 - from.x - from.width / 2, y = to.y + to.height / 2 - from.y - from.height / 2;
  double ahead = dx != 0 ? x * dx : y * dy, across = fabs (dx != 0 ? y : x);
  gboolean straight = dx != 0 ? share (from.y, from.height, to.y, to.height)
                              : share (from.x, from.width, to.x, to.width);

  if (ahead <= 0.5 || (!straight && dx != 0 && !alike))
    return INFINITY;

  return straight ? ahead + across / 100 : ahead + 3 * across;
}

/**
 * ty_chart_picture_step:
 * @self: a picture
 * @mark: from where, or #TY_CHART_NONE
 * @dx: 1 to the right, -1 to the left, 0
 * @dy: 1 downwards, -1 upwards, 0
 *
 * Returns: the next mark in this direction; @mark where there is none, the first one where there was none
 */
guint
ty_chart_picture_step (TyChartPicture *self,
                       guint           mark,
                       int             dx,
                       int             dy)
{
  TyChartBox from, to;
  guint best = mark;
  double badness = INFINITY;

  if (!ty_chart_picture_get_bounds (self, mark, &from))
    {
      for (guint i = 0; i < ty_chart_get_n_marks (self->chart); i++)
        if (ty_chart_picture_get_bounds (self, i, &to))
          return i;
      return TY_CHART_NONE;
    }

  for (guint i = 0; i < ty_chart_get_n_marks (self->chart); i++)
    if (i != mark && ty_chart_picture_get_bounds (self, i, &to))
      {
        double rate = rate_step (from, to, dx, dy, is_whole (self->chart, mark) == is_whole (self->chart, i));

        if (rate < badness)
          {
            badness = rate;
            best = i;
          }
      }
  return best;
}

/**
 * ty_chart_picture_get_chart:
 * @self: a picture
 *
 * Returns: (transfer none): what it shows
 */
TyChart *
ty_chart_picture_get_chart (TyChartPicture *self)
{
  return self->chart;
}

/**
 * ty_chart_picture_get_size:
 * @self: a picture
 * @width: (out): in pixels
 * @height: (out): in pixels; more than was asked for where it is as high as it needs to be
 */
void
ty_chart_picture_get_size (TyChartPicture *self,
                           double         *width,
                           double         *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * ty_chart_picture_get_n_left:
 * @self: a picture
 *
 * Returns: how many categories are left out for want of room, and said to be
 */
guint
ty_chart_picture_get_n_left (TyChartPicture *self)
{
  return self->n_left;
}

/**
 * ty_chart_picture_get_n_labels:
 * @self: a picture
 *
 * Returns: how many texts are drawn
 */
guint
ty_chart_picture_get_n_labels (TyChartPicture *self)
{
  return self->labels->len;
}

/**
 * ty_chart_picture_get_label:
 * @self: a picture
 * @number: which text
 *
 * Returns: (transfer none): the text and where it is
 */
const TyChartLabel *
ty_chart_picture_get_label (TyChartPicture *self,
                            guint           number)
{
  g_return_val_if_fail (number < self->labels->len, NULL);

  return &((TyPlacedLabel *) g_ptr_array_index (self->labels, number))->label;
}
