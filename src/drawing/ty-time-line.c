/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-time-line"

#include "config.h"

#include "ty-time-line.h"

#include "ty-language.h"

#include <math.h>
#include <pango/pangocairo.h>

#define BAR_MIN 18.0     /* pixels */
#define GAP 4.0          /* between rows */
#define PADDING 6.0      /* around a text in a bar, and before one beside it */
#define DOT 8.0
#define RADIUS 2.0
#define TEXT_MIN 40.0    /* what is shorter has no text inside */
#define RIGHT_SHARE 0.11 /* of the width: room for the texts beside what lasts until today */
#define YEARS_MAX 12

typedef struct
{
  TyLane lane;
  gint32 from;
  gint32 until;
  gboolean event;
  guint row;       /* in its lane */
  char *text;      /* (owned) */
  char *whole;     /* (owned) */
  double width;    /* of the text in the font of the last place, or -1 */
  TyTimeLineBox box;
} Mark;

/**
 * TyTimeLine:
 *
 * The life of a person in lanes: periods as bars, events as dots, the cut-off date as a dashed line.
 * What overlaps in a lane stands in rows of its own.
 */
struct _TyTimeLine
{
  GArray *marks;             /* (owned) (element-type Mark) */
  char *labels[TY_N_LANES];  /* (owned) (nullable) */
  char *as_of_label;         /* (owned) */
  gint32 as_of;

  /* Where it was placed. */
  double left;
  double right;
  double width;
  double bar;
  double lane_y[TY_N_LANES];
  guint n_rows[TY_N_LANES];
  double axis_y;
  gint32 first;
  /* With what: texts are measured once for a font, nothing is placed twice for a width. */
  PangoLayout *placed_by; /* (unowned) (nullable): only compared */
  guint placed_font;
  guint placed_marks;
  int height;
};

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_free (mark->text);
  g_free (mark->whole);
}

/**
 * ty_time_line_new:
 * @as_of: the cut-off date, at which it ends
 * @as_of_label: how that is called
 *
 * Returns: (transfer full): a time line without marks
 */
TyTimeLine *
ty_time_line_new (TyDate      as_of,
                  const char *as_of_label)
{
  TyTimeLine *self = g_new0 (TyTimeLine, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->as_of = ty_date_to_days (as_of);
  self->as_of_label = g_strdup (as_of_label);
  return self;
}

void
ty_time_line_free (TyTimeLine *self)
{
  g_array_unref (self->marks);
  for (guint i = 0; i < TY_N_LANES; i++)
    g_free (self->labels[i]);
  g_free (self->as_of_label);
  g_free (self);
}

/**
 * ty_time_line_set_lane:
 * @self: a time line
 * @lane: a lane
 * @label: how it is called
 *
 * Shows a lane, also when it is empty.
 */
void
ty_time_line_set_lane (TyTimeLine *self,
                       TyLane      lane,
                       const char *label)
{
  g_free (self->labels[lane]);
  self->labels[lane] = g_strdup (label);
}

static Mark *
find_same (TyTimeLine *self,
           TyLane      lane,
           gint32      from,
           gint32      until)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);

      if (!mark->event && mark->lane == lane && mark->from == from && mark->until == until)
        return mark;
    }
  return NULL;
}

static void
join (char       **text,
      const char  *sign,
      const char  *more)
{
  g_autofree char *before = *text;

  *text = g_strconcat (before, sign, more, NULL);
}

/**
 * ty_time_line_add_period:
 * @self: a time line
 * @lane: where
 * @from: from when; none = before our records
 * @until: until when; none = still
 * @text: what stands in the bar
 * @whole: what is told of it in full
 *
 * What began after the cut-off date is left out. Two of the same dates are one bar.
 */
void
ty_time_line_add_period (TyTimeLine *self,
                         TyLane      lane,
                         TyDate      from,
                         TyDate      until,
                         const char *text,
                         const char *whole)
{
  gint32 first = ty_date_is_known (from) ? ty_date_to_days (from) : G_MININT32;
  gint32 last = ty_date_is_known (until) ? MIN (ty_date_to_days (until), self->as_of) : self->as_of;
  Mark mark = { .lane = lane, .from = first, .until = last };
  Mark *same;

  if (first > self->as_of || first > last)
    return;

  same = find_same (self, lane, first, last);
  if (same != NULL)
    {
      join (&same->text, ty_language_get_current () == TY_LANGUAGE_EN ? ", " : "、", text);
      join (&same->whole, "\n", whole);
      return;
    }
  mark.text = g_strdup (text);
  mark.whole = g_strdup (whole);
  mark.width = -1;
  g_array_append_val (self->marks, mark);
}

