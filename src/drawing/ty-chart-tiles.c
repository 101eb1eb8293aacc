/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <string.h>

/* A tile for each village, a line of tiles for each township. With many, tiles lose their names, then
 * their numbers; what they say is told when one points at them. */

#define TILE_WIDTH 52.0
#define TILE_WIDTH_MOST 84.0
#define TILE_HEIGHT 40.0
#define TILE_HEIGHT_MOST 52.0
#define TILE_LEAST_NUMBERED 18.0
#define TILE_LEAST 5.0
#define TILE_GAP 3.0
#define LABEL_SHARE 0.25

typedef struct
{
  TyChartPicture *picture;
  TyChart *chart;
  TyChartBox area;
  TyShade shade;
  double first;  /* the width of the names of groups, with a gap */
  double width;  /* of a tile, with its gap */
  double height; /* the same */
  gboolean named;
  gboolean numbered;
} Frame;

/* A tile says already that it is a village. A name of two characters keeps them. */
char *
ty_chart_tiles_dup_name (const char *name)
{
  static const char *const kinds[] = { "社区", "社區", "村" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      {
        g_autofree char *rest = g_strndup (name, strlen (name) - strlen (kinds[i]));

        return g_utf8_strlen (rest, -1) >= 2 ? g_steal_pointer (&rest) : g_strdup (name);
      }
  return g_strdup (name);
}

static gboolean
begins_group (TyChart *chart,
              guint    category)
{
  return category == 0
         || g_strcmp0 (ty_chart_get_group (chart, category), ty_chart_get_group (chart, category - 1)) != 0;
}

static guint
get_per_line (const Frame *frame)
{
  double room = frame->area.width - frame->first + TILE_GAP * frame->picture->u;

  return (guint) MAX (floor (room / frame->width), 1);
}

static guint
count_lines (const Frame *frame)
{
  guint per_line = get_per_line (frame), lines = 0, in_line = 0;

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      if (begins_group (frame->chart, c) || in_line == per_line)
        {
          lines++;
          in_line = 0;
        }
      in_line++;
    }
  return MAX (lines, 1);
}

