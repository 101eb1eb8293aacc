/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include "ty-text.h"

/* Axes of upright charts: steps of numbers at the left, labels of categories below. */

#define LABEL_GAP 8.0        /* between labels of two categories */
#define TURNED_SHARE 0.45    /* of the height that turned labels may take */
#define SLANT (G_PI / 4)
#define LEFT_SHARE 0.12      /* of the width that the first of the turned labels may take */

/* The round step, of which at most so many fit. */
static double
find_step (double range,
           guint  most)
{
  static const double rounds[] = { 1, 2, 2.5, 5, 10 };
  double power;

  if (range <= 0)
    return 1;

  power = pow (10, floor (log10 (range / most)));
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (ceil (range / (rounds[i] * power) - 1e-9) <= most)
      return rounds[i] * power;

  return 20 * power;
}

/* Counts have no steps of halves. */
static double
find_whole_step (double   low,
                 double   high,
                 guint    most,
                 gboolean whole)
{
  double step = find_step (high - low, most);

  return whole && step < 1 ? 1 : step;
}

/**
 * ty_axis_init:
 * @self: (out caller-allocates): steps
 * @low: the lowest value, at most 0
 * @high: the highest value
 * @most: how many steps at most
 *
 * Finds round steps from the lowest to the highest value.
 */
void
ty_axis_init (TyAxis *self,
              double  low,
              double  high,
              guint   most)
{
  gboolean whole = high == floor (high) && low == floor (low);

  if (!(high > low))
    high = low + 1;
  self->step = find_whole_step (low, high, most, whole);
  self->low = floor (low / self->step + 1e-9) * self->step;
  self->high = ceil (high / self->step - 1e-9) * self->step;
}

/**
 * ty_axis_dup_text:
 * @self: steps
 * @value: one of them
 *
 * Returns: (transfer full): it as text, with as many decimals as the steps have
 */
char *
ty_axis_dup_text (const TyAxis *self,
                  double        value)
{
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;
  int decimals = 0;

  for (double step = self->step; decimals < 6 && fabs (step - round (step)) > 1e-9 * fabs (step); step *= 10)
    decimals++;
  if (fabs (value) < self->step / 1e6)
    value = 0;
  digits = g_strdup_printf ("%.*f", decimals, fabs (value));
  text = ty_text_group_digits (digits);
  return value < 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}

/**
 * ty_axis_measure:
 * @self: steps
 * @picture: where they stand
 *
 * Returns: how wide their texts are, with a gap
 */
double
ty_axis_measure (const TyAxis   *self,
                 TyChartPicture *picture)
{
  double widest = 0;

  for (double value = self->low; value <= self->high + self->step / 2; value += self->step)
    {
      g_autofree char *text = ty_axis_dup_text (self, value);
      double width;

      ty_picture_measure (picture, text, TY_SIZE_CAPTION, FALSE, &width, NULL);
      widest = MAX (widest, width);
    }
  return ceil (widest) + TY_CHART_GAP * picture->u;
}

double
ty_axis_get_y (const TyAxis *self,
               TyChartBox    plot,
               double        value)
{
  double share = (value - self->low) / (self->high - self->low);

  return floor (plot.y + plot.height * (1 - share));
}

/**
 * ty_axis_place:
 * @self: steps
 * @picture: where they stand
 * @plot: where the marks stand
 * @left: where their texts begin; where @plot begins for lines without texts
 */
void
ty_axis_place (const TyAxis   *self,
               TyChartPicture *picture,
               TyChartBox      plot,
               double          left)
{
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION);

  for (double value = self->low; value <= self->high + self->step / 2; value += self->step)
    {
      g_autofree char *text = ty_axis_dup_text (self, value);
      double y = ty_axis_get_y (self, plot, value) + 0.5;
      gboolean base = fabs (value) < self->step / 2;
      TyLabelSpec spec = {
        .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .align = 1,
        .x = plot.x - TY_CHART_GAP * picture->u, .y = y - line / 2, .mark = TY_CHART_NONE,
      };

      ty_picture_add_rule (picture, plot.x, y, plot.x + plot.width, y, MAX (picture->u, 1),
                           base ? TY_COLOR_LINE2 : TY_COLOR_GRID, FALSE);
      if (left < plot.x)
        ty_picture_add_label (picture, &spec, NULL);
    }
}

typedef enum
{
  WRAPPED, /* in one line or two */
  TURNED,
} Mode;

typedef struct
{
  Mode mode;
  double height;
  double length; /* of turned labels */
  guint every;   /* which of them are shown */
} Labels;

static double
get_slot (TyChartPicture *self,
          TyChartBox      plot)
{
  return plot.width / MAX (ty_chart_get_n_categories (self->chart), 1);
}

/* Letters of a slide need less air, against their size, than small ones. */
static double
get_label_gap (TyChartPicture *self)
{
  return LABEL_GAP * MIN (self->u, 2);
}

/* How many lines they need when none may be broken in more than two; 0 where that is not enough. */
static guint
count_lines (TyChartPicture *self,
             double          room)
{
  guint lines = 1;

  for (guint i = 0; i < ty_chart_get_n_categories (self->chart); i++)
    {
      const char *label = ty_chart_get_category (self->chart, i);
      g_autofree char *broken = ty_picture_break_label (self, label, TY_SIZE_CAPTION, room);

      if (broken == NULL)
        return 0;
      if (g_utf8_strchr (broken, -1, '\n') != NULL)
        lines = 2;
    }
  return lines;
}

