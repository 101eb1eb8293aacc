/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <glib/gi18n-lib.h>

/* What stands above a chart: its title, of whom it is, and what its colours mean; and the note below. */

#define SWATCH_WIDTH 16.0
#define SWATCH_HEIGHT 10.0
#define ENTRY_GAP 12.0
#define HEAD_GAP 8.0 /* between the head and the chart */

typedef struct
{
  const char *text;
  guint mark;
  TyColorName color;
  TyFill fill;
  gboolean target;
  gboolean dashed; /* what was before in a pyramid */
  double width; /* with its swatch */
} Entry;

static gboolean
has_legend (TyChartKind kind)
{
  return kind == TY_CHART_BAR || kind == TY_CHART_BAR_ACROSS || kind == TY_CHART_STACKED
         || kind == TY_CHART_BEFORE_AFTER || kind == TY_CHART_LINE || kind == TY_CHART_PYRAMID;
}

static void
add_entry (TyChartPicture *self,
           GArray         *entries,
           Entry           entry)
{
  ty_picture_measure (self, entry.text, TY_SIZE_CAPTION, FALSE, &entry.width, NULL);
  entry.width += (SWATCH_WIDTH + TY_CHART_GAP) * self->u;
  g_array_append_val (entries, entry);
}

/* The sides of a pyramid are of two hues that are far apart. */
static void
set_side (TyChartPicture *self,
          guint           series,
          Entry          *entry)
{
  entry->dashed = (ty_chart_get_flags (self->chart, series) & TY_CHART_BEFORE) != 0;
  entry->color = entry->color == TY_COLOR_SERIES_1 ? TY_COLOR_SERIES_1 : TY_COLOR_SERIES_3;
  entry->fill = TY_FILL_SOLID;
}

static GArray *
make_entries (TyChartPicture *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const char *target = ty_chart_get_text (self->chart, TY_CHART_TARGET);

  for (guint i = 0; i < ty_chart_get_n_series (self->chart) && ty_picture_count_series (self) > 1; i++)
    {
      Entry entry = { ty_chart_get_series (self->chart, i), ty_chart_get_mark (self->chart, TY_CHART_ALL, i) };

      if (*entry.text == '\0' || ty_chart_get_flags (self->chart, i) & TY_CHART_BESIDE)
        continue;
      ty_picture_get_look (self, i, &entry.color, &entry.fill);
      if (ty_chart_get_kind (self->chart) == TY_CHART_PYRAMID)
        set_side (self, i, &entry);
      add_entry (self, entries, entry);
    }
  if (target != NULL && !isnan (ty_chart_get_target (self->chart)))
    add_entry (self, entries, (Entry){ .text = target, .mark = TY_CHART_NONE, .target = TRUE });
  return entries;
}

static void
place_swatch (TyChartPicture *self,
              const Entry    *entry,
              double          x,
              double          y,
              double          line)
{
  double top = round (y + (line - SWATCH_HEIGHT * self->u) / 2);
  TyChartBox box = { x, top, SWATCH_WIDTH * self->u, SWATCH_HEIGHT * self->u };

  if (entry->dashed)
    ty_picture_add_shape (self, TY_SHAPE_DASHED, entry->mark, box, TY_COLOR_FG, TY_FILL_SOLID);
  else if (entry->target)
    ty_picture_add_rule (self, x, y + line / 2, x + SWATCH_WIDTH * self->u, y + line / 2, 1.5 * self->u,
                         TY_COLOR_FG, TRUE);
  else
    ty_picture_add_shape (self, TY_SHAPE_BOX, entry->mark, box, entry->color, entry->fill);
}

static void
place_entry (TyChartPicture *self,
             const Entry    *entry,
             double          x,
             double          y)
{
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION);
  double text = x + (SWATCH_WIDTH + TY_CHART_GAP) * self->u;
  TyLabelSpec spec = {
    .text = entry->text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = text, .y = y,
    .room = self->width - text, .mark = entry->mark,
  };

  if (spec.room <= 0 || y + line > self->height)
    return;

  place_swatch (self, entry, x, y, line);
  ty_picture_add_label (self, &spec, NULL);
  if (!entry->target)
    ty_picture_add_hit (self, entry->mark, (TyChartBox){ x, y, entry->width, line });
}

static double
measure_entries (TyChartPicture *self,
                 GArray         *entries)
{
  double width = 0;

  for (guint i = 0; i < entries->len; i++)
    width += g_array_index (entries, Entry, i).width + (i > 0 ? ENTRY_GAP * self->u : 0);
  return width;
}

/* As many in a line as have room; says where the last line ends. */
static double
flow_entries (TyChartPicture *self,
              GArray         *entries,
              double          x,
              double          y)
{
  double line = ty_picture_get_line (self, TY_SIZE_CAPTION), left = x;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (x > left && x + entry->width > self->width)
        {
          x = left;
          y += line;
        }
      place_entry (self, entry, x, y);
      x += entry->width + ENTRY_GAP * self->u;
    }
  return y + line;
}