/**
 * ty_time_line_add_event:
 * @self: a time line
 * @lane: where
 * @day: when; what has no date or comes after the cut-off date is left out
 * @text: what stands beside the dot
 * @whole: what is told of it in full
 */
void
ty_time_line_add_event (TyTimeLine *self,
                        TyLane      lane,
                        TyDate      day,
                        const char *text,
                        const char *whole)
{
  Mark mark = { .lane = lane, .event = TRUE };

  if (!ty_date_is_known (day) || ty_date_to_days (day) > self->as_of)
    return;

  mark.from = mark.until = ty_date_to_days (day);
  mark.text = g_strdup (text);
  mark.whole = g_strdup (whole);
  mark.width = -1;
  g_array_append_val (self->marks, mark);
}

/**
 * ty_time_line_get_n:
 * @self: a time line
 *
 * Returns: how many marks it has
 */
guint
ty_time_line_get_n (TyTimeLine *self)
{
  return self->marks->len;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *first = a, *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

static gint32
find_first_day (TyTimeLine *self)
{
  gint32 first = self->as_of - 366;

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).from != G_MININT32)
      first = MIN (first, g_array_index (self->marks, Mark, i).from);
  return first;
}

/**
 * ty_time_line_dup_range:
 * @self: a time line
 *
 * Returns: (transfer full): from its first month to the cut-off date: `2001.09—2021.12`
 */
char *
ty_time_line_dup_range (TyTimeLine *self)
{
  TyDate first = ty_date_from_days (find_first_day (self));
  TyDate last = ty_date_from_days (self->as_of);

  return g_strdup_printf ("%d.%02d—%d.%02d", first.year, first.month, last.year, last.month);
}

static double
get_x (TyTimeLine *self,
       gint32      day)
{
  double share = (double) (MAX (day, self->first) - self->first) / MAX (self->as_of - self->first, 1);

  return self->left + share * (self->right - self->left);
}

static double
measure (PangoLayout *layout,
         const char  *text,
         int         *height)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, height);
  return width;
}

/* Each mark into the first row of its lane that is free where it begins. */
static void
find_rows (TyTimeLine *self)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  TyLane lane = TY_N_LANES;

  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);
      double end = mark->box.x + mark->box.width;

      if (mark->lane != lane)
        g_array_set_size (ends, 0);
      lane = mark->lane;
      for (mark->row = 0; mark->row < ends->len; mark->row++)
        if (g_array_index (ends, double, mark->row) <= mark->box.x + 1)
          break;
      if (mark->row == ends->len)
        g_array_append_val (ends, end);
      g_array_index (ends, double, mark->row) = end;
      self->n_rows[lane] = MAX (self->n_rows[lane], ends->len);
    }
}

/* Where the row of a mark is free before it or behind it; the text of what is over ends before the cut-off
 * date. */
static double
find_limit (TyTimeLine *self,
            guint       number,
            gboolean    behind)
{
  const Mark *mark = &g_array_index (self->marks, Mark, number);
  gboolean over = mark->box.x + mark->box.width < self->right - PADDING;
  double limit = !behind ? self->left : over ? self->right : self->width;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *other = &g_array_index (self->marks, Mark, i);

      if (i == number || other->lane != mark->lane || other->row != mark->row)
        continue;
      if (behind && other->box.x >= mark->box.x + mark->box.width - 1)
        limit = MIN (limit, other->box.x);
      else if (!behind && other->box.x < mark->box.x)
        limit = MAX (limit, MAX (other->box.x + other->box.width,
                                 other->box.text_x + other->box.text_width));
    }
  return limit;
}

/* In the bar, else behind it, else before it, else cut in the bar, else not at all. */
static void
place_text (TyTimeLine  *self,
            guint        number,
            PangoLayout *layout)
{
  Mark *mark = &g_array_index (self->marks, Mark, number);
  TyTimeLineBox *box = &mark->box;
  double end = box->x + box->width;
  double width = mark->width >= 0 ? mark->width : measure (layout, mark->text, NULL);

  mark->width = box->text_width = width;
  if (!mark->event && width + 2 * PADDING <= box->width)
    box->text_x = box->x + PADDING;
  else if (end + PADDING + width + 2 <= find_limit (self, number, TRUE))
    box->text_x = end + PADDING;
  else if (box->x - PADDING - width >= find_limit (self, number, FALSE))
    box->text_x = box->x - PADDING - width;
  else
    {
      box->text_x = box->x + PADDING;
      box->text_width = !mark->event && box->width >= TEXT_MIN ? box->width - 2 * PADDING : 0;
    }
}

static void
place_marks (TyTimeLine *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);
      double x = get_x (self, mark->from);
      double end = get_x (self, mark->until);

      mark->box = (TyTimeLineBox){ .x = mark->event ? x - DOT / 2 : x,
                                   .width = mark->event ? DOT : MAX (end - x, 3),
                                   .height = mark->event ? DOT : self->bar };
    }
}

