/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-bars"

#include "config.h"

#include "ty-bars.h"

#include "ty-label-break.h"

#include <math.h>
#include <pango/pangocairo.h>

#define BAR_MAX 34.0  /* pixels */
#define PAIR_GAP 5.0  /* between before and now */
#define GROUP_GAP 24.0
#define SINGLE_BAR 0.52 /* of the room of a bar that is no pair */
#define RADIUS 2.0
#define TEXT_GAP 3.0  /* between a bar and its number */
#define DASH 4.0      /* of the line of a threshold */
#define DASH_GAP 3.0

typedef struct
{
  char *label; /* (owned) */
  guint before;
  guint now;
} Pair;

/**
 * TyBars:
 *
 * Numbers before and now, a pair of bars each: before is hatched, now is solid. Each bar has its number
 * above it; a zero is the word and no bar. With a threshold, whatever does not reach it is hatched, too.
 */
struct _TyBars
{
  GArray *pairs;        /* (owned) (element-type Pair) */
  char *threshold_name; /* (owned) (nullable) */
  guint threshold;      /* 0 = none */
  gboolean tenths;      /* whether the numbers count tenths */
  double gutter;        /* pixels behind the bars, when they were drawn last */
};

static void
clear_pair (gpointer data)
{
  g_free (((Pair *) data)->label);
}

/**
 * ty_bars_new:
 *
 * Returns: (transfer full): bars without a number
 */
TyBars *
ty_bars_new (void)
{
  TyBars *self = g_new0 (TyBars, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, clear_pair);
  return self;
}

void
ty_bars_free (TyBars *self)
{
  g_array_unref (self->pairs);
  g_free (self->threshold_name);
  g_free (self);
}

/**
 * ty_bars_add:
 * @self: bars
 * @label: what is counted
 * @before: how many there were
 * @now: how many there are
 */
void
ty_bars_add (TyBars     *self,
             const char *label,
             guint       before,
             guint       now)
{
  Pair pair = { g_strdup (label), before, now };

  g_array_append_val (self->pairs, pair);
}

/**
 * ty_bars_set_tenths:
 * @self: bars
 * @tenths: whether 124 stands for 12.4
 */
void
ty_bars_set_tenths (TyBars   *self,
                    gboolean  tenths)
{
  self->tenths = tenths;
}

/**
 * ty_bars_set_threshold:
 * @self: bars
 * @threshold: what should be reached, or 0 for nothing
 * @name: what the line is called, with its number
 */
void
ty_bars_set_threshold (TyBars     *self,
                       guint       threshold,
                       const char *name)
{
  g_free (self->threshold_name);
  self->threshold_name = g_strdup (name);
  self->threshold = threshold;
}

/**
 * ty_bars_get_threshold_name:
 * @self: bars
 *
 * Returns: (transfer none) (nullable): what the line is called that should be reached
 */
const char *
ty_bars_get_threshold_name (TyBars *self)
{
  return self->threshold > 0 ? self->threshold_name : NULL;
}

/**
 * ty_bars_dup_number:
 * @self: bars
 * @value: a number of theirs
 *
 * Returns: (transfer full): as it stands above a bar
 */
char *
ty_bars_dup_number (TyBars *self,
                    guint   value)
{
  return self->tenths ? g_strdup_printf ("%u.%u", value / 10, value % 10) : g_strdup_printf ("%u", value);
}

/**
 * ty_bars_get_n:
 * @self: bars
 *
 * Returns: how many pairs there are
 */
guint
ty_bars_get_n (TyBars *self)
{
  return self->pairs->len;
}

static const Pair *
get_pair (TyBars *self,
          guint   number)
{
  return &g_array_index (self->pairs, Pair, number);
}

/**
 * ty_bars_get_before:
 * @self: bars
 * @number: which pair
 *
 * Returns: how many there were
 */
guint
ty_bars_get_before (TyBars *self,
                    guint   number)
{
  g_return_val_if_fail (number < self->pairs->len, 0);

  return get_pair (self, number)->before;
}

/**
 * ty_bars_get_now:
 * @self: bars
 * @number: which pair
 *
 * Returns: how many there are
 */
guint
ty_bars_get_now (TyBars *self,
                 guint   number)
{
  g_return_val_if_fail (number < self->pairs->len, 0);

  return get_pair (self, number)->now;
}

/**
 * ty_bars_get_label:
 * @self: bars
 * @number: which pair
 *
 * Returns: (transfer none): what is counted
 */
const char *
ty_bars_get_label (TyBars *self,
                   guint   number)
{
  g_return_val_if_fail (number < self->pairs->len, NULL);

  return get_pair (self, number)->label;
}

/**
 * ty_bars_find:
 * @self: bars
 * @x: a place, in pixels
 * @width: how wide the drawing is
 *
 * Returns: the number of the pair there, or -1
 */
int
ty_bars_find (TyBars *self,
              double  x,
              double  width)
{
  width -= self->gutter;
  if (self->pairs->len == 0 || x < 0 || x >= width)
    return -1;

  return (int) (x * self->pairs->len / width);
}

/**
 * ty_bars_has_before:
 * @self: bars
 *
 * Returns: whether anything was before; if not, each is one bar instead of a pair
 */
gboolean
ty_bars_has_before (TyBars *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (get_pair (self, i)->before > 0)
      return TRUE;

  return FALSE;
}

static guint
find_largest (TyBars *self)
{
  guint largest = MAX (self->threshold, 1);

  for (guint i = 0; i < self->pairs->len; i++)
    largest = MAX (largest, MAX (get_pair (self, i)->before, get_pair (self, i)->now));
  return largest;
}