static double
measure_names (const Frame *frame,
               gboolean     groups)
{
  double widest = 0, width;

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      g_autofree char *text = groups ? g_strdup (ty_chart_get_group (frame->chart, c))
                                     : ty_chart_tiles_dup_name (ty_chart_get_category (frame->chart, c));

      if (text == NULL || (groups && !begins_group (frame->chart, c)))
        continue;
      ty_picture_measure (frame->picture, text, groups ? TY_SIZE_DENSE : TY_SIZE_CAPTION, FALSE, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* How wide tiles are where the longest line of a township is the only one, and has room for its numbers; else 0. */
static double
get_one_line (const Frame *frame)
{
  double u = frame->picture->u, widest = 0, width, one;
  guint longest = 0, in_line = 0;

  for (guint c = 0; c < ty_chart_get_n_categories (frame->chart); c++)
    {
      const char *text = ty_chart_get_value_text (frame->chart, c, 0);

      in_line = begins_group (frame->chart, c) ? 1 : in_line + 1;
      longest = MAX (longest, in_line);
      if (text == NULL)
        continue;
      ty_picture_measure (frame->picture, text, TY_SIZE_CAPTION, TRUE, &width, NULL);
      widest = MAX (widest, width);
    }
  one = floor ((frame->area.width - frame->first + TILE_GAP * u) / MAX (longest, 1));
  return one >= MAX (widest + 6 * u, TILE_LEAST_NUMBERED * u) + TILE_GAP * u ? one : 0;
}

static gboolean
fits (Frame  *frame,
      double  width,
      double  least)
{
  frame->width = width;
  frame->height = floor (frame->area.height / count_lines (frame));
  return frame->height >= least;
}

/* The largest tiles that have room for all. */
static void
choose_size (Frame *frame)
{
  double u = frame->picture->u, gap = TILE_GAP * u, line = ty_picture_get_line (frame->picture, TY_SIZE_CAPTION);
  double needs = MIN (measure_names (frame, FALSE), TILE_WIDTH_MOST * u), width, one;

  frame->named = frame->numbered = TRUE;
  if (fits (frame, MAX (needs + 8 * u, TILE_WIDTH * u) + gap, 2 * line + gap)
      || fits (frame, needs + 3 * u + gap, 2 * line + gap))
    {
      frame->height = MIN (frame->height, TILE_HEIGHT_MOST * u + gap);
      return;
    }

  frame->named = FALSE;
  one = MIN (get_one_line (frame), TILE_WIDTH * u * 0.8);
  if (one > 0 && fits (frame, one, line + gap))
    {
      frame->height = MIN (frame->height, TILE_HEIGHT * u * 0.7 + gap);
      return;
    }
  for (width = TILE_WIDTH * u * 0.8; width > 2 * line; width *= 0.9)
    if (fits (frame, width, line + gap))
      {
        frame->height = MIN (frame->height, TILE_HEIGHT * u * 0.7 + gap);
        return;
      }

  frame->numbered = FALSE;
  for (width = 2 * line; width > TILE_LEAST * u + 1; width *= 0.9)
    if (fits (frame, width, MIN (width, line)))
      break;
  frame->height = CLAMP (frame->height, 2, MAX (frame->width, line));
}

static void
add_texts (const Frame *frame,
           guint        category,
           TyChartBox   box,
           TyColorName  color,
           gboolean     on_shade)
{
  TyChartPicture *picture = frame->picture;
  double line = ty_picture_get_line (picture, TY_SIZE_CAPTION);
  guint mark = ty_chart_get_mark (frame->chart, category, 0);
  double top = box.y + (box.height - (frame->named ? 2 : 1) * line) / 2;
  g_autofree char *short_name = ty_chart_tiles_dup_name (ty_chart_get_category (frame->chart, category));
  TyLabelSpec name = {
    .text = short_name, .whole = ty_chart_get_category (frame->chart, category), .size = TY_SIZE_CAPTION, .color = color,
    .on_shade = on_shade, .align = 0.5, .x = box.x + box.width / 2, .y = top, .room = box.width, .mark = mark,
  };
  TyLabelSpec number = name;

  number.whole = NULL;
  number.text = ty_chart_get_value_text (frame->chart, category, 0);
  number.bold = TRUE;
  if (frame->named)
    {
      ty_picture_add_label (picture, &name, NULL);
      number.y += line;
    }
  ty_picture_add_label (picture, &number, NULL);
}

static void
add_tile (const Frame *frame,
          guint        category,
          double       x,
          double       y)
{
  TyChartPicture *picture = frame->picture;
  double value = ty_chart_get_value (frame->chart, category, 0), gap = MIN (TILE_GAP * picture->u, frame->width / 4);
  TyChartBox box = { x, y, frame->width - gap, frame->height - MIN (gap, frame->height / 4) };
  gboolean missing = ty_shade_is_missing (&frame->shade, value);
  TyColorName color = isnan (value) ? TY_COLOR_PILL : ty_shade_find (&frame->shade, value);
  guint mark = ty_chart_get_mark (frame->chart, category, 0);

  if (missing)
    ty_picture_add_shape (picture, TY_SHAPE_MISSING, mark,
                          (TyChartBox){ box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5 },
                          TY_COLOR_WARN_MARK, TY_FILL_SOLID);
  else
    ty_picture_add_shape (picture, TY_SHAPE_BOX, mark, box, color, TY_FILL_SOLID);
  if (frame->numbered)
    add_texts (frame, category, box, missing ? TY_COLOR_WARN : color, !missing);
}

static void
add_group (const Frame *frame,
           guint        category,
           double       y)
{
  double line = ty_picture_get_line (frame->picture, TY_SIZE_DENSE);
  TyLabelSpec spec = {
    .text = ty_chart_get_group (frame->chart, category), .size = TY_SIZE_DENSE, .color = TY_COLOR_FG,
    .x = frame->area.x, .y = y + (frame->height - TILE_GAP * frame->picture->u - line) / 2,
    .room = frame->first - TY_CHART_GAP * frame->picture->u, .mark = TY_CHART_NONE,
  };

  if (spec.room > 0)
    ty_picture_add_label (frame->picture, &spec, NULL);
}

void
ty_chart_tiles_place (TyChartPicture *self,
                      TyChartBox      area)
{
  Frame frame = { .picture = self, .chart = self->chart };
  guint n = ty_chart_get_n_categories (self->chart), per_line, in_line = 0;
  double names, y;

  ty_picture_take_foot (self, &area);
  if (n == 0 || ty_chart_get_n_series (self->chart) == 0 || area.width < 2 * self->em)
    return;

  frame.area = area;
  names = measure_names (&frame, TRUE);
  frame.first = names > 0 ? MIN (names, area.width * LABEL_SHARE) + 2 * TY_CHART_GAP * self->u : 0;
  ty_shade_take_steps (self, area.x + frame.first, &area);
  frame.area = area;
  if (area.height < TILE_LEAST * self->u)
    return;

  ty_shade_init (&frame.shade, self->chart, 0);
  choose_size (&frame);
  per_line = get_per_line (&frame);
  y = area.y - frame.height;
  for (guint c = 0; c < n; c++)
    {
      gboolean begins = begins_group (self->chart, c);

      if (begins || in_line == per_line)
        {
          y += frame.height;
          in_line = 0;
        }
      if (y + frame.height > area.y + area.height + 2)
        {
          self->n_left = n - c;
          return;
        }
      if (begins)
        add_group (&frame, c, y);
      add_tile (&frame, c, area.x + frame.first + in_line++ * frame.width, y);
    }
}
