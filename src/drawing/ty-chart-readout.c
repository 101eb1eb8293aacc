/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart-private.h"

#include <pango/pangocairo.h>

/* What is told of the mark at which one points: a little card beside it. */

#define PADDING 7.0
#define AWAY 6.0 /* between the mark and the card */
#define CORNER 6.0

static TyChartBox
place (TyChartPicture *self,
       TyChartBox      mark,
       double          width,
       double          height)
{
  double away = AWAY * self->u, x = mark.x + mark.width / 2 - width / 2, y = mark.y - away - height;

  /* Above the mark, else below it, else beside it; never outside of the picture. */
  if (y < 0)
    y = mark.y + mark.height + away;
  if (y + height > self->height)
    {
      y = mark.y;
      x = mark.x + mark.width + away + width <= self->width ? mark.x + mark.width + away : mark.x - away - width;
    }
  return (TyChartBox){ floor (CLAMP (x, 0, MAX (self->width - width, 0))),
                       floor (CLAMP (y, 0, MAX (self->height - height, 0))), width, height };
}

static void
trace (cairo_t    *cr,
       TyChartBox  box,
       double      radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_arc (cr, box.x + box.width - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - radius, box.y + box.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.height - radius, radius, G_PI_2, G_PI);
  cairo_close_path (cr);
}

/**
 * ty_chart_picture_draw_readout:
 * @self: a picture
 * @cr: where it is drawn
 * @theme: the colours
 * @mark: a mark
 *
 * Draws what is told of a mark beside it, over the picture.
 */
void
ty_chart_picture_draw_readout (TyChartPicture *self,
                               cairo_t        *cr,
                               const TyTheme  *theme,
                               guint           mark)
{
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  double padding = PADDING * self->u, most = MAX (self->width - 2 * padding, 1);
  TyChartBox box;
  int width, height;

  if (!ty_chart_picture_get_bounds (self, mark, &box))
    return;

  text = ty_chart_dup_readout (self->chart, mark);
  layout = ty_picture_make_layout (self, text, TY_SIZE_CAPTION, FALSE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > most)
    pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = place (self, box, width + 2 * padding, height + 2 * padding * 0.7);

  trace (cr, box, CORNER * self->u);
  ty_theme_set_source (theme, cr, TY_COLOR_FG);
  cairo_fill (cr);
  cairo_move_to (cr, box.x + padding, box.y + padding * 0.7);
  ty_theme_set_source (theme, cr, TY_COLOR_CARD);
  pango_cairo_show_layout (cr, layout);
}