static double
place_lanes (TyTimeLine *self)
{
  double y = 0;

  for (guint lane = 0; lane < TY_N_LANES; lane++)
    {
      self->lane_y[lane] = y;
      if (self->labels[lane] != NULL)
        y += MAX (self->n_rows[lane], 1) * (self->bar + GAP);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);

      mark->box.y = self->lane_y[mark->lane] + mark->row * (self->bar + GAP)
                    + (self->bar - mark->box.height) / 2;
    }
  return y;
}

static gboolean
is_placed (TyTimeLine  *self,
           PangoLayout *layout,
           double       width)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  guint serial = pango_context_get_serial (pango_layout_get_context (layout))
                 ^ (font != NULL ? pango_font_description_hash (font) : 0);
  gboolean same_font = self->placed_by == layout && self->placed_font == serial;
  gboolean same = same_font && self->placed_marks == self->marks->len && fabs (width - self->width) < 1e-6;

  for (guint i = 0; i < self->marks->len && !same_font; i++)
    g_array_index (self->marks, Mark, i).width = -1;
  self->placed_by = layout;
  self->placed_font = serial;
  self->placed_marks = self->marks->len;
  return same;
}

/**
 * ty_time_line_place:
 * @self: a time line
 * @layout: for its texts, with the font set
 * @width: how wide it is, in pixels
 *
 * Finds the place of everything.
 *
 * Returns: how high it is, in pixels
 */
int
ty_time_line_place (TyTimeLine  *self,
                    PangoLayout *layout,
                    double       width)
{
  int text_height;
  double label_width = 0;

  if (is_placed (self, layout, width))
    return self->height;

  measure (layout, self->as_of_label, &text_height);
  for (guint lane = 0; lane < TY_N_LANES; lane++)
    if (self->labels[lane] != NULL)
      label_width = MAX (label_width, measure (layout, self->labels[lane], NULL));
  self->width = width;
  self->left = label_width + 3 * PADDING;
  self->right = MAX (self->left + 1, width - MAX (width * RIGHT_SHARE, 2 * PADDING));
  self->bar = MAX (BAR_MIN, text_height + 1.0);
  self->first = find_first_day (self);
  for (guint lane = 0; lane < TY_N_LANES; lane++)
    self->n_rows[lane] = 0;

  g_array_sort (self->marks, compare_marks);
  place_marks (self);
  find_rows (self);
  self->axis_y = place_lanes (self);
  for (guint i = 0; i < self->marks->len; i++)
    place_text (self, i, layout);
  self->height = (int) ceil (self->axis_y + text_height + 2);
  return self->height;
}

/**
 * ty_time_line_get_box:
 * @self: a time line that was placed
 * @number: which of its marks, from the left in each lane
 *
 * Returns: (transfer none): where it is
 */
const TyTimeLineBox *
ty_time_line_get_box (TyTimeLine *self,
                      guint       number)
{
  g_return_val_if_fail (number < self->marks->len, NULL);

  return &g_array_index (self->marks, Mark, number).box;
}

/**
 * ty_time_line_get_text:
 * @self: a time line
 * @number: which of its marks
 *
 * Returns: (transfer none): what is told of it in full
 */
const char *
ty_time_line_get_text (TyTimeLine *self,
                       guint       number)
{
  g_return_val_if_fail (number < self->marks->len, NULL);

  return g_array_index (self->marks, Mark, number).whole;
}

static int
find_mark (TyTimeLine *self,
           double      x,
           double      y,
           gboolean    near)
{
  double slack = near ? 2 : 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      const TyTimeLineBox *box = &mark->box;
      double top = self->lane_y[mark->lane] + mark->row * (self->bar + GAP);

      if (y < top || y >= top + self->bar + GAP)
        continue;
      if ((x >= box->x - slack && x <= box->x + box->width + slack)
          || (near && x >= box->text_x && x <= box->text_x + box->text_width))
        return (int) i;
    }
  return -1;
}

/**
 * ty_time_line_find:
 * @self: a time line that was placed
 * @x: a place, in pixels
 * @y: a place, in pixels
 *
 * Returns: the number of the mark there, or of that to which the text there belongs; -1 where there
 * is none
 */
int
ty_time_line_find (TyTimeLine *self,
                   double      x,
                   double      y)
{
  int number = find_mark (self, x, y, FALSE);

  return number >= 0 ? number : find_mark (self, x, y, TRUE);
}

static int
get_year_step (TyTimeLine *self,
               int         n_years)
{
  static const int steps[] = { 1, 2, 3, 5, 10, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n_years / steps[i] < YEARS_MAX && n_years / steps[i] * 60 < self->right - self->left)
      return steps[i];
  return 50;
}