static double
measure_longest (TyChartPicture *self)
{
  double longest = 0;

  for (guint i = 0; i < ty_chart_get_n_categories (self->chart); i++)
    {
      double width;

      ty_picture_measure (self, ty_chart_get_category (self->chart, i), TY_SIZE_CAPTION, FALSE, &width, NULL);
      longest = MAX (longest, width);
    }
  return longest;
}

static Labels
choose_labels (TyChartPicture *self,
               TyChartBox      plot,
               double          room)
{
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), slot = get_slot (self, plot);
  guint lines = count_lines (self, slot - get_label_gap (self));
  Labels labels = { WRAPPED, lines * line, 0, 1 };
  double most;

  if (lines > 0)
    return labels;

  most = MAX (room * TURNED_SHARE - line * cos (SLANT), 0) / sin (SLANT);
  labels.mode = TURNED;
  labels.length = MIN (ceil (measure_longest (self)) + 1, most);
  labels.height = labels.length * sin (SLANT) + line * cos (SLANT);
  labels.every = (guint) MAX (ceil (line * 1.05 / sin (SLANT) / MAX (slot, 0.01)), 1);
  return labels;
}

static void
place_wrapped (TyChartPicture *self,
               TyChartBox      plot,
               guint           category,
               double          y)
{
  const char *label = ty_chart_get_category (self->chart, category);
  double slot = get_slot (self, plot), room = slot - get_label_gap (self);
  g_autofree char *broken = ty_picture_break_label (self, label, TY_SIZE_CAPTION, room);
  TyLabelSpec spec = {
    .text = broken, .whole = label, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .align = 0.5,
    .x = plot.x + slot * (category + 0.5), .y = y, .room = room + 1, .lines = 2,
    .mark = ty_chart_get_mark (self->chart, category, TY_CHART_ALL),
  };
  TyChartBox box;

  if (ty_picture_add_label (self, &spec, &box))
    ty_picture_add_hit (self, spec.mark, box);
}

/* Upwards to the right, its end below the middle of its category. */
static void
place_turned (TyChartPicture *self,
              TyChartBox      plot,
              guint           category,
              double          y,
              double          length)
{
  const char *label = ty_chart_get_category (self->chart, category);
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), slot = get_slot (self, plot);
  double end = plot.x + slot * (category + 0.5), width;
  TyLabelSpec spec = {
    .text = label, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .angle = -SLANT,
    .mark = ty_chart_get_mark (self->chart, category, TY_CHART_ALL),
  };

  ty_picture_measure (self, label, TY_SIZE_CAPTION, FALSE, &width, NULL);
  /* The one at the left may have less room. */
  spec.room = MIN (length, (end - line * sin (SLANT) / 2) / cos (SLANT));
  width = MIN (width, spec.room);
  spec.x = end - width * cos (SLANT) - line * sin (SLANT) / 2;
  spec.y = y + width * sin (SLANT);
  if (spec.room < 2 * line || !ty_picture_add_label (self, &spec, NULL))
    return;

  ty_picture_add_hit (self, spec.mark, (TyChartBox){ end - slot / 2, y, slot, line });
}

/**
 * ty_categories_measure_left:
 * @self: a picture
 * @plot: where the marks stand; its height is not looked at
 * @room: the height that marks and labels share
 *
 * Turned labels end below their marks, and so the first ones begin left of the plot.
 *
 * Returns: by how much the plot has to begin farther at the right so that they are whole
 */
double
ty_categories_measure_left (TyChartPicture *self,
                            TyChartBox      plot,
                            double          room)
{
  Labels labels = choose_labels (self, plot, room);
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), left = 0;
  guint n = ty_chart_get_n_categories (self->chart);

  for (guint i = 0; i < n && labels.mode == TURNED; i += labels.every)
    {
      double share = (i + 0.5) / n, width;

      ty_picture_measure (self, ty_chart_get_category (self->chart, i), TY_SIZE_CAPTION, FALSE, &width, NULL);
      width = MIN (ceil (width), labels.length) * cos (SLANT) + line * sin (SLANT) / 2;
      left = MAX (left, (width - plot.x - plot.width * share) / (1 - share));
    }
  return MIN (ceil (left), plot.width * LEFT_SHARE);
}

/**
 * ty_categories_place:
 * @self: a picture
 * @plot: where the marks stand; its height is not looked at before they are really placed
 * @room: the height that marks and labels share
 * @really: whether they are placed, below @plot, and not only measured
 *
 * The labels of categories, all in one line, or in two, or turned by 45 degrees.
 *
 * Returns: their height, with a gap
 */
double
ty_categories_place (TyChartPicture *self,
                     TyChartBox      plot,
                     double          room,
                     gboolean        really)
{
  Labels labels = choose_labels (self, plot, room);
  double y = plot.y + plot.height + TY_CHART_TEXT_GAP * self->u;

  for (guint i = 0; i < ty_chart_get_n_categories (self->chart) && really; i++)
    if (labels.mode == WRAPPED)
      place_wrapped (self, plot, i, y);
    else if (i % labels.every == 0)
      place_turned (self, plot, i, y, labels.length);
  return ceil (labels.height) + 2 * TY_CHART_TEXT_GAP * self->u;
}
