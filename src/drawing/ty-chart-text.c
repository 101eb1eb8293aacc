/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

/* A text, in paragraphs. */

#define PARAGRAPH_GAP 6.0

static double
add_paragraph (TyChartPicture *self,
               TyChartBox      area,
               double          y,
               const char     *text)
{
  double line = ty_picture_get_line (self, TY_SIZE_BODY), left = area.y + area.height - y;
  gboolean whole = (self->flags & TY_CHART_PICTURE_WHOLE) != 0;
  guint lines = whole ? G_MAXINT / 2 : (guint) MAX (floor (left / line + 0.01), 0);
  TyLabelSpec spec = {
    .text = text, .size = TY_SIZE_BODY, .color = TY_COLOR_FG, .x = area.x, .y = y, .room = area.width,
    .lines = lines, .mark = TY_CHART_NONE, .must = whole,
  };
  TyChartBox box = { area.x, y, 0, line };

  if (lines > 0 && *text != '\0')
    ty_picture_add_label (self, &spec, &box);
  return y + box.height + PARAGRAPH_GAP * self->u;
}

void
ty_chart_text_place (TyChartPicture *self,
                     TyChartBox      area)
{
  const char *body = ty_chart_get_text (self->chart, TY_CHART_BODY);
  g_auto(GStrv) paragraphs = g_strsplit (body != NULL ? body : "", "\n", -1);
  double y = area.y;

  if (!(self->flags & TY_CHART_PICTURE_WHOLE))
    ty_picture_take_foot (self, &area);
  if (area.width < self->em)
    return;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    y = add_paragraph (self, area, y, paragraphs[i]);
  if (self->flags & TY_CHART_PICTURE_WHOLE)
    self->height = ceil (y);
}
