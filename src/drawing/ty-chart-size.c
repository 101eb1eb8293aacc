/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* How large a chart wants to be at least, so that its labels are readable. */

typedef struct
{
  double width;
  double height;
  double category; /* what each category adds to the width */
  double row;      /* what each category adds to the height */
  double series;   /* what each series adds to the width */
} Size;

static const Size sizes[TY_N_CHART_KINDS] = {
  [TY_CHART_FIGURE] = { 150, 104, 0, 0, 0 },
  [TY_CHART_BAR] = { 60, 180, 44, 0, 0 },
  [TY_CHART_BAR_ACROSS] = { 220, 40, 0, 26, 0 },
  [TY_CHART_STACKED] = { 60, 200, 44, 0, 0 },
  [TY_CHART_BEFORE_AFTER] = { 60, 180, 64, 0, 0 },
  [TY_CHART_LINE] = { 80, 170, 26, 0, 0 },
  [TY_CHART_PIE] = { 240, 170, 0, 0, 0 },
  [TY_CHART_PYRAMID] = { 300, 50, 0, 20, 0 },
  [TY_CHART_HEAT] = { 90, 70, 0, 31, 63 },
  [TY_CHART_FUNNEL] = { 240, 40, 0, 34, 0 },
  [TY_CHART_RANKING] = { 240, 34, 0, 26, 0 },
  [TY_CHART_TABLE] = { 90, 60, 0, 28, 60 },
  [TY_CHART_TEXT] = { 160, 60, 0, 0, 0 },
  [TY_CHART_TILES] = { 300, 60, 0, 0, 0 },
};

/* Of tiles with numbers: names of townships at the left, title and legend, and a tile. */
#define TILE_NAMES 80.0
#define TILE_FRAME 90.0
#define TILE_WIDTH 27.0
#define TILE_LINE 22.0

/* Tiles with names ask for more height only where their townships are no more than this. */
#define MOST_NAMED_LINES 12
#define TILE_NAME_MOST 84.0
#define TILE_GAP 3.0

#define TABLE_GAP 18.0   /* between headings, and what figures need beyond them */
#define UNEVEN 1.35      /* columns get what their figures need, and some headings less than they want */
#define TABLE_SPARE 5.0  /* what the least height of a table has to spare */

#define MOST_CATEGORIES 40 /* a card need not grow beyond; what is more gets smaller */

/**
 * ty_chart_get_minimum:
 * @chart: a chart
 * @context: for its texts
 * @em: the size of body text, in pixels
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * The size below which labels are turned, shortened or left to the read-out. It can be drawn smaller.
 */
void
ty_chart_get_minimum (TyChart      *chart,
                      PangoContext *context,
                      double        em,
                      double       *width,
                      double       *height)
{
  const Size *size = &sizes[ty_chart_get_kind (chart)];
  guint n = MIN (ty_chart_get_n_categories (chart), MOST_CATEGORIES);
  double u = em / 14;

  (void) context;
  *width = ceil (u * (size->width + n * size->category + MIN (ty_chart_get_n_series (chart), 12) * size->series));
  *height = ceil (u * (size->height + n * size->row));
}

/* Lines of tiles that still have their numbers. */
static guint
count_tile_lines (TyChart *chart,
                  guint    per_line)
{
  guint lines = 0, in_line = 0;

  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    {
      gboolean begins = c == 0 || g_strcmp0 (ty_chart_get_group (chart, c), ty_chart_get_group (chart, c - 1)) != 0;

      if (begins || in_line == per_line)
        {
          lines++;
          in_line = 0;
        }
      in_line++;
    }
  return lines;
}

static double
measure (const TyChartPicture *picture,
         const char           *text,
         double                size,
         gboolean              bold)
{
  double width = 0;

  if (text != NULL)
    ty_picture_measure ((TyChartPicture *) picture, text, size, bold, &width, NULL);
  return width;
}