/* The title, in two lines if need be. */
static TyChartBox
place_title (TyChartPicture *self)
{
  const char *title = ty_chart_get_text (self->chart, TY_CHART_TITLE);
  TyChartBox box = { 0, 0, 0, 0 };
  TyLabelSpec spec = {
    .text = title, .size = TY_SIZE_BODY, .bold = TRUE, .color = TY_COLOR_FG, .room = self->width,
    .lines = 2, .mark = TY_CHART_NONE,
  };

  if (title != NULL && !(self->flags & TY_CHART_PICTURE_UNTITLED))
    ty_picture_add_label (self, &spec, &box);
  return box;
}

/* Behind the title where there is room, else below. */
static void
place_subtitle (TyChartPicture *self,
                TyChartBox      title,
                TyChartBox     *box)
{
  const char *text = ty_chart_get_text (self->chart, TY_CHART_SUBTITLE);
  double after = title.width > 0 ? title.width + ENTRY_GAP * self->u : 0, width;
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .x = after, .mark = TY_CHART_NONE,
  };

  *box = title;
  if (text == NULL)
    return;

  ty_picture_measure (self, text, TY_SIZE_CAPTION, FALSE, &width, NULL);
  spec.y = title.width > 0 ? ty_picture_get_baseline (self, TY_SIZE_BODY)
                               - ty_picture_get_baseline (self, TY_SIZE_CAPTION) : 0;
  if (after + width > self->width || title.height > 1.5 * ty_picture_get_line (self, TY_SIZE_BODY))
    {
      spec.x = 0;
      spec.y = title.height;
      spec.room = self->width;
      spec.lines = 2;
    }
  if (ty_picture_add_label (self, &spec, &title))
    *box = (TyChartBox){ 0, 0, title.x + title.width, MAX (box->height, title.y + title.height) };
}

/* From weak to strong, behind the title or below it. */
static double
place_shades (TyChartPicture *self,
              TyChartBox      box,
              double          bottom)
{
  double width = ty_shade_measure_ends (self), line = ty_picture_get_line (self, TY_SIZE_CAPTION), y = 0;

  if (width <= 0 || width > self->width || ty_chart_get_text (self->chart, TY_CHART_MESSAGE) != NULL)
    return bottom;

  if (box.width + 2 * ENTRY_GAP * self->u + width > self->width)
    y = bottom;
  else if (box.width > 0)
    y = ty_picture_get_baseline (self, TY_SIZE_BODY) - ty_picture_get_baseline (self, TY_SIZE_CAPTION);
  if (y + line > self->height)
    return bottom;

  ty_shade_place_ends (self, self->width - width, y);
  return MAX (bottom, y + line);
}

/**
 * ty_chart_head_place:
 * @self: a picture
 *
 * Places title, subtitle and legend.
 *
 * Returns: what is left for the chart
 */
TyChartBox
ty_chart_head_place (TyChartPicture *self)
{
  TyChartBox box;
  double bottom, legend;

  place_subtitle (self, place_title (self), &box);
  bottom = box.height;
  if (has_legend (ty_chart_get_kind (self->chart)) && ty_chart_get_text (self->chart, TY_CHART_MESSAGE) == NULL)
    {
      g_autoptr(GArray) entries = make_entries (self);
      double y = box.width > 0 ? ty_picture_get_baseline (self, TY_SIZE_BODY)
                                   - ty_picture_get_baseline (self, TY_SIZE_CAPTION) : 0;

      legend = measure_entries (self, entries);
      if (entries->len > 0 && box.width + 2 * ENTRY_GAP * self->u + legend <= self->width)
        bottom = MAX (bottom, flow_entries (self, entries, self->width - legend, y));
      else if (entries->len > 0)
        bottom = flow_entries (self, entries, 0, bottom > 0 ? bottom + TY_CHART_TEXT_GAP * self->u : 0);
    }
  if (ty_chart_get_kind (self->chart) == TY_CHART_HEAT || ty_chart_get_kind (self->chart) == TY_CHART_TILES)
    bottom = place_shades (self, box, bottom);
  bottom += bottom > 0 ? HEAD_GAP * self->u : 0;
  return (TyChartBox){ 0, bottom, self->width, MAX (self->height - bottom, 0) };
}

/**
 * ty_picture_take_foot:
 * @self: a picture
 * @area: (inout): what is left for the chart
 *
 * Places the note at the lower edge.
 */
void
ty_picture_take_foot (TyChartPicture *self,
                      TyChartBox     *area)
{
  const char *note = ty_chart_get_text (self->chart, TY_CHART_NOTE);
  TyLabelSpec spec = {
    .text = note, .size = TY_SIZE_CAPTION, .color = TY_COLOR_DIM, .room = self->width, .lines = 2,
    .mark = TY_CHART_NONE,
  };
  double line, width, height;

  if (note == NULL || self->width <= 0)
    return;

  line = ty_picture_get_line (self, TY_SIZE_CAPTION);
  ty_picture_measure (self, note, TY_SIZE_CAPTION, FALSE, &width, NULL);
  height = width > self->width ? 2 * line : line;
  spec.y = self->height - height;
  if (ty_picture_add_label (self, &spec, NULL))
    area->height = MAX (area->height - height - TY_CHART_GAP * self->u, 0);
}