static void
draw_text (cairo_t     *cr,
           PangoLayout *layout,
           double       x,
           double       middle,
           double       room)
{
  int height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room > 0 ? (int) (ceil (room) * PANGO_SCALE) : -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cr, x, middle - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_years (TyTimeLine    *self,
            cairo_t       *cr,
            PangoLayout   *layout,
            const TyTheme *theme)
{
  int first = ty_date_from_days (self->first).year;
  int last = ty_date_from_days (self->as_of).year;
  int step = get_year_step (self, last - first);
  double as_of_width = measure (layout, self->as_of_label, NULL);

  for (int year = first + 1; year <= last; year += step)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      double x = floor (get_x (self, ty_date_to_days (ty_date_new (year, 1, 1)))) + 0.5;
      int height;
      double width = measure (layout, text, &height);

      ty_theme_set_source (theme, cr, TY_COLOR_GRID);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, self->axis_y - GAP);
      cairo_stroke (cr);
      if (x + width / 2 + PADDING > self->right - as_of_width / 2)
        continue;
      ty_theme_set_source (theme, cr, TY_COLOR_DIM);
      draw_text (cr, layout, x - width / 2, self->axis_y + height / 2.0, 0);
    }
}

static void
draw_as_of (TyTimeLine    *self,
            cairo_t       *cr,
            PangoLayout   *layout,
            const TyTheme *theme)
{
  static const double dashes[] = { 3, 3 };
  double x = floor (self->right) + 0.5;
  int height;
  double width = measure (layout, self->as_of_label, &height);

  ty_theme_set_source (theme, cr, TY_COLOR_ACCENT_TEXT);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, self->axis_y - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  draw_text (cr, layout, x - width / 2, self->axis_y + height / 2.0, 0);
}

static void
trace_bar (cairo_t             *cr,
           const TyTimeLineBox *box)
{
  double right = box->x + box->width - 1, bottom = box->y + box->height;
  double radius = MIN (RADIUS, box->width / 2);

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* What is pale is nothing on paper, and has an outline there. */
static void
draw_bar (const Mark    *mark,
          cairo_t       *cr,
          const TyTheme *theme,
          TyColorName    color)
{
  trace_bar (cr, &mark->box);
  ty_theme_fill (theme, cr, color, TY_FILL_SOLID);
  if (!theme->distinct || mark->lane == TY_LANE_POSTS)
    return;

  cairo_save (cr);
  trace_bar (cr, &mark->box);
  cairo_clip_preserve (cr);
  ty_theme_set_source (theme, cr, TY_COLOR_DIM);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_mark (const Mark    *mark,
           cairo_t       *cr,
           PangoLayout   *layout,
           const TyTheme *theme)
{
  static const TyColorName colors[TY_N_LANES] = { TY_COLOR_HEAT_2, TY_COLOR_PILL, TY_COLOR_SERIES_1,
                                                  TY_COLOR_SERIES_2, TY_COLOR_PILL };
  const TyTimeLineBox *box = &mark->box;
  gboolean inside = !mark->event && box->text_x >= box->x && box->text_x < box->x + box->width;

  ty_theme_set_source (theme, cr, mark->event ? TY_COLOR_SERIES_2 : colors[mark->lane]);
  if (mark->event)
    {
      cairo_new_path (cr);
      cairo_arc (cr, box->x + DOT / 2, box->y + DOT / 2, DOT / 2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    draw_bar (mark, cr, theme, colors[mark->lane]);
  if (box->text_width <= 0)
    return;

  ty_theme_set_source (theme, cr, inside && mark->lane == TY_LANE_POSTS ? TY_COLOR_CARD : TY_COLOR_FG);
  pango_layout_set_text (layout, mark->text, -1);
  draw_text (cr, layout, box->text_x, box->y + box->height / 2, box->text_width);
}

/**
 * ty_time_line_draw:
 * @self: a time line that was placed
 * @cr: where it is drawn, from 0, 0
 * @layout: the layout with which it was placed
 * @theme: its colours
 */
void
ty_time_line_draw (TyTimeLine    *self,
                   cairo_t       *cr,
                   PangoLayout   *layout,
                   const TyTheme *theme)
{
  draw_years (self, cr, layout, theme);
  draw_as_of (self, cr, layout, theme);
  for (guint lane = 0; lane < TY_N_LANES; lane++)
    if (self->labels[lane] != NULL)
      {
        measure (layout, self->labels[lane], NULL);
        ty_theme_set_source (theme, cr, TY_COLOR_DIM);
        draw_text (cr, layout, 0, self->lane_y[lane] + self->bar / 2, 0);
      }
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (&g_array_index (self->marks, Mark, i), cr, layout, theme);
}