/* A line of tiles with names, where all of a township has room in one; else 0. */
static double
get_named_line (const TyChartPicture *picture,
                double                width)
{
  TyChart *chart = picture->chart;
  double groups = 0, names = 0, room, gap = TILE_GAP * picture->u;
  guint n_lines = count_tile_lines (chart, G_MAXUINT);

  if (n_lines > MOST_NAMED_LINES)
    return 0;

  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    {
      g_autofree char *name = ty_chart_tiles_dup_name (ty_chart_get_category (chart, c));

      groups = MAX (groups, measure (picture, ty_chart_get_group (chart, c), TY_SIZE_DENSE, FALSE));
      names = MAX (names, measure (picture, name, TY_SIZE_CAPTION, FALSE));
    }
  room = width - groups - 2 * TY_CHART_GAP * picture->u;
  names = MIN (names, TILE_NAME_MOST * picture->u) + gap + gap;
  if (room < names || count_tile_lines (chart, (guint) ((room + gap) / names)) > n_lines)
    return 0;

  return ceil (2 * ty_picture_get_line ((TyChartPicture *) picture, TY_SIZE_CAPTION) + gap);
}

static double
get_tiles_height (const TyChartPicture *picture,
                  double                width)
{
  double u = picture->u, room = MAX (width - TILE_NAMES * u, 0), named = get_named_line (picture, width);

  if (named > 0)
    return ceil (u * TILE_FRAME + named * count_tile_lines (picture->chart, G_MAXUINT));

  return ceil (u * (TILE_FRAME + TILE_LINE * count_tile_lines (picture->chart,
                                                               (guint) MAX (room / (TILE_WIDTH * u), 1))));
}

/* Two texts that have no room beside each other stand below each other, and a title may have two lines. */
static double
get_figure_height (const TyChartPicture *picture,
                   double                width,
                   double                least)
{
  TyChart *chart = picture->chart;
  const char *who = ty_chart_get_text (chart, TY_CHART_SUBTITLE), *note = ty_chart_get_text (chart, TY_CHART_NOTE);
  double gap = TY_CHART_GAP * picture->u;

  if (who != NULL && note != NULL
      && measure (picture, who, TY_SIZE_CAPTION, FALSE) + measure (picture, note, TY_SIZE_CAPTION, FALSE) + gap > width)
    least += ty_picture_get_line ((TyChartPicture *) picture, TY_SIZE_CAPTION);
  if (measure (picture, ty_chart_get_text (chart, TY_CHART_TITLE), TY_SIZE_BODY, TRUE) > width)
    least += ty_picture_get_line ((TyChartPicture *) picture, TY_SIZE_BODY);
  return ceil (least);
}

static gboolean
has_totals (TyChart *chart)
{
  for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
    if (ty_chart_get_value_text (chart, TY_CHART_ALL, s) != NULL)
      return TRUE;

  return FALSE;
}

/* Headings that have no room beside each other take a second line, and totals a row. */
static double
get_table_height (const TyChartPicture *picture,
                  double                width,
                  double                least)
{
  TyChart *chart = picture->chart;
  double sum = measure (picture, ty_chart_get_text (chart, TY_CHART_HEADING), TY_SIZE_CAPTION, TRUE);

  for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
    sum += measure (picture, ty_chart_get_series (chart, s), TY_SIZE_CAPTION, TRUE) + TABLE_GAP * picture->u;
  if (sum * UNEVEN > width)
    least += ty_picture_get_line ((TyChartPicture *) picture, TY_SIZE_CAPTION);
  if (has_totals (chart))
    least += sizes[TY_CHART_TABLE].row * picture->u - TABLE_SPARE * picture->u;
  return ceil (least);
}

/**
 * ty_chart_get_needed_height:
 * @chart: a chart
 * @context: for its texts
 * @em: the size of body text
 * @width: how wide it is drawn
 *
 * Returns: the height at which nothing of it is left out
 */
double
ty_chart_get_needed_height (TyChart      *chart,
                            PangoContext *context,
                            double        em,
                            double        width)
{
  TyChartPicture picture = { .chart = chart, .context = context, .em = em, .u = em / 14 };
  double least, height;

  ty_chart_get_minimum (chart, context, em, &least, &height);
  switch (ty_chart_get_kind (chart))
    {
    case TY_CHART_FIGURE:
      return get_figure_height (&picture, width, height);
    case TY_CHART_TABLE:
      return get_table_height (&picture, width, height);
    case TY_CHART_TILES:
      return get_tiles_height (&picture, width);
    default:
      return height;
    }
}