static void
draw_text (cairo_t     *cr,
           PangoLayout *layout,
           const char  *text,
           double       middle,
           double       bottom)
{
  int width, height;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, floor (middle - width / 2.0), bottom - height);
  pango_cairo_show_layout (cr, layout);
}

static void
trace_bar (cairo_t *cr,
           double   left,
           double   top,
           double   width,
           double   bottom)
{
  double radius = MIN (RADIUS, bottom - top);

  cairo_new_path (cr);
  cairo_move_to (cr, left, bottom);
  cairo_line_to (cr, left, top + radius);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
  cairo_arc (cr, left + width - radius, top + radius, radius, -G_PI_2, 0);
  cairo_line_to (cr, left + width, bottom);
  cairo_close_path (cr);
}

typedef struct
{
  double base;  /* where the bars stand */
  double scale; /* pixels for one */
  double bar;   /* how wide a bar is */
} Frame;

static double
find_top (const Frame *frame,
          guint        value)
{
  return floor (frame->base - value * frame->scale);
}

static void
draw_bar (TyBars        *self,
          const Frame   *frame,
          cairo_t       *cr,
          PangoLayout   *layout,
          const TyTheme *theme,
          double         left,
          guint          value,
          gboolean       before)
{
  g_autofree char *text = ty_bars_dup_number (self, value);
  double top = find_top (frame, value);
  gboolean hatched = before || value < self->threshold;

  if (value > 0)
    {
      trace_bar (cr, left, top, frame->bar, frame->base);
      ty_theme_fill (theme, cr, hatched ? TY_COLOR_SERIES_4 : TY_COLOR_SERIES_1,
                     hatched ? TY_FILL_BEFORE : TY_FILL_SOLID);
    }
  ty_theme_set_source (theme, cr, before ? TY_COLOR_DIM : TY_COLOR_FG);
  draw_text (cr, layout, text, left + frame->bar / 2, top - TEXT_GAP);
}

/* Behind the bars there is room for the name of the line that should be reached. */
static double
measure_gutter (TyBars      *self,
                PangoLayout *layout)
{
  int width;

  if (self->threshold == 0 || self->pairs->len == 0)
    return 0;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, self->threshold_name, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 2 * TEXT_GAP;
}

static void
draw_threshold (TyBars        *self,
                const Frame   *frame,
                cairo_t       *cr,
                PangoLayout   *layout,
                const TyTheme *theme,
                double         width)
{
  const double dashes[] = { DASH, DASH_GAP };
  double y = find_top (frame, self->threshold) + 0.5;
  int height;

  if (self->gutter <= 0)
    return;

  ty_theme_set_source (theme, cr, TY_COLOR_FG);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width - self->gutter, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, self->threshold_name, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  ty_theme_set_source (theme, cr, TY_COLOR_DIM);
  cairo_move_to (cr, width - self->gutter + 2 * TEXT_GAP, floor (y - height / 2.0));
  pango_cairo_show_layout (cr, layout);
}

/* Two lines where one has no room for all of them. */
static int
measure_labels (TyBars      *self,
                PangoLayout *layout,
                double       room,
                int          line)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      int width;

      pango_layout_set_width (layout, -1);
      pango_layout_set_text (layout, get_pair (self, i)->label, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width > room)
        return 2 * line;
    }
  return line;
}

static void
draw_label (cairo_t     *cr,
            PangoLayout *layout,
            const char  *text,
            double       left,
            double       top,
            double       room)
{
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -2);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      g_autofree char *broken = ty_label_break (text);

      /* Lines are counted for each paragraph. */
      pango_layout_set_height (layout, broken != NULL ? -1 : -2);
      pango_layout_set_text (layout, broken != NULL ? broken : text, -1);
    }
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  cairo_move_to (cr, left, top);
  pango_cairo_show_layout (cr, layout);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
}

/**
 * ty_bars_draw:
 * @self: bars
 * @cr: where they are drawn, from 0, 0
 * @layout: for its texts, with the font set
 * @width: how wide, in pixels
 * @height: how high, in pixels
 * @theme: the colours
 */
void
ty_bars_draw (TyBars        *self,
              cairo_t       *cr,
              PangoLayout   *layout,
              double         width,
              double         height,
              const TyTheme *theme)
{
  double room;
  gboolean pairs;
  Frame frame;
  int line;

  self->gutter = measure_gutter (self, layout);
  room = (width - self->gutter) / MAX (self->pairs->len, 1);
  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &line);
  frame.base = floor (height - measure_labels (self, layout, room - PAIR_GAP, line) - 2 * TEXT_GAP);
  frame.scale = MAX (frame.base - line - 2 * TEXT_GAP, 0) / find_largest (self);
  pairs = ty_bars_has_before (self);
  frame.bar = floor (CLAMP (pairs ? (room - GROUP_GAP - PAIR_GAP) / 2 : room * SINGLE_BAR, 4, BAR_MAX));
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = get_pair (self, i);
      double middle = floor (room * (i + 0.5));

      if (pairs)
        draw_bar (self, &frame, cr, layout, theme, floor (middle - PAIR_GAP / 2 - frame.bar), pair->before,
                  TRUE);
      draw_bar (self, &frame, cr, layout, theme, floor (pairs ? middle + PAIR_GAP / 2 : middle - frame.bar / 2),
                pair->now, FALSE);
      ty_theme_set_source (theme, cr, TY_COLOR_DIM);
      draw_label (cr, layout, pair->label, room * i + PAIR_GAP / 2, frame.base + TEXT_GAP, room - PAIR_GAP);
    }
  draw_threshold (self, &frame, cr, layout, theme, width);
  ty_theme_set_source (theme, cr, TY_COLOR_LINE2);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, frame.base + 0.5);
  cairo_line_to (cr, width, frame.base + 0.5);
  cairo_stroke (cr);
}
